//! Connections: whose authorisation Desk adds to what it calls for an extension's server (P, "Connections"; REST-05, REST-12).

use super::super::{Desk, hmac_sha256};
use super::refusal::Refusal;
use crate::catalog::Exchange;
use crate::host::{Effect, Request};
use crate::spelling::nearest;
use serde_json::{Map, Value};

/// The header that carries an authorisation.
pub(super) const AUTHORIZATION: &str = "Authorization";

impl Desk {
    /// The connections of an extension: those of the manifest's connectors, and the one of zohoAuthorisation, which has the same keys (MAN-03).
    fn connections(&self, extension: &str) -> Vec<(&str, &Value)> {
        let manifest = self.installation(extension).map(|installation| &installation.declared.manifest);
        let connectors = manifest.and_then(|it| it.get("connectors")?.as_array()).into_iter().flatten();
        let zoho = manifest.and_then(|it| it.get("zohoAuthorisation"));
        connectors.chain(zoho).filter_map(|it| Some((it.get("connectionLinkName")?.as_str()?, it))).collect()
    }

    /// The names of an extension's connections, in the manifest's order.
    pub fn connection_names(&self, extension: &str) -> impl Iterator<Item = &str> {
        self.connections(extension).into_iter().map(|(name, _)| name)
    }

    /// The first connection of an extension whose scopes allow what needs this one.
    #[must_use]
    pub fn connection_with(&self, extension: &str, scope: &str) -> Option<&str> {
        let has = |declared: &Value| declared.get("scope").is_some_and(|scopes| has_scope(scopes, scope));
        self.connections(extension).into_iter().find(|(_, declared)| has(declared)).map(|(name, _)| name)
    }

    /// The authorisation that a connection brings: made up, and always the same (derived).
    #[must_use]
    pub fn authorisation(&self, extension: &str, connection: &str) -> String {
        format!("Zoho-oauthtoken {}", hmac_sha256(&self.portal.key.to_be_bytes(), &format!("{extension}/{connection}")))
    }

    /// Adds the connection's authorisation to the headers of a request, above what they have (REST-05).
    pub(in super::super) fn authorise(
        &self,
        extension: &str,
        connection: &str,
        headers: &mut Map<String, Value>,
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let known = self.connections(extension);
        if !known.iter().any(|(name, _)| *name == connection) {
            let near = nearest(connection, known.iter().map(|(name, _)| *name));
            return Err(self.refusal("REST-05", 422, "rest.connection", &[("connection", connection)]).hint(near));
        }
        headers.retain(|name, _| !name.eq_ignore_ascii_case(AUTHORIZATION));
        headers.insert(AUTHORIZATION.into(), self.authorisation(extension, connection).into());
        out.push(Effect::applied("REST-05"));
        Ok(())
    }

    /// The extension that an authorisation is of; refuses a request without one, and one whose connection lacks the scope (REST-12).
    pub(super) fn authorised(&self, exchange: &Exchange, request: &Request, out: &mut Vec<Effect>) -> Result<String, Refusal> {
        let given = request.header(AUTHORIZATION).unwrap_or_default();
        let all = self.installations.keys().flat_map(|extension| {
            self.connections(extension).into_iter().map(move |(connection, declared)| (extension, connection, declared))
        });
        let found = all.into_iter().find(|(extension, connection, _)| self.authorisation(extension, connection) == given);
        let Some((extension, connection, declared)) = found else {
            return Err(self.refusal("REST-12", 401, "rest.authorization", &[]));
        };
        let has = |wanted: &str| declared.get("scope").is_some_and(|scope| has_scope(scope, wanted));
        if let Some(scope) = exchange.scope.as_deref().filter(|scope| !has(scope)) {
            return Err(self.refusal("REST-12", 403, "rest.scope", &[("connection", connection), ("scope", scope)]));
        }
        out.push(Effect::applied("REST-12"));
        Ok(extension.clone())
    }
}

/// Whether a connection's list of scopes has one, or the one that stands for all of its family.
fn has_scope(scopes: &Value, wanted: &str) -> bool {
    let family = wanted.rsplit_once('.').map_or(wanted, |(family, _)| family);
    let is_it = |scope: &Value| scope.as_str().is_some_and(|it| it == wanted || it.strip_suffix(".ALL") == Some(family));
    scopes.as_array().into_iter().flatten().any(is_it)
}
