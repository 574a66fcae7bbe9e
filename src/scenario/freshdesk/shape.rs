//! What a feature gives tickets and contacts of Freshdesk, against the payloads that document them.

use crate::catalog::{Catalog, Payload, violations};
use crate::host::freshdesk::Freshdesk;
use crate::scenario::meant::{CUSTOM_FIELDS, meant_key, meant_one_of};
use crate::scenario::{Failed, Scenario};
use serde_json::{Map, Value};
use std::sync::Arc;

/// What of Freshdesk has attributes that features give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Object {
    Ticket,
    Contact,
}

impl Object {
    fn name(self) -> &'static str {
        match self {
            Self::Ticket => "ticket",
            Self::Contact => "contact",
        }
    }

    /// The event whose payload documents it.
    fn event(self) -> &'static str {
        match self {
            Self::Ticket => "onTicketCreate",
            Self::Contact => "onContactCreate",
        }
    }

    fn shape(self, catalog: &Catalog) -> Option<&Payload> {
        let find = |shape: &'_ Payload, name: &str| shape.keys.iter().position(|key| key.key == name);
        let payload = &catalog.event(self.event())?.payload;
        let data = &payload.keys[find(payload, "data")?];
        Some(&data.keys[find(data, self.name())?])
    }

    /// A value as payloads have it: `4` for `Urgent` (FD-12).
    pub(super) fn value(self, freshdesk: &Freshdesk, name: &str, value: &Value) -> Value {
        match self {
            Self::Ticket => freshdesk.ticket_value(name, value),
            Self::Contact => freshdesk.contact_value(name, value),
        }
    }
}

impl Scenario {
    /// The step's table as attributes.
    pub(super) fn attributes(&mut self, object: Object) -> Result<Map<String, Value>, Failed> {
        let pairs = self.pairs()?;
        let given = pairs.into_iter().map(|(name, value)| (name, written(&value))).collect();
        self.sound_attributes(object, given)
    }

    /// Attributes as payloads have them; refuses all that the page does not have, and all values of another type than it documents.
    pub(super) fn sound_attributes(&mut self, object: Object, given: Map<String, Value>) -> Result<Map<String, Value>, Failed> {
        let catalog = Arc::clone(&self.catalog);
        let (mut sound, mut wrong) = (Map::new(), Vec::new());
        for (name, value) in given {
            let value = object.value(self.stage.host().freshdesk(), &name, &value);
            match object.shape(&catalog).and_then(|shape| shape.keys.iter().find(|key| key.key == name)) {
                Some(shape) => wrong.extend(departures(&catalog, object, shape, &value)),
                None if name.starts_with("cf_") => {}
                None => wrong.push(self.unknown_attribute(object, &name)),
            }
            sound.insert(name, value);
        }
        self.all_wrong(&wrong)?;
        Ok(sound)
    }

    /// What a sentence says of an attribute, as payloads have it; refuses an attribute that there is not, and a name that stands for no number.
    pub(super) fn known_value(&mut self, object: Object, name: &str, said: &str) -> Result<Value, Failed> {
        let catalog = Arc::clone(&self.catalog);
        let value = object.value(self.stage.host().freshdesk(), name, &said.into());
        let wrong = match object.shape(&catalog).and_then(|shape| shape.keys.iter().find(|key| key.key == name)) {
            Some(shape) => uncoded(&catalog, object, shape, &value),
            None => (!name.starts_with("cf_")).then(|| self.unknown_attribute(object, name)),
        };
        wrong.map_or(Ok(value), |(title, help)| self.wrong(title, help))
    }

    fn unknown_attribute(&self, object: Object, name: &str) -> (String, String) {
        let known = object.shape(&self.catalog).into_iter().flat_map(|shape| shape.keys.iter().map(|key| key.key.as_str()));
        (format!("a {} has no attribute \"{name}\"", object.name()), meant_key(name, known, CUSTOM_FIELDS))
    }
}

/// Where a value is not what the page has, each with what to write instead.
fn departures(catalog: &Catalog, object: Object, shape: &Payload, value: &Value) -> Vec<(String, String)> {
    if let Some(wrong) = uncoded(catalog, object, shape, value) {
        return vec![wrong];
    }
    let told = |text: &str| (format!("a {}'s \"{}\" is {text}", object.name(), shape.key), format!("mend the value ({})", object.event()));
    violations(shape, value).iter().map(|it| told(&it.text)).collect()
}

/// A name where a number is wanted, for which it does not stand (FD-12).
fn uncoded(catalog: &Catalog, object: Object, shape: &Payload, value: &Value) -> Option<(String, String)> {
    let (names, called) = (catalog.codes(&shape.codes)?.names().collect::<Vec<_>>(), value.as_str()?);
    let title = format!("no \"{}\" of a {} is called \"{called}\"", shape.key, object.name());
    Some((title, format!("{}, or a number", meant_one_of(called, &names))))
}

/// What stands in a cell: a list and an object as JSON, an empty cell for nothing, all else as text.
fn written(cell: &str) -> Value {
    let json = || serde_json::from_str(cell).ok();
    match cell.chars().next() {
        None => Value::Null,
        Some('[' | '{') => json().unwrap_or_else(|| cell.into()),
        _ if matches!(cell, "true" | "false" | "null") => json().unwrap_or_default(),
        _ => cell.into(),
    }
}
