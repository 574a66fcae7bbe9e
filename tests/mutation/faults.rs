//! What a channel's server does wrong, and what of it has no consequences.

use super::broken::{doubled, dropped, edited, followed, told, turn};
use super::mutation::{Mutation, rows};
use deskspec::clock::Instant;
use deskspec::host::desk::CHANNEL_STATE;
use deskspec::host::{Effect, ExchangeId, Input, Model, Request, Wake};
use serde_json::Value;

/// Everything that can go wrong behind an answer that has gone wrong.
pub(super) fn mutations() -> Vec<Mutation> {
    rows(&[
        ("a failed exchange is made again at once", &["CH-01"], followed(asked_again)),
        ("a failed pull moves the state", &["CH-02"], turn(|host, now, input| beside(host, now, input, state))),
        ("a failed exchange leaves a ticket", &["CH-03"], turn(|host, now, input| beside(host, now, input, ticket))),
        ("a crash ends no exchange", &["CH-02", "CH-16"], dropped_restart()),
        ("answers do not say of which kind they are", &["CH-16"], told(without_headers)),
        ("half an answer is a good one", &["CH-03"], told(half_is_good)),
        ("the service never gives a reply another's ID", &["CH-15"], told(own_id)),
        ("a copy of a reply comes under another ID", &["CH-24"], told(another_copy)),
        ("a reply is pushed twice for one sending", &["CH-13"], doubled(is_push)),
        ("pulls go elsewhere", &["CH-01"], edited(elsewhere)),
        ("pushes tell another state", &["CH-26"], edited(another_state)),
        ("pulls wait for ever", &["CH-16"], dropped(|it| matches!(it, Effect::WakeAt { wake: Wake::ExchangeDeadline(_), .. }))),
    ])
}

fn is_push(effect: &Effect) -> bool {
    matches!(effect, Effect::CallEndpoint { exchange, .. } if exchange == "channel.push")
}

fn has_failed(effect: &Effect) -> bool {
    matches!(effect, Effect::Exchanged { exchange, failed: Some(_), .. } if exchange == "channel.pull")
}

fn asked_again(_: &mut dyn Model, _: Instant, effects: &[Effect]) -> Vec<Effect> {
    let again = || Effect::CallEndpoint {
        call: ExchangeId(98),
        extension: "chat".into(),
        exchange: "channel.pull".into(),
        request: Request::default(),
    };
    effects.iter().any(has_failed).then(again).into_iter().collect()
}

/// A failed exchange has something else done beside it.
fn beside(host: &mut dyn Model, now: Instant, input: Input, more: fn() -> Input) -> Vec<Effect> {
    let mut effects = host.apply(now, input);
    if effects.iter().any(has_failed) {
        effects.extend(host.apply(now, more()));
    }
    effects
}

fn state() -> Input {
    Input::SetParam { extension: "chat".into(), name: CHANNEL_STATE.into(), value: "moved".into() }
}

fn ticket() -> Input {
    Input::PutTicket { id: "7".into(), properties: serde_json::Map::new() }
}

fn dropped_restart() -> super::broken::Make {
    turn(|host, now, input| if input == Input::Restart { Vec::new() } else { host.apply(now, input) })
}

fn without_headers(input: &mut Input) {
    if let Input::EndpointAnswered { answer: Ok(answer), .. } = input {
        answer.headers.clear();
    }
}

fn half_is_good(input: &mut Input) {
    if let Input::EndpointAnswered { answer: Ok(answer), .. } = input
        && answer.body.is_string()
    {
        answer.body = serde_json::json!({"data": {}});
    }
}

fn own_id(input: &mut Input) {
    if let Input::EndpointAnswered { answer: Ok(answer), .. } = input
        && answer.body.get("extId").and_then(Value::as_str) == Some("m-1")
    {
        answer.body["extId"] = "m-99".into();
    }
}

fn another_copy(input: &mut Input) {
    if let Input::EndpointAnswered { answer: Ok(answer), .. } = input
        && let Some(id) = answer.body.pointer_mut("/data/threads/0/extId").filter(|id| **id == "m-3")
    {
        *id = "m-98".into();
    }
}

fn elsewhere(effect: &mut Effect) {
    if let Effect::CallEndpoint { request, .. } = effect {
        request.url = "https://elsewhere.example".into();
    }
}

fn another_state(effect: &mut Effect) {
    if let Effect::CallEndpoint { request, .. } = effect
        && let Some(state) = request.body.pointer_mut("/configParams/channelState")
    {
        *state = "another".into();
    }
}
