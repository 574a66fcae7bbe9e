//! One request to an extension's own server, and its answer.

use super::address::Endpoint;
use super::wire::{LARGEST, body, texts};
use crate::extension::NoAnswer;
use crate::host::{Request, ServiceAnswer, as_sent};
use reqwest::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use reqwest::{Client, Method, redirect, retry};
use serde_json::Value;
use std::error::Error;
use std::time::Duration;

/// Who sends requests: one after the other on connections of their own, to the host that is named and nowhere else.
pub(super) fn client() -> Result<Client, String> {
    let client = Client::builder().redirect(redirect::Policy::none()).retry(retry::never()).no_proxy().pool_max_idle_per_host(0);
    client.build().map_err(|why| causes(&why))
}

/// The answer, if it is there in time.
pub(super) async fn call(client: Client, endpoint: Endpoint, request: Request, within: Duration) -> Result<ServiceAnswer, NoAnswer> {
    let server = format!("the server of \"{}\" at {}", endpoint.name, endpoint.shown());
    match tokio::time::timeout(within, exchange(&client, &endpoint, request)).await {
        Ok(answer) => answer.map_err(|why| NoAnswer::Broken(format!("{server} {why}"))),
        Err(_) => Err(NoAnswer::Late(format!("{server} has not answered within {} ms of real time", within.as_millis()))),
    }
}

async fn exchange(client: &Client, endpoint: &Endpoint, request: Request) -> Result<ServiceAnswer, String> {
    let url = endpoint.aim(&request).map_err(|why| format!("cannot be asked: {why}"))?;
    let method = Method::from_bytes(request.method.as_bytes()).map_err(|_| format!("cannot be asked to {}", request.method))?;
    let mut sent = client.request(method, url).body(as_sent(&request.body));
    if !request.body.is_null() {
        sent = sent.header(CONTENT_TYPE, "application/json");
    }
    for (name, value) in request.headers.iter().filter_map(|(name, value)| Some((name, value.as_str()?))) {
        let header = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value));
        let (Ok(name), Ok(value)) = header else { return Err(format!("cannot be sent the header {name}")) };
        sent = sent.header(name, value);
    }
    let mut answer = sent.send().await.map_err(|why| {
        let what = if why.is_connect() { "cannot be reached" } else { "sends no answer" };
        format!("{what}: {}", causes(&why))
    })?;
    let (status, headers) = (answer.status().as_u16(), texts(answer.headers()));
    let mut read = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|why| format!("breaks off its answer: {}", causes(&why)))? {
        if read.len() + chunk.len() > LARGEST {
            return Err(format!("answers with more than {LARGEST} bytes"));
        }
        read.extend_from_slice(&chunk);
    }
    Ok(ServiceAnswer { status, headers, body: body(&read), after: 0, genuine: true })
}

/// What an error stands for: its innermost cause.
fn causes(error: &dyn Error) -> String {
    let mut cause = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}

/// What a request carries to say whose it is: in its query, else in its body.
pub(super) fn security_context(request: &Request) -> Option<&str> {
    request.param("securityContext").or_else(|| request.body.get("securityContext").and_then(Value::as_str))
}
