//! `ZOHODESK.request`: what a widget asks of a third party, as counted in real extensions.

use super::Desk;
use crate::host::{Effect, Place, Reply, RequestId, ServiceAnswer, ServiceCall, WidgetId};
use crate::percent::{COMPONENT, encoded};
use crate::record::Severity;
use serde_json::{Value, json};

impl Desk {
    pub(super) fn request(&self, widget: WidgetId, request: RequestId, options: &Value, at: Option<Place>, out: &mut Vec<Effect>) {
        let Some(url) = options.get("url").and_then(Value::as_str).filter(|url| !url.is_empty()) else {
            let reason = "the request has no url";
            self.remark(widget, Severity::Error, "SDK-15", reason, at, out);
            out.push(Effect::Reply { widget, request, reply: Reply::Reject(reason.into()) });
            return;
        };
        if options.get("type").is_none() && options.get("method").is_some() {
            self.remark(
                widget,
                Severity::Warning,
                "SDK-15",
                "the request says `method`, which is ignored: it is sent as GET; write `type`",
                at,
                out,
            );
        }
        let call = ServiceCall {
            method: options.get("type").and_then(Value::as_str).unwrap_or("GET").to_uppercase(),
            url: with_query(url, options.get("data")),
            headers: options.get("headers").and_then(Value::as_object).cloned().unwrap_or_default(),
            body: parsed(options.get("postBody").unwrap_or(&Value::Null)),
            json: options.get("responseType").and_then(Value::as_str) == Some("json"),
        };
        out.push(Effect::CallService { widget, request, call });
    }
}

/// A body that is JSON in a string is JSON; an empty object is none.
pub(super) fn parsed(body: &Value) -> Value {
    match body {
        Value::String(text) => serde_json::from_str(text).unwrap_or_else(|_| body.clone()),
        Value::Object(map) if map.is_empty() => Value::Null,
        other => other.clone(),
    }
}

pub(super) fn with_query(url: &str, data: Option<&Value>) -> String {
    let Some(data) = data.and_then(Value::as_object).filter(|data| !data.is_empty()) else { return url.to_owned() };
    let pairs = data.iter().map(|(name, value)| {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        format!("{}={}", encoded(name, COMPONENT), encoded(&text, COMPONENT))
    });
    let joined = pairs.collect::<Vec<_>>().join("&");
    format!("{url}{}{joined}", if url.contains('?') { '&' } else { '?' })
}

/// A service's answer in the shape that real widgets read: `res.data.statusMessage` with `responseType: "json"`, else
/// `JSON.parse(JSON.parse(res).response).statusMessage`.
pub(super) fn answered(widget: WidgetId, request: RequestId, json: bool, answer: Result<ServiceAnswer, String>, out: &mut Vec<Effect>) {
    let reply = match answer {
        Err(reason) => Reply::Reject(json!({"status": "failure", "message": reason})),
        Ok(answer) => {
            let data = json!({"statusCode": answer.status, "statusMessage": answer.body});
            Reply::Resolve(if json { json!({"data": data}) } else { json!({"response": data.to_string()}).to_string().into() })
        }
    };
    out.push(Effect::Reply { widget, request, reply });
}
