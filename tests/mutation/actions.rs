//! What an agent does, and what is left of it when it is stopped.

use super::broken::{Make, followed, told, turn, with};
use super::mutation::{Mutation, rows};
use deskspec::clock::Instant;
use deskspec::host::desk::{Action, AddComment, Assign, Close, Reopen, Reply, SetStatus};
use deskspec::host::{Effect, Input, Model, Outcome};
use std::sync::Arc;

/// Everything that can be wrong with what an agent does.
pub(super) fn mutations() -> Vec<Mutation> {
    stopped().into_iter().chain(actions()).collect()
}

fn actions() -> Vec<Mutation> {
    rows(&[
        ("a move into Closed is a close", &["HOOK-26", "Q-36"], act(|what| closes_as(what, false))),
        ("a close is a move into Closed", &["HOOK-11", "Q-36"], act(|what| closes_as(what, true))),
        ("a reopening is a move into Open", &["HOOK-10", "Q-36"], act(reopens_as_move)),
        (
            "every comment is added as a public one",
            &["HOOK-14", "EVT-01"],
            act(|what| {
                if let Action::AddComment(AddComment { public, .. }) = what {
                    *public = true
                }
            }),
        ),
        (
            "a comment is no text",
            &["HOOK-14"],
            act(|what| {
                if let Action::AddComment(AddComment { content, .. }) = what {
                    content.insert_str(0, "<p>")
                }
            }),
        ),
        (
            "a reply has no copy",
            &["HOOK-16"],
            act(|what| {
                if let Action::Reply(Reply { cc, .. }) = what {
                    cc.clear()
                }
            }),
        ),
        (
            "an agent of a team is assigned without the team",
            &["HOOK-13", "EVT-06", "EVT-07", "Q-25"],
            act(|what| {
                if let Action::Assign(Assign { agent: Some(_), team, .. }) = what {
                    *team = None
                }
            }),
        ),
        ("whoever asks nobody waits", &["HOOK-07"], turn(nobody_waits)),
        ("whoever is there is asked, subscribed or not", &["HOOK-06", "HOOK-07"], turn(everybody_subscribed)),
        (
            "the portal's time zone is forgotten",
            &["EVT-01"],
            turn(|host, now, input| match input {
                Input::SetTimeZone { .. } => Vec::new(),
                other => host.apply(now, other),
            }),
        ),
        (
            "the agent is somebody else",
            &["EVT-01"],
            told(|input| {
                if let Input::SignIn { agent } = input {
                    agent.name.clear()
                }
            }),
        ),
        (
            "no subscription counts",
            &["SDK-01", "HOOK-25"],
            turn(|host, now, input| match input {
                Input::Subscribed { .. } => Vec::new(),
                other => host.apply(now, other),
            }),
        ),
    ])
}

pub(super) fn act(change: fn(&mut Action)) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, mut input| {
            if let Input::Act { what, .. } = &mut input {
                change(what);
            }
            host.apply(now, input)
        })
    })
}

fn closes_as(what: &mut Action, as_move: bool) {
    *what = match what.clone() {
        Action::Close(Close { ticket }) if as_move => Action::SetStatus(SetStatus { ticket, status: "Closed".into() }),
        Action::SetStatus(SetStatus { ticket, status }) if !as_move && status == "Closed" => Action::Close(Close { ticket }),
        other => other,
    };
}

fn reopens_as_move(what: &mut Action) {
    if let Action::Reopen(Reopen { ticket }) = what.clone() {
        *what = Action::SetStatus(SetStatus { ticket, status: "Open".into() });
    }
}

/// An action whose hook nobody subscribed to never begins.
fn nobody_waits(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    match &input {
        Input::Act { what, .. }
            if !host.desk().widgets().any(|(_, widget)| what.hook().is_some_and(|hook| widget.subscriptions.contains(hook))) =>
        {
            Vec::new()
        }
        _ => host.apply(now, input),
    }
}

fn everybody_subscribed(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Input::Act { what, .. } = &input {
        let everybody: Vec<_> = host.desk().widgets().map(|(id, _)| id).collect();
        for widget in everybody {
            effects.extend(host.apply(now, Input::Pick { widget }));
            let subscribed = what.hook().map(|hook| Input::Subscribed { widget, name: hook.to_owned(), at: None });
            effects.extend(subscribed.into_iter().flat_map(|input| host.apply(now, input)));
        }
    }
    effects.extend(host.apply(now, input));
    effects
}

fn stopped() -> Vec<Mutation> {
    let status: fn(&mut dyn Model, Instant, &[Effect]) -> Vec<Effect> =
        |host, now, effects| if is_stopped(effects) { put(host, now, "status", "Escalated") } else { Vec::new() };
    let time: fn(&mut dyn Model, Instant, &[Effect]) -> Vec<Effect> =
        |host, now, effects| if is_stopped(effects) { put(host, now, "modifiedTime", "05/01/2026 09:01 AM") } else { Vec::new() };
    let count: fn(&mut dyn Model, Instant, &[Effect]) -> Vec<Effect> =
        |host, now, effects| if is_stopped(effects) { put(host, now, "commentCount", "1") } else { Vec::new() };
    rows(&[
        ("what was stopped changes the status", &["HOOK-08", "HOOK-10", "HOOK-11", "HOOK-12", "HOOK-17"], followed(status)),
        ("what was stopped changes the time of the last change", &["HOOK-08"], followed(time)),
        ("what was stopped is counted as a comment", &["HOOK-08"], followed(count)),
        ("what was stopped once is stopped for ever", &["HOOK-08"], with(stopped_for_ever)),
    ])
}

fn is_stopped(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Settled { outcome: Outcome::Stopped { .. }, .. }))
}

/// A property of the open ticket is another one, behind everybody's back.
pub(super) fn put(host: &mut dyn Model, now: Instant, property: &str, value: &str) -> Vec<Effect> {
    let desk = host.desk();
    let Some(ticket) = desk.page().shown_ticket().and_then(|id| desk.ticket(id)) else { return Vec::new() };
    let (id, mut properties) = (ticket.id.clone(), ticket.properties.clone());
    properties.insert(property.to_owned(), value.into());
    host.apply(now, Input::PutTicket { id, properties })
}

fn stopped_for_ever(stopped: &mut bool, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    if *stopped && matches!(input, Input::Act { .. }) {
        return Vec::new();
    }
    let effects = host.apply(now, input);
    *stopped |= is_stopped(&effects);
    effects
}
