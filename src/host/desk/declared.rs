//! What an extension says of itself (P, "Configuration", "Including Zoho Desk Resources").

use crate::catalog::Address;
use serde_json::{Map, Value};

/// An extension's plugin-manifest.json and resources.json, as they are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Declared {
    /// The package that says it: all installations of one share its fields. Empty for an extension that has no other installation.
    pub package: String,
    /// The manifest's keys.
    pub manifest: Map<String, Value>,
    /// The keys of resources.json; none where the extension brings no resources.
    pub resources: Map<String, Value>,
}

impl Declared {
    /// Where an exchange goes; `None` where the extension declares no such address.
    #[must_use]
    pub fn address<'a>(&'a self, address: &'a Address) -> Option<&'a str> {
        let (keys, path) = match address {
            Address::Path(path) => return Some(path),
            Address::Manifest(path) => (&self.manifest, path),
            Address::Resources(path) => (&self.resources, path),
        };
        let mut parts = path.split('.');
        let first = keys.get(parts.next()?)?;
        parts.try_fold(first, |value, key| value.get(key))?.as_str().filter(|url| !url.is_empty())
    }

    /// The names of the config params that the manifest declares.
    pub(super) fn params(&self) -> impl Iterator<Item = String> {
        let config = self.manifest.get("config").and_then(Value::as_array).into_iter().flatten();
        config.filter_map(|param| param.get("name")?.as_str().map(str::to_owned))
    }

    /// Says more: objects grow by keys, anything else is replaced.
    pub fn add(&mut self, more: Declared) {
        if !more.package.is_empty() {
            self.package = more.package;
        }
        grow(&mut self.manifest, more.manifest);
        grow(&mut self.resources, more.resources);
    }
}

fn grow(known: &mut Map<String, Value>, more: Map<String, Value>) {
    for (key, value) in more {
        match (known.get_mut(&key), value) {
            (Some(Value::Object(known)), Value::Object(more)) => grow(known, more),
            (_, value) => drop(known.insert(key, value)),
        }
    }
}
