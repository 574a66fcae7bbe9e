//! The invoke call: Desk as the proxy of an extension's server (P, "Desk Invoke API", "Using Desk Invoke API"; REST-01, REST-03, REST-15).

use super::super::Desk;
use super::super::sdk::{parsed, with_query};
use super::called::passed_on;
use super::hash::SECURITY_CONTEXT;
use super::placeholder::Within;
use super::refusal::Refusal;
use super::url::host_and_path;
use crate::catalog::Violation;
use crate::clock::Instant;
use crate::host::{CalledId, Effect, Request, ServiceAnswer, ServiceCall};
use serde_json::{Map, Value};

/// The field that names a connection.
const CONNECTION: &str = "connectionLinkName";

impl Desk {
    /// Checks who asks and what, fills in placeholders, adds the authorisation; then Desk answers itself, or the request leaves.
    pub(super) fn invoke(
        &mut self,
        now: Instant,
        call: CalledId,
        request: &Request,
        out: &mut Vec<Effect>,
    ) -> Result<Option<ServiceAnswer>, Refusal> {
        let fields = self.fields(request, out)?;
        let extension = self.calling(&fields, out)?;
        self.proven(&extension, &fields, request, out)?;
        self.of_this_portal(request.param("orgId"))?;
        self.documented(request, &fields)?;
        let made = self.made(&extension, &fields, out)?;
        match self.own_answer(now, &made, out) {
            Some(answer) => Ok(Some(passed_on(&answer, out))),
            None => {
                out.push(Effect::Invoke { call, request: leaving(&made) });
                Ok(None)
            }
        }
    }

    /// What Desk itself answers, where the address is one of its own.
    pub(in super::super) fn own_answer(&mut self, now: Instant, made: &Request, out: &mut Vec<Effect>) -> Option<ServiceAnswer> {
        let (path, query) = self.own_path(&made.url).filter(|(path, _)| self.has_path(path))?;
        let inner = Request { url: path.to_owned(), query: query.into_iter().chain(made.query.clone()).collect(), ..made.clone() };
        Some(self.own_call(now, &inner, out).unwrap_or_else(|refusal| refusal.answer(out)))
    }

    /// The form's fields, wherever they stand: two of them may stand in the query.
    fn fields(&self, request: &Request, out: &mut Vec<Effect>) -> Result<Map<String, Value>, Refusal> {
        let media = self.catalog.exchange("invoke").and_then(|it| it.request.as_ref()).map_or("", |body| &body.media);
        let is_form = request.header("Content-Type").is_none_or(|of| of.starts_with(media));
        let Some(body) = request.body.as_object().filter(|_| is_form) else {
            return Err(self.refusal("REST-01", 400, "rest.media", &[("media", media)]));
        };
        let mut fields = body.clone();
        for name in IN_QUERY.into_iter().filter(|name| !body.contains_key(*name)) {
            if let Some(value) = request.query.get(name) {
                fields.insert(name.into(), value.clone());
                out.push(Effect::applied("Q-40"));
            }
        }
        Ok(fields)
    }

    /// The extension that calls, by its securityContext (REST-03).
    fn calling(&self, fields: &Map<String, Value>, out: &mut Vec<Effect>) -> Result<String, Refusal> {
        let extension = fields.get(SECURITY_CONTEXT).and_then(Value::as_str).and_then(|context| self.extension_of(context));
        let extension = extension.ok_or_else(|| self.refusal("REST-03", 401, "rest.context", &[]))?;
        out.push(Effect::applied("REST-03"));
        Ok(extension.to_owned())
    }

    /// Refuses another organisation than the portal's.
    pub(super) fn of_this_portal(&self, org_id: Option<&str>) -> Result<(), Refusal> {
        let known = self.portal.org_id.to_string();
        org_id.filter(|org_id| *org_id == known).map(drop).ok_or_else(|| self.refusal("REST-15", 403, "rest.org", &[]))
    }

    /// Refuses fields and parameters that are not as documented.
    fn documented(&self, request: &Request, fields: &Map<String, Value>) -> Result<(), Refusal> {
        let Some(exchange) = self.catalog.exchange("invoke") else { return Ok(()) };
        let mut query = request.query.clone();
        query.retain(|name, _| !IN_QUERY.contains(&name.as_str()));
        let found = |shape, value: Map<_, _>| self.catalog.violations(shape, &Value::Object(value));
        self.sound("REST-01", &exchange.query.as_ref().map(|shape| found(shape, query)).unwrap_or_default())?;
        let found = exchange.request.as_ref().map(|body| found(&body.payload, fields.clone())).unwrap_or_default();
        let of_type = found.first().is_some_and(|first| first.path == "$.requestType");
        self.sound(if of_type { "REST-15" } else { "REST-01" }, &found)
    }

    /// The request that is to be made, with its whole URL.
    fn made(&self, extension: &str, fields: &Map<String, Value>, out: &mut Vec<Effect>) -> Result<Request, Refusal> {
        let field = |name: &str| fields.get(name).and_then(Value::as_str).unwrap_or_default();
        let url = self.filled_text(extension, field("requestURL"), Within::Call, out)?;
        if host_and_path(&url).is_none() {
            let text = format!("\"{url}\" is no URL: begin it with https://");
            self.sound("REST-01", &[Violation { path: "$.requestURL".into(), text }])?;
        }
        let query = self.texts(extension, "queryParams", field("queryParams"), out)?;
        let mut headers = self.texts(extension, "headers", field("headers"), out)?;
        let body = self.filled(extension, &parsed(&field("postBody").into()), Within::Body, out)?;
        let body = if body == "" { Value::Null } else { body };
        if !field(CONNECTION).is_empty() {
            self.authorise(extension, field(CONNECTION), &mut headers, out)?;
        }
        Ok(Request { method: field("requestType").to_owned(), url, query, headers, body })
    }

    /// A field that is the JSON text of an object of texts.
    fn texts(&self, extension: &str, name: &str, text: &str, out: &mut Vec<Effect>) -> Result<Map<String, Value>, Refusal> {
        let map = if text.is_empty() { Some(Map::new()) } else { serde_json::from_str(text).ok() };
        let Some(map) = map else {
            let text = "not the JSON text of an object, such as {\"orgId\": \"1\"}".into();
            self.sound("REST-01", &[Violation { path: format!("$.{name}"), text }])?;
            return Ok(Map::new());
        };
        let filled = self.filled(extension, &map.into(), Within::Call, out)?;
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        Ok(filled.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), text(value).into())).collect())
    }
}

/// The fields that one reading has in the query.
const IN_QUERY: [&str; 2] = [SECURITY_CONTEXT, CONNECTION];

fn leaving(made: &Request) -> ServiceCall {
    let url = with_query(&made.url, Some(&made.query.clone().into()));
    ServiceCall { method: made.method.clone(), url, headers: made.headers.clone(), body: made.body.clone(), json: false }
}
