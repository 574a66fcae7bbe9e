//! Payloads, made after the shapes of the catalogue: every documented key is there, and no other (FD-04, FD-08, FD-09, FD-11, FD-12).

use super::time;
use crate::catalog::{Catalog, Payload, Type};
use serde_json::{Map, Number, Value};

/// The limit of a text's bytes (FD-11).
const TEXT: &str = "payload.text";

/// What is known, in the documented shape: keys in the order of the page; what is not known is null, or an empty list.
pub(super) fn shaped(catalog: &Catalog, shape: &Payload, known: &Value) -> Value {
    match (shape.of, known) {
        (Type::Object, Value::Object(known)) if !shape.keys.is_empty() => object(catalog, shape, known).into(),
        (Type::Array, Value::Array(known)) => match &shape.items {
            Some(items) => known.iter().map(|item| shaped(catalog, items, item)).collect(),
            None => known.clone().into(),
        },
        (_, Value::Null) => unset(catalog, shape),
        (_, known) => coded(catalog, shape, known).unwrap_or_else(|| typed(shape, known)),
    }
}

fn object(catalog: &Catalog, shape: &Payload, known: &Map<String, Value>) -> Map<String, Value> {
    let mut made = Map::new();
    let texts = cut_texts(catalog, shape, known);
    for key in &shape.keys {
        let name = key.key.as_str();
        if is_pattern(name) {
            let named = |other: &str| shape.keys.iter().any(|key| key.key == other);
            let others = known.iter().filter(|(other, _)| !named(other));
            made.extend(others.map(|(other, value)| (other.clone(), shaped(catalog, key, value))));
        } else if let Some((_, value)) = texts.iter().find(|(cut, _)| cut == name) {
            made.insert(name.to_owned(), value.clone());
        } else if known.get(name).is_some_and(|value| !value.is_null()) || !key.optional {
            made.insert(name.to_owned(), shaped(catalog, key, known.get(name).unwrap_or(&Value::Null)));
        }
    }
    made
}

/// Texts that are cut where they are too long, each with its own flag: those beside which the page documents one (FD-11).
fn cut_texts(catalog: &Catalog, shape: &Payload, known: &Map<String, Value>) -> Vec<(String, Value)> {
    let most = catalog.limit(TEXT).and_then(|limit| usize::try_from(limit.value).ok()).unwrap_or(usize::MAX);
    let mut texts = Vec::new();
    for key in &shape.keys {
        let flag = format!("is_{}_truncated", key.key);
        let Some(text) = known.get(&key.key).and_then(Value::as_str).filter(|_| shape.keys.iter().any(|key| key.key == flag)) else {
            continue;
        };
        let kept = cut(text, most);
        texts.push((key.key.clone(), kept.into()));
        texts.push((flag, (kept.len() < text.len()).into()));
    }
    texts
}

/// At most so many bytes, never with a part of a character.
pub(super) fn cut(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = (0..=most).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    &text[..end]
}

/// What stands for nothing: the documented default, a list without elements, `false`, or null.
fn unset(catalog: &Catalog, shape: &Payload) -> Value {
    match (&shape.default, shape.of) {
        (Some(default), _) => default.clone(),
        (None, Type::Array) => Value::Array(Vec::new()),
        (None, Type::Boolean) => false.into(),
        (None, Type::Object) if !shape.nullable => object(catalog, shape, &Map::new()).into(),
        (None, _) => Value::Null,
    }
}

/// The number of a name, where a table has it.
fn coded(catalog: &Catalog, shape: &Payload, known: &Value) -> Option<Value> {
    catalog.codes(&shape.codes)?.code_of(known.as_str()?).map(Value::from)
}

/// A value as the documented type, where it is the same said otherwise: `7` for `"7"`, and the other way round; a time as the page writes it
/// (FD-13).
fn typed(shape: &Payload, known: &Value) -> Value {
    match (shape.of, known) {
        (Type::String, Value::String(text)) if !shape.pattern.is_empty() => {
            time::instant(text).map_or_else(|| known.clone(), |at| time::stamp(at).into())
        }
        (Type::Number | Type::Integer, Value::String(text)) => text.parse::<Number>().map_or_else(|_| known.clone(), Value::Number),
        (Type::String | Type::Digits, Value::Number(number)) => number.to_string().into(),
        _ => known.clone(),
    }
}

fn is_pattern(name: &str) -> bool {
    name.contains("${")
}

/// The shape of what stands at these keys of a shape.
pub(super) fn part<'a>(shape: &'a Payload, path: &[&str]) -> Option<&'a Payload> {
    path.iter().try_fold(shape, |shape, name| shape.keys.iter().find(|key| key.key == *name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;
    use std::sync::LazyLock;

    static CATALOG: LazyLock<&'static Catalog> = LazyLock::new(|| Catalog::documented());

    fn described() -> Payload {
        let mut shape = Payload::of(Type::Object, "");
        shape.keys = vec![
            Payload::of(Type::String, "description"),
            Payload::of(Type::Boolean, "is_description_truncated"),
            Payload::of(Type::Array, "tags"),
            Payload::of(Type::Number, "group_id"),
        ];
        shape
    }

    #[test]
    fn what_is_not_known_is_null_or_empty_and_what_is_not_documented_is_left_out() {
        let made = shaped(&CATALOG, &described(), &json!({"description": "x", "group_id": "7", "other": 1}));
        assert_eq!(made, json!({"description": "x", "is_description_truncated": false, "tags": [], "group_id": 7}));
        assert_eq!(
            made.as_object().map(|it| it.keys().cloned().collect::<Vec<_>>().join(" ")).as_deref(),
            Some("description is_description_truncated tags group_id")
        );
    }

    #[test]
    fn names_of_a_table_become_its_numbers() {
        let shape = Payload { codes: "ticket.priority".into(), ..Payload::of(Type::Number, "priority") };
        assert_eq!(shaped(&CATALOG, &shape, &json!("Urgent")), json!(4));
        assert_eq!(shaped(&CATALOG, &shape, &json!(4)), json!(4));
    }

    proptest! {
        #[test]
        fn a_text_is_cut_at_the_limit_and_never_inside_of_a_character(text in "(\\PC|ä|😀){0,9}", times in 0_usize..4_000) {
            let text = text.repeat(times);
            let most = usize::try_from(CATALOG.limit(TEXT).expect("FD-11 has a limit").value).expect("a length");
            let made = shaped(&CATALOG, &described(), &json!({"description": text}));
            let kept = made["description"].as_str().expect("a text");
            prop_assert!(text.starts_with(kept) && kept.len() <= most);
            prop_assert_eq!(made["is_description_truncated"].as_bool(), Some(text.len() > most));
            // No further character would have had room.
            let next = text[kept.len()..].chars().next().map_or(0, char::len_utf8);
            prop_assert!(next == 0 || kept.len() + next > most);
        }
    }
}
