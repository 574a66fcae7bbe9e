//! What the widgets of one extension say to each other.

use super::broken::{Make, delayed, doubled, dropped, edited, is, turn};
use super::mutation::{Mutation, rows};
use deskspec::clock::Instant;
use deskspec::extension::Ask;
use deskspec::host::desk::Widget;
use deskspec::host::{Effect, Input, Model, Reply, WidgetId};
use serde_json::{Value, json};
use std::sync::Arc;

/// Everything that can be wrong with that.
pub(super) fn mutations() -> Vec<Mutation> {
    events().into_iter().chain(lists()).collect()
}

fn events() -> Vec<Mutation> {
    let nothing: fn(&mut Effect) = |effect| {
        if let Effect::Emitted { data, .. } = effect {
            *data = Value::Null;
        }
    };
    let renamed: fn(&mut Effect) = |effect| {
        if let Effect::Emitted { event, .. } = effect {
            event.push('s');
        }
    };
    let back: fn(&mut Effect) = |effect| {
        if let Effect::Emitted { from, widget, .. } = effect {
            std::mem::swap(from, widget);
        }
    };
    rows(&[
        ("what is emitted arrives nowhere", &["EVT-26", "SDK-11", "LOC-04"], dropped(is!(Emitted))),
        ("what is emitted arrives twice", &["EVT-26", "SDK-11"], doubled(is!(Emitted))),
        ("what is emitted arrives with the next input", &["EVT-26", "SDK-11"], delayed(is!(Emitted))),
        ("what is emitted carries nothing", &["EVT-26", "SDK-11"], edited(nothing)),
        ("what is emitted has another name", &["EVT-26"], edited(renamed)),
        ("what is emitted comes back to its sender", &["EVT-26", "LOC-04"], edited(back)),
        ("what is emitted reaches every sibling", &["EVT-26", "SDK-11"], turn(|host, now, input| to_all(host, now, input, true))),
        ("what is emitted reaches every extension", &["EVT-26"], turn(|host, now, input| to_all(host, now, input, false))),
        ("what is emitted reaches whoever listens or not", &["EVT-26"], turn(unheard)),
        ("what is emitted is broadcast", &["EVT-26"], turn(broadcast)),
        ("the name of an event of Desk's is not reported", &["EVT-26"], dropped(is!(Found))),
    ])
}

/// All who are alive hear it, or all of the extension.
fn to_all(host: &mut dyn Model, now: Instant, input: Input, of_the_extension: bool) -> Vec<Effect> {
    let mut effects = host.apply(now, input);
    let Some(Effect::Emitted { from, widget: to, event, data }) = effects.iter().find(|it| matches!(it, Effect::Emitted { .. })).cloned()
    else {
        return effects;
    };
    let sender = host.desk().widget(from).map(|widget| widget.extension.clone()).unwrap_or_default();
    let others = host.desk().widgets().filter(|(id, it)| it.alive && *id != to && (it.extension == sender) == of_the_extension);
    effects.extend(others.map(|(widget, _)| Effect::Emitted { from, widget, event: event.clone(), data: data.clone() }));
    effects
}

fn unheard(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let emitted = match &input {
        Input::Asked { widget, ask: Ask::Emit { to, event, data }, .. } => Some((*widget, to.clone(), event.clone(), data.clone())),
        _ => None,
    };
    let mut effects = host.apply(now, input);
    let heard = effects.iter().any(|effect| matches!(effect, Effect::Emitted { .. }));
    if let (Some((from, to, event, data)), false) = (emitted, heard) {
        let sibling = host.desk().widgets().find(|(id, _)| id.to_string() == to).map(|(id, _)| id);
        effects.extend(sibling.map(|widget| Effect::Emitted { from, widget, event, data }));
    }
    effects
}

fn broadcast(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut effects = host.apply(now, input);
    let told = |effect: &Effect| match effect {
        Effect::Emitted { event, data, .. } => Some(Effect::Broadcast { event: event.clone(), payload: data.clone() }),
        _ => None,
    };
    let more: Vec<_> = effects.iter().filter_map(told).collect();
    effects.extend(more);
    effects
}

fn lists() -> Vec<Mutation> {
    rows(&[
        ("a widget has no siblings", &["SDK-11"], listed(|_, _, _, _| false)),
        ("a widget is its own sibling", &["SDK-11"], listed(|id, of, widget, own| widget.alive && (id == of || widget.extension == own))),
        ("siblings are listed that are not alive", &["SDK-11"], listed(|id, of, widget, own| id != of && widget.extension == own)),
        ("every extension's widgets are siblings", &["SDK-11"], listed(|id, of, widget, _| id != of && widget.alive)),
        (
            "siblings are listed without their IDs",
            &["SDK-11"],
            edited(|effect| {
                if let Effect::Reply { reply: Reply::Resolve(Value::Array(siblings)), .. } = effect {
                    siblings.iter_mut().filter_map(Value::as_object_mut).for_each(|it| drop(it.remove("widgetID")));
                }
            }),
        ),
    ])
}

/// Whether a widget is listed among those of another one and its extension.
type Listed = fn(WidgetId, WidgetId, &Widget, &str) -> bool;

/// `App.instance.getWidgets()` lists others.
fn listed(which: Listed) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, input| {
            let of = if let Input::Asked { widget, ask: Ask::Widgets, .. } = &input { Some(*widget) } else { None };
            let mut effects = host.apply(now, input);
            let Some(of) = of else { return effects };
            let own = host.desk().widget(of).map(|widget| widget.extension.clone()).unwrap_or_default();
            let line = |(id, it): (WidgetId, &Widget)| json!({"widgetID": id.to_string(), "location": it.location, "name": it.name, "url": it.url});
            let list: Vec<Value> = host.desk().widgets().filter(|(id, it)| which(*id, of, it, &own)).map(line).collect();
            for effect in &mut effects {
                if let Effect::Reply { reply, .. } = effect {
                    *reply = Reply::Resolve(list.clone().into());
                }
            }
            effects
        })
    })
}
