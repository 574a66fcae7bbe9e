//! Tasks, forum topics, Remote Assist and preferences.

use super::actions::act;
use super::broken::{doubled, dropped};
use super::events::delivery;
use super::mutation::{Mutation, rows};
use super::questions::replace;
use deskspec::host::Effect;
use deskspec::host::desk::{Action, CompleteTask, OpenAssist, SetPreferences};
use serde_json::{Value, json};

const EVENTS: &[&str] = &["EVT-04", "EVT-05", "EVT-19", "EVT-21", "EVT-31"];

/// Everything that can be wrong with what an agent does beside the tickets' fields.
pub(super) fn mutations() -> Vec<Mutation> {
    let broadcasts: fn(&Effect) -> bool = |effect| matches!(effect, Effect::Broadcast { .. } | Effect::Deliver { .. });
    let first: &[&str] = &["EVT-04", "EVT-05", "EVT-19", "EVT-21"];
    rows(&[
        ("nobody hears of anything", EVENTS, dropped(|effect| matches!(effect, Effect::Deliver { .. }))),
        ("everything is heard twice", first, doubled(|effect| matches!(effect, Effect::Deliver { .. }))),
        ("nothing is broadcast", EVENTS, dropped(broadcasts)),
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
        ("every topic is told to be another one", &["EVT-05"], delivery(|payload| replace(payload, "topicId", json!("50138000520495422")))),
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
