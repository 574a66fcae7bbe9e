use serde_json::{Map, Value};

/// How many levels of arrays and objects are compared, shown and copied. What is nested deeper is a mismatch, never a crash.
pub const DEPTH_LIMIT: usize = 256;

/// Whether arrays and objects are nested deeper than `limit` levels; a scalar has none. Does not recurse.
#[must_use]
pub fn is_deeper_than(value: &Value, limit: usize) -> bool {
    let mut open = vec![(value, 0)];
    while let Some((value, depth)) = open.pop() {
        if !value.is_array() && !value.is_object() {
            continue;
        }
        if depth == limit {
            return true;
        }
        match value {
            Value::Array(items) => open.extend(items.iter().map(|item| (item, depth + 1))),
            Value::Object(entries) => open.extend(entries.values().map(|item| (item, depth + 1))),
            _ => {}
        }
    }
    false
}

/// A copy in which arrays and objects below `limit` levels are replaced by the string `…`. It can be shown and dropped safely.
#[must_use]
pub fn clip(value: &Value, limit: usize) -> Value {
    match value {
        Value::Array(_) | Value::Object(_) if limit == 0 => Value::String("…".to_owned()),
        Value::Array(items) => Value::Array(items.iter().map(|item| clip(item, limit - 1)).collect()),
        Value::Object(entries) => {
            Value::Object(entries.iter().map(|(key, item)| (key.clone(), clip(item, limit - 1))).collect::<Map<_, _>>())
        }
        scalar => scalar.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn levels_are_counted_from_the_outermost_array() {
        let value = json!({"a": [[1]], "b": 2});
        assert!(is_deeper_than(&value, 2));
        assert!(!is_deeper_than(&value, 3));
        assert!(!is_deeper_than(&json!(1), 0));
        assert_eq!(clip(&value, 2), json!({"a": ["…"], "b": 2}));
        assert_eq!(clip(&value, 3), value);
    }
}
