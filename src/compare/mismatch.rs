use super::Path;
use super::show::{json, short};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt;

/// One place where what was found is not what was expected.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, thiserror::Error)]
pub struct Mismatch {
    /// Where in what was expected; for [`MismatchKind::Unexpected`] the place that the value would have there.
    pub path: Path,
    /// Where in what was found. It differs from `path` only in the indexes of arrays that were compared in any order.
    pub found_at: Path,
    /// Which kind of difference.
    pub kind: MismatchKind,
    /// The pattern as a fixture writes it, markers and backslashes included; `None` where nothing was expected.
    pub expected: Option<Value>,
    /// What was there, cut below [`super::DEPTH_LIMIT`] levels; `None` where nothing was.
    pub actual: Option<Value>,
    /// A lowercase fragment that helps to see why.
    pub note: Option<String>,
}

/// Kinds of [`Mismatch`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MismatchKind {
    /// Something was expected and nothing is there.
    Missing,
    /// Something is there that was not expected.
    Unexpected,
    /// Another JSON type.
    Type,
    /// The same type, another value.
    Value,
    /// An array of another length than the marker `#[n]` asks for.
    Length,
    /// A marker that does not hold.
    Marker,
    /// Nested deeper than [`super::DEPTH_LIMIT`] levels: not compared.
    Depth,
}

/// How much of a value the one line shows.
const SHOWN: usize = 120;

impl Mismatch {
    /// The same, with values as `change` shows them.
    #[must_use]
    pub fn shown(&self, change: impl Fn(&Value) -> Value) -> Self {
        Self { expected: self.expected.as_ref().map(&change), actual: self.actual.as_ref().map(&change), ..self.clone() }
    }
}

impl fmt::Display for Mismatch {
    /// `$.ticket.status: expected "Closed", found "Open"`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: expected ", self.path)?;
        match &self.expected {
            Some(expected) => f.write_str(&wanted(expected, self.kind))?,
            None => f.write_str("nothing")?,
        }
        match &self.actual {
            Some(actual) => write!(f, ", found {}", named(actual, self.kind))?,
            None => f.write_str(", found nothing")?,
        }
        if self.found_at != self.path && self.kind != MismatchKind::Missing {
            write!(f, " at {}", self.found_at)?;
        }
        self.note.as_ref().map_or(Ok(()), |note| write!(f, " ({note})"))
    }
}

/// A marker stands bare, a literal as JSON; so `#string` and the text `"#string"` are told apart.
fn wanted(expected: &Value, kind: MismatchKind) -> String {
    match expected {
        Value::String(text) if text.starts_with('#') => super::printable(text).replace('\n', "\\n"),
        Value::String(text) if super::pattern::escaped(text).is_some() => named(&Value::from(&text[1..]), kind),
        value => named(value, kind),
    }
}

/// The value; where types differ, with its type.
fn named(value: &Value, kind: MismatchKind) -> String {
    let type_name = match value {
        _ if kind != MismatchKind::Type => "",
        Value::Null => "",
        Value::Bool(_) => "the boolean ",
        Value::Number(_) => "the number ",
        Value::String(_) => "the string ",
        Value::Array(_) => "the array ",
        Value::Object(_) => "the object ",
    };
    format!("{type_name}{}", short(value, SHOWN))
}

/// What helps to see why two scalars differ, where they look alike.
pub(super) fn hint(expected: &Value, actual: &Value) -> Option<String> {
    let (Value::String(expected), Value::String(actual)) = (expected, actual) else {
        let (one, other) = if expected.is_string() { (expected, actual) } else { (actual, expected) };
        let same = one.as_str().is_some_and(|text| !other.is_array() && !other.is_object() && text == json(other));
        return same.then(|| "the same text in another type".to_owned());
    };
    let stripped = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)).collect::<String>();
    if stripped(expected) == stripped(actual) {
        return Some("only white space or invisible characters differ".to_owned());
    }
    if expected.to_lowercase() == actual.to_lowercase() {
        return Some("only upper and lower case differ".to_owned());
    }
    let at = expected.chars().zip(actual.chars()).take_while(|(one, other)| one == other).count();
    (at >= 24).then(|| format!("they differ from character {} on", at + 1))
}

fn is_invisible(c: char) -> bool {
    c.is_control() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
