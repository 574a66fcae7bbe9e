//! Why a feature file cannot be read.

/// An error in a feature file, in the official wording.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{uri}:{line}:{}: {message}", (*column).max(1))]
pub struct ParseError {
    /// The file, as it was named to [`parse`](super::parse).
    pub uri: String,
    /// From 1.
    pub line: u32,
    /// From 1, in Unicode code points; 0 where the official parsers give none (at the end of the file). Shown as 1 then.
    pub column: u32,
    /// What is wrong, as the official parsers say it, without the place before it.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}
