use super::check::{step, violations};
use super::data::{Also, Payload};
use super::store::Catalog;
use super::template;
use crate::spelling::nearest;
use serde_json::{Map, Value};

/// How many names a remark lists.
const MOST: usize = 6;

/// A payload that somebody recorded, as it is to be held against its documented shape.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// The shape, with those of its other readings that the payload has.
    pub shape: Payload,
    /// The payload, without the keys that nobody documents.
    pub value: Value,
    /// What is to be said of it and is no departure.
    pub remarks: Vec<Remark>,
}

/// Something in a recorded payload that the pages let pass, or say nothing of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Where, as a JSON path.
    pub path: String,
    /// A lowercase fragment: what it is.
    pub text: String,
    /// What to make of it.
    pub help: String,
}

impl Catalog {
    /// What a recorded payload is to be held against: what was recorded may have another of the pages' readings, may lack what only the runtime adds,
    /// and has more keys than any page documents.
    #[must_use]
    pub fn recorded(&self, shape: &Payload, value: &Value) -> Recorded {
        let mut reader = Reader { catalog: self, remarks: Vec::new() };
        let (shape, value) = reader.read(shape.clone(), value, "$");
        Recorded { shape, value, remarks: reader.remarks }
    }
}

struct Reader<'c> {
    catalog: &'c Catalog,
    remarks: Vec<Remark>,
}

impl Reader<'_> {
    fn say(&mut self, path: String, text: String, help: impl Into<String>) {
        self.remarks.push(Remark { path, text, help: help.into() });
    }

    fn read(&mut self, mut shape: Payload, value: &Value, path: &str) -> (Payload, Value) {
        let told = match value {
            Value::Object(map) if !shape.keys.is_empty() => self.object(&mut shape, map, path),
            Value::Array(elements) if shape.items.is_some() => self.array(&mut shape, elements, path),
            other => other.clone(),
        };
        (shape, told)
    }

    /// All elements have the reading of the first one.
    fn array(&mut self, shape: &mut Payload, elements: &[Value], path: &str) -> Value {
        let Some(items) = shape.items.take() else { return Value::from(elements.to_vec()) };
        let numbered = elements.iter().enumerate();
        let read: Vec<_> = numbered.map(|(at, element)| self.read((*items).clone(), element, &format!("{path}[{at}]"))).collect();
        shape.items = Some(read.first().map_or(items, |(first, _)| Box::new(first.clone())));
        read.into_iter().map(|(_, element)| element).collect()
    }

    fn object(&mut self, shape: &mut Payload, map: &Map<String, Value>, path: &str) -> Value {
        let mut kept = Map::new();
        for key in &mut shape.keys {
            if template::is_template(&key.key) {
                continue;
            }
            if !map.contains_key(&key.key) {
                self.absent(key, map, path);
            }
            let Some(value) = map.get(&key.key) else { continue };
            let here = step(path, &key.key);
            self.reading(key, value, &here);
            let (read, value) = self.read(key.clone(), value, &here);
            *key = read;
            kept.insert(key.key.clone(), value);
        }
        let (named, unknown): (Vec<_>, Vec<_>) = map.iter().filter(|(name, _)| !kept.contains_key(*name)).partition(|(name, _)| {
            let takes =
                |key: &Payload| template::is_template(&key.key) && (template::is_any(&key.key) || template::bind(&key.key, name).is_some());
            shape.keys.iter().any(takes)
        });
        let unknown: Vec<&str> = unknown.into_iter().map(|(name, _)| name.as_str()).collect();
        self.undocumented(shape, &kept, &unknown, path);
        kept.extend(named.into_iter().map(|(name, value)| (name.clone(), value.clone())));
        Value::Object(kept)
    }

    /// A key that is not there may be spelt otherwise, or be added later.
    fn absent(&mut self, key: &mut Payload, map: &Map<String, Value>, path: &str) {
        if let Some(other) = key.also.iter().find(|other| !other.key.is_empty() && map.contains_key(&other.key)).cloned() {
            let text = format!("\"{}\" stands for \"{}\" ({})", other.key, key.key, other.quirk);
            self.say(step(path, &other.key), text, format!("an app has to take both: see deskspec explain {}", other.quirk));
            key.key = other.key;
        } else if key.runtime {
            let text = format!("\"{}\" is not there: the runtime adds it before an app sees the payload", key.key);
            self.say(path.to_owned(), text, "nothing is to be done");
            key.optional = true;
        }
    }

    /// A value that is not of the key's own type may be of another reading; a number may have no name.
    fn reading(&mut self, key: &mut Payload, value: &Value, here: &str) {
        let as_read = |other: &Also| Payload {
            of: other.of.unwrap_or(key.of),
            pattern: if other.of.is_some() { String::new() } else { other.pattern.clone() },
            also: Vec::new(),
            ..key.clone()
        };
        let plain = !value.is_object() && !value.is_array() && !violations(key, value).is_empty();
        let other = key.also.iter().filter(|_| plain).filter(|other| other.key.is_empty());
        let found = other.map(|other| (other.quirk.clone(), as_read(other))).find(|(_, read)| violations(read, value).is_empty());
        if let Some((quirk, read)) = found {
            let kind = if read.of == key.of { "another notation".to_owned() } else { read.of.word().to_owned() };
            let text = format!("{kind}, as a sample of the page has it, where its table has {} ({quirk})", key.of.word());
            self.say(here.to_owned(), text, format!("an app has to take both: see deskspec explain {quirk}"));
            *key = read;
        }
        let unnamed = |table: &&super::Codes| value.as_i64().is_some_and(|code| table.name_of(code).is_none());
        if let Some(table) = self.catalog.codes(&key.codes).filter(unnamed) {
            let text = format!("{value} has no name in the table {}", table.name);
            self.say(here.to_owned(), text, "the page names not all of them, and portals have more of their own (Q-62)");
        }
    }

    fn undocumented(&mut self, shape: &Payload, kept: &Map<String, Value>, unknown: &[&str], path: &str) {
        let Some(first) = unknown.first() else { return };
        let missing = || shape.keys.iter().map(|key| key.key.as_str()).filter(|key| !kept.contains_key(*key));
        let near = unknown.iter().find_map(|name| Some((name, nearest(name, missing())?)));
        let listed = unknown.iter().take(MOST).copied().collect::<Vec<_>>().join(", ");
        let more = unknown.len().saturating_sub(MOST);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let help = near.map(|(name, meant)| format!("did you mean \"{meant}\" by \"{name}\"?"));
        let help = help.unwrap_or_else(|| "an app that reads them relies on what nobody documents".to_owned());
        self.say(step(path, first), format!("not documented: {listed}{more}"), help);
    }
}
