//! The reply editor: what its hooks tell, and what leaves with it.

use super::action::{Action, Barred, Deed};
use super::{Attachment, Desk, Thread, Ticket, text};
use crate::clock::Instant;
use crate::host::Effect;
use crate::percent::{COMPONENT, encoded};
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
    /// The files that go along, without IDs.
    pub attachments: Vec<Attachment>,
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

    /// A channel may take no reply to a thread, and no attachment with one (CH-18).
    fn barred(&self, desk: &Desk) -> Option<Barred> {
        let answered = desk.ticket(&self.ticket).and_then(|ticket| ticket.thread(self.thread.as_deref()?));
        let message = if answered.is_some_and(|thread| thread.synced.no_reply) {
            "channel.no-reply"
        } else if !self.attachments.is_empty() && desk.channel_forbids(&self.ticket, "acceptAttachments") {
            "channel.no-attachment"
        } else {
            return None;
        };
        Some(Barred { rule: "CH-18", message })
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.ticket_or_why(&self.ticket).err()
    }

    /// The reply leaves; the ticket is closed behind it, where it is not closed already (HOOK-17, EVT-27).
    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.send_reply(now, self, out);
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
            "toAddress": self.recipient(ticket, thread),
            "ccAddress": cc,
            "ticketSubject": format!("[## {} ##] {}", ticket.text("number"), ticket.text("subject")),
            "threadId": thread.unwrap_or_default(),
            "content": encoded(&text::html(typed), COMPONENT),
        })
    }

    /// Whom a reply goes to: as the open editor says, else to who wrote the thread.
    fn recipient<'a>(&'a self, ticket: &'a Ticket, thread: Option<&str>) -> &'a str {
        self.editing(&ticket.id, thread).map_or_else(|| ticket.addressee(thread), |editor| &editor.to)
    }

    /// The reply is a thread of the ticket's, and leaves as a mail; through its channel where it came from one (CH-13, CH-17).
    fn send_reply(&mut self, now: Instant, reply: &Reply, out: &mut Vec<Effect>) {
        let (id, answered) = (reply.ticket.as_str(), reply.thread.as_deref());
        let thread_id = self.next_record();
        let attachments = self.attached(id, &thread_id, &reply.attachments);
        let from = self.portal.support_address.clone();
        let (channel, author) = (self.channel_behind(id), self.agent.clone());
        let bcc = self.editing(id, answered).map(|editor| editor.bcc.clone()).unwrap_or_default();
        let to = self.ticket(id).map(|ticket| self.recipient(ticket, answered).to_owned()).unwrap_or_default();
        let Some(ticket) = self.ticket_mut(id) else { return };
        let content = text::html(&reply.content);
        let thread = Thread {
            id: thread_id,
            content,
            to,
            cc: reply.cc.clone(),
            from,
            incoming: false,
            at: now,
            attachments,
            synced: Self::to_be_pushed(ticket, author, answered),
        };
        let mail = mail(&thread, &bcc, ticket.text("subject"));
        let thread_id = thread.id.clone();
        ticket.threads.push(thread);
        let count = ticket.threads.len().to_string();
        self.change(now, id, "threadCount", count.into(), out);
        match channel {
            Some(extension) => self.push(now, extension, id, &thread_id, out),
            None => {
                out.push(Effect::applied("CH-17"));
                out.push(Effect::Mail { ticket: id.to_owned(), mail });
            }
        }
        self.end_editing(id, answered);
    }

    /// The files of a reply, each with its ID, and where it can be fetched (derived).
    fn attached(&mut self, ticket: &str, thread: &str, files: &[Attachment]) -> Vec<Attachment> {
        let attached = |file: &Attachment| {
            let id = self.next_record();
            let href = format!("{}/api/v1/tickets/{ticket}/threads/{thread}/attachments/{id}/content", self.portal.web_address);
            Attachment { id, href, ..file.clone() }
        };
        files.iter().map(attached).collect()
    }
}

fn mail(thread: &Thread, bcc: &str, subject: &str) -> Map<String, Value> {
    let texts = [
        ("fromAddress", thread.from.as_str()),
        ("toAddress", &thread.to),
        ("ccAddress", &thread.cc),
        ("subject", subject),
        ("content", &thread.content),
    ];
    let mut mail: Map<_, _> = texts.into_iter().map(|(name, text)| (name.to_owned(), text.into())).collect();
    if !bcc.is_empty() {
        mail.insert("bccAddress".into(), bcc.into());
    }
    if !thread.attachments.is_empty() {
        mail.insert("attachments".into(), thread.attachments.iter().map(|file| file.name.as_str()).collect());
    }
    mail
}
