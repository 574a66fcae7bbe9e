//! A ticket's properties, changed together (Freshdesk › onTicketUpdate; FD-05, FD-06).

use super::action::{Deed, Nothing};
use super::shape::part;
use super::ticket::{complete, is_custom};
use super::{Freshdesk, time};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value, json};

/// The properties of a ticket, saved together: one update, one event.
#[derive(Debug, Clone, PartialEq)]
pub struct UpdateTicket {
    /// The ticket's ID.
    pub ticket: u64,
    /// What they become, by the names of the payload, and custom fields by their API names (`cf_…`).
    pub attributes: Map<String, Value>,
}

impl UpdateTicket {
    /// One property of a ticket.
    #[must_use]
    pub fn of(ticket: u64, name: &str, value: impl Into<Value>) -> Self {
        Self { ticket, attributes: Map::from_iter([(name.to_owned(), value.into())]) }
    }
}

impl Deed for UpdateTicket {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket.propertiesUpdated")
    }

    fn ticket(&self) -> Option<u64> {
        Some(self.ticket)
    }

    fn payload(&self, freshdesk: &Freshdesk) -> Value {
        let changed = freshdesk.differences(self.ticket, &self.attributes);
        changed.into_iter().map(|change| (change.name, json!({"old": change.from, "new": change.to}))).collect::<Map<_, _>>().into()
    }

    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
        let none = freshdesk.differences(self.ticket, &self.attributes).is_empty();
        let why = freshdesk.ticket_or_why(self.ticket).err().or_else(|| none.then(|| "the ticket has all of it already".to_owned()));
        why.map(|why| ("FD-05", format!("{why}: nothing changes")))
    }

    fn carry_out(&self, freshdesk: &mut Freshdesk, now: Instant, out: &mut Vec<Effect>) {
        freshdesk.update(now, self.ticket, &self.attributes, out);
    }
}

/// One property that changes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change {
    pub(super) name: String,
    pub(super) from: Value,
    pub(super) to: Value,
}

impl Freshdesk {
    /// What a ticket does not have yet, in the order in which it is given.
    pub(super) fn differences(&self, ticket: u64, given: &Map<String, Value>) -> Vec<Change> {
        let Some(ticket) = self.ticket(ticket) else { return Vec::new() };
        let mut wanted = Map::new();
        complete(&mut wanted, given.clone());
        let changes = wanted.into_iter().map(|(name, value)| Change {
            from: ticket.attribute(&name).cloned().unwrap_or_default(),
            to: self.ticket_value(&name, &value),
            name,
        });
        changes.filter(|change| change.from != change.to).collect()
    }

    /// A ticket's properties change, and everybody is told of those that the page names.
    pub(super) fn update(&mut self, now: Instant, id: u64, given: &Map<String, Value>, out: &mut Vec<Effect>) {
        let changes = self.differences(id, given);
        let Some(ticket) = self.ticket_mut(id) else { return };
        for Change { name, to, .. } in &changes {
            ticket.set(name, to.clone());
        }
        self.watch(now, id, out);
        self.changed(now, id, changes, out);
    }

    /// What of a ticket has changed is told: in one event, the keys that the page names (FD-05).
    pub(super) fn changed(&mut self, now: Instant, id: u64, changes: Vec<Change>, out: &mut Vec<Effect>) {
        let Some(ticket) = self.ticket_mut(id) else { return };
        ticket.set("updated_at", time::stamp(now).into());
        for Change { name, from, to } in &changes {
            out.push(Effect::Changed { ticket: id.to_string(), property: name.clone(), from: from.clone(), to: to.clone() });
        }
        let (told, silent): (Vec<_>, Vec<_>) = changes.into_iter().partition(|change| self.is_told(&change.name));
        for Change { name, .. } in silent {
            out.push(self.why_silent(&name));
        }
        let Some(ticket) = self.ticket(id).filter(|_| !told.is_empty()) else { return };
        let changes = told.into_iter().map(|change| (change.name, json!([change.from, change.to]))).collect();
        self.tell(now, "onTicketUpdate", &self.told_ticket(ticket, Some(changes)), out);
    }

    /// Whether a change of this property is an update of the ticket: a key of the payload's changes (FD-05).
    fn is_told(&self, name: &str) -> bool {
        let documented = self.catalog.event("onTicketUpdate").and_then(|event| part(&event.payload, &["data", "ticket", "changes"]));
        documented.is_some_and(|changes| changes.keys.iter().any(|key| key.key == name))
    }

    fn why_silent(&self, name: &str) -> Effect {
        let (rule, what) = match name {
            custom if is_custom(custom) => ("FD-06", "a custom field"),
            "tags" => ("FD-06", "a ticket's tags"),
            _ => ("Q-67", "what is not on the page's list"),
        };
        Effect::Decided { rule: rule.into(), what: format!("{name} has changed: {what} makes no onTicketUpdate") }
    }
}
