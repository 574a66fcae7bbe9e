//! HTTP's requests and answers, and the host's.

use super::address::parameters;
use crate::host::{Request, ServiceAnswer, as_sent};
use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Response, StatusCode};
use serde_json::{Map, Value};

/// The largest body that is read, in bytes, of an answer and of a request: 8 MiB.
pub const LARGEST: usize = 8 << 20;

/// The media type of forms.
const FORM: &str = "application/x-www-form-urlencoded";

/// A body as the host reads it: JSON where it is JSON, else a string, null where it is empty.
pub(super) fn body(bytes: &[u8]) -> Value {
    if bytes.is_empty() {
        return Value::Null;
    }
    serde_json::from_slice(bytes).unwrap_or_else(|_| String::from_utf8_lossy(bytes).into())
}

/// Headers as texts, by their names.
pub(super) fn texts(headers: &HeaderMap) -> Map<String, Value> {
    headers.iter().map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into())).collect()
}

/// A request that has come in, as the host reads it.
#[must_use]
pub fn incoming(parts: &Parts, sent: &[u8]) -> Request {
    let is_form = parts.headers.get(CONTENT_TYPE).is_some_and(|media| media.as_bytes().starts_with(FORM.as_bytes()));
    Request {
        method: parts.method.to_string(),
        url: parts.uri.path().to_owned(),
        query: parameters(parts.uri.query().unwrap_or_default()),
        headers: texts(&parts.headers),
        body: if is_form { Value::Object(parameters(&String::from_utf8_lossy(sent))) } else { body(sent) },
    }
}

/// The host's answer, as it is sent. A header that HTTP does not allow is left out.
#[must_use]
pub fn outgoing(answer: &ServiceAnswer) -> Response<Body> {
    let mut response = Response::new(Body::from(as_sent(&answer.body)));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let media = if answer.body.is_string() { "text/plain; charset=utf-8" } else { "application/json" };
    let own = [(CONTENT_TYPE.as_str(), media)].into_iter();
    let said = answer.headers.iter().filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)));
    for (name, value) in own.chain(said) {
        if let (Ok(name), Ok(value)) = (axum::http::HeaderName::from_bytes(name.as_bytes()), value.parse()) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
