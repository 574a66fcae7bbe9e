//! What the official parser swallows in silence, although the author can hardly have meant it.

use super::document::Document;
use super::inspect::Inspector;
use std::fmt;

/// Something that can be run, but hardly is what was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The file, as it was named to [`parse`](super::parse).
    pub uri: String,
    /// From 1.
    pub line: u32,
    /// From 1, in Unicode code points.
    pub column: u32,
    /// What is odd.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

impl fmt::Display for Warning {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}:{}: {}", self.uri, self.line, self.column, self.message)
    }
}

/// What is odd about a document, in the order of its lines; at most a thousand things.
#[must_use]
pub fn warnings(document: &Document) -> Vec<Warning> {
    let mut inspector = Inspector::new(&document.uri, document.swallowed.clone());
    if let Some(feature) = &document.feature {
        inspector.feature(feature);
    }
    let mut found = inspector.found;
    found.sort_by_key(|warning| (warning.line, warning.column));
    found
}
