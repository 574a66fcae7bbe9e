//! From page to page, and from ticket to ticket (EVT-08, EVT-10, EVT-31, EVT-32).

use super::action::{Action, Deed};
use super::{Desk, Page};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Value, json};

/// A click on a different ticket in the All Tickets list beside the open one (E, "On moving from one ticket to another"; EVT-10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShiftTicket {
    /// The ID of the ticket that the agent clicks.
    pub to: String,
}

impl Deed for ShiftTicket {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        match desk.page.shown_ticket() {
            None => Some("no ticket is open, so the list of all tickets is not beside one".into()),
            Some(open) if open == self.to => Some("the agent has this ticket open already: nothing changes".into()),
            Some(_) => desk.ticket_or_why(&self.to).err(),
        }
    }

    /// The widgets of the ticket that is left are still there to hear of it: nobody else is at their locations.
    fn carry_out(&self, desk: &mut Desk, _now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        out.push(Effect::Decided { rule: "EVT-31".into(), what: "the ticket was clicked in the list of all tickets".into() });
        desk.broadcast("ticket_Shift", &json!({"ticket_shifted": true}), out);
        desk.go_to(Page::ticket(&self.to), out);
        None
    }
}

impl Desk {
    /// Tells that the agent is on another page now (EVT-08).
    pub(super) fn tell_of_move(&self, left: &Page, out: &mut Vec<Effect>) {
        self.broadcast("pageChange", &json!({"previousView": view(left), "currentView": view(&self.page)}), out);
    }
}

fn view(page: &Page) -> Value {
    json!({"module": page.module, "page": page.page})
}
