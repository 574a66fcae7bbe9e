//! `ZOHODESK.request`: what a widget asks of a third party, as counted in real extensions (SDK-15).

use super::super::{Desk, Refusal, Within};
use super::calling::{Calling, Done, Refused};
use super::multipart::multipart;
use crate::host::{Effect, Reply, Request, RequestId, ServiceAnswer, ServiceCall, WidgetId};
use crate::percent::{COMPONENT, encoded};
use crate::record::Severity;
use serde_json::{Map, Value, json};

impl Desk {
    /// `ZOHODESK.request({url, type, headers, data, postBody, fileObj, connectionLinkName, responseType})`: Desk answers itself where the address is
    /// its own, else the request leaves.
    pub(super) fn request(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let given = |key: &str| calling.value.get(key);
        if given("type").is_none() && given("method").is_some() {
            let text = "the request says `method`, which is ignored: it is sent as GET; write `type`";
            self.remark(calling.widget, Severity::Warning, "SDK-15", text, calling.at.clone(), out);
        }
        let made = self.made_of(calling, out).map_err(refused)?;
        let json = calling.text("responseType") == Some("json");
        let (widget, request) = (calling.widget, calling.request);
        match self.own_answer(calling.now, &made, out) {
            Some(answer) => answered(widget, request, json, Ok(answer), out),
            None => {
                let Request { method, url, query, headers, body } = made;
                let url = with_query(&url, Some(&query.into()));
                out.push(Effect::CallService { widget, request, call: ServiceCall { method, url, headers, body, json } });
            }
        }
        Ok(None)
    }

    /// The request that is to be made, with its placeholders filled in; in postBody, too, as real widgets have it.
    fn made_of(&self, calling: &Calling, out: &mut Vec<Effect>) -> Result<Request, Refusal> {
        let map = |key: &str| calling.value.get(key).filter(|it| it.is_object()).cloned().unwrap_or_else(|| json!({}));
        let mut filled = |value: &Value| self.filled(&calling.extension, value, Within::Call, out);
        let url = filled(&calling.value["url"])?.as_str().unwrap_or_default().to_owned();
        let object = |value: Value| value.as_object().cloned().unwrap_or_default();
        let (query, mut headers) = (object(filled(&map("data"))?), object(filled(&map("headers"))?));
        let mut body = filled(&parsed(&calling.value["postBody"]))?;
        if let Some(files) = calling.value.get("fileObj").filter(|files| !files.is_null()) {
            body = self.with_files(calling, &body, files, &mut headers, out);
        }
        if let Some(connection) = calling.text("connectionLinkName").filter(|name| !name.is_empty()) {
            self.authorise(&calling.extension, connection, &mut headers, out)?;
        }
        Ok(Request { method: calling.text("type").unwrap_or("GET").to_uppercase(), url, query, headers, body })
    }
}

impl Desk {
    /// Files go along as a form's parts do: under their own keys, behind those of the body (derived).
    fn with_files(&self, calling: &Calling, body: &Value, files: &Value, headers: &mut Map<String, Value>, out: &mut Vec<Effect>) -> Value {
        if !body.is_object() && !body.is_null() {
            let text = "postBody does not go along with fileObj, since it has no keys; write an object";
            self.remark(calling.widget, Severity::Warning, "SDK-15", text, calling.at.clone(), out);
        }
        let files = files.as_array().map_or(std::slice::from_ref(files), Vec::as_slice);
        let (kind, form) = multipart(body.as_object().unwrap_or(&Map::new()), files);
        headers.retain(|name, _| !name.eq_ignore_ascii_case("Content-Type"));
        headers.insert("Content-Type".to_owned(), kind.into());
        form.into()
    }
}

fn refused(refusal: Refusal) -> Refused {
    let (rule, reason) = refusal.told();
    Refused { reason, severity: Severity::Error, rule }
}

/// A body that is JSON in a string is JSON; an empty object is none.
pub(in crate::host) fn parsed(body: &Value) -> Value {
    match body {
        Value::String(text) => serde_json::from_str(text).unwrap_or_else(|_| body.clone()),
        Value::Object(map) if map.is_empty() => Value::Null,
        other => other.clone(),
    }
}

pub(in crate::host) fn with_query(url: &str, data: Option<&Value>) -> String {
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
pub(in super::super) fn answered(
    widget: WidgetId,
    request: RequestId,
    json: bool,
    answer: Result<ServiceAnswer, String>,
    out: &mut Vec<Effect>,
) {
    let reply = match answer {
        Err(reason) => Reply::Reject(json!({"status": "failure", "message": reason})),
        Ok(answer) => {
            let data = json!({"statusCode": answer.status, "statusMessage": answer.body});
            Reply::Resolve(if json { json!({"data": data}) } else { json!({"response": data.to_string()}).to_string().into() })
        }
    };
    out.push(Effect::Reply { widget, request, reply });
}
