//! The fields of a ticket's left panel, and the events that tell of their changes (EVT-03, EVT-11, EVT-13 to EVT-18).

use super::action::{Action, Deed};
use super::{Desk, Ticket, text};
use crate::catalog::{Entry, Event, Type};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value, json};

/// A field of the ticket's left panel, saved (H, "Editing a ticket"; HOOK-20, EVT-31).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetField {
    /// The ticket's ID.
    pub ticket: String,
    /// The property's name, or a custom field's API name.
    pub field: String,
    /// The new value.
    pub value: Value,
}

/// The field "Due date" of the left panel, saved (E, "On changing the due date of a ticket"; HOOK-20, EVT-11).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetDueDate {
    /// The ticket's ID.
    pub ticket: String,
    /// In the portal's time zone.
    pub due: jiff::civil::DateTime,
}

/// The mark as spam, set or taken away; the pages document no hook for it (E, "On changing the spam status of a ticket"; EVT-18).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkSpam {
    /// The ticket's ID.
    pub ticket: String,
    /// Whether it is spam.
    pub spam: bool,
}

impl Deed for SetField {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket.update")
    }

    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn payload(&self, desk: &Desk) -> Value {
        desk.ticket(&self.ticket)
            .map_or(Value::Null, |ticket| desk.whole_ticket("ticket.update", ticket, &[(&self.field, self.value.clone())]))
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.is_already(&self.ticket, &self.field, &self.value)
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.change_and_tell(now, &self.ticket, &self.field, self.value.clone(), out);
        None
    }
}

impl Deed for SetDueDate {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket.update")
    }

    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn payload(&self, desk: &Desk) -> Value {
        let due = text::due_on_ticket(self.due).into();
        desk.ticket(&self.ticket).map_or(Value::Null, |ticket| desk.whole_ticket("ticket.update", ticket, &[("dueDate", due)]))
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.is_already(&self.ticket, "dueDate", &text::due_on_ticket(self.due).into())
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.change(now, &self.ticket, "dueDate", text::due_on_ticket(self.due).into(), out);
        desk.tell_change("dueDate", text::due_in_event(self.due).into(), out);
        None
    }
}

impl Deed for MarkSpam {
    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.is_already(&self.ticket, "isSpam", &self.spam.to_string().into())
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.change_and_tell(now, &self.ticket, "isSpam", self.spam.to_string().into(), out);
        None
    }
}

impl Desk {
    /// Why setting the property to this value changes nothing, where that is so.
    pub(super) fn is_already(&self, id: &str, property: &str, value: &Value) -> Option<String> {
        let ticket = match self.ticket_or_why(id) {
            Ok(ticket) => ticket,
            Err(why) => return Some(why),
        };
        let told = if property == "status" { format!("is {}", ticket.status()) } else { format!("has the {property} {value}") };
        (ticket.property(property).unwrap_or(&Value::Null) == value).then(|| format!("the ticket {told} already: nothing changes"))
    }

    pub(super) fn change_and_tell(&mut self, now: Instant, id: &str, property: &str, to: Value, out: &mut Vec<Effect>) {
        let from = self.change(now, id, property, to.clone(), out);
        if property.starts_with("cf_") { self.tell_custom(property, &from, &to, out) } else { self.tell_change(property, to, out) }
    }

    /// Sets a property; what it was before.
    pub(super) fn change(&mut self, now: Instant, id: &str, property: &str, to: Value, out: &mut Vec<Effect>) -> Value {
        let stamp = text::short_time(now, &self.portal.time_zone);
        let Some(ticket) = self.ticket_mut(id) else { return Value::Null };
        ticket.properties.insert("modifiedTime".into(), stamp.into());
        let from = ticket.set(property, to.clone());
        out.push(Effect::Changed { ticket: id.to_owned(), property: property.to_owned(), from: from.clone(), to });
        from
    }

    /// Broadcasts the events that the catalogue has for a change of this property.
    pub(super) fn tell_change(&self, property: &str, value: Value, out: &mut Vec<Effect>) {
        for event in self.following(property) {
            let Some(key) = event.payload.keys.first() else { continue };
            self.broadcast(&event.name, &json!({key.key.as_str(): value}), out);
        }
    }

    /// The newer page tells the new value under the field's API name, the older one both values under its label.
    fn tell_custom(&self, field: &str, from: &Value, to: &Value, out: &mut Vec<Effect>) {
        for event in self.following("cf") {
            let Some(key) = event.payload.keys.first() else { continue };
            let name = event.called(&[field]);
            let told = if event.is_template() { json!({"oldValue": from, "newValue": to}) } else { json!({field: to}) };
            self.broadcast(&name, &json!({key.key.replace("${label}", &self.portal.label_of(field)): told}), out);
        }
    }

    fn following<'a>(&'a self, property: &'a str) -> impl Iterator<Item = &'a Event> {
        let spoken =
            |event: &&Event| event.played && event.follows.as_deref() == Some(property) && self.catalog.speaks(Entry::Event(event));
        self.catalog.events().filter(spoken)
    }

    /// The ticket as a hook's page documents it, with what the agent asks for in place (HOOK-27): absent values are null, and custom fields stand
    /// under their API names.
    pub(super) fn whole_ticket(&self, hook: &str, ticket: &Ticket, asked: &[(&str, Value)]) -> Value {
        let mut asked_for = ticket.clone();
        for (property, value) in asked {
            asked_for.set(property, value.clone());
        }
        let mut whole = Map::new();
        for key in self.catalog.hook(hook).iter().flat_map(|hook| &hook.payload.keys) {
            if key.key.starts_with("cf_") {
                let custom = asked_for.properties.get("cf").and_then(Value::as_object);
                whole.extend(custom.into_iter().flatten().map(|(name, value)| (name.clone(), value.clone())));
                continue;
            }
            let absent = if key.of == Type::Array { json!([]) } else { Value::Null };
            whole.insert(key.key.clone(), asked_for.properties.get(&key.key).cloned().unwrap_or(absent));
        }
        Value::Object(whole)
    }
}
