use super::{Freshdesk, time};
use crate::clock::Instant;
use crate::host::desk::{html, plain};
use serde_json::{Map, Value, json};

/// A reply or a note on a ticket (FD-08).
#[derive(Debug, Clone, PartialEq)]
pub struct Conversation {
    /// By the names of onConversationCreate's payload.
    pub attributes: Map<String, Value>,
}

/// What is said on a ticket, and by whom.
pub(super) struct Said<'a> {
    /// The name of its source: `Reply`, `Note` (FD-12).
    pub(super) source: &'static str,
    /// HTML, or a text as it was typed.
    pub(super) body: &'a str,
    /// The ID of the agent or of the contact.
    pub(super) by: u64,
    /// Whether only agents see it.
    pub(super) private: bool,
    /// Whether it comes from outside.
    pub(super) incoming: bool,
    /// From which address it leaves; notes leave from none.
    pub(super) from: Option<String>,
    /// The support address that it goes through; notes go through none.
    pub(super) support: Option<String>,
    /// Whom it goes to.
    pub(super) to: Vec<String>,
    /// Who gets a copy.
    pub(super) cc: Vec<String>,
    /// Who gets a copy that the others do not see.
    pub(super) bcc: Vec<String>,
    /// The files that go along.
    pub(super) attachments: Vec<Value>,
}

impl Freshdesk {
    /// A reply or a note is on a ticket from now on.
    pub(super) fn say(&mut self, now: Instant, ticket: u64, said: Said<'_>) -> Option<Conversation> {
        let stamp = time::stamp(now);
        let body = html(said.body);
        // The pages' samples have null where nobody gets a copy, and an empty list everywhere else.
        let cc = if said.cc.is_empty() { Value::Null } else { said.cc.into() };
        let Value::Object(attributes) = json!({
            "id": self.next_conversation(), "body_text": plain(&body), "body": body, "from_email": said.from, "bcc_emails": said.bcc,
            "support_email": said.support, "user_id": said.by, "ticket_id": ticket, "private": said.private, "incoming": said.incoming,
            "source": said.source, "cc_emails": cc, "to_emails": said.to, "created_at": stamp, "updated_at": stamp,
            "attachments": said.attachments,
        }) else {
            return None;
        };
        let conversation = Conversation { attributes };
        self.ticket_mut(ticket)?.conversations.push(conversation.clone());
        Some(conversation)
    }

    fn next_conversation(&self) -> usize {
        self.tickets.iter().map(|ticket| ticket.conversations.len()).sum::<usize>() + 1
    }
}
