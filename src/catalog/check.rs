use super::bounds::Bounds;
use super::data::{Payload, Type};
use super::store::Catalog;
use super::template;
use crate::spelling::nearest;
use serde_json::{Map, Value};
use std::fmt;

/// One place where a payload breaks its documented shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Where, as a JSON path: `$.agent.id`, `$["ticket.status"]`, `$[0].id`.
    pub path: String,
    /// A lowercase fragment: what is wrong, and what the documents have.
    pub text: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.text)
    }
}

/// Every place where `payload` does not keep the documented keys, types and expressions, in the order of the schema, unknown keys last.
/// Limits are [`Catalog::violations`]'s.
#[must_use]
pub fn violations(schema: &Payload, payload: &Value) -> Vec<Violation> {
    let mut found = Vec::new();
    check(schema, payload, "$", &mut Bounds::default(), &mut found);
    found
}

impl Catalog {
    /// As [`violations`], and every place where a text or a list is longer than its limit in this catalogue.
    #[must_use]
    pub fn violations(&self, schema: &Payload, payload: &Value) -> Vec<Violation> {
        let mut found = Vec::new();
        check(schema, payload, "$", &mut Bounds::of(self), &mut found);
        found
    }
}

fn check<'a>(schema: &'a Payload, value: &Value, path: &str, bounds: &mut Bounds<'a>, found: &mut Vec<Violation>) {
    if schema.nullable && value.is_null() {
        return;
    }
    if !holds(schema.of, value) {
        let text = format!("{}, where the documents have {}{}", kind(value), schema.of.word(), meant(schema, value));
        found.push(Violation { path: path.to_owned(), text });
        return;
    }
    if let (false, Value::String(text)) = (schema.values.is_empty(), value)
        && !schema.values.contains(text)
    {
        let hint = nearest(text, schema.values.iter().map(String::as_str)).map(|near| format!("; did you mean \"{near}\"?"));
        let text = format!("\"{}\" is none of {}{}", brief(text), schema.values.join(", "), hint.unwrap_or_default());
        found.push(Violation { path: path.to_owned(), text });
    }
    found.extend(bounds.broken(schema, value).into_iter().map(|text| Violation { path: path.to_owned(), text }));
    match value {
        Value::Object(map) if schema.of == Type::Object => check_keys(schema, map, path, bounds, found),
        Value::Array(elements) => {
            let Some(items) = &schema.items else { return };
            for (at, element) in elements.iter().enumerate() {
                check(items, element, &format!("{path}[{at}]"), bounds, found);
            }
        }
        _ => {}
    }
}

fn check_keys<'a>(schema: &'a Payload, map: &Map<String, Value>, path: &str, bounds: &mut Bounds<'a>, found: &mut Vec<Violation>) {
    for key in schema.keys.iter().filter(|key| !template::is_template(&key.key)) {
        let here = step(path, &key.key);
        match (map.get(&key.key), wanted(schema, key, map)) {
            (Some(value), Some(true) | None) => check(key, value, &here, bounds, found),
            (Some(_), Some(false)) => found.push(Violation { path: here, text: format!("not documented here: {}", condition(key)) }),
            (None, Some(true)) => found.push(Violation { path: here, text: format!("missing: the documents have {} here", key.of.word()) }),
            (None, _) => {}
        }
    }
    for key in schema.keys.iter().filter(|key| template::is_template(&key.key) && !key.optional) {
        if !map.keys().any(|name| is_named(key, name) && !is_plain(schema, name)) {
            let text = format!("missing: the documents have {} here", key.of.word());
            found.push(Violation { path: step(path, &key.key), text });
        }
    }
    for (name, value) in map.iter().filter(|(name, _)| !is_plain(schema, name)) {
        match schema.keys.iter().find(|key| is_named(key, name)) {
            Some(key) => check(key, value, &step(path, name), bounds, found),
            None => found.push(unknown(schema, name, path)),
        }
    }
}

/// Whether a key must be there (`true`), must not (`false`), or may (`None`).
fn wanted(schema: &Payload, key: &Payload, map: &Map<String, Value>) -> Option<bool> {
    let Some(when) = &key.when else { return (!key.optional).then_some(true) };
    let sibling = schema.keys.iter().find(|other| other.key == when.key)?;
    let value = map.get(&when.key)?.as_str()?;
    // A value outside its own enumeration is reported for itself; it says nothing of its neighbours.
    (sibling.values.is_empty() || sibling.values.iter().any(|known| known == value)).then(|| when.any_of.iter().any(|with| with == value))
}

fn condition(key: &Payload) -> String {
    key.when.as_ref().map_or_else(String::new, |when| format!("it goes with \"{}\" {} only", when.key, when.any_of.join(" or ")))
}

fn is_plain(schema: &Payload, name: &str) -> bool {
    schema.keys.iter().any(|key| key.key == name)
}

fn is_named(key: &Payload, name: &str) -> bool {
    template::is_template(&key.key) && (template::bind(&key.key, name).is_some() || template::is_any(&key.key))
}

fn unknown(schema: &Payload, name: &str, path: &str) -> Violation {
    let known = schema.keys.iter().map(|key| key.key.as_str());
    let hint = match nearest(name, known.clone()) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None if schema.keys.is_empty() => "the documents have no keys here".to_owned(),
        None => format!("the documents have {}", known.collect::<Vec<_>>().join(", ")),
    };
    Violation { path: step(path, name), text: format!("not documented: {hint}") }
}

fn holds(of: Type, value: &Value) -> bool {
    match of {
        Type::String => value.is_string(),
        Type::Digits => value.as_str().is_some_and(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())),
        Type::Boolean => value.is_boolean(),
        Type::Number => value.is_number(),
        Type::Integer => value.is_i64() || value.is_u64(),
        Type::Object => value.is_object(),
        Type::Array => value.is_array(),
        Type::Any => true,
        Type::Empty => value.is_null() || value.as_object().is_some_and(Map::is_empty),
    }
}

impl Type {
    /// How a person calls it: `a string`, `a string of digits`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::String => "a string",
            Self::Digits => "a string of digits",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::Integer => "a whole number",
            Self::Object => "an object",
            Self::Array => "an array",
            Self::Any => "any value",
            Self::Empty => "nothing (null or an empty object)",
        }
    }
}

/// The value that one of another type was probably meant to be.
fn meant(schema: &Payload, value: &Value) -> String {
    let same = match (schema.of, value) {
        (Type::String | Type::Digits, Value::Bool(_) | Value::Number(_)) => Some(Value::String(value.to_string())),
        (Type::Boolean | Type::Number | Type::Integer, Value::String(text)) if brief(text) == *text => serde_json::from_str(text).ok(),
        _ => None,
    };
    let known = |value: &Value| schema.values.is_empty() || schema.values.iter().any(|known| value == known.as_str());
    match same.filter(|same| holds(schema.of, same) && known(same)) {
        Some(same) => format!("; did you mean {same}?"),
        None if schema.values.is_empty() => String::new(),
        None => format!(", one of {}", schema.values.join(", ")),
    }
}

fn kind(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => format!("the boolean {flag}"),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => format!("the string \"{}\"", brief(text)),
        Value::Array(elements) => format!("an array of {}", elements.len()),
        Value::Object(map) if map.is_empty() => "an empty object".to_owned(),
        Value::Object(map) => format!("an object with {} key{}", map.len(), if map.len() == 1 { "" } else { "s" }),
    }
}

pub(super) fn brief(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() > MOST { text.chars().take(MOST).chain(['…']).collect() } else { text.to_owned() }
}

pub(super) fn step(path: &str, key: &str) -> String {
    let word =
        key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && key.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_');
    if word { format!("{path}.{key}") } else { format!("{path}[{}]", Value::from(key)) }
}
