//! Filling in a form: keystrokes and picks, and the event that tells of each (EVT-12).

use super::action::{Action, Deed};
use super::form::is_empty;
use super::{Desk, text};
use crate::clock::Instant;
use crate::host::Effect;
use jiff::civil::DateTime;
use serde_json::{Value, json};

/// Fields of the open form, filled in one after the other (E, "On changing the value in a field"; EVT-12).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FillIn {
    /// In the agent's order.
    pub entries: Vec<Entry>,
}

/// What an agent does to one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The property's name, or a custom field's API name.
    pub field: String,
    /// What.
    pub how: Filling,
}

/// How a field is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filling {
    /// Letter by letter, behind what is there: each is a keystroke.
    Typed(String),
    /// From a list, at one stroke.
    Picked(Value),
    /// From the calendar, in the portal's time zone.
    Dated(DateTime),
    /// All that is there is taken away at one stroke.
    Cleared,
}

impl Deed for FillIn {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        if desk.form().is_none() {
            return Some("no form is open".into());
        }
        let idle = self.entries.iter().all(|entry| desk.strokes(entry).is_empty());
        idle.then(|| "the form holds this already: nothing changes".into())
    }

    fn carry_out(&self, desk: &mut Desk, _now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        if desk.form().is_some_and(|form| !form.adds()) {
            out.push(Effect::Decided { rule: "EVT-12".into(), what: "only the forms that add a record tell of their fields".into() });
        }
        for entry in &self.entries {
            for value in desk.strokes(entry) {
                desk.put_into(&entry.field, value, out);
            }
        }
        None
    }
}

impl Desk {
    /// What the field holds after each stroke that changes it.
    fn strokes(&self, entry: &Entry) -> Vec<Value> {
        let held = self.in_field(&entry.field);
        let module = self.form().map(|form| form.page.module.as_str()).unwrap_or_default();
        let at_once = match &entry.how {
            Filling::Typed(text) => {
                let mut typed = held.as_str().unwrap_or_default().to_owned();
                let stroke = |letter| {
                    typed.push(letter);
                    Value::from(typed.clone())
                };
                return text.chars().map(stroke).collect();
            }
            Filling::Picked(value) => value.clone(),
            Filling::Dated(due) => text::due_on_ticket(*due).into(),
            Filling::Cleared => self.empty(module, &entry.field),
        };
        if at_once == held { Vec::new() } else { vec![at_once] }
    }

    /// A field holds something else: an add form tells its panel's widgets, with what it held before (EVT-12).
    fn put_into(&mut self, field: &str, value: Value, out: &mut Vec<Effect>) {
        let before = self.in_field(field);
        let Some(form) = self.form.as_mut() else { return };
        // A custom field that is empty is text without a letter in the pages' sample ("cf_count": ""); any other is absent.
        if is_empty(&value) && !field.starts_with("cf_") {
            form.values.shift_remove(field);
        } else {
            form.values.insert(field.to_owned(), value.clone());
        }
        if !form.changed.iter().any(|known| known == field) {
            form.changed.push(field.to_owned());
        }
        let Some(event) = self.catalog.form_event().filter(|event| event.played && form.adds()) else { return };
        let name = event.called(&[&form.page.module, field]);
        let payload = event.payload_for(&name);
        let Some(key) = payload.keys.first() else { return };
        // What the newer page calls it: the broadcast finds the dialect's own words.
        let key = if key.from.is_empty() { &key.key } else { &key.from };
        let told = json!({key.as_str(): {"oldValue": before, "newValue": value}});
        self.broadcast(&name, &told, out);
    }
}
