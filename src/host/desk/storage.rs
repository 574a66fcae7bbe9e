//! An installation's storage (P, "Storage API"; REST-06, CH-12, SDK-15).

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

/// Which objects are meant: those that have all that is said.
pub(super) struct Wanted<'a> {
    /// The key.
    pub(super) key: Option<&'a str>,
    /// The group.
    pub(super) queriable_value: Option<&'a str>,
}

impl Wanted<'_> {
    /// Whether nothing is said, so that any object will do.
    pub(super) fn is_anything(&self) -> bool {
        self.key.is_none() && self.queriable_value.is_none()
    }

    fn fits(&self, object: &Stored) -> bool {
        let is = |wanted: Option<&str>, held: &str| wanted.is_none_or(|wanted| wanted == held);
        is(self.key, &object.key) && is(self.queriable_value, &object.queriable_value)
    }
}

impl Desk {
    /// Stores an object for one installation alone; what was stored under its key is replaced (derived, Q-66). Says whether something was.
    pub(super) fn store(&mut self, extension: &str, object: Stored) -> bool {
        let storage = &mut self.installed(extension).storage;
        match storage.iter_mut().find(|known| known.key == object.key) {
            Some(known) => *known = object,
            None => {
                storage.push(object);
                return false;
            }
        }
        true
    }

    /// The objects that are meant, in the order in which they came; `from` counts from 1 (derived).
    pub(super) fn stored<'a>(
        &'a self,
        extension: &str,
        wanted: &'a Wanted<'a>,
        from: Option<usize>,
        limit: Option<usize>,
    ) -> impl Iterator<Item = &'a Stored> {
        let all = self.installation(extension).into_iter().flat_map(|installation| &installation.storage);
        all.filter(|object| wanted.fits(object)).skip(from.unwrap_or_default().saturating_sub(1)).take(limit.unwrap_or(usize::MAX))
    }

    /// The objects that are meant are gone: those that were there.
    pub(super) fn take_stored(&mut self, extension: &str, wanted: &Wanted<'_>) -> Vec<Stored> {
        self.installed(extension).storage.extract_if(.., |object| wanted.fits(object)).collect()
    }
}
