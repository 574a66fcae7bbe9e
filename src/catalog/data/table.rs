use super::{Call, Event, Exchange, Hook, Limit, Location, Message, Property, Quirk, Rule};
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// Everything that the catalogue's files hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Data {
    /// In the order of the file.
    pub locations: Table<Location>,
    /// In the order of their rules.
    pub events: Table<Event>,
    /// In the order of their rules.
    pub hooks: Table<Hook>,
    /// By object, in the order of the page.
    pub properties: Table<Property>,
    /// By file, in the order of the file.
    pub exchanges: Table<Exchange>,
    /// By file, in the order of the file.
    pub calls: Table<Call>,
    /// By family, in the order of the file.
    pub rules: Table<Rule>,
    /// By platform, in the order of the file.
    pub quirks: Table<Quirk>,
    /// In the order of the file.
    pub limits: Table<Limit>,
    /// In the order of the file.
    pub messages: Table<Message>,
}

/// An entry that is filed under its name or id.
pub trait Filed {
    /// The name or id.
    fn label(&self) -> &str;
}

macro_rules! filed {
    ($($entry:ty: $label:ident),* $(,)?) => {
        $(impl Filed for $entry {
            fn label(&self) -> &str {
                &self.$label
            }
        })*
    };
}

filed!(Location: name, Event: name, Hook: name, Property: name, Exchange: name, Call: name, Rule: id, Quirk: id, Limit: id, Message: id);

/// Entries of one kind in a defined order, found by name. As JSON: a map from names to entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<T> {
    entries: Vec<T>,
    index: BTreeMap<String, usize>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), index: BTreeMap::new() }
    }
}

impl<T: Filed> Table<T> {
    /// Files an entry behind the others.
    ///
    /// # Errors
    /// Gives the entry back where its name is taken or empty.
    pub fn push(&mut self, entry: T) -> Result<(), T> {
        let label = entry.label().to_owned();
        if label.is_empty() || self.index.contains_key(&label) {
            return Err(entry);
        }
        self.index.insert(label, self.entries.len());
        self.entries.push(entry);
        Ok(())
    }

    /// The entry of exactly this name.
    #[must_use]
    pub fn get(&self, label: &str) -> Option<&T> {
        self.entries.get(*self.index.get(label)?)
    }

    /// All entries, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.entries.iter()
    }

    /// Only the entries that `keep` says, in their order.
    pub fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        self.entries.retain(keep);
        self.index = self.entries.iter().enumerate().map(|(at, entry)| (entry.label().to_owned(), at)).collect();
    }

    /// All entries, in order, to be changed under their names.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.entries.iter_mut()
    }
}

impl<T: Filed + Serialize> Serialize for Table<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.entries.len()))?;
        for entry in self.iter() {
            map.serialize_entry(entry.label(), entry)?;
        }
        map.end()
    }
}

impl<'de, T: Filed + Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

struct Entries<T>(PhantomData<T>);

impl<'de, T: Filed + Deserialize<'de>> Visitor<'de> for Entries<T> {
    type Value = Table<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map from names to entries")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut table = Table::default();
        while let Some((label, entry)) = map.next_entry::<String, T>()? {
            if entry.label() != label {
                return Err(A::Error::custom(format!("the entry \"{}\" is filed under \"{label}\": give both one name", entry.label())));
            }
            table.push(entry).map_err(|_| A::Error::custom(format!("the entry \"{label}\" is there twice: keep one")))?;
        }
        Ok(table)
    }
}
