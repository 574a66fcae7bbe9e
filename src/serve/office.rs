use crate::clock::Millis;
use crate::host::{Request, ServiceAnswer};
use crate::scenario::Scenario;
use futures::StreamExt as _;
use futures::channel::{mpsc, oneshot};
use futures::executor::block_on;
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

/// Answers what is asked until nobody can ask any more; `ready` is told that it begins.
pub fn attend(scenario: &mut Scenario, ready: oneshot::Sender<()>, mut asked: mpsc::Receiver<Asked>) {
    // Who waits may be gone: then nobody asks, either.
    let _ = ready.send(());
    while let Some((request, reply)) = block_on(asked.next()) {
        let _ = reply.send(answer(scenario, request));
    }
}

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
    let is_alone = body.as_object().is_some_and(|keys| keys.len() == 1);
    let span = body.get("milliseconds").and_then(whole).filter(|span| is_alone && *span <= FARTHEST);
    match span {
        Some(span) => {
            scenario.let_pass(span);
            clock(scenario)
        }
        None => refused(422, "INVALID_DATA", "send {\"milliseconds\": 240000}: time runs forward, by a year at most"),
    }
}

/// A whole number, which JSON may write as `4.0`.
fn whole(number: &Value) -> Option<Millis> {
    number
        .as_u64()
        .or_else(|| number.as_f64().filter(|number| number.fract() == 0.0).and_then(|number| format!("{number:.0}").parse().ok()))
}

fn installations(scenario: &Scenario) -> ServiceAnswer {
    let desk = scenario.stage().desk();
    let known = desk.installed_extensions().filter_map(|extension| Some((extension, desk.installation(extension)?)));
    let told = known.map(|(extension, installation)| {
        json!({"extension": extension, "orgId": desk.portal().org_id, "securityContext": installation.security_context})
    });
    ServiceAnswer::new(200, json!({"data": told.collect::<Vec<_>>()}))
}
