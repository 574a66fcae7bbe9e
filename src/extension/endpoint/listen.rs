//! What extensions' own servers ask of Desk comes in here, and goes to the scenario whose securityContext it carries.

use super::call::security_context;
use super::line::Heard;
use super::registry::Registry;
use super::wire::{LARGEST, incoming, outgoing};
use crate::host::ServiceAnswer;
use axum::Router;
use axum::body::{Body, HttpBody as _, to_bytes};
use axum::extract::{Request, State};
use axum::http::Response;
use futures::channel::oneshot;
use serde_json::json;
use std::io;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::time::timeout;

/// How long a request waits for its scenario, which answers between steps and while a call is open; and how long it may take to come in.
const PATIENCE: Duration = Duration::from_secs(10);

/// Answers all that comes in, without end.
pub(super) async fn listen(listener: TcpListener, registry: Registry) -> io::Result<()> {
    axum::serve(listener, Router::new().fallback(answer).with_state(registry)).await
}

async fn answer(State(registry): State<Registry>, request: Request) -> Response<Body> {
    outgoing(&answered(&registry, request).await)
}

async fn answered(registry: &Registry, request: Request) -> ServiceAnswer {
    let (parts, body) = request.into_parts();
    let announced = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if announced > LARGEST {
        return refused(413, "PAYLOAD_TOO_LARGE", format!("the body is larger than {LARGEST} bytes"));
    }
    let body = match timeout(PATIENCE, to_bytes(body, LARGEST)).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return refused(413, "PAYLOAD_TOO_LARGE", format!("the body is larger than {LARGEST} bytes, or broke off")),
        Err(_) => return refused(408, "REQUEST_TIMEOUT", "the body did not come in time".to_owned()),
    };
    let request = incoming(&parts, &body);
    let Some(scenario) = security_context(&request).and_then(|context| registry.find(context)) else {
        let message = "no installation has this securityContext: send the one that Desk's own request carried".to_owned();
        return refused(401, "UNAUTHORIZED", message);
    };
    let (reply, answer) = oneshot::channel();
    let gone = || refused(503, "SERVICE_UNAVAILABLE", "the scenario is over".to_owned());
    if scenario.send(Heard::Called(request, reply)).is_err() {
        return gone();
    }
    match timeout(PATIENCE, answer).await {
        Ok(answer) => answer.unwrap_or_else(|_| gone()),
        Err(_) => {
            let message = format!("the scenario did not come to a step's end within {} s, and nothing was done", PATIENCE.as_secs());
            refused(503, "SERVICE_UNAVAILABLE", message)
        }
    }
}

fn refused(status: u16, code: &str, message: String) -> ServiceAnswer {
    ServiceAnswer::new(status, json!({"errorCode": code, "message": message}))
}
