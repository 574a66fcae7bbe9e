//! What channel sync knows of a thread.

use crate::clock::Instant;
use serde_json::{Value, json};

/// How far a reply on a ticket of a channel's is (C, "The Progress of an agent reply"; CH-13, CH-15, CH-16).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// It waits for the answer to its push.
    Pending,
    /// The service has it.
    Sent,
    /// The push came to nothing: why. The reply can be sent again.
    Failed(String),
}

/// What a thread has beside its own because of a channel.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Synced {
    /// What the service calls it.
    pub ext_id: Option<String>,
    /// Of an agent's reply: how far it is.
    pub delivery: Option<Delivery>,
    /// Of an agent's reply: the external ID of the thread that it answers.
    pub reply_to: Option<String>,
    /// Whether the service takes replies to it (CH-18).
    pub no_reply: bool,
    /// When the service says that it was changed (CH-09).
    pub modified: Option<Instant>,
}

impl Synced {
    /// The thread as plain data, with what a channel knows of it.
    pub(in super::super) fn beside(&self, mut thread: Value) -> Value {
        if let Some(id) = &self.ext_id {
            thread["extId"] = id.as_str().into();
        }
        match &self.delivery {
            Some(Delivery::Pending) => thread["status"] = "PENDING".into(),
            Some(Delivery::Sent) => thread["status"] = "SUCCESS".into(),
            Some(Delivery::Failed(reason)) => {
                thread["status"] = "FAILED".into();
                thread["reason"] = json!(reason);
            }
            None => {}
        }
        thread
    }
}
