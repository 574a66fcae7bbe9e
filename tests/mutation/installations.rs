//! Who reaches an extension, and what is set for each installation.

use super::broken::{dropped, told, turn};
use super::mutation::{How, Mutation, rows};
use deskspec::clock::Instant;
use deskspec::host::{Effect, Input, Model};
use serde_json::Value;
use std::sync::Arc;

const PREFERENCE: &str = "desk.extension.preference";

/// Everything that can be wrong with these.
pub(super) fn mutations() -> Vec<Mutation> {
    let datum = |key: &'static str, value: Value| {
        How::Catalog(Arc::new(move |json: &mut Value| json["locations"][PREFERENCE][key] = value.clone()))
    };
    let mut all = rows(&[
        (
            "no param is ever set",
            &["LOC-05", "LOC-10"],
            turn(|host, now, input| if matches!(input, Input::SetParam { .. }) { Vec::new() } else { host.apply(now, input) }),
        ),
        (
            "no param is mandatory",
            &["LOC-05", "LOC-10"],
            told(|input| {
                if let Input::DeclareParam { param, .. } = input {
                    param.mandatory = false;
                }
            }),
        ),
        (
            "every param is mandatory",
            &["LOC-05"],
            told(|input| {
                if let Input::DeclareParam { param, .. } = input {
                    param.mandatory = true;
                }
            }),
        ),
        (
            "no param has a default",
            &["LOC-05"],
            told(|input| {
                if let Input::DeclareParam { param, .. } = input {
                    param.value = None;
                }
            }),
        ),
        (
            "every agent is a Support Administrator",
            &["LOC-05"],
            turn(|host, now, input| {
                let mut effects = host.apply(now, Input::SetProfile { profile: "Support Administrator".into() });
                effects.extend(host.apply(now, input));
                effects
            }),
        ),
        (
            "every agent has the usual profile",
            &["LOC-05"],
            turn(|host, now, input| if matches!(input, Input::SetProfile { .. }) { Vec::new() } else { host.apply(now, input) }),
        ),
        (
            "every extension is visible to all",
            &["LOC-05", "LOC-10"],
            turn(|host, now, input| if matches!(input, Input::ShowTo { .. }) { Vec::new() } else { host.apply(now, input) }),
        ),
        ("what is set for one installation is set for all", &["LOC-10"], turn(for_all)),
        ("what one installation hears, no other hears", &["LOC-10"], super::broken::only_first(|it| matches!(it, Effect::Deliver { .. }))),
        ("one installation brings the widgets of the others", &["LOC-10"], turn(brings)),
        ("no configuration tab loads", &["LOC-05"], dropped(|it| matches!(it, Effect::OpenWidget { .. }))),
    ]);
    all.extend(datum("open_to", "Agent".into()).rows("the configuration tab is open to every agent", &["LOC-05"], &[PREFERENCE]));
    all.extend(datum("open_to", Value::Null).rows("the configuration tab is open to no profile", &["LOC-05"], &[PREFERENCE]));
    all.extend(datum("once_configured", false.into()).rows(
        "the configuration tab waits for nothing",
        &["LOC-05", "LOC-10"],
        &[PREFERENCE],
    ));
    all
}

fn others(host: &dyn Model, than: &str) -> Vec<String> {
    let mut names: Vec<_> = host.desk().widgets().map(|(_, widget)| widget.extension.clone()).filter(|name| name != than).collect();
    names.dedup();
    names
}

fn for_all(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    match &input {
        Input::SetParam { extension, name, value } => {
            for other in others(host, extension) {
                host.apply(now, Input::SetParam { extension: other, name: name.clone(), value: value.clone() });
            }
        }
        Input::ShowTo { extension, profile } => {
            for other in others(host, extension) {
                host.apply(now, Input::ShowTo { extension: other, profile: profile.clone() });
            }
        }
        _ => {}
    }
    host.apply(now, input)
}

fn brings(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Input::GoTo { page } = &input
        && let Some(name) = &page.record
    {
        for (widget, other) in host.desk().widgets().map(|(id, widget)| (id, widget.clone())).collect::<Vec<_>>() {
            if other.location == PREFERENCE && other.extension != *name {
                effects.extend(host.apply(now, Input::GoTo { page: deskspec::host::desk::Page::extension(&other.extension) }));
                effects.extend(host.apply(now, Input::Pick { widget }));
            }
        }
        return effects;
    }
    effects.extend(host.apply(now, input));
    effects
}
