//! What a channel's configuration says, as the feature has it (RES-06).

use super::arguments::cell;
use super::meant::meant_key;
use super::{Outcome, Scenario};
use crate::catalog::{Payload, Type};
use serde_json::Value;
use std::sync::Arc;

/// The rule that has the configuration's keys.
const CONFIGURATION: &str = "RES-06";

impl Scenario {
    /// An extension brings a channel, of whose configuration the step's table says more.
    pub fn connect_with(&mut self, extension: &str) -> Outcome {
        self.no_channel_yet(extension)?;
        let catalog = Arc::clone(&self.catalog);
        let shape = catalog.rule(CONFIGURATION).and_then(|rule| rule.declares.as_ref());
        let keys = shape.map(|shape| shape.keys.as_slice()).unwrap_or_default();
        let mut channel = super::channel::usual(extension, true);
        for (name, text) in self.pairs()? {
            let Some(key) = keys.iter().find(|key| key.key == name) else {
                let known: Vec<_> = keys.iter().map(|key| key.key.as_str()).collect();
                let help = meant_key(&name, known.iter().copied(), format!("write one of {}", known.join(", ")));
                return self.wrong(format!("no channel has the key \"{name}\""), help);
            };
            channel[name] = as_documented(key, &text);
        }
        self.declare_channel(extension, channel)
    }
}

/// A table's cell as a value of the configuration; the values of a list have commas between.
fn as_documented(key: &Payload, text: &str) -> Value {
    match key.of {
        Type::Array => text.split(',').map(str::trim).collect(),
        Type::String => text.into(),
        _ => cell(text),
    }
}
