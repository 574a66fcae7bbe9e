use super::format;
use super::pattern::Node;
use crate::spelling::nearest;
use regex::Regex;
use serde_json::Value;

/// A marker as it was written, and what it asks for.
#[derive(Debug, Clone)]
pub(super) struct Marker {
    pub(super) written: String,
    pub(super) optional: bool,
    pub(super) rule: Rule,
}

#[derive(Debug, Clone)]
pub(super) enum Rule {
    Ignore,
    Present,
    NotPresent,
    Null,
    NotNull,
    String,
    Number,
    Boolean,
    Object,
    Array { length: Option<usize>, element: Option<Box<Node>> },
    Regex(Regex),
    UrlEncoded(Regex),
    Text(fn(&str) -> bool),
}

/// Every marker's name, for suggestions.
const NAMES: [&str; 18] = [
    "ignore",
    "present",
    "notpresent",
    "null",
    "notnull",
    "string",
    "number",
    "boolean",
    "array",
    "object",
    "uuid",
    "regex",
    "id",
    "iso-time",
    "desk-time",
    "html",
    "urlencoded",
    "[]",
];

/// What is wrong with a marker: the message and the help.
pub(super) type Refusal = (String, String);

impl Marker {
    /// Reads a string that begins with `#`. `element` makes a pattern of the ELEMENT in `#[] ELEMENT`.
    pub(super) fn parse(written: &str, element: impl FnOnce(&str) -> Option<Node>) -> Result<Option<Self>, Refusal> {
        let body = written.strip_prefix('#').unwrap_or(written);
        let (optional, body) = body.strip_prefix('#').map_or((false, body), |body| (true, body));
        let rule = if body.starts_with('[') { array(written, body, element)? } else { Some(named(written, body)?) };
        Ok(rule.map(|rule| Self { written: written.to_owned(), optional, rule }))
    }

    /// Whether the marker holds where nothing is there.
    pub(super) fn holds_for_nothing(&self) -> bool {
        self.optional || matches!(self.rule, Rule::Ignore | Rule::NotPresent)
    }

    /// Whether the marker itself holds for `actual`; the elements of an array are not looked at.
    pub(super) fn holds_for(&self, actual: &Value) -> bool {
        (self.optional && actual.is_null()) || self.rule.holds_for(actual)
    }
}

impl Rule {
    fn holds_for(&self, actual: &Value) -> bool {
        match self {
            Self::Ignore | Self::Present => true,
            Self::NotPresent => false,
            Self::Null => actual.is_null(),
            Self::NotNull => !actual.is_null(),
            Self::String => actual.is_string(),
            Self::Number => actual.is_number(),
            Self::Boolean => actual.is_boolean(),
            Self::Object => actual.is_object(),
            Self::Array { length, .. } => actual.as_array().is_some_and(|items| length.is_none_or(|length| items.len() == length)),
            Self::Regex(pattern) => actual.as_str().is_some_and(|text| pattern.is_match(text)),
            Self::UrlEncoded(pattern) => actual.as_str().and_then(format::url_decoded).is_some_and(|text| pattern.is_match(&text)),
            Self::Text(holds) => actual.as_str().is_some_and(holds),
        }
    }
}

fn array(written: &str, body: &str, element: impl FnOnce(&str) -> Option<Node>) -> Result<Option<Rule>, Refusal> {
    let refusal = || {
        (
            format!("`{written}` is no array marker"),
            "write \"#[]\", \"#[3]\", \"#[] #string\" or \"#[3] {\\\"id\\\": \\\"#id\\\"}\"".to_owned(),
        )
    };
    let (length, rest) = body[1..].split_once(']').ok_or_else(refusal)?;
    let length = if length.is_empty() { None } else { Some(length.parse().map_err(|_| refusal())?) };
    if rest.is_empty() {
        return Ok(Some(Rule::Array { length, element: None }));
    }
    let text = rest.strip_prefix(' ').ok_or_else(refusal)?.trim();
    Ok(element(text).map(|node| Rule::Array { length, element: Some(Box::new(node)) }))
}

fn named(written: &str, body: &str) -> Result<Rule, Refusal> {
    let (name, argument) = body.split_once(' ').map_or((body, None), |(name, argument)| (name, Some(argument)));
    let rule = match name {
        "regex" => return Ok(Rule::Regex(regex(written, name, argument)?)),
        "urlencoded" => return Ok(Rule::UrlEncoded(regex(written, name, argument)?)),
        "ignore" => Rule::Ignore,
        "present" => Rule::Present,
        "notpresent" => Rule::NotPresent,
        "null" => Rule::Null,
        "notnull" => Rule::NotNull,
        "string" => Rule::String,
        "number" => Rule::Number,
        "boolean" => Rule::Boolean,
        "object" => Rule::Object,
        "array" => Rule::Array { length: None, element: None },
        "uuid" => Rule::Text(format::is_uuid),
        "id" => Rule::Text(format::is_id),
        "iso-time" => Rule::Text(format::is_iso_time),
        "desk-time" => Rule::Text(format::is_desk_time),
        "html" => Rule::Text(format::is_html),
        _ => return Err(unknown(written, name)),
    };
    match argument {
        None => Ok(rule),
        Some(_) => Err((format!("`#{name}` stands alone, found `{written}`"), format!("write `#{name}`; {}", literal(written)))),
    }
}

fn unknown(written: &str, name: &str) -> Refusal {
    let shown = super::show::printable(written);
    let help = match nearest(name, NAMES) {
        Some(near) => format!("write `#{near}`; {}", literal(written)),
        None => format!("markers are {}; {}", NAMES.map(|name| format!("#{name}")).join(", "), literal(written)),
    };
    (format!("unknown marker `{shown}`"), help)
}

/// How to say that a text beginning with `#` is meant as it stands.
fn literal(written: &str) -> String {
    let shown = super::show::printable(&written.chars().take(40).collect::<String>());
    format!("for the text itself put a backslash before it: `\\{shown}` (in JSON `\\\\{shown}`)")
}

/// The pattern must match from end to end. It is compiled as written first, so that the position in the error is the author's.
fn regex(written: &str, name: &str, argument: Option<&str>) -> Result<Regex, Refusal> {
    let Some(pattern) = argument.map(str::trim).filter(|pattern| !pattern.is_empty()) else {
        return Err((format!("`#{name}` needs a pattern"), format!("write for example `#{name} [A-Z]+-[0-9]+`")));
    };
    let refusal = |error: &regex::Error| {
        let before = written.chars().count() - pattern.chars().count();
        let (column, reason) = regex_error(error);
        let at = column.map(|column| format!(" at character {}", before + column)).unwrap_or_default();
        let message = format!("bad pattern in `{}`{at}: {reason}", super::show::printable(written));
        (message, "mend the pattern; a special character stands for itself after a backslash".to_owned())
    };
    Regex::new(pattern).map_err(|error| refusal(&error))?;
    // A pattern in verbose mode may end in a comment, which the line break closes.
    let anchored = Regex::new(&format!(r"\A(?:{pattern})\z")).or_else(|_| Regex::new(&format!("\\A(?:{pattern}\n)\\z")));
    anchored.map_err(|error| refusal(&error))
}

/// The column in the pattern (from 1) and the reason, out of the picture that the regex crate draws.
fn regex_error(error: &regex::Error) -> (Option<usize>, String) {
    let text = error.to_string();
    let reason = text.lines().rev().find_map(|line| line.strip_prefix("error: ")).unwrap_or("it is too large").to_owned();
    let caret = text.lines().find(|line| line.trim_start().starts_with('^') && line.trim().chars().all(|c| c == '^'));
    let column = caret.and_then(|line| line.find('^')).map(|at| at.saturating_sub(3));
    (column.filter(|column| *column > 0), reason)
}
