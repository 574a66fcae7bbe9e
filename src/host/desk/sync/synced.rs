//! What channel sync knows of a thread.

use super::super::Agent;
use super::Fetched;
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
    /// The channel that it came through, or leaves through, by its extension's name.
    pub channel: Option<String>,
    /// What the service calls it.
    pub ext_id: Option<String>,
    /// Of an agent's reply: what the service calls the ticket that it was written on, which may live on in another one.
    pub parent: Option<String>,
    /// Of an agent's reply: who wrote it, whoever edits it or sends it again.
    pub author: Option<Box<Agent>>,
    /// Of an agent's reply: how far it is.
    pub delivery: Option<Delivery>,
    /// Of an agent's reply: the external ID of the thread that it answers.
    pub reply_to: Option<String>,
    /// Whether the service takes replies to it (CH-18).
    pub no_reply: bool,
    /// When the service says that it was changed (CH-09).
    pub modified: Option<Instant>,
    /// What the service says that it is written in.
    pub content_type: Option<String>,
    /// Who has a hidden copy, comma-separated.
    pub bcc: String,
    /// What the service has beside its text, in the order in which it came (CH-10).
    pub attachments: Vec<Fetched>,
}

impl Synced {
    /// Whether a channel's service calls it so.
    pub(super) fn is(&self, channel: &str, ext_id: &str) -> bool {
        self.channel.as_deref() == Some(channel) && self.ext_id.as_deref() == Some(ext_id)
    }

    /// The thread as plain data, with what a channel knows of it.
    pub(in super::super) fn beside(&self, mut thread: Value) -> Value {
        if let Some(id) = &self.ext_id {
            thread["extId"] = id.as_str().into();
        }
        if let Some(at) = self.modified {
            thread["modifiedTime"] = at.to_string().into();
        }
        if let Some(of) = &self.content_type {
            thread["contentType"] = of.as_str().into();
        }
        if self.no_reply {
            thread["canReply"] = false.into();
        }
        if !self.bcc.is_empty() {
            thread["bcc"] = self.bcc.as_str().into();
        }
        if !self.attachments.is_empty() {
            let own = thread.get("attachments").and_then(Value::as_array).cloned().unwrap_or_default();
            thread["attachments"] = own.into_iter().chain(self.attachments.iter().map(Fetched::to_value)).collect();
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
