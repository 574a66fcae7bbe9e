//! Tickets whose time is up (Freshdesk › onTicketUpdate: "Ticket is escalated for any reason", "… because first response was breached"; FD-05).

use super::update::Change;
use super::{Due, Freshdesk, Ticket, time};
use crate::clock::Instant;
use crate::host::{Effect, Wake};
use serde_json::Value;

/// When a first response is due, and when the resolution is.
const TIMES: [(&str, Clock); 2] = [("fr_due_by", Clock::Response), ("due_by", Clock::Resolution)];

/// What a ticket may be late with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The first response.
    Response,
    /// The resolution.
    Resolution,
}

impl Clock {
    fn time(self) -> &'static str {
        TIMES.iter().find(|(_, clock)| *clock == self).map_or("", |(name, _)| name)
    }
}

impl Freshdesk {
    /// A ticket's times are watched from now on.
    pub(super) fn watch(&self, now: Instant, id: u64, out: &mut Vec<Effect>) {
        let Some(ticket) = self.ticket(id) else { return };
        let due = TIMES.iter().filter_map(|(_, clock)| Some((ticket.due(*clock)?, *clock)));
        for (at, clock) in due.filter(|(at, clock)| *at >= now && self.may_be_late(ticket, *clock)) {
            out.push(Effect::WakeAt { at, wake: Wake::Freshdesk(Due::Late { ticket: id, clock }) });
        }
    }

    /// A time is up: who is late by it, is escalated.
    pub(super) fn is_late(&mut self, now: Instant, id: u64, clock: Clock, out: &mut Vec<Effect>) {
        // The time may have been put off since.
        let Some(ticket) = self.ticket(id).filter(|ticket| ticket.due(clock).is_some_and(|due| due <= now)) else { return };
        if !self.may_be_late(ticket, clock) {
            let what = format!("{} has passed, and the ticket {id} is not late: it is not escalated", clock.time());
            return out.push(Effect::Decided { rule: "FD-05".into(), what });
        }
        let mut changes = Vec::new();
        let reasons: &[&str] = match clock {
            Clock::Response => &["fr_escalated", "is_escalated"],
            Clock::Resolution => &["is_escalated"],
        };
        let Some(ticket) = self.ticket_mut(id) else { return };
        for name in reasons {
            let from = ticket.set(name, true.into());
            changes.push(Change { name: (*name).to_owned(), from, to: true.into() });
        }
        changes.retain(|change| change.from != change.to);
        if !changes.is_empty() {
            out.push(Effect::Decided { rule: "FD-05".into(), what: format!("{} has passed: the ticket {id} is escalated", clock.time()) });
            self.changed(now, id, changes, out);
        }
    }

    /// Whether a ticket still waits for what is due (derived: what is resolved or closed, deleted or spam waits for nothing).
    fn may_be_late(&self, ticket: &Ticket, clock: Clock) -> bool {
        let status = ticket.attribute("status");
        let is = |name: &str| status == Some(&self.ticket_value("status", &Value::from(name)));
        let over = is("Resolved") || is("Close") || ticket.deleted || ticket.is("spam");
        !(over || clock == Clock::Response && ticket.responded)
    }
}

impl Ticket {
    fn due(&self, clock: Clock) -> Option<Instant> {
        time::instant(self.attributes.get(clock.time())?.as_str()?)
    }
}
