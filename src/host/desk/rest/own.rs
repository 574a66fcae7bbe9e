//! What Desk itself keeps for an extension, asked for through invoke or directly (P, "Extension Data Specific APIs"; REST-06 … REST-10, REST-12).

use super::super::Desk;
use super::refusal::Refusal;
use crate::catalog::{Exchange, Payload};
use crate::clock::Instant;
use crate::host::{Effect, Request, ServiceAnswer};
use serde_json::{Map, Value};
use std::sync::Arc;

/// A request that may be made, and whose.
pub(super) struct Own<'a> {
    pub(super) now: Instant,
    pub(super) extension: &'a str,
    pub(super) request: &'a Request,
}

/// What a good answer carries.
pub(super) type Answered = Result<Value, Refusal>;

type Does = fn(&mut Desk, &Own<'_>, &mut Vec<Effect>) -> Answered;

/// What each exchange does, by its name in the catalogue.
const OWN: [(&str, Does); 8] = [
    ("storage.add", Desk::storage_add),
    ("storage.get", Desk::storage_get),
    ("storage.delete", Desk::storage_delete),
    ("configParams.add", Desk::params_add),
    ("configParams.get", Desk::params_get),
    ("extensionLogs.add", Desk::log_add),
    ("myCustomPermissions.get", Desk::permissions_get),
    ("channel.import", Desk::import_call),
];

impl Desk {
    /// Checks who asks, for what of whose, and in which shape; then does it.
    pub(super) fn own_call(&mut self, now: Instant, request: &Request, out: &mut Vec<Effect>) -> Result<ServiceAnswer, Refusal> {
        let catalog = Arc::clone(&self.catalog);
        let route = self.route(&request.method, &request.url)?;
        let name = route.exchange.name.clone();
        let extension = self.authorised(route.exchange, request, out)?;
        self.of_own_installation(&extension, route.installation)?;
        let (Some(exchange), Some((_, does))) = (catalog.exchange(&name), OWN.iter().find(|(of, _)| *of == name)) else {
            return Err(self.refusal("REST-01", 404, "rest.unknown", &[("method", &request.method), ("path", &request.url)]));
        };
        self.of_documented_shape(exchange, &extension, request)?;
        let rule = exchange.rule.clone();
        let answer = does(self, &Own { now, extension: &extension, request }, out)?;
        out.push(Effect::Applied { rules: vec![rule] });
        out.push(Effect::Served { exchange: name, answer: answer.clone() });
        Ok(ServiceAnswer::new(exchange.status.unwrap_or(200), answer))
    }

    /// No installation sees another's (REST-06).
    fn of_own_installation(&self, extension: &str, named: Option<&str>) -> Result<(), Refusal> {
        let own = self.installation(extension).map(|installation| installation.id.as_str());
        if named.is_some() && named != own { Err(self.refusal("REST-06", 403, "rest.installation", &[])) } else { Ok(()) }
    }

    /// Refuses what is not as documented; where the portal and the installation are to be named, these must be the right ones.
    fn of_documented_shape(&self, exchange: &Exchange, extension: &str, request: &Request) -> Result<(), Refusal> {
        let headers = |shape: &Payload| {
            let given = shape.keys.iter().filter_map(|key| Some((key.key.clone(), request.header(&key.key)?.into())));
            self.catalog.violations(shape, &Value::Object(given.collect::<Map<_, _>>()))
        };
        self.sound("REST-12", &exchange.headers.as_ref().map(headers).unwrap_or_default())?;
        let query = exchange.query.as_ref().map(|shape| self.catalog.violations(shape, &request.query.clone().into()));
        let names_portal = |shape: &Option<Payload>| shape.iter().flat_map(|shape| &shape.keys).any(|key| key.key == "orgId");
        self.sound(if names_portal(&exchange.query) { "REST-15".to_owned() } else { exchange.rule.clone() }, &query.unwrap_or_default())?;
        if names_portal(&exchange.query) {
            self.of_this_portal(request.param("orgId"))?;
            let context = request.param(super::hash::SECURITY_CONTEXT).and_then(|context| self.extension_of(context));
            if context != Some(extension) {
                return Err(self.refusal("REST-15", 401, "rest.context", &[]));
            }
        } else {
            self.of_this_portal(request.header("orgId"))?;
        }
        let body = exchange.request.as_ref().map(|body| self.catalog.violations(&body.payload, &request.body));
        self.sound(exchange.rule.clone(), &body.unwrap_or_default())
    }
}
