use serde_json::Value;
use std::fmt::Write as _;

/// `text` with everything that would move a terminal's cursor or reorder its line written as `\u{…}`; line breaks and tabs stay.
#[must_use]
pub fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_unsafe(c) && !matches!(c, '\n' | '\t') {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// The value as JSON on one line of at most `most` characters, cut with `…`.
#[must_use]
pub fn short(value: &Value, most: usize) -> String {
    let text = json(value);
    match text.char_indices().nth(most) {
        Some(_) => text.chars().take(most.saturating_sub(1)).chain(['…']).collect(),
        None => text,
    }
}

/// The value as JSON on one line; what is nested too deep is cut.
pub(super) fn json(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(_) | Value::Object(_) if super::is_deeper_than(value, super::DEPTH_LIMIT) => {
            json(&super::clip(value, super::DEPTH_LIMIT))
        }
        value => escape(&value.to_string()),
    }
}

/// The text as a JSON string, safe to print.
pub(super) fn quoted(text: &str) -> String {
    escape(&Value::from(text).to_string())
}

/// JSON escapes only what is below U+0020; the rest that must not reach a terminal is escaped here, in JSON's own way.
fn escape(json: &str) -> String {
    if !json.chars().any(is_unsafe) {
        return json.to_owned();
    }
    let mut out = String::with_capacity(json.len() + 8);
    for c in json.chars() {
        if is_unsafe(c) {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// Control characters, invisible marks of direction, separators that break lines, the byte order mark.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
