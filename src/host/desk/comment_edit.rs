//! A comment that is written anew (H, "Editing a ticket comment").

use super::action::{Action, Deed};
use super::{Comment, Desk, text};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Value, json};

/// A comment's menu entry "Edit", with what the agent wrote (HOOK-15, Q-32).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditComment {
    /// The ticket's ID.
    pub ticket: String,
    /// The comment's ID.
    pub comment: String,
    /// As typed.
    pub content: String,
}

impl EditComment {
    fn comment<'a>(&self, desk: &'a Desk) -> Option<&'a Comment> {
        desk.ticket(&self.ticket)?.comments.iter().find(|comment| comment.id == self.comment)
    }
}

impl Deed for EditComment {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket.comment.edit")
    }

    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    /// The comment's ID always, and its visibility, which the host knows.
    fn payload(&self, desk: &Desk) -> Value {
        let Some(comment) = self.comment(desk) else { return Value::Null };
        let mut payload = json!({
            "ticketId": self.ticket,
            "commentId": comment.id,
            "oldContent": comment.content,
            "newContent": text::html(&self.content),
        });
        // The older page does not have it.
        let hook = desk.catalog.hook("ticket.comment.edit");
        if hook.is_some_and(|hook| hook.payload.keys.iter().any(|key| key.key == "isPublic")) {
            payload["isPublic"] = comment.public.into();
        }
        payload
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        if let Err(why) = desk.ticket_or_why(&self.ticket) {
            return Some(why);
        }
        match self.comment(desk) {
            None => Some(format!("the ticket has no comment {}", self.comment)),
            Some(comment) if comment.content == text::html(&self.content) => Some("the comment says so already: nothing changes".into()),
            Some(_) => None,
        }
    }

    /// The pages document no event for it.
    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let stamp = text::short_time(now, &desk.portal.time_zone);
        let ticket = desk.ticket_mut(&self.ticket)?;
        ticket.set("modifiedTime", stamp.into());
        let comment = ticket.comments.iter_mut().find(|comment| comment.id == self.comment)?;
        let to = text::html(&self.content);
        let from = std::mem::replace(&mut comment.content, to.clone());
        out.push(Effect::Changed { ticket: self.ticket.clone(), property: "comment".to_owned(), from: from.into(), to: to.into() });
        None
    }

    fn refused(&self) -> (&'static str, &'static str) {
        ("HOOK-15", "the comment does not become editable")
    }
}
