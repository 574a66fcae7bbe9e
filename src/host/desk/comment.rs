//! Comments on a ticket.

use super::action::{Action, Deed};
use super::{Comment, Desk, text};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Value, json};

/// The comment editor (H, "Adding a ticket comment"; HOOK-14, EVT-01).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddComment {
    /// The ticket's ID.
    pub ticket: String,
    /// As typed.
    pub content: String,
    /// Whether the customer sees it.
    pub public: bool,
}

impl Deed for AddComment {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket.comment")
    }

    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn payload(&self, _desk: &Desk) -> Value {
        json!({"ticketId": self.ticket, "content": text::html(&self.content), "isPublic": self.public})
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.ticket_or_why(&self.ticket).err()
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let author = desk.agent.name.clone();
        let comment = Comment { id: desk.next_record(), content: text::html(&self.content), public: self.public, author, at: now };
        let payload = json!({
            "comment": comment.content,
            "commentId": comment.id,
            "displayName": comment.author,
            "displayTime": text::long_time(now, &desk.portal.time_zone),
            "isPublicComment": self.public,
        });
        let ticket = desk.ticket_mut(&self.ticket)?;
        ticket.comments.push(comment);
        let count = ticket.comments.len().to_string();
        desk.change(now, &self.ticket, "commentCount", count.into(), out);
        desk.broadcast("ticket_comment.add", &payload, out);
        None
    }
}
