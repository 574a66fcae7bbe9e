//! `$request`: what an app asks of services.

use super::super::Freshdesk;
use super::calling::{Calling, Done};
use crate::host::desk::{parsed, with_query};
use crate::host::{Effect, Reply, RequestId, ServiceAnswer, ServiceCall, WidgetId, as_sent};
use serde_json::{Map, Value, json};

impl Freshdesk {
    /// `$request.get(url, {headers, qs, body, json})`, and the same with the other methods.
    pub(super) fn request(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let options = calling.object(1);
        let known = self.known_to(&calling.app, options.get("context"));
        let given = |key: &str| options.get(key).filter(|value| value.is_object()).cloned().unwrap_or_else(|| json!({}));
        let url = self.filled_in(calling.argument(0), &known)?;
        let (query, headers) = (self.filled_in(&given("qs"), &known)?, self.filled_in(&given("headers"), &known)?);
        let method = calling.name.rsplit('.').next().unwrap_or_default().to_uppercase();
        let mut call = sent(method, with_query(url.as_str().unwrap_or_default(), Some(&query)), headers, &options);
        // `json` is the body, or true: either way the answer comes back parsed.
        call.json = options.get("json").is_some_and(|json| !matches!(json, Value::Null | Value::Bool(false)));
        out.push(Effect::CallService { widget: calling.widget, request: calling.request, call });
        Ok(None)
    }
}

/// A request, with the body that its options give.
pub(super) fn sent(method: String, url: String, headers: Value, options: &Map<String, Value>) -> ServiceCall {
    let object = |key: &str| options.get(key).filter(|value| value.is_object() || value.is_array());
    let body = object("json").or_else(|| options.get("body")).or_else(|| object("form")).or_else(|| object("formData"));
    let headers = headers.as_object().cloned().unwrap_or_default();
    ServiceCall { method, url, headers, body: body.map(parsed).unwrap_or_default(), json: false }
}

/// The first status with which a request has failed (FD-16).
const FAILED: &str = "request.failed";
/// What a service that cannot be reached is told as.
const UNREACHABLE: u16 = 502;

impl Freshdesk {
    /// A service's answer, as apps read it: `JSON.parse(data.response)`, and parsed already where the request had `json`.
    pub(in super::super) fn service_answered(
        &self,
        (widget, request): (WidgetId, RequestId),
        json: bool,
        answer: Result<ServiceAnswer, String>,
        out: &mut Vec<Effect>,
    ) {
        let (status, headers, response) = match answer {
            Ok(answer) if json => (answer.status, answer.headers, if_json(answer.body)),
            Ok(answer) => (answer.status, answer.headers, as_sent(&answer.body).into()),
            Err(reason) => (UNREACHABLE, Map::new(), Value::from(reason)),
        };
        let told = json!({"status": status, "headers": headers, "response": response});
        let reply = if usize::from(status) < self.most(FAILED) { Reply::Resolve(told) } else { Reply::Reject(told) };
        out.push(Effect::Reply { widget, request, reply });
    }
}

/// What a body says as JSON; as it is where it is none.
fn if_json(body: Value) -> Value {
    match &body {
        Value::String(text) => serde_json::from_str(text).unwrap_or(body),
        Value::Null => as_sent(&body).into(),
        _ => body,
    }
}
