//! Which events there are, and who hears them.

use super::broken::{Make, delayed, doubled, dropped, followed, is, only_first, with};
use super::mutation::{Mutation, rows};
use super::questions::replace;
use deskspec::clock::Instant;
use deskspec::host::{Effect, Input, Model, Outcome, WidgetId};
use serde_json::{Value, json};
use std::sync::Arc;

const EVENTS: &[&str] = &[
    "EVT-01", "EVT-03", "EVT-06", "EVT-07", "EVT-11", "EVT-12", "EVT-13", "EVT-14", "EVT-15", "EVT-16", "EVT-17", "EVT-18", "EVT-22",
    "EVT-23", "EVT-24", "EVT-25", "EVT-28", "EVT-29",
];

/// Everything that can be wrong with an event.
pub(super) fn mutations() -> Vec<Mutation> {
    deliveries().into_iter().chain(broadcasts()).collect()
}

fn deliveries() -> Vec<Mutation> {
    rows(&[
        ("no event is delivered", EVENTS, dropped(is!(Deliver))),
        ("no event is delivered", &["LOC-02", "LOC-04"], dropped(is!(Deliver))),
        ("events are delivered twice", EVENTS, doubled(is!(Deliver))),
        ("events are delivered with the next input", EVENTS, delayed(is!(Deliver))),
        ("only the first listener hears", &["EVT-01", "EVT-28"], only_first(is!(Deliver))),
        ("of two deliveries the later one is first", &["EVT-28"], with(later_first)),
        ("the listeners of one event hear in another order", &["EVT-28"], with(each_event_reversed)),
        ("what one action tells is heard in another order", &["EVT-28"], each_turn_reversed()),
        ("everybody who is alive hears everything", &["EVT-29"], followed(|host, _, effects| heard_by(host, effects, true))),
        ("who is not there hears everything", &["EVT-29", "LOC-02"], followed(|host, _, effects| heard_by(host, effects, false))),
        ("the status is always told as Open", &["EVT-17"], delivery(|payload| replace(payload, "ticket.status", json!("Open")))),
        ("the status is told as what is none", &["EVT-17"], delivery(|payload| replace(payload, "ticket.status", json!("closed")))),
        ("the priority is told as another one", &["EVT-13"], delivery(|payload| replace(payload, "ticket.priority", json!("Medium")))),
        (
            "the day is told before the month",
            &["EVT-11", "Q-24"],
            delivery(|payload| replace(payload, "ticket.dueDate", json!("21/02/2026 12:05 PM"))),
        ),
        (
            "custom fields are told as text",
            &["EVT-03"],
            delivery(|payload| replace(payload, "ticket.customFields", json!({"cf_insured": "true"}))),
        ),
        ("every ticket is told to be unassigned", &["EVT-06", "EVT-07"], delivery(|payload| owner(payload, "type", json!("Unassigned")))),
        (
            "teams are told as in the hook",
            &["EVT-06", "Q-16"],
            delivery(|payload| owner(payload, "team", json!({"teamId": "1", "team": "Workshop"}))),
        ),
        ("agents are told to be others", &["EVT-06", "EVT-07"], delivery(|payload| owner(payload, "agent", json!({"id": "1"})))),
        ("everything is told to be spam", &["EVT-18"], delivery(|payload| replace(payload, "ticket.isSpam", json!("true")))),
        ("the comment is told as empty", &["EVT-01"], delivery(|payload| replace(payload, "comment", json!("")))),
        ("the comment's number is told as another one", &["EVT-01"], delivery(|payload| replace(payload, "commentId", json!("1")))),
        ("every comment is told to be public", &["EVT-01"], delivery(|payload| replace(payload, "isPublicComment", json!(true)))),
        ("every comment is told to be private", &["EVT-01"], delivery(|payload| replace(payload, "isPublicComment", json!(false)))),
        ("the comment's author is told as somebody else", &["EVT-01"], delivery(|payload| replace(payload, "displayName", json!("Desk")))),
        ("the comment's time is told in seconds", &["EVT-01"], delivery(|payload| replace(payload, "displayTime", json!("1767603600")))),
    ])
}

/// A key of the ticket's owner holds another value.
fn owner(payload: &mut Value, key: &str, value: Value) {
    if let Some(owner) = payload.get_mut("ticket.owner") {
        replace(owner, key, value);
    }
}

pub(super) fn delivery(change: fn(&mut Value)) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, input| {
            let mut effects = host.apply(now, input);
            for effect in &mut effects {
                if let Effect::Deliver { payload, .. } = effect {
                    change(payload);
                }
            }
            effects
        })
    })
}

/// A delivery waits for the one after it, which overtakes it.
fn later_first(held: &mut Vec<Effect>, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut out = Vec::new();
    for effect in host.apply(now, input) {
        match (matches!(effect, Effect::Deliver { .. }), held.is_empty()) {
            (true, true) => held.push(effect),
            (true, false) => {
                out.push(effect);
                out.append(held);
            }
            (false, _) => out.push(effect),
        }
    }
    out
}

/// The deliveries of one event stand behind its broadcast.
fn each_event_reversed((): &mut (), host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut effects = host.apply(now, input);
    effects.chunk_by_mut(|one, next| is!(Deliver)(one) && is!(Deliver)(next)).for_each(<[Effect]>::reverse);
    effects
}

fn each_turn_reversed() -> Make {
    with(|(): &mut (), host, now, input| {
        let (mut told, mut out): (Vec<_>, Vec<_>) = host.apply(now, input).into_iter().partition(|it| matches!(it, Effect::Deliver { .. }));
        told.reverse();
        out.extend(told);
        out
    })
}

fn heard_by(host: &mut dyn Model, effects: &[Effect], alive: bool) -> Vec<Effect> {
    let mut more = Vec::new();
    for effect in effects {
        let Effect::Broadcast { event, payload } = effect else { continue };
        let heard = |id: WidgetId| effects.iter().any(|it| matches!(it, Effect::Deliver { widget, .. } if *widget == id));
        let others = host.desk().widgets().filter(|(id, widget)| widget.alive == alive && !heard(*id));
        more.extend(others.map(|(widget, _)| Effect::Deliver { widget, event: event.clone(), payload: payload.clone() }));
    }
    more
}

const STATUS: &str = "ticket_status.changed";

fn broadcasts() -> Vec<Mutation> {
    rows(&[
        ("no event is broadcast", &["EVT-27", "EVT-29", "HOOK-05"], dropped(is!(Broadcast))),
        ("events are broadcast twice", &["EVT-27", "EVT-29"], doubled(is!(Broadcast))),
        ("what was stopped is broadcast", &["EVT-27", "HOOK-08"], followed(|_, _, effects| told_when(effects, stopped))),
        ("what was stopped is delivered", &["EVT-27", "HOOK-08"], followed(|host, _, effects| delivered_when(host, effects, stopped))),
        ("what changed nothing is broadcast", &["EVT-27"], followed(|_, _, effects| told_when(effects, unchanged))),
        ("what changed nothing is delivered", &["EVT-27"], followed(|host, _, effects| delivered_when(host, effects, unchanged))),
        ("what waits is broadcast", &["EVT-27"], followed(|_, _, effects| told_when(effects, |it| matches!(it, Effect::AskHook { .. })))),
        ("a change that no agent made is broadcast", &["EVT-30"], with(told_of_any_change)),
    ])
}

/// Whether an action is stopped.
pub(super) fn stopped(effect: &Effect) -> bool {
    matches!(effect, Effect::Settled { outcome: Outcome::Stopped { .. }, .. })
}

fn unchanged(effect: &Effect) -> bool {
    matches!(effect, Effect::Settled { outcome: Outcome::Unchanged, .. })
}

fn told_when(effects: &[Effect], when: fn(&Effect) -> bool) -> Vec<Effect> {
    let event = || Effect::Broadcast { event: STATUS.into(), payload: json!({"ticket.status": "Closed"}) };
    effects.iter().filter(|effect| when(effect)).map(|_| event()).collect()
}

fn delivered_when(host: &mut dyn Model, effects: &[Effect], when: fn(&Effect) -> bool) -> Vec<Effect> {
    if !effects.iter().any(when) {
        return Vec::new();
    }
    let living = host.desk().widgets().filter(|(_, widget)| widget.alive);
    living.map(|(widget, _)| Effect::Deliver { widget, event: STATUS.into(), payload: json!({"ticket.status": "Closed"}) }).collect()
}

fn told_of_any_change((): &mut (), host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let put = matches!(input, Input::PutTicket { .. });
    let mut effects = host.apply(now, input);
    if put {
        effects.push(Effect::Broadcast { event: STATUS.into(), payload: json!({"ticket.status": "Open"}) });
    }
    effects
}
