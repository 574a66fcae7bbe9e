//! Replies and notes (Freshdesk › onConversationCreate; FD-06, FD-08).

use super::action::{Deed, Nothing};
use super::conversation::Said;
use super::{Conversation, Freshdesk};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value, json};

/// An agent's reply.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reply {
    /// The ticket's ID.
    pub ticket: u64,
    /// As typed.
    pub body: String,
    /// Who gets a copy.
    pub cc: Vec<String>,
    /// Who gets a copy that the others do not see.
    pub bcc: Vec<String>,
    /// The files that go along, each with `id`, `name`, `content_type`, `size` and `attachment_url`.
    pub attachments: Vec<Value>,
}

/// An agent's note.
#[derive(Debug, Clone, PartialEq)]
pub struct AddNote {
    /// The ticket's ID.
    pub ticket: u64,
    /// As typed.
    pub body: String,
    /// Whether only agents see it.
    pub private: bool,
    /// Who is told of it.
    pub notified: Vec<String>,
}

/// The customer's answer to what came, or another message of theirs on the ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerReplies {
    /// The ticket's ID.
    pub ticket: u64,
    /// As typed.
    pub body: String,
}

impl Deed for Reply {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket.sendReply")
    }

    fn ticket(&self) -> Option<u64> {
        Some(self.ticket)
    }

    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
        freshdesk.ticket_or_why(self.ticket).err().map(|why| ("FD-08", why))
    }

    fn carry_out(&self, freshdesk: &mut Freshdesk, now: Instant, out: &mut Vec<Effect>) {
        let from = freshdesk.account.support_email.clone();
        let to = freshdesk.requesters_address(self.ticket);
        let said = Said {
            source: "Reply",
            body: &self.body,
            by: freshdesk.agent.id,
            private: false,
            incoming: false,
            from: Some(from.clone()),
            support: Some(from.clone()),
            to: to.clone(),
            cc: self.cc.clone(),
            bcc: self.bcc.clone(),
            attachments: self.attachments.clone(),
        };
        let Some(said) = freshdesk.say(now, self.ticket, said) else { return };
        freshdesk.replied(self.ticket, &self.cc);
        let Some(ticket) = freshdesk.ticket(self.ticket) else { return };
        let mail = json!({
            "fromAddress": from, "toAddress": to.join(", "), "ccAddress": self.cc.join(", "), "subject": ticket.attribute("subject"),
            "content": said.attributes.get("body"),
        });
        out.push(Effect::Mail { ticket: self.ticket.to_string(), mail: mail.as_object().cloned().unwrap_or_default() });
        freshdesk.tell_said(now, &said, "a reply", out);
    }
}

impl Deed for AddNote {
    fn ticket(&self) -> Option<u64> {
        Some(self.ticket)
    }

    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
        freshdesk.ticket_or_why(self.ticket).err().map(|why| ("FD-08", why))
    }

    fn carry_out(&self, freshdesk: &mut Freshdesk, now: Instant, out: &mut Vec<Effect>) {
        let said = Said {
            source: "Note",
            body: &self.body,
            by: freshdesk.agent.id,
            private: self.private,
            // The samples' private note is incoming, their public one is not.
            incoming: self.private,
            from: None,
            support: None,
            to: self.notified.clone(),
            cc: Vec::new(),
            bcc: Vec::new(),
            attachments: Vec::new(),
        };
        if let Some(said) = freshdesk.say(now, self.ticket, said) {
            freshdesk.tell_said(now, &said, "a note", out);
        }
    }
}

impl Deed for CustomerReplies {
    fn ticket(&self) -> Option<u64> {
        Some(self.ticket)
    }

    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
        freshdesk.ticket_or_why(self.ticket).err().map(|why| ("FD-08", why))
    }

    fn carry_out(&self, freshdesk: &mut Freshdesk, now: Instant, out: &mut Vec<Effect>) {
        let requester = freshdesk.ticket(self.ticket).and_then(super::Ticket::requester).unwrap_or_default();
        let support = freshdesk.account.support_email.clone();
        let said = Said {
            source: "Reply",
            body: &self.body,
            by: requester,
            private: false,
            incoming: true,
            from: freshdesk.requesters_address(self.ticket).into_iter().next(),
            support: Some(support.clone()),
            to: vec![support],
            cc: Vec::new(),
            bcc: Vec::new(),
            attachments: Vec::new(),
        };
        if let Some(said) = freshdesk.say(now, self.ticket, said) {
            freshdesk.tell_said(now, &said, "a reply", out);
        }
    }
}

impl Freshdesk {
    /// What is said is told, and no update of the ticket (FD-06).
    fn tell_said(&self, now: Instant, said: &Conversation, what: &str, out: &mut Vec<Effect>) {
        out.push(Effect::Decided { rule: "FD-06".into(), what: format!("{what} is no update of the ticket: no onTicketUpdate follows") });
        self.tell(now, "onConversationCreate", &json!({"conversation": said.attributes}), out);
    }

    fn requesters_address(&self, ticket: u64) -> Vec<String> {
        let requester = self.ticket(ticket).and_then(super::Ticket::requester).and_then(|id| self.contact(id));
        requester.map(|contact| contact.email().to_owned()).filter(|email| !email.is_empty()).into_iter().collect()
    }

    /// The first response is given; who got a copy is remembered on the ticket.
    fn replied(&mut self, id: u64, cc: &[String]) {
        let Some(ticket) = self.ticket_mut(id) else { return };
        ticket.responded = true;
        let entry: &mut Map<String, Value> = &mut ticket.attributes;
        if let Value::Array(known) = entry.entry("reply_cc_emails").or_insert_with(|| json!([])) {
            let new: Vec<_> = cc.iter().map(|address| Value::from(address.as_str())).filter(|address| !known.contains(address)).collect();
            known.extend(new);
        }
    }
}
