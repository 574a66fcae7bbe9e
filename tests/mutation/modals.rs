//! Modal boxes: whether they open, who hears of it, and who lets them close.

use super::broken::{Make, doubled, dropped, edited, followed, is, turn};
use super::events::stopped;
use super::mutation::{Mutation, rows};
use deskspec::clock::Instant;
use deskspec::host::desk::{Action, Page};
use deskspec::host::{Effect, Input, Model, Reply, Wake};
use serde_json::{Value, json};
use std::sync::Arc;

/// Everything that can be wrong with modal boxes.
pub(super) fn mutations() -> Vec<Mutation> {
    opened().into_iter().chain(closed()).collect()
}

fn opened() -> Vec<Mutation> {
    let nameless: fn(&mut Effect) = |effect| {
        if let Effect::Reply { reply: Reply::Resolve(answer), .. } = effect
            && let Some(answer) = answer.as_object_mut()
        {
            answer.shift_remove("widgetID");
        }
    };
    let as_any: fn(&mut Effect) = |effect| {
        if let Effect::DeliverOf { widget, event, payload, .. } = effect.clone() {
            *effect = Effect::Deliver { widget, event, payload };
        }
    };
    let resolved: fn(&mut Effect) = |effect| {
        if let Effect::Reply { reply: reply @ Reply::Reject(_), .. } = effect {
            *reply = Reply::Resolve(json!({"widgetID": "widget-9"}));
        }
    };
    rows(&[
        ("no modal box opens", &["SDK-12", "EVT-20b", "HOOK-24", "EVT-20"], dropped(is!(LoadModal))),
        ("every page is a modal box's", &["SDK-12"], turn(every_page)),
        ("no page is a modal box's", &["SDK-12", "EVT-20b"], turn(no_page)),
        ("a modal box opens that has no ID", &["SDK-12", "EVT-20b"], edited(nameless)),
        ("modal boxes do not come alive", &["SDK-12"], dropped(is!(OpenWidget))),
        ("what is wrong with a modal box is not reported", &["SDK-12"], dropped(is!(Found))),
        ("whoever gets no modal box is told that he has one", &["SDK-12"], edited(resolved)),
        ("nobody hears that it is open", &["EVT-20b"], dropped(is!(DeliverOf))),
        ("its opener hears twice that it is open", &["EVT-20b"], doubled(is!(DeliverOf))),
        ("its opener hears of it as of anything", &["EVT-20b"], edited(as_any)),
        ("it is told as open before its page has registered", &["EVT-20b"], turn(too_early)),
        ("it is never told as open where its page registers", &["EVT-20b", "SDK-14"], turn(unregistered)),
        ("everybody hears that it is open", &["EVT-20b"], followed(open_to_all)),
    ])
}

fn every_page(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    match input {
        Input::ModalLoaded { widget, .. } => host.apply(now, Input::ModalLoaded { widget, page: Ok(()) }),
        other => host.apply(now, other),
    }
}

/// As soon as its page has loaded.
fn too_early(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let loaded = if let Input::ModalLoaded { widget, page: Ok(()) } = &input { Some(*widget) } else { None };
    let mut effects = host.apply(now, input);
    effects.extend(loaded.map(|widget| Effect::WakeAt { at: now, wake: Wake::ModalOpened(widget) }));
    effects
}

fn unregistered(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    match input {
        Input::Registered { .. } => Vec::new(),
        other => host.apply(now, other),
    }
}

fn no_page(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    match input {
        Input::ModalLoaded { widget, .. } => host.apply(now, Input::ModalLoaded { widget, page: Err("no page".into()) }),
        other => host.apply(now, other),
    }
}

fn open_to_all(host: &mut dyn Model, _: Instant, effects: &[Effect]) -> Vec<Effect> {
    let Some(Effect::DeliverOf { widget: to, of, event, payload }) = effects.iter().find(|it| matches!(it, Effect::DeliverOf { .. }))
    else {
        return Vec::new();
    };
    let others = host.desk().widgets().filter(|(id, widget)| widget.alive && id != to);
    others.map(|(widget, _)| Effect::DeliverOf { widget, of: *of, event: event.clone(), payload: payload.clone() }).collect()
}

fn closed() -> Vec<Mutation> {
    let is_told: fn(&Effect) -> bool =
        |effect| matches!(effect, Effect::Broadcast { event, .. } | Effect::Deliver { event, .. } if event == "modal.closed");
    rows(&[
        ("no modal box closes", &["HOOK-24", "EVT-20"], act_on(|_, _| Vec::new())),
        ("what was refused closes all the same", &["HOOK-24"], followed(gone_when_stopped)),
        ("nobody is asked whether it may close", &["HOOK-24", "HOOK-25", "HOOK-04", "Q-22"], act_on(gone)),
        ("whoever is asked is told of a modal box", &["HOOK-25", "Q-22"], edited(told_what)),
        ("nobody hears that it is closed", &["EVT-20", "EVT-29", "Q-22"], dropped(is_told)),
        ("it is told twice that it is closed", &["EVT-20"], doubled(is_told)),
        ("it is told that it is closed when it is not", &["HOOK-24"], followed(told_when_stopped)),
        ("a widget closes nothing", &["HOOK-24", "EVT-20"], dropped(is!(Begin))),
        ("asked by hand, it stays open", &["HOOK-24", "EVT-20"], turn(by_hand)),
    ])
}

/// The agent's click is another thing.
fn act_on(instead: fn(&mut dyn Model, Instant) -> Vec<Effect>) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, input| match input {
            Input::Act { what: Action::CloseModal(_), .. } => instead(host, now),
            other => host.apply(now, other),
        })
    })
}

/// It goes with its page, of which nobody is asked.
fn gone(host: &mut dyn Model, now: Instant) -> Vec<Effect> {
    host.apply(now, Input::GoTo { page: Page { module: "chat".into(), page: "list".into(), record: None } })
}

fn gone_when_stopped(host: &mut dyn Model, now: Instant, effects: &[Effect]) -> Vec<Effect> {
    if effects.iter().any(stopped) && host.desk().modal().is_some() { gone(host, now) } else { Vec::new() }
}

fn told_when_stopped(host: &mut dyn Model, _: Instant, effects: &[Effect]) -> Vec<Effect> {
    let open = host.desk().modal().is_some() && effects.iter().any(stopped);
    if open { vec![Effect::Broadcast { event: "modal.closed".into(), payload: Value::Null }] } else { Vec::new() }
}

fn told_what(effect: &mut Effect) {
    if let Effect::AskHook { hook, payload, .. } = effect
        && hook == "modal.close"
    {
        *payload = json!({"modal": "Is it paid?"});
    }
}

fn by_hand(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    if matches!(input, Input::FireHook { .. }) { Vec::new() } else { host.apply(now, input) }
}
