//! The draft of a reply: saved, updated, deleted (H, "Saving/updating/deleting a ticket reply draft"; HOOK-21).

use super::action::{Action, Deed};
use super::{Desk, text};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Value, json};

/// A reply that has not left yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The thread that is replied to.
    pub thread: String,
    /// HTML.
    pub content: String,
    /// Who would read it too, comma-separated.
    pub cc: String,
}

/// The reply editor's button "Save draft": what is there already is updated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveDraft {
    /// The ticket's ID.
    pub ticket: String,
    /// The thread that is replied to.
    pub thread: String,
    /// As typed.
    pub content: String,
    /// Who would read it too, comma-separated.
    pub cc: String,
}

/// The draft's button "Delete".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeleteDraft {
    /// The ticket's ID.
    pub ticket: String,
}

/// What a refusal leaves behind.
const STAYS: (&str, &str) = ("HOOK-21", "the draft stays as it was");

impl SaveDraft {
    fn draft(&self) -> Draft {
        Draft { thread: self.thread.clone(), content: text::html(&self.content), cc: self.cc.clone() }
    }
}

impl Deed for SaveDraft {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket_reply.draft")
    }

    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn payload(&self, desk: &Desk) -> Value {
        let is_new = desk.ticket(&self.ticket).is_some_and(|ticket| ticket.draft.is_none());
        desk.draft_payload(&self.ticket, &self.draft(), if is_new { "saveDraft" } else { "updateDraft" })
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let ticket = match desk.ticket_or_why(&self.ticket) {
            Ok(ticket) => ticket,
            Err(why) => return Some(why),
        };
        if ticket.thread(&self.thread).is_none() {
            return Some(format!("the ticket has no thread {}", self.thread));
        }
        (ticket.draft.as_ref() == Some(&self.draft())).then(|| "the draft says so already: nothing changes".to_owned())
    }

    fn carry_out(&self, desk: &mut Desk, _: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.set_draft(&self.ticket, Some(self.draft()), out);
        None
    }

    fn refused(&self) -> (&'static str, &'static str) {
        STAYS
    }
}

impl Deed for DeleteDraft {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket_reply.draft")
    }

    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    /// The page documents no payload for it: the draft as it stands, with an action of its own (derived, Q-35).
    fn payload(&self, desk: &Desk) -> Value {
        let draft = desk.ticket(&self.ticket).and_then(|ticket| ticket.draft.as_ref());
        draft.map_or(Value::Null, |draft| desk.draft_payload(&self.ticket, draft, "deleteDraft"))
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        match desk.ticket_or_why(&self.ticket) {
            Ok(ticket) => ticket.draft.is_none().then(|| "there is no draft: nothing changes".to_owned()),
            Err(why) => Some(why),
        }
    }

    fn carry_out(&self, desk: &mut Desk, _: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.set_draft(&self.ticket, None, out);
        None
    }

    fn refused(&self) -> (&'static str, &'static str) {
        STAYS
    }
}

impl Desk {
    fn draft_payload(&self, ticket: &str, draft: &Draft, action: &str) -> Value {
        let Some(ticket) = self.ticket(ticket) else { return Value::Null };
        let mut payload = self.reply_payload(ticket, Some(&draft.thread), &draft.content, &draft.cc);
        payload["actionType"] = action.into();
        payload
    }

    /// The open editor of the draft holds what is saved, and is closed where the draft is deleted.
    fn set_draft(&mut self, id: &str, draft: Option<Draft>, out: &mut Vec<Effect>) {
        let Some(ticket) = self.ticket_mut(id) else { return };
        let before = std::mem::replace(&mut ticket.draft, draft.clone());
        let (from, to) = (told(before.as_ref()), told(draft.as_ref()));
        out.push(Effect::Changed { ticket: id.to_owned(), property: "draft".to_owned(), from, to });
        let of = |thread: &str| draft.as_ref().or(before.as_ref()).is_some_and(|it| it.thread == thread);
        if let Some(mut editor) = self.editor.take_if(|editor| editor.ticket == id && of(&editor.thread)) {
            self.editor = draft.map(|draft| {
                editor.content = draft.content;
                editor
            });
        }
    }
}

/// A draft as plain data, for whoever compares it with a fixture.
pub(super) fn told(draft: Option<&Draft>) -> Value {
    draft.map_or(Value::Null, |draft| json!({"threadId": draft.thread, "content": draft.content, "cc": draft.cc}))
}
