//! What a feature gives records, against what the documents have of them.

use super::meant::{CUSTOM_FIELDS, meant_key};
use super::{Outcome, Scenario};
use crate::catalog::{Catalog, Payload, violations};
use serde_json::{Map, Value};
use std::sync::Arc;

impl Scenario {
    /// Refuses all properties that an object does not have, and all values of another type than the page documents.
    pub(super) fn sound_properties(&mut self, object: &str, given: &Map<String, Value>) -> Outcome {
        let catalog = Arc::clone(&self.catalog);
        let known = known(&catalog, object);
        let mut wrong = Vec::new();
        for (name, value) in given.iter().filter(|(name, _)| !name.starts_with("cf_")) {
            match known.iter().find(|(known, ..)| known == name) {
                Some((_, shape, section)) => wrong.extend(
                    violations(shape, value)
                        .iter()
                        .map(|it| (format!("{}'s \"{name}\" is {}", a(object), it.text), format!("mend the value ({section})"))),
                ),
                None => wrong.push(unknown(object, name, &known)),
            }
        }
        self.all_wrong(&wrong)
    }

    /// Refuses a property that tickets do not have.
    pub(super) fn known_property(&mut self, name: &str) -> Outcome {
        let catalog = Arc::clone(&self.catalog);
        let known = known(&catalog, "ticket");
        if name.starts_with("cf_") || known.iter().any(|(known, ..)| *known == name) {
            return Ok(());
        }
        self.all_wrong(&[unknown("ticket", name, &known)])
    }
}

/// A property, what it may hold, and the section that says so.
type Known<'a> = (&'a str, &'a Payload, &'a str);

/// What an object has. A ticket has more than widgets may read: what its hooks tell of it.
fn known<'a>(catalog: &'a Catalog, object: &'a str) -> Vec<Known<'a>> {
    let section = |sources: &'a [String]| sources.first().map_or("", String::as_str);
    let read = catalog.properties_of(object).map(|(name, property)| (name, &property.value, section(&property.sources)));
    let told = catalog.hook("ticket.update").into_iter().filter(|_| object == "ticket");
    let told = told.flat_map(|hook| hook.payload.keys.iter().map(|key| (key.key.as_str(), key, section(&hook.sources))));
    read.chain(told.filter(|(name, ..)| !name.starts_with("cf_"))).collect()
}

fn unknown(object: &str, name: &str, known: &[Known<'_>]) -> (String, String) {
    let help = meant_key(name, known.iter().map(|(known, ..)| *known), CUSTOM_FIELDS);
    (format!("{} has no property \"{name}\"", a(object)), help)
}

fn a(object: &str) -> String {
    let article = if object.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {object}")
}
