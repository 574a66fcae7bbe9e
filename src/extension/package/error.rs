use crate::extension::Place;
use std::fmt;

/// Something in a vendor's package that keeps it from being run.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub struct PackageError {
    /// Where it stands; line and column are 0 where the fault is of the file as a whole.
    pub at: Place,
    /// What is wrong: a lowercase fragment.
    pub text: String,
    /// The edit that mends it.
    pub edit: String,
    /// The rule behind it.
    pub rule: &'static str,
}

/// What most that cannot be read breaks: what a manifest and its pages are.
const MANIFEST_RULE: &str = "MAN-01";

impl PackageError {
    pub(in crate::extension) fn new(at: Place, text: impl Into<String>, edit: impl Into<String>) -> Self {
        Self { at, text: text.into(), edit: edit.into(), rule: MANIFEST_RULE }
    }

    /// The same, as a breach of another rule.
    pub(in crate::extension) fn under(self, rule: &'static str) -> Self {
        Self { rule, ..self }
    }
}

impl fmt::Display for PackageError {
    /// `file:line:column: text; edit`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.at.file)?;
        if self.at.line > 0 {
            write!(f, ":{}:{}", self.at.line, self.at.column)?;
        }
        write!(f, ": {}; {}", self.text, self.edit)
    }
}
