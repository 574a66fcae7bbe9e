use serde::{Deserialize, Serialize};
use std::fmt;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The file, as a person would open it from where deskspec runs.
    pub file: String,
    /// From 1; 0 where it is not known.
    pub line: u32,
    /// From 1; 0 where it is not known.
    pub column: u32,
}

impl fmt::Display for Place {
    /// `file:line:column`, without what is not known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        match (self.line, self.column) {
            (0, _) => Ok(()),
            (line, 0) => write!(f, ":{line}"),
            (line, column) => write!(f, ":{line}:{column}"),
        }
    }
}

/// How much a [`Finding`] weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably not what its author meant.
    Warning,
    /// A defect of the extension: the scenario fails unless one of its steps expects it.
    Error,
}

/// Something about an extension that its vendor should know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Finding {
    /// How much it weighs.
    pub severity: Severity,
    /// The rule or quirk behind it, by its ID in the catalogue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The extension, as the feature calls it.
    pub extension: String,
    /// The widget's location.
    pub location: String,
    /// A lowercase fragment: what is wrong.
    pub text: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Where in the vendor's files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Place>,
}
