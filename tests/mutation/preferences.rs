//! What agents prefer.

use super::actions::act;
use super::broken::{doubled, dropped};
use super::events::delivery;
use super::mutation::{Mutation, rows};
use deskspec::host::Effect;
use deskspec::host::desk::{Action, SetPreferences};
use serde_json::Value;

/// Everything that can be wrong with saved preferences.
pub(super) fn mutations() -> Vec<Mutation> {
    rows(&[
        ("nobody hears of preferences", &["EVT-21"], dropped(|effect| matches!(effect, Effect::Deliver { .. }))),
        ("preferences are heard of twice", &["EVT-21"], doubled(|effect| matches!(effect, Effect::Deliver { .. }))),
        ("all preferences are told", &["EVT-21"], delivery(|payload| add(payload, "theme", "yellow"))),
        (
            "of several preferences one is saved",
            &["EVT-21"],
            act(|what| {
                if let Action::SetPreferences(SetPreferences { chosen }) = what {
                    let first = chosen.iter().next().map(|(key, value)| (key.clone(), value.clone()));
                    *chosen = first.into_iter().collect();
                }
            }),
        ),
    ])
}

fn add(payload: &mut Value, key: &str, value: &str) {
    if let Some(keys) = payload.as_object_mut() {
        keys.insert(key.to_owned(), value.into());
    }
}
