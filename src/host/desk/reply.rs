//! The reply editor: what its hooks tell, and what leaves with it.

use super::service::url_encoded;
use super::{Desk, Thread, Ticket, text};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value, json};

impl Desk {
    /// What the hooks of a reply tell (H, "Sending a ticket response", "Closing a ticket on sending ticket response"; HOOK-16, HOOK-17).
    pub(super) fn reply_payload(&self, ticket: &Ticket, typed: &str, cc: &str) -> Value {
        json!({
            "ticketId": ticket.id,
            "fromAdddress": self.portal.support_address,
            "toAddress": ticket.text("email"),
            "ccAddress": cc,
            "ticketSubject": format!("[## {} ##] {}", ticket.text("number"), ticket.text("subject")),
            "threadId": ticket.threads.last().map_or("", |thread| thread.id.as_str()),
            "content": url_encoded(&text::html(typed)),
        })
    }

    /// The reply is a thread of the ticket's, and leaves as a mail.
    pub(super) fn send_reply(&mut self, now: Instant, id: &str, typed: &str, cc: &str, out: &mut Vec<Effect>) {
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

    /// The reply leaves, and the ticket is closed behind it, where it is not closed already (HOOK-17, EVT-27).
    pub(super) fn reply_and_close(&mut self, now: Instant, id: &str, typed: &str, cc: &str, out: &mut Vec<Effect>) {
        self.send_reply(now, id, typed, cc, out);
        if self.ticket(id).is_some_and(|ticket| ticket.status() != "Closed") {
            self.change(now, id, "status", "Closed".into(), out);
            self.tell_change("status", "Closed".into(), out);
        }
    }
}
