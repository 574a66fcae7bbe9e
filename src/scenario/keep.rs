//! Values that a scenario keeps and uses again as `${name}`.

use super::meant::meant;
use super::{Outcome, Scenario};
use serde_json::Value;

impl Scenario {
    /// Keeps a property of the open ticket.
    pub fn keep_property(&mut self, property: &str, name: String) -> Outcome {
        let id = self.open_one()?;
        self.known_property(property)?;
        let value = self.stage.desk().ticket(&id).and_then(|ticket| ticket.property(property)).cloned().unwrap_or(Value::Null);
        self.kept.insert(name, value);
        Ok(())
    }

    /// Keeps a text.
    pub fn keep_text(&mut self, text: String, name: String) -> Outcome {
        self.kept.insert(name, Value::String(text));
        Ok(())
    }

    /// Keeps a value of what a widget received last under this name.
    pub fn keep_received(&mut self, key: &str, event: &str, extension: &str, location: &str, name: String) -> Outcome {
        let widget = self.widget(extension, location)?;
        let Some(payload) = self.stage.trace.deliveries(widget, event).last().map(|payload| (*payload).clone()) else {
            return self.unmet(format!("\"{extension}\" at \"{location}\" has not received {event}"));
        };
        let keys: Vec<String> = payload.as_object().map(|keys| keys.keys().cloned().collect()).unwrap_or_default();
        let Some(value) = payload.get(key) else {
            let help = meant(key, keys.iter().map(String::as_str), format!("its keys are {}", keys.join(", ")));
            return self.wrong(format!("the payload of {event} has no key \"{key}\""), help);
        };
        self.kept.insert(name, value.clone());
        Ok(())
    }
}
