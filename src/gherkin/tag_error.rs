//! Why a tag expression cannot be read.

/// A fault in a tag expression, in the official wording.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Tag expression \"{expression}\" could not be parsed because of syntax error: {fault}.")]
pub struct TagSyntaxError {
    /// The whole expression.
    pub expression: String,
    /// What is wrong, for example `Expected operator`.
    pub fault: String,
    /// Where in the expression, from 1, in Unicode code points.
    pub column: u32,
    /// What to write instead.
    pub help: Option<String>,
}
