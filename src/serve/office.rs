use crate::clock::{Instant, Millis};
use crate::host::{Request, ServiceAnswer};
use crate::scenario::Scenario;
use futures::channel::oneshot;
use serde_json::{Value, json};

/// How deskspec's own paths begin.
pub(super) const OWN: &str = "/_deskspec";
/// Where the virtual clock is read and moved.
pub const CLOCK: &str = "/_deskspec/clock";
/// Where the identities of the installations are told, which callbacks would bring.
pub const INSTALLATIONS: &str = "/_deskspec/installations";
/// Where the description of all this lies.
pub const DOCUMENT: &str = "/_deskspec/openapi.json";

/// The most virtual time that one request lets pass: a year.
pub(super) const FARTHEST: Millis = 365 * 24 * 60 * 60 * 1_000;

/// A request that waits for its answer.
pub type Asked = (Request, oneshot::Sender<ServiceAnswer>);

/// What Desk answers, as the scenario stands; what the paths of deskspec's own answer, too.
pub fn answer(scenario: &mut Scenario, request: Request) -> ServiceAnswer {
    match (request.method.as_str(), request.url.as_str()) {
        ("GET", CLOCK) => clock(scenario),
        ("POST", CLOCK) => move_clock(scenario, &request.body),
        ("GET", INSTALLATIONS) => installations(scenario),
        (_, CLOCK | INSTALLATIONS | DOCUMENT) => {
            refused(405, "METHOD_NOT_ALLOWED", "there is no such method here: see the OpenAPI document")
        }
        (_, path) if path.starts_with(OWN) => refused(404, "URL_NOT_FOUND", "there is nothing here: see the OpenAPI document"),
        _ => scenario.called(request),
    }
}

pub(super) fn refused(status: u16, code: &str, message: &str) -> ServiceAnswer {
    ServiceAnswer::new(status, json!({"errorCode": code, "message": message}))
}

fn clock(scenario: &Scenario) -> ServiceAnswer {
    ServiceAnswer::new(200, json!({"now": scenario.stage().now().to_string()}))
}

fn move_clock(scenario: &mut Scenario, body: &Value) -> ServiceAnswer {
    let now = scenario.stage().now();
    let span = match (body.get("milliseconds"), body.get("to"), body.as_object().map_or(0, serde_json::Map::len)) {
        (Some(span), None, 1) => span.as_u64().and_then(|span| Millis::try_from(span).ok()),
        (None, Some(to), 1) => to.as_str().and_then(|to| to.parse().ok()).and_then(|to: jiff::Timestamp| ahead(now, to)),
        _ => None,
    };
    match span.filter(|span| *span <= FARTHEST) {
        Some(span) => {
            scenario.let_pass(span);
            clock(scenario)
        }
        None => refused(
            422,
            "INVALID_DATA",
            "send {\"milliseconds\": 240000}, or {\"to\": \"2026-01-05T09:04:00Z\"}: time runs forward, by a year at most",
        ),
    }
}

fn ahead(now: Instant, to: jiff::Timestamp) -> Option<Millis> {
    let to = Instant(to.as_millisecond());
    (to >= now).then(|| to.since(now))
}

fn installations(scenario: &Scenario) -> ServiceAnswer {
    let desk = scenario.stage().desk();
    let told = desk.installed_extensions().map(|(extension, installation)| {
        json!({
            "extension": extension,
            "orgId": desk.portal().org_id,
            "securityContext": installation.security_context,
        })
    });
    ServiceAnswer::new(200, json!({"data": told.collect::<Vec<_>>()}))
}
