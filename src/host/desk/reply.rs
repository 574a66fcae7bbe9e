//! The reply editor: what its hooks tell, and what leaves with it.

use super::action::{Action, Deed};
use super::service::url_encoded;
use super::{Desk, Thread, Ticket, text};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value, json};

/// The reply editor's buttons "Send" (H, "Sending a ticket response"; HOOK-16) and "Send and close" (H, "Closing a ticket on sending ticket response";
/// HOOK-17).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The ticket's ID.
    pub ticket: String,
    /// The thread that is replied to; a ticket may have none.
    pub thread: Option<String>,
    /// As typed.
    pub content: String,
    /// Who reads it too, comma-separated.
    pub cc: String,
    /// Whether the ticket is closed with it.
    pub close: bool,
}

impl Deed for Reply {
    /// One hook for each button: never two.
    fn hook(&self) -> Option<&'static str> {
        Some(if self.close { "ticket.replyAndClose" } else { "ticket.reply" })
    }

    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn payload(&self, desk: &Desk) -> Value {
        desk.ticket(&self.ticket).map_or(Value::Null, |ticket| desk.reply_payload(ticket, self.thread.as_deref(), &self.content, &self.cc))
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.ticket_or_why(&self.ticket).err()
    }

    /// The reply leaves; the ticket is closed behind it, where it is not closed already (HOOK-17, EVT-27).
    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.send_reply(now, &self.ticket, self.thread.as_deref(), &self.content, &self.cc, out);
        if self.close && desk.ticket(&self.ticket).is_some_and(|ticket| ticket.status() != "Closed") {
            desk.change_and_tell(now, &self.ticket, "status", "Closed".into(), out);
        }
        None
    }
}

impl Desk {
    /// What the hooks of a reply tell (H, "Sending a ticket response", "Closing a ticket on sending ticket response"; HOOK-16, HOOK-17).
    pub(super) fn reply_payload(&self, ticket: &Ticket, thread: Option<&str>, typed: &str, cc: &str) -> Value {
        json!({
            "ticketId": ticket.id,
            "fromAdddress": self.portal.support_address,
            "toAddress": ticket.addressee(thread),
            "ccAddress": cc,
            "ticketSubject": format!("[## {} ##] {}", ticket.text("number"), ticket.text("subject")),
            "threadId": thread.unwrap_or_default(),
            "content": url_encoded(&text::html(typed)),
        })
    }

    /// The reply is a thread of the ticket's, and leaves as a mail; through its channel where it came from one (CH-13, CH-17).
    fn send_reply(&mut self, now: Instant, id: &str, answered: Option<&str>, typed: &str, cc: &str, out: &mut Vec<Effect>) {
        let thread_id = self.next_record();
        let from = self.portal.support_address.clone();
        let channel = self.channel_behind(id);
        let Some(ticket) = self.ticket_mut(id) else { return };
        let (content, to) = (text::html(typed), ticket.addressee(answered).to_owned());
        let thread = Thread {
            id: thread_id,
            content,
            to,
            cc: cc.to_owned(),
            from,
            incoming: false,
            at: now,
            synced: Self::to_be_pushed(ticket, answered),
        };
        let Value::Object(mail) = json!({
            "fromAddress": thread.from, "toAddress": thread.to, "ccAddress": thread.cc, "subject": ticket.text("subject"), "content": thread.content,
        }) else {
            return;
        };
        let thread_id = thread.id.clone();
        ticket.threads.push(thread);
        let count = ticket.threads.len().to_string();
        self.change(now, id, "threadCount", count.into(), out);
        match channel {
            Some(extension) => self.push(now, extension, id, &thread_id, out),
            None => {
                out.push(Effect::applied("CH-17"));
                out.push(Effect::Mail { ticket: id.to_owned(), mail: Map::from_iter(mail) });
            }
        }
        self.end_editing(id, answered);
    }
}
