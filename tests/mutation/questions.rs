//! What hooks ask, and whom.

use super::broken::{Make, doubled, dropped, followed, is, only_first, with};
use super::mutation::{Mutation, rows};
use deskspec::clock::Instant;
use deskspec::host::{CallId, Effect, Input, Model, Outcome, WidgetId};
use serde_json::{Value, json};
use std::sync::Arc;

const HOOKS: &[&str] =
    &["HOOK-10", "HOOK-11", "HOOK-12", "HOOK-13", "HOOK-14", "HOOK-16", "HOOK-17", "HOOK-18", "HOOK-19", "HOOK-20", "HOOK-22", "HOOK-28"];

/// Everything that can be wrong with a question.
pub(super) fn mutations() -> Vec<Mutation> {
    let mut all = rows(&[
        ("no hook asks", HOOKS, dropped(is!(AskHook))),
        ("no hook asks", &["HOOK-01", "HOOK-02", "HOOK-03", "HOOK-04", "HOOK-05", "HOOK-08", "HOOK-09", "HOOK-25"], dropped(is!(AskHook))),
        ("hooks ask twice", HOOKS, doubled(is!(AskHook))),
        ("hooks ask twice", &["HOOK-03", "HOOK-25"], doubled(is!(AskHook))),
        ("only the first subscriber is asked", &["HOOK-03"], only_first(is!(AskHook))),
        ("subscribers are asked one after the other", &["HOOK-03"], with(one_after_the_other)),
        ("whom the ticket's close need not ask is asked", &["HOOK-11", "HOOK-12"], followed(ask_for_nothing)),
    ]);
    let payloads = rows(&[
        ("questions carry nothing", &["HOOK-12", "HOOK-14", "HOOK-16", "HOOK-17", "HOOK-26"], question(|payload| *payload = Value::Null)),
        ("the old status and the new one are swapped", &["HOOK-12", "HOOK-26", "Q-02"], question(swapped_statuses)),
        ("every assignee is told as in the sample", &["HOOK-13", "Q-07"], question(|payload| replace(payload, "type", json!("Agent")))),
        ("teams are told as in the events", &["HOOK-13", "Q-16"], question(team_as_in_events)),
        ("agents of a team are told without it", &["HOOK-13"], question(without_team)),
        ("the comment's content is as typed", &["HOOK-14"], question(|payload| replace(payload, "content", json!("We are on it")))),
        ("every comment is public", &["HOOK-14"], question(|payload| replace(payload, "isPublic", json!(true)))),
        ("the reply's content is not encoded", &["HOOK-16"], question(|payload| replace(payload, "content", json!("<div>Please</div>")))),
        ("no reply names its thread", &["HOOK-16", "HOOK-17"], question(|payload| replace(payload, "threadId", json!("")))),
        ("no reply names who gets a copy", &["HOOK-16", "HOOK-17"], question(|payload| replace(payload, "ccAddress", json!("")))),
        (
            "replies name the subject without the number",
            &["HOOK-16"],
            question(|payload| replace(payload, "ticketSubject", json!("Faulty"))),
        ),
        ("tickets lack what is absent", &["HOOK-20", "HOOK-27"], question(without_nulls)),
        ("the ticket is told as it was", &["HOOK-20"], question(|payload| replace(payload, "priority", Value::Null))),
        ("custom fields are text", &["HOOK-27"], question(|payload| replace(payload, "cf_insured", json!("true")))),
        ("custom fields stand in a map", &["HOOK-27"], question(custom_in_a_map)),
        ("replies go to nobody", &["HOOK-16", "HOOK-17"], question(|payload| replace(payload, "toAddress", json!("")))),
        ("replies name another ticket", &["HOOK-16"], question(|payload| replace(payload, "ticketId", json!("1")))),
    ]);
    all.extend(payloads);
    all
}

fn team_as_in_events(payload: &mut Value) {
    let held = payload.get("team").map(|team| json!({"id": team["teamId"], "name": team["team"], "description": "", "departmentId": "1"}));
    if let Some(team) = held {
        replace(payload, "team", team);
    }
}

fn without_team(payload: &mut Value) {
    if let Some(keys) = payload.as_object_mut() {
        keys.shift_remove("team");
    }
}

fn without_nulls(payload: &mut Value) {
    if let Some(ticket) = payload.as_object_mut() {
        ticket.retain(|_, value| !value.is_null());
    }
}

fn custom_in_a_map(payload: &mut Value) {
    if let Some(ticket) = payload.as_object_mut() {
        let custom: serde_json::Map<_, _> =
            ticket.iter().filter(|(key, _)| key.starts_with("cf_")).map(|(k, v)| (k.clone(), v.clone())).collect();
        ticket.retain(|key, _| !key.starts_with("cf_"));
        ticket.insert("cf".to_owned(), custom.into());
    }
}

pub(super) fn question(change: fn(&mut Value)) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, input| {
            let mut effects = host.apply(now, input);
            for effect in &mut effects {
                if let Effect::AskHook { payload, .. } = effect {
                    change(payload);
                }
            }
            effects
        })
    })
}

/// A key that is there holds another value.
pub(super) fn replace(payload: &mut Value, key: &str, value: Value) {
    if let Some(held) = payload.get_mut(key) {
        *held = value;
    }
}

fn swapped_statuses(payload: &mut Value) {
    if let (Some(new), Some(old)) = (payload.get("ticket.newStatus").cloned(), payload.get("ticket.oldStatus").cloned()) {
        replace(payload, "ticket.newStatus", old);
        replace(payload, "ticket.oldStatus", new);
    }
}

/// The next subscriber is asked only when the one before it has answered.
fn one_after_the_other(held: &mut Vec<Effect>, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let answered = matches!(input, Input::Answered { .. });
    let mut asked = false;
    let mut out = Vec::new();
    for effect in host.apply(now, input) {
        let wait = matches!(effect, Effect::AskHook { .. }) && std::mem::replace(&mut asked, true);
        if wait { held.push(effect) } else { out.push(effect) }
    }
    if answered && !held.is_empty() {
        out.push(held.remove(0));
    }
    out
}

/// An action that changes nothing asks all the same.
fn ask_for_nothing(host: &mut dyn Model, _: Instant, effects: &[Effect]) -> Vec<Effect> {
    if !effects.iter().any(|effect| matches!(effect, Effect::Settled { outcome: Outcome::Unchanged, .. })) {
        return Vec::new();
    }
    let subscribed = host.desk().widgets().filter(|(_, widget)| widget.alive);
    let ask = |(widget, hook): (WidgetId, &String)| Effect::AskHook { call: CallId(999), widget, hook: hook.clone(), payload: Value::Null };
    subscribed.flat_map(|(id, widget)| widget.subscriptions.iter().map(move |name| (id, name))).map(ask).collect()
}
