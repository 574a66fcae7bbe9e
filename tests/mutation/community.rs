//! What agents do in the community.

use super::broken::{doubled, dropped};
use super::events::delivery;
use super::mutation::{Mutation, rows};
use super::questions::replace;
use deskspec::host::Effect;
use serde_json::json;

/// Everything that can be wrong with topics that are opened.
pub(super) fn mutations() -> Vec<Mutation> {
    rows(&[
        ("nobody hears of topics", &["EVT-05"], dropped(|effect| matches!(effect, Effect::Deliver { .. }))),
        ("topics are heard of twice", &["EVT-05"], doubled(|effect| matches!(effect, Effect::Deliver { .. }))),
        ("every topic is told to be another one", &["EVT-05"], delivery(|payload| replace(payload, "topicId", json!("50138000520495422")))),
    ])
}
