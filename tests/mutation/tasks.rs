//! What agents do with tasks.

use super::actions::act;
use super::broken::{doubled, dropped};
use super::events::delivery;
use super::mutation::{Mutation, rows};
use super::questions::replace;
use deskspec::host::Effect;
use deskspec::host::desk::{Action, CompleteTask};
use serde_json::json;

/// Everything that can be wrong with completed tasks.
pub(super) fn mutations() -> Vec<Mutation> {
    rows(&[
        ("nobody hears of completed tasks", &["EVT-04"], dropped(|effect| matches!(effect, Effect::Deliver { .. }))),
        ("completed tasks are heard of twice", &["EVT-04"], doubled(|effect| matches!(effect, Effect::Deliver { .. }))),
        (
            "the first task is completed, whichever was meant",
            &["EVT-04"],
            act(|what| {
                if let Action::CompleteTask(CompleteTask { subject, .. }) = what {
                    *subject = "Call the customer".into();
                }
            }),
        ),
        ("every task is told to be open", &["EVT-04"], delivery(|payload| replace(payload, "task_Completed", json!(false)))),
    ])
}
