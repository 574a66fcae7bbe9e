//! The form in which a ticket is edited, saved: several fields at once (HOOK-20).

use super::action::{Action, Deed};
use super::{Assign, Desk, Form, Page, text};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::Value;

/// The edit form of a ticket, saved: one question, then each change with its own event, in the order in which the agent set the fields
/// (H, "Editing a ticket"; HOOK-20, EVT-28).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveTicket {
    /// As it was when the agent saved it.
    pub form: Form,
}

impl Deed for SaveTicket {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket.update")
    }

    fn ticket(&self) -> Option<&str> {
        self.form.page.record.as_deref()
    }

    fn payload(&self, desk: &Desk) -> Value {
        let Some(ticket) = self.ticket().and_then(|id| desk.ticket(id)) else { return Value::Null };
        desk.whole_ticket("ticket.update", ticket, &self.changes(desk))
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let nothing =
            || self.changes(desk).is_empty().then(|| "the ticket has all that the form holds already: nothing changes".to_owned());
        desk.has_left(&self.form).or_else(nothing)
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let id = self.ticket()?;
        for (field, value) in self.changes(desk) {
            match field {
                "assigneeId" | "teamId" => self.assign(desk, now, out),
                "dueDate" => {
                    let told = value.as_str().and_then(text::due_from_ticket).map(text::due_in_event).unwrap_or_default();
                    desk.change(now, id, field, value, out);
                    desk.tell_change(field, told.into(), out);
                }
                _ => desk.change_and_tell(now, id, field, value, out),
            }
        }
        desk.go_to(Page::ticket(id), out);
        None
    }
}

impl SaveTicket {
    /// What the ticket does not have yet, in the order in which the agent set the fields first.
    fn changes(&self, desk: &Desk) -> Vec<(&str, Value)> {
        let Some(ticket) = self.ticket().and_then(|id| desk.ticket(id)) else { return Vec::new() };
        let fields = self.form.changed.iter().map(|field| {
            let value = self.form.values.get(field).cloned();
            (field.as_str(), value.unwrap_or_else(|| desk.empty(&self.form.page.module, field)))
        });
        let has = |field: &str, value: &Value| ticket.property(field).map_or(super::form::is_empty(value), |held| held == value);
        fields.filter(|(field, value)| !has(field, value)).collect()
    }

    /// Agent and team are one assignment, told once: the second of the two finds nothing left to do (EVT-06, EVT-07, EVT-27).
    fn assign(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) {
        let held = |field: &str| self.form.values.get(field).and_then(Value::as_str).map(str::to_owned);
        let Some(ticket) = self.ticket().map(str::to_owned) else { return };
        let deed = Assign { ticket, agent: held("assigneeId"), team: held("teamId") };
        match deed.changes_nothing(desk) {
            Some(why) => out.push(Effect::Decided { rule: "EVT-27".into(), what: why }),
            None => drop(deed.carry_out(desk, now, out)),
        }
    }
}
