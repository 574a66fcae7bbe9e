//! An installation's storage (P, "Storage API"; REST-06, CH-12).

use super::Desk;
use serde_json::{Map, Value, json};

/// One object of an installation's storage (P, "#STORAGE_DATA_OBJECT").
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// By which it is found.
    pub key: String,
    /// By which it is found with others.
    pub queriable_value: String,
    /// What the extension keeps.
    pub value: Map<String, Value>,
}

impl Stored {
    /// As it is sent.
    #[must_use]
    pub fn told(&self) -> Value {
        json!({"key": self.key, "queriableValue": self.queriable_value, "value": self.value})
    }
}

impl Desk {
    /// Stores an object for one installation alone; what was stored under its key is replaced (derived, Q-66).
    pub(super) fn store(&mut self, extension: &str, object: Stored) {
        let storage = &mut self.installed(extension).storage;
        match storage.iter_mut().find(|known| known.key == object.key) {
            Some(known) => *known = object,
            None => storage.push(object),
        }
    }
}
