//! Remote Assist.

use super::action::{Action, Deed};
use super::{Desk, Ticket, text};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Value, json};

/// The button "Remote Assist" of a ticket's detail view (E, "On opening remote assist"; EVT-19, EVT-31). The pages document no hook for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenAssist {
    /// The ticket's ID.
    pub ticket: String,
}

impl Deed for OpenAssist {
    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let elsewhere = desk.page.shown_ticket() != Some(&self.ticket);
        desk.ticket_or_why(&self.ticket).err().or_else(|| elsewhere.then(|| "remote assist begins on the ticket's detail view".into()))
    }

    fn carry_out(&self, desk: &mut Desk, _now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let ticket = desk.ticket(&self.ticket)?;
        let payload = json!({
            "status": ticket.status(),
            "owner": desk.owner_in_assist(ticket),
            "dueDate": desk.due_in_assist(ticket),
            "ticketId": ticket.id,
        });
        out.push(Effect::Decided { rule: "EVT-31".into(), what: "remote assist begins on the ticket's detail view".into() });
        desk.broadcast("ticket_assist.click", &payload, out);
        None
    }
}

impl Desk {
    /// The team, alone or with one of its agents; else the agent; else nobody.
    fn owner_in_assist(&self, ticket: &Ticket) -> String {
        let held = |name: &str| ticket.property(name).and_then(Value::as_str);
        let team = held("teamId").and_then(|id| self.teams.iter().find(|team| team.id == id)).map(|team| team.name.as_str());
        let agent = held("assigneeId").and_then(|id| self.agents().find(|agent| agent.id == id)).map(|agent| agent.name.as_str());
        team.or(agent).or_else(|| held("owner")).map_or_else(|| self.catalog.wording("assist.unassigned", &[]), str::to_owned)
    }

    /// As the other event of the page writes it (EVT-11; derived).
    fn due_in_assist(&self, ticket: &Ticket) -> String {
        match ticket.text("dueDate") {
            "" => self.catalog.wording("assist.no-due-date", &[]),
            due => text::due_from_ticket(due).map_or_else(|| due.to_owned(), text::due_in_event),
        }
    }
}
