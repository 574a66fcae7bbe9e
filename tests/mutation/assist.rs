//! Remote Assist, which agents open for a ticket.

use super::actions::act;
use super::broken::{doubled, dropped};
use super::events::delivery;
use super::mutation::{Mutation, rows};
use super::questions::replace;
use deskspec::host::Effect;
use deskspec::host::desk::{Action, OpenAssist};
use serde_json::json;

/// Everything that can be wrong with Remote Assist.
pub(super) fn mutations() -> Vec<Mutation> {
    rows(&[
        ("nobody hears of remote assist", &["EVT-19", "EVT-31"], dropped(|effect| matches!(effect, Effect::Deliver { .. }))),
        ("remote assist is heard of twice", &["EVT-19"], doubled(|effect| matches!(effect, Effect::Deliver { .. }))),
        ("every ticket is told to be unassigned", &["EVT-19"], delivery(|payload| replace(payload, "owner", json!("Unassigned")))),
        ("every ticket is told to be the agent's", &["EVT-19"], delivery(|payload| replace(payload, "owner", json!("Kim Lee")))),
        ("every ticket is told to be open", &["EVT-19", "EVT-31"], delivery(|payload| replace(payload, "status", json!("Open")))),
        ("no ticket is told to be due", &["EVT-19", "Q-24"], delivery(|payload| replace(payload, "dueDate", json!("No Due Date set")))),
        (
            "remote assist tells the day before the month",
            &["EVT-19", "Q-24"],
            delivery(|payload| replace(payload, "dueDate", json!("21/02/2026 12:05 PM"))),
        ),
        (
            "no due date is written as in the table",
            &["EVT-19", "Q-29"],
            delivery(|payload| replace(payload, "dueDate", json!("No Due Date Set"))),
        ),
        (
            "remote assist is opened for another ticket",
            &["EVT-19", "EVT-31"],
            act(|what| {
                if let Action::OpenAssist(OpenAssist { ticket }) = what {
                    *ticket = "26811000000760569".into();
                }
            }),
        ),
    ])
}
