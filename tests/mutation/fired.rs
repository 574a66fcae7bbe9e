//! What is fired by hand: whom it reaches, and what comes of it.

use super::broken::{Make, turn, with};
use super::mutation::{Mutation, rows};
use deskspec::clock::Instant;
use deskspec::host::desk::{Action, Close};
use deskspec::host::{Effect, Input, Model};
use std::sync::Arc;

/// Everything that can be wrong with an event or a hook that is fired by hand.
pub(super) fn mutations() -> Vec<Mutation> {
    rows(&[
        ("an event fired by hand is lost", &["EVT-17", "EVT-28", "EVT-29"], turn(unless_event)),
        ("an event fired by hand reaches nobody", &["EVT-17", "EVT-29"], of_event(|effect| !matches!(effect, Effect::Deliver { .. }))),
        (
            "an event fired by hand is told to nobody in particular",
            &["EVT-29"],
            of_event(|effect| !matches!(effect, Effect::Broadcast { .. })),
        ),
        ("an event fired by hand reaches whoever is alive", &["EVT-29"], turn(|host, now, input| to_all(host, now, input, true))),
        ("an event fired by hand reaches who is not there", &["EVT-29"], turn(|host, now, input| to_all(host, now, input, false))),
        ("events fired by hand come with the next input", &["EVT-28", "EVT-29"], with(late)),
        (
            "a hook fired by hand is lost",
            &["HOOK-01", "HOOK-02", "HOOK-03", "HOOK-04", "HOOK-06", "HOOK-07", "HOOK-11"],
            turn(|host, now, input| if matches!(input, Input::FireHook { .. }) { Vec::new() } else { host.apply(now, input) }),
        ),
        (
            "a hook fired by hand asks nobody",
            &["HOOK-01", "HOOK-02", "HOOK-11"],
            of_hook(|effect| !matches!(effect, Effect::AskHook { .. })),
        ),
        ("a hook fired by hand has no deadline", &["HOOK-04"], of_hook(|effect| !matches!(effect, Effect::WakeAt { .. }))),
        ("a hook fired by hand is carried out", &["HOOK-11"], turn(carried_out)),
    ])
}

fn unless_event(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    if matches!(input, Input::FireEvent { .. }) { Vec::new() } else { host.apply(now, input) }
}

fn of_event(keep: fn(&Effect) -> bool) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, input| {
            let fired = matches!(input, Input::FireEvent { .. });
            host.apply(now, input).into_iter().filter(|effect| !fired || keep(effect)).collect()
        })
    })
}

fn of_hook(keep: fn(&Effect) -> bool) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, input| {
            let fired = matches!(input, Input::FireHook { .. });
            host.apply(now, input).into_iter().filter(|effect| !fired || keep(effect)).collect()
        })
    })
}

/// Beside those who hear it, all others who are alive, or are not.
fn to_all(host: &mut dyn Model, now: Instant, input: Input, alive: bool) -> Vec<Effect> {
    let fired = match &input {
        Input::FireEvent { event, payload } => Some((event.clone(), payload.clone())),
        _ => None,
    };
    let mut effects = host.apply(now, input);
    let Some((event, payload)) = fired else { return effects };
    let heard: Vec<_> =
        effects.iter().filter_map(|it| if let Effect::Deliver { widget, .. } = it { Some(*widget) } else { None }).collect();
    let others = host.desk().widgets().filter(|(id, widget)| widget.alive == alive && !heard.contains(id));
    effects.extend(others.map(|(widget, _)| Effect::Deliver { widget, event: event.clone(), payload: payload.clone() }));
    effects
}

fn late(held: &mut Vec<Effect>, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let fired = matches!(input, Input::FireEvent { .. });
    let mut effects = host.apply(now, input);
    if fired {
        std::mem::swap(held, &mut effects);
    }
    effects
}

fn carried_out(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let ticket = host.desk().page().shown_ticket().map(str::to_owned);
    match (input, ticket) {
        (Input::FireHook { action, .. }, Some(ticket)) => host.apply(now, Input::Act { action, what: Action::Close(Close { ticket }) }),
        (input, _) => host.apply(now, input),
    }
}
