//! What bounds a text or a list beyond its type: a regular expression, and a limit of the catalogue.

use super::data::{Payload, Unit};
use super::store::Catalog;
use regex::Regex;
use serde_json::Value;
use std::collections::BTreeMap;

/// The bounds that one check knows. A batch has thousands of texts under few expressions: each is compiled once a check.
#[derive(Default)]
pub(super) struct Bounds<'a> {
    /// Whose limits hold; without them, lengths are not looked at.
    limits: Option<&'a Catalog>,
    patterns: BTreeMap<&'a str, Option<Regex>>,
}

impl<'a> Bounds<'a> {
    pub(super) fn of(catalog: &'a Catalog) -> Self {
        Self { limits: Some(catalog), patterns: BTreeMap::new() }
    }

    /// Why `value` is out of bounds, as lowercase fragments.
    pub(super) fn broken(&mut self, schema: &'a Payload, value: &Value) -> Vec<String> {
        [self.unlike(schema, value), self.beyond(schema, value)].into_iter().flatten().collect()
    }

    fn unlike(&mut self, schema: &'a Payload, value: &Value) -> Option<String> {
        let text = value.as_str().filter(|_| !schema.pattern.is_empty())?;
        let compiled = self.patterns.entry(&schema.pattern).or_insert_with(|| Regex::new(&schema.pattern).ok());
        // An expression that cannot be compiled is the catalogue's slip, and no text's.
        let like = compiled.as_ref().is_none_or(|pattern| pattern.is_match(text));
        (!like).then(|| format!("the string \"{}\", where the documents have what {} matches", super::check::brief(text), schema.pattern))
    }

    fn beyond(&self, schema: &Payload, value: &Value) -> Option<String> {
        let limit = self.limits?.limit(&schema.longest)?;
        let (length, what) = match value {
            Value::String(text) if limit.unit == Unit::Bytes => (text.len(), "bytes"),
            Value::String(text) => (text.chars().count(), "characters"),
            Value::Array(elements) => (elements.len(), "elements"),
            Value::Object(_) => (value.to_string().len(), "bytes"),
            _ => return None,
        };
        let over = u64::try_from(length).is_ok_and(|length| length > limit.value);
        over.then(|| format!("{length} {what}, where the documents have at most {} ({})", limit.value, limit.id))
    }
}
