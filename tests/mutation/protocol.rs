//! What a page that speaks the client SDK's protocol is told, and how long its host waits for it.

use super::broken::{dropped, edited, is, turn};
use super::mutation::{Mutation, rows};
use deskspec::host::{Effect, Input};
use serde_json::Value;

/// Everything that can be wrong with that.
pub(super) fn mutations() -> Vec<Mutation> {
    let nothing: fn(&mut Effect) = |effect| {
        if let Effect::Reply { reply: deskspec::host::Reply::Resolve(data), .. } = effect {
            *data = Value::Null;
        }
    };
    rows(&[
        ("no hook is asked", &["SDK-14"], dropped(is!(AskHook))),
        ("nothing is delivered", &["SDK-14"], dropped(is!(Deliver))),
        ("nobody is answered", &["SDK-14"], dropped(is!(Reply))),
        ("every answer is empty", &["SDK-14"], edited(nothing)),
        ("pages are never taken away", &["SDK-14"], dropped(is!(CloseWidget))),
        (
            "the agent reads English whatever is said",
            &["SDK-01"],
            turn(|host, now, input| match input {
                Input::SetLanguage { .. } => Vec::new(),
                other => host.apply(now, other),
            }),
        ),
        (
            "who has not registered stays",
            &["SDK-14"],
            turn(|host, now, input| match input {
                Input::Unregistered { .. } => Vec::new(),
                other => host.apply(now, other),
            }),
        ),
    ])
}
