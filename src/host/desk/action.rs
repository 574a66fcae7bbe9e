use super::service::url_encoded;
use super::text;
use super::{Comment, Desk, Thread};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value, json};

/// What an agent does to a ticket. The agent's control decides which one hook is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// The button "Close ticket" (HOOK-11).
    Close {
        /// The ticket's ID.
        ticket: String,
    },
    /// The button "Reopen ticket" (HOOK-10).
    Reopen {
        /// The ticket's ID.
        ticket: String,
    },
    /// The field "Status" (HOOK-12, HOOK-26).
    SetStatus {
        /// The ticket's ID.
        ticket: String,
        /// The new status.
        status: String,
    },
    /// The comment editor (HOOK-14).
    Comment {
        /// The ticket's ID.
        ticket: String,
        /// As typed.
        content: String,
        /// Whether the customer sees it.
        public: bool,
    },
    /// The reply editor (HOOK-16).
    Reply {
        /// The ticket's ID.
        ticket: String,
        /// As typed.
        content: String,
        /// Who reads it too, comma-separated.
        cc: String,
    },
}

impl Action {
    /// The hook that guards it.
    #[must_use]
    pub fn hook(&self) -> &'static str {
        match self {
            Self::Close { .. } => "ticket.close",
            Self::Reopen { .. } => "ticket.reOpen",
            Self::SetStatus { .. } => "ticket.status",
            Self::Comment { .. } => "ticket.comment",
            Self::Reply { .. } => "ticket.reply",
        }
    }

    /// The ticket that it changes.
    #[must_use]
    pub fn ticket(&self) -> &str {
        match self {
            Self::Close { ticket }
            | Self::Reopen { ticket }
            | Self::SetStatus { ticket, .. }
            | Self::Comment { ticket, .. }
            | Self::Reply { ticket, .. } => ticket,
        }
    }

    fn status(&self) -> Option<&str> {
        match self {
            Self::Close { .. } => Some("Closed"),
            Self::Reopen { .. } => Some("Open"),
            Self::SetStatus { status, .. } => Some(status),
            Self::Comment { .. } | Self::Reply { .. } => None,
        }
    }

    /// Why there is nothing to do, where there is nothing.
    pub(super) fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let Some(ticket) = desk.ticket(self.ticket()) else {
            return Some(format!("there is no ticket {}", self.ticket()));
        };
        let reopens_what_is_open = matches!(self, Self::Reopen { .. }) && ticket.status() != "Closed";
        (reopens_what_is_open || self.status() == Some(ticket.status()))
            .then(|| format!("the ticket is {} already: nothing changes", ticket.status()))
    }

    /// What its hook's page documents for it; null where the page documents nothing.
    pub(super) fn payload(&self, desk: &Desk) -> Value {
        let Some(ticket) = desk.ticket(self.ticket()) else { return Value::Null };
        match self {
            Self::Close { .. } | Self::Reopen { .. } => Value::Null,
            Self::SetStatus { status, .. } => json!({"ticket.newStatus": status, "ticket.oldStatus": ticket.status()}),
            Self::Comment { content, public, .. } => json!({"ticketId": ticket.id, "content": text::html(content), "isPublic": public}),
            Self::Reply { content, cc, .. } => json!({
                "ticketId": ticket.id,
                "fromAdddress": desk.portal.support_address,
                "toAddress": ticket.text("email"),
                "ccAddress": cc,
                "ticketSubject": format!("[## {} ##] {}", ticket.text("number"), ticket.text("subject")),
                "threadId": ticket.threads.last().map_or("", |thread| thread.id.as_str()),
                "content": url_encoded(&text::html(content)),
            }),
        }
    }

    /// Changes the ticket, then tells everybody (EVT-01, EVT-17, EVT-27).
    pub(super) fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) {
        match self {
            Self::Comment { ticket, content, public } => desk.add_comment(now, ticket, content, *public, out),
            Self::Reply { ticket, content, cc } => desk.send_reply(now, ticket, content, cc, out),
            Self::Close { ticket } | Self::Reopen { ticket } | Self::SetStatus { ticket, .. } => {
                desk.change(now, ticket, "status", self.status().unwrap_or_default().into(), out);
                desk.broadcast("ticket_status.changed", &json!({"ticket.status": self.status()}), out);
            }
        }
    }
}

impl Desk {
    fn change(&mut self, now: Instant, id: &str, property: &str, to: Value, out: &mut Vec<Effect>) {
        let stamp = text::short_time(now, &self.portal.time_zone);
        let Some(ticket) = self.ticket_mut(id) else { return };
        ticket.properties.insert("modifiedTime".into(), stamp.into());
        let from = ticket.properties.insert(property.to_owned(), to.clone()).unwrap_or(Value::Null);
        out.push(Effect::Changed { ticket: id.to_owned(), property: property.to_owned(), from, to });
    }

    fn add_comment(&mut self, now: Instant, id: &str, typed: &str, public: bool, out: &mut Vec<Effect>) {
        let comment = Comment { id: self.next_record(), content: text::html(typed), public, author: self.agent.name.clone(), at: now };
        let payload = json!({
            "comment": comment.content,
            "commentId": comment.id,
            "displayName": comment.author,
            "displayTime": text::long_time(now, &self.portal.time_zone),
            "isPublicComment": public,
        });
        let Some(ticket) = self.ticket_mut(id) else { return };
        ticket.comments.push(comment);
        let count = ticket.comments.len().to_string();
        self.change(now, id, "commentCount", count.into(), out);
        self.broadcast("ticket_comment.add", &payload, out);
    }

    fn send_reply(&mut self, now: Instant, id: &str, typed: &str, cc: &str, out: &mut Vec<Effect>) {
        let thread_id = self.next_record();
        let from = self.portal.support_address.clone();
        let Some(ticket) = self.ticket_mut(id) else { return };
        let thread =
            Thread { id: thread_id, content: text::html(typed), to: ticket.text("email").to_owned(), cc: cc.to_owned(), from, at: now };
        let Value::Object(mail) = json!({
            "fromAddress": thread.from, "toAddress": thread.to, "ccAddress": thread.cc, "subject": ticket.text("subject"), "content": thread.content,
        }) else {
            return;
        };
        ticket.threads.push(thread);
        let count = ticket.threads.len().to_string();
        self.change(now, id, "threadCount", count.into(), out);
        out.push(Effect::Mail { ticket: id.to_owned(), mail: Map::from_iter(mail) });
    }
}
