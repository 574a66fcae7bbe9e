use serde::{Deserialize, Serialize};

/// Whose doing a failure is. A fault of the vendor, of the feature's author and of deskspec are different outcomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fault {
    /// What the feature expects did not happen.
    Unmet,
    /// The extension has a defect that no step expects.
    Extension,
    /// The feature says something that cannot be done: an unknown hook, an undefined step, a value that was never kept.
    Feature,
    /// A feature, fixture, manifest or script cannot be read (exit code 3).
    Input,
    /// Our own model broke the catalogue (exit code 70).
    Model,
}

/// A line of a file that a failure points at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Label {
    /// The file, as a person would open it.
    pub file: String,
    /// From 1.
    pub line: u32,
    /// From 1; 0 points at the whole line.
    pub column: u32,
    /// How many characters to underline; 0 underlines to the end of the line.
    pub length: u32,
    /// A lowercase fragment that stands beside the underlining.
    pub text: String,
}

/// Why a scenario failed, as data from which a picture is drawn.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Failure {
    /// Whose doing it is.
    pub fault: Fault,
    /// A lowercase fragment: what is wrong.
    pub title: String,
    /// Lines of detail, one mismatch or error each.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub details: Vec<String>,
    /// Where to look, the feature's line first.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub labels: Vec<Label>,
    /// Expected and actual side by side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// An edit that mends it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// What can be pasted as it is: a sentence for the feature or, for users of the library, a step definition.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub snippet: Option<String>,
    /// Lines of source around the labels that hold secrets, as they may be shown.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub masked: Vec<MaskedLine>,
}

/// A line of a file that holds a secret.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MaskedLine {
    /// The file, as a label names it.
    pub file: String,
    /// From 1.
    pub line: u32,
    /// The line without its secrets.
    pub text: String,
}

impl Failure {
    /// A failure with a title alone.
    #[must_use]
    pub fn new(fault: Fault, title: impl Into<String>) -> Self {
        Self {
            fault,
            title: title.into(),
            details: Vec::new(),
            labels: Vec::new(),
            picture: None,
            help: None,
            snippet: None,
            masked: Vec::new(),
        }
    }

    /// The same with a line of help: an edit.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with one more place to look at.
    #[must_use]
    pub fn label(mut self, label: Label) -> Self {
        self.labels.push(label);
        self
    }
}
