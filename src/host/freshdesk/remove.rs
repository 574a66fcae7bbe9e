//! Tickets that go, and come back (Freshdesk › onTicketUpdate; FD-05, FD-07).

use super::action::{Deed, Nothing};
use super::update::Change;
use super::{Freshdesk, Ticket};
use crate::clock::Instant;
use crate::host::Effect;

/// The button "Delete": the ticket is in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeleteTicket {
    /// The ticket's ID.
    pub ticket: u64,
}

/// The button "Restore": the ticket is out of the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestoreTicket {
    /// The ticket's ID.
    pub ticket: u64,
}

/// The mark as spam, or its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkSpam {
    /// The ticket's ID.
    pub ticket: u64,
    /// Whether it is spam.
    pub spam: bool,
}

impl Deed for DeleteTicket {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket.deleteTicketClick")
    }

    fn ticket(&self) -> Option<u64> {
        Some(self.ticket)
    }

    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
        freshdesk.is_already(self.ticket, |ticket| ticket.deleted.then_some("in the bin"), "FD-07")
    }

    fn carry_out(&self, freshdesk: &mut Freshdesk, now: Instant, out: &mut Vec<Effect>) {
        freshdesk.flip(now, self.ticket, "deleted", true, out);
    }
}

impl Deed for RestoreTicket {
    fn ticket(&self) -> Option<u64> {
        Some(self.ticket)
    }

    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
        freshdesk.is_already(self.ticket, |ticket| (!ticket.deleted).then_some("out of the bin"), "FD-07")
    }

    fn carry_out(&self, freshdesk: &mut Freshdesk, now: Instant, out: &mut Vec<Effect>) {
        freshdesk.flip(now, self.ticket, "deleted", false, out);
    }
}

impl Deed for MarkSpam {
    fn ticket(&self) -> Option<u64> {
        Some(self.ticket)
    }

    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
        let so = if self.spam { "spam" } else { "no spam" };
        freshdesk.is_already(self.ticket, |ticket| (ticket.is("spam") == self.spam).then_some(so), "FD-05")
    }

    fn carry_out(&self, freshdesk: &mut Freshdesk, now: Instant, out: &mut Vec<Effect>) {
        freshdesk.flip(now, self.ticket, "spam", self.spam, out);
    }
}

impl Ticket {
    /// Whether an attribute is set that is true or false.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        self.attributes.get(name).and_then(serde_json::Value::as_bool).unwrap_or(false)
    }
}

impl Freshdesk {
    fn is_already(&self, ticket: u64, so: impl Fn(&Ticket) -> Option<&'static str>, rule: &'static str) -> Option<Nothing> {
        let why = match self.ticket_or_why(ticket) {
            Ok(ticket) => format!("the ticket is {} already", so(ticket)?),
            Err(why) => why,
        };
        Some((rule, format!("{why}: nothing changes")))
    }

    /// What a ticket is or is not, changes.
    fn flip(&mut self, now: Instant, id: u64, name: &str, to: bool, out: &mut Vec<Effect>) {
        let Some(ticket) = self.ticket_mut(id) else { return };
        // Deletion is in no list of a ticket's attributes: the changes alone tell it (FD-07, Q-58).
        match name {
            "deleted" => ticket.deleted = to,
            _ => drop(ticket.set(name, to.into())),
        }
        let change = Change { name: name.to_owned(), from: (!to).into(), to: to.into() };
        self.changed(now, id, vec![change], out);
    }
}
