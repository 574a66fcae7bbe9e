//! What an extension keeps about a ticket or a thread: it goes into the installation's storage (P, "Providing app specific custom data for
//! resources", "Desk Resource Template Placeholders"; CH-12).

use super::super::placeholder::filled;
use super::super::{Desk, Module, Stored, Thread};
use crate::host::Effect;
use crate::record::{Finding, Severity};
use crate::spelling::nearest;
use serde_json::Value;

/// Where a finding of this kind is: no widget has to do with it.
const PLACE: &str = "its channel";

impl Desk {
    /// Stores the extra of what was given, once its ticket or thread is there. The page's list of placeholders is empty: which there are is derived. One
    /// that stands for nothing is told, and that extra is not stored; ticket and thread are there already, and stay.
    pub(super) fn keep_extra(&mut self, extension: &str, given: &Value, ticket: &str, thread: Option<&str>, out: &mut Vec<Effect>) {
        let Some(extra) = given.get("extra") else { return };
        let extra = filled(extra, &mut |name| self.original(ticket, thread, name).ok_or_else(|| name.to_owned()));
        out.push(Effect::applied("CH-12"));
        match extra {
            Ok(extra) => drop(self.store(extension, stored(&extra))),
            Err(name) => out.push(Effect::Found(self.no_placeholder(extension, &name))),
        }
    }

    /// What a placeholder stands for: a value of the ticket, of its thread, or of the ticket's contact. What is documented and not set is empty.
    fn original(&self, ticket: &str, thread: Option<&str>, name: &str) -> Option<String> {
        let ticket = self.ticket(ticket)?;
        let (of, key) = name.split_once('.')?;
        let held = match of {
            "ticket" => ticket.property(key),
            "contact" => self.customer(Module::Contact, ticket.text("contactId")).and_then(|contact| contact.properties.get(key)),
            "thread" => return of_thread(thread.and_then(|id| ticket.thread(id))?, key).map(str::to_owned),
            _ => None,
        };
        let unset = || self.catalog.property(name).map(|_| String::new());
        held.and_then(plain).or_else(unset)
    }

    fn no_placeholder(&self, extension: &str, name: &str) -> Finding {
        let known = self
            .catalog
            .properties()
            .map(|property| property.name.as_str())
            .filter(|it| it.starts_with("ticket.") || it.starts_with("contact."));
        let near = nearest(name, known.chain(["thread.id", "thread.extId"]));
        Finding {
            severity: Severity::Error,
            rule: Some("CH-12".into()),
            extension: extension.to_owned(),
            location: PLACE.into(),
            text: self.catalog.wording("channel.placeholder", &[("name", &format!("{{{{{name}}}}}"))]),
            help: near.map(|near| format!("did you mean {{{{{near}}}}}?")),
            at: None,
        }
    }
}

fn of_thread<'a>(thread: &'a Thread, key: &str) -> Option<&'a str> {
    match key {
        "id" => Some(&thread.id),
        "extId" => thread.synced.ext_id.as_deref(),
        "content" => Some(&thread.content),
        "from" => Some(&thread.from),
        "to" => Some(&thread.to),
        _ => None,
    }
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}

fn stored(extra: &Value) -> Stored {
    let text = |key: &str| extra.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let value = extra.get("value").and_then(Value::as_object).cloned().unwrap_or_default();
    Stored { key: text("key"), queriable_value: text("queriableValue"), value }
}
