use super::payload::{Payload, is_false};
use serde::{Deserialize, Serialize};

/// Something that the platform keeps, as the pages say it or as it follows from them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// For example `HOOK-04`.
    pub id: String,
    /// A few words.
    pub title: String,
    /// The rule.
    pub text: String,
    /// Page and section.
    pub sources: Vec<String>,
    /// Whether it is not written on a page, but follows, or is what a host must do where the pages are silent.
    #[serde(default, skip_serializing_if = "is_false")]
    pub derived: bool,
    /// Quirks that bear on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quirks: Vec<String>,
    /// What a file of the package says under this rule: the shape of that part of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declares: Option<Payload>,
    /// The tables of numbers under this rule, each with what its numbers stand for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<Codes>,
    /// Whether it is of packages alone: `deskspec check` looks at it, and the model has nothing to play.
    #[serde(default, skip_serializing_if = "is_false")]
    pub checked: bool,
    /// Whether the model plays it so far.
    #[serde(default, skip_serializing_if = "is_false")]
    pub played: bool,
    /// The catalogue's file.
    #[serde(default)]
    pub file: String,
}

/// Numbers that stand for something, in the order of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codes {
    /// For example `ticket.status`.
    pub name: String,
    /// The numbers.
    pub values: Vec<Code>,
}

/// One number of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// The number.
    pub code: i64,
    /// What it stands for; empty where the page has lost the name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
}

/// A place where the pages contradict themselves or each other, or are silent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quirk {
    /// For example `Q-20`.
    pub id: String,
    /// A few words.
    pub title: String,
    /// The readings; at most one is the default.
    pub readings: Vec<Reading>,
    /// Whether the model plays the default so far.
    #[serde(default, skip_serializing_if = "is_false")]
    pub played: bool,
    /// The catalogue's file.
    #[serde(default)]
    pub file: String,
}

/// One reading of a quirk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The reading.
    pub text: String,
    /// Page and section that read so; empty for a reading that no page has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// How a scenario asks for this one, where it is not the default.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ask: String,
    /// Whether the host plays this one unless a scenario asks otherwise.
    #[serde(default, skip_serializing_if = "is_false")]
    pub default: bool,
}

/// What a limit's value counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Milliseconds.
    Milliseconds,
    /// Characters of a text.
    Characters,
    /// Kilobytes, as the pages write them.
    Kilobytes,
    /// Bytes of a value's JSON text.
    Bytes,
    /// Things.
    Count,
}

/// A number that the pages set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// For example `hook.deadline`.
    pub id: String,
    /// A few words.
    pub title: String,
    /// What happens at it.
    pub text: String,
    /// The number.
    pub value: u64,
    /// What the number counts.
    pub unit: Unit,
    /// The rule that sets it.
    pub rule: String,
    /// Quirks that bear on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quirks: Vec<String>,
    /// Page and section.
    pub sources: Vec<String>,
    /// Whether no page writes it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub derived: bool,
    /// Whether the model plays it so far.
    #[serde(default, skip_serializing_if = "is_false")]
    pub played: bool,
    /// The catalogue's file.
    #[serde(default)]
    pub file: String,
}

/// A text of the host's that the pages imply and do not word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// For example `hook.refused`.
    pub id: String,
    /// When it is shown or answered.
    pub title: String,
    /// The wording; `${name}` in it stands for what the occasion gives.
    pub text: String,
    /// The rule that needs it.
    pub rule: String,
    /// Quirks that bear on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quirks: Vec<String>,
    /// Page and section that imply it.
    pub sources: Vec<String>,
    /// Whether the wording is ours.
    #[serde(default, skip_serializing_if = "is_false")]
    pub derived: bool,
    /// Whether the model plays it so far.
    #[serde(default, skip_serializing_if = "is_false")]
    pub played: bool,
    /// The catalogue's file.
    #[serde(default)]
    pub file: String,
}
