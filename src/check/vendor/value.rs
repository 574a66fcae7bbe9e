//! Values as JavaScript sees them.

use serde_json::Value;
use std::sync::LazyLock;

/// What a name may be.
const NAME: &str = "[A-Za-z][A-Za-z0-9-_ ]*";

/// The value as a text, as JavaScript makes one of it.
pub(super) fn text(value: Option<&Value>) -> String {
    match value {
        None => "undefined".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(items)) => {
            let items = items.iter().map(|item| if item.is_null() { String::new() } else { text(Some(item)) });
            items.collect::<Vec<_>>().join(",")
        }
        Some(Value::Object(_)) => "[object Object]".to_owned(),
        Some(other) => other.to_string(),
    }
}

/// Whether it counts as true.
pub(super) fn truthy(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => false,
        Some(Value::Bool(is)) => *is,
        Some(Value::Number(number)) => number.as_f64() != Some(0.0),
        Some(Value::String(text)) => !text.is_empty(),
        Some(Value::Array(_) | Value::Object(_)) => true,
    }
}

/// `typeof value === "object"`: of null and of arrays too.
pub(super) fn is_object(value: &Value) -> bool {
    matches!(value, Value::Null | Value::Array(_) | Value::Object(_))
}

/// Whether it has no keys; none where asking for them breaks the tool.
pub(super) fn is_empty(value: &Value) -> Option<bool> {
    match value {
        Value::Object(map) => Some(map.is_empty()),
        Value::Array(items) => Some(items.is_empty()),
        _ => None,
    }
}

/// A text with something in it.
pub(super) fn filled(value: &Value) -> Option<&str> {
    value.as_str().filter(|text| !text.trim().is_empty())
}

/// Whether it is a URL of http, https or wss, as the WHATWG reads URLs.
pub(super) fn is_url(value: Option<&Value>) -> bool {
    url::Url::parse(&text(value)).is_ok_and(|url| matches!(url.scheme(), "http" | "https" | "wss"))
}

/// Whether it may be a name: a letter, then letters, digits, `-`, `_` and blanks.
pub(super) fn is_name(value: &Value) -> bool {
    static IS: LazyLock<Option<regex::Regex>> = LazyLock::new(|| regex::Regex::new(&format!("^{NAME}$")).ok());
    IS.as_ref().is_some_and(|is| is.is_match(&text(Some(value))))
}

/// How many characters JavaScript counts.
pub(super) fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Where a file's ending begins, as Node sees it: none in `.png`.
pub(super) fn ending(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rfind('.').filter(|at| *at > 0).map_or("", |at| &name[at..])
}

/// What a value is called in a message.
pub(super) fn shown(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= 60 { text } else { format!("{}…", text.chars().take(60).collect::<String>()) }
}
