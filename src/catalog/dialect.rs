//! The older page's way to say the same: the newer one wins unless a scenario asks for the other.

use super::data::{Payload, Variant};
use super::entry::Entry;
use super::store::Catalog;
use super::template;
use crate::spelling::nearest;
use serde_json::{Map, Value};

/// The dialect of the newer pages, which is played unless another one is asked for.
pub const CURRENT: &str = "current";

impl Catalog {
    /// The dialect that this catalogue speaks.
    #[must_use]
    pub fn dialect(&self) -> &str {
        &self.dialect
    }

    /// All dialects that the catalogue knows, the current one first.
    #[must_use]
    pub fn dialects(&self) -> Vec<&str> {
        let events = self.events().flat_map(|event| event.dialects.iter().chain(event.variants.iter().map(|variant| &variant.dialect)));
        let hooks = self.hooks().flat_map(|hook| hook.dialects.iter().chain(hook.variants.iter().map(|variant| &variant.dialect)));
        let mut others: Vec<&str> = events.chain(hooks).map(String::as_str).filter(|name| *name != CURRENT).collect();
        others.sort_unstable();
        others.dedup();
        std::iter::once(CURRENT).chain(others).collect()
    }

    /// The same catalogue in another dialect: where an entry has a shape of its own there, that is its shape, and the one it had becomes a
    /// variant.
    ///
    /// # Errors
    /// There is no such dialect: says which there are.
    pub fn speaking(&self, dialect: &str) -> Result<Self, String> {
        let known = self.dialects();
        if !known.contains(&dialect) {
            let near = nearest(dialect, known.iter().copied()).map(|near| format!("did you mean \"{near}\"? "));
            return Err(format!("{}the dialects are {}", near.unwrap_or_default(), known.join(" and ")));
        }
        let before = self.dialect.clone();
        let mut other = self.clone();
        for event in other.data.events.iter_mut() {
            swap(&mut event.payload, &mut event.variants, &before, dialect);
        }
        for hook in other.data.hooks.iter_mut() {
            swap(&mut hook.payload, &mut hook.variants, &before, dialect);
        }
        other.dialect = dialect.to_owned();
        Ok(other)
    }

    /// Whether an entry belongs to the dialect that is spoken (HOOK-30).
    #[must_use]
    pub fn speaks(&self, entry: Entry<'_>) -> bool {
        let (Entry::Event(super::Event { dialects, .. }) | Entry::Hook(super::Hook { dialects, .. })) = entry else { return true };
        dialects.is_empty() || dialects.contains(&self.dialect)
    }

    /// Of the older shapes of an entry's payload, the one that `fits` where the present one does not.
    #[must_use]
    pub fn other_shape<'a>(&self, entry: Entry<'a>, fits: impl Fn(&Payload) -> bool) -> Option<&'a Variant> {
        let (Entry::Event(super::Event { payload, variants, .. }) | Entry::Hook(super::Hook { payload, variants, .. })) = entry else {
            return None;
        };
        variants.iter().find(|variant| fits(&variant.payload)).filter(|_| !fits(payload))
    }
}

fn swap(payload: &mut Payload, variants: &mut [Variant], before: &str, dialect: &str) {
    for variant in variants.iter_mut().filter(|variant| variant.dialect == dialect) {
        std::mem::swap(payload, &mut variant.payload);
        variant.dialect = before.to_owned();
    }
}

/// What the host says in the newer pages' words, in the words of `shape`.
#[must_use]
pub fn said_as(shape: &Payload, value: Value) -> Value {
    match value {
        Value::Object(mut map) if !shape.keys.is_empty() => {
            let mut said = Map::new();
            for key in &shape.keys {
                let from = if key.from.is_empty() { &key.key } else { &key.from };
                if template::is_template(&key.key) {
                    continue;
                }
                if let Some(value) = map.shift_remove(from) {
                    said.insert(key.key.clone(), said_as(key, value));
                }
            }
            said.extend(map);
            Value::Object(said)
        }
        value => match value.as_str().and_then(|text| shape.instead.get(text)) {
            Some(other) => other.clone(),
            None => value,
        },
    }
}
