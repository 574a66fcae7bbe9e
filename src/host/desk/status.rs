//! A ticket's status: closed, reopened, or set in the field "Status" (HOOK-10, HOOK-11, HOOK-12, HOOK-26, EVT-17).

use super::Desk;
use super::action::{Action, Deed};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Value, json};

/// The button "Close ticket" (H, "Closing a ticket"; HOOK-11).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Close {
    /// The ticket's ID.
    pub ticket: String,
}

/// The button "Reopen ticket" (H, "Reopening a ticket"; HOOK-10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopen {
    /// The ticket's ID.
    pub ticket: String,
}

/// The field "Status" (H, "Changing the status of a ticket"; HOOK-12, HOOK-26).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetStatus {
    /// The ticket's ID.
    pub ticket: String,
    /// The new status.
    pub status: String,
}

impl Deed for Close {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket.close")
    }

    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.is_already(&self.ticket, "status", &"Closed".into())
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.change_and_tell(now, &self.ticket, "status", "Closed".into(), out);
        None
    }
}

impl Deed for Reopen {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket.reOpen")
    }

    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        match desk.ticket_or_why(&self.ticket) {
            Ok(ticket) => (ticket.status() != "Closed").then(|| format!("the ticket is {} already: nothing changes", ticket.status())),
            Err(why) => Some(why),
        }
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.change_and_tell(now, &self.ticket, "status", "Open".into(), out);
        None
    }
}

impl Deed for SetStatus {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket.status")
    }

    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn payload(&self, desk: &Desk) -> Value {
        let old = desk.ticket(&self.ticket).map(|ticket| ticket.status());
        json!({"ticket.newStatus": self.status, "ticket.oldStatus": old})
    }

    /// Moves into and out of Closed are asked here too, where the agent makes them with this field.
    fn shaped_by(&self, desk: &Desk) -> &'static [&'static str] {
        let old = desk.ticket(&self.ticket).map(|ticket| ticket.status());
        if self.status == "Closed" || old == Some("Closed") { &["HOOK-26"] } else { &[] }
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.is_already(&self.ticket, "status", &self.status.as_str().into())
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.change_and_tell(now, &self.ticket, "status", self.status.as_str().into(), out);
        None
    }
}
