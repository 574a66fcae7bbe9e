//! What the agent changes in a ticket's left panel.

use super::arguments::cell;
use super::meant::{CUSTOM_FIELDS, meant_key};
use super::{Outcome, Scenario};
use crate::host::desk::{MarkSpam, SetDueDate, SetField};
use serde_json::Value;

/// Fields that have a sentence of their own, or that no agent sets.
const ELSEWHERE: [(&str, &str); 7] = [
    ("status", "say `the agent sets the status to \"…\"`"),
    ("dueDate", "say `the agent sets the due date to \"2026-02-21 12:00\"`"),
    ("isSpam", "say `the agent marks the ticket as spam`"),
    ("assignee", "say `the agent assigns the ticket to \"…\"`"),
    ("assigneeId", "say `the agent assigns the ticket to \"…\"`"),
    ("teamId", "say `the agent assigns the ticket to the team \"…\"`"),
    ("id", "an agent cannot change it: leave it as it is"),
];

impl Scenario {
    /// The agent sets a field of the open ticket and saves it.
    pub fn set_field(&mut self, field: String, value: &str) -> Outcome {
        if self.is_on_freshdesk() {
            return self.set_on_freshdesk(format!("sets {field} to {value}"), &field, cell(value));
        }
        let ticket = self.open_one()?;
        if let Some((_, help)) = ELSEWHERE.iter().find(|(name, _)| *name == field) {
            return self.wrong(format!("the left panel has no field \"{field}\" to type into"), *help);
        }
        self.known_field(&field)?;
        // The documents have text in all fields of their own; a custom field has a type of its own (HOOK-27).
        let value = if field.starts_with("cf_") { cell(value) } else { Value::String(value.to_owned()) };
        self.act(format!("sets {field} to {value}"), SetField { ticket, field, value })
    }

    /// The agent sets the open ticket's due date, in the portal's time zone.
    pub fn set_due_date(&mut self, due: &str) -> Outcome {
        let ticket = self.open_one()?;
        let date = self.date_and_time(due)?;
        self.act(format!("sets the due date to {due}"), SetDueDate { ticket, due: date })
    }

    /// The agent marks the open ticket as spam, or takes the mark away.
    pub fn mark_spam(&mut self, spam: bool) -> Outcome {
        if self.is_on_freshdesk() {
            return self.mark_spam_on_freshdesk(spam);
        }
        let ticket = self.open_one()?;
        let told = if spam { "marks the ticket as spam" } else { "marks the ticket as no spam" };
        self.act(told.into(), MarkSpam { ticket, spam })
    }

    /// Refuses a field that the left panel does not have: it has those of the hook ticket.update, and those whose change an event tells.
    fn known_field(&mut self, field: &str) -> Outcome {
        let catalog = std::sync::Arc::clone(&self.catalog);
        let hook = catalog.hook("ticket.update").into_iter().flat_map(|hook| hook.payload.keys.iter().map(|key| key.key.as_str()));
        let events = catalog.events().filter_map(|event| event.follows.as_deref());
        let known: Vec<&str> = hook.chain(events).filter(|name| !name.starts_with("cf")).collect();
        if field.starts_with("cf_") || known.contains(&field) {
            return Ok(());
        }
        self.wrong(format!("a ticket has no field \"{field}\" that an agent sets"), meant_key(field, known, CUSTOM_FIELDS))
    }
}
