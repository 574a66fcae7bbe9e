use super::sheet::Sheet;
use crate::catalog::data::{Payload, Type};

/// The widest first column; longer keys push their text to the right.
const WIDEST: usize = 30;

/// A payload as a table: key, type, meaning.
pub(super) fn table(sheet: &mut Sheet, heading: &str, payload: &Payload) {
    sheet.heading(heading);
    match payload.of {
        Type::Object => {}
        Type::Array => {
            sheet.line(&remarks(payload, &kind(payload)));
        }
        of => sheet.line(&remarks(payload, of.word())),
    }
    keys(sheet, payload, 2, width(payload, 0).min(WIDEST));
}

fn keys(sheet: &mut Sheet, payload: &Payload, indent: usize, column: usize) {
    for key in &payload.keys {
        sheet.row(indent, &key.key, column.saturating_sub(indent - 2), &remarks(key, &kind(key)));
        keys(sheet, key, indent + 2, column);
    }
    if let Some(items) = &payload.items {
        keys(sheet, items, indent + if payload.key.is_empty() { 0 } else { 2 }, column);
    }
}

fn width(payload: &Payload, depth: usize) -> usize {
    let below = payload.keys.iter().map(|key| (depth + key.key.chars().count()).max(width(key, depth + 2)));
    let items = payload.items.as_ref().map(|items| width(items, depth + 2));
    below.chain(items).max().unwrap_or(0)
}

fn kind(key: &Payload) -> String {
    match &key.items {
        Some(items) => format!("an array, each {}", items.of.word()),
        None => key.of.word().to_owned(),
    }
}

/// Type, meaning and conditions in one text.
fn remarks(payload: &Payload, kind: &str) -> String {
    let mut text = kind.to_owned();
    if payload.nullable {
        text.push_str(" or null");
    }
    if payload.optional {
        text.push_str(", may be left out");
    }
    if !payload.text.is_empty() {
        text.push_str(" · ");
        text.push_str(&payload.text);
    }
    if !payload.values.is_empty() {
        text.push_str(&format!(" · one of {}", payload.values.join(", ")));
    }
    if let Some(items) = payload.items.as_ref().filter(|items| !items.values.is_empty()) {
        text.push_str(&format!(" · each one of {}", items.values.join(", ")));
    }
    if !payload.shown.is_empty() {
        text.push_str(&format!(" · the pages show {}", payload.shown.join(", ")));
    }
    if let Some(default) = &payload.default {
        text.push_str(&format!(" · {default} where it is left out"));
    }
    if !payload.pattern.is_empty() {
        text.push_str(&format!(" · matches {}", payload.pattern));
    }
    if !payload.longest.is_empty() {
        text.push_str(&format!(" · at most {}", payload.longest));
    }
    if !payload.codes.is_empty() {
        text.push_str(&format!(" · a number of the table {}", payload.codes));
    }
    if payload.runtime {
        text.push_str(" · added by the runtime: what was recorded on the way may lack it");
    }
    for other in &payload.also {
        let named = if other.key.is_empty() { String::new() } else { format!(" {}", other.key) };
        let kind = other.of.map_or_else(String::new, |of| format!(" {}", of.word()));
        text.push_str(&format!(" · {} has{named}{kind}", other.quirk));
    }
    if let Some(when) = &payload.when {
        text.push_str(&format!(" · only where {} is {}", when.key, when.any_of.join(" or ")));
    }
    if !payload.quirks.is_empty() {
        text.push_str(&format!(" · {}", payload.quirks.join(", ")));
    }
    text
}
