//! Steps of the document, and what they carry.

use super::document::Location;
use super::messages::id;
use serde::Serialize;
use std::sync::Arc;

/// A step of a scenario or background.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// See [`Document`](super::Document).
    #[serde(serialize_with = "id")]
    pub id: u32,
    /// Where its keyword stands.
    pub location: Location,
    /// The keyword as written, with the space that ends it where the language has one.
    pub keyword: Arc<str>,
    /// What the keyword says of the step.
    #[serde(rename = "keywordType")]
    pub kind: KeywordKind,
    /// What follows the keyword.
    pub text: Arc<str>,
    /// The column where the text begins.
    #[serde(skip)]
    pub text_column: u32,
    /// The table below it.
    #[serde(rename = "dataTable", skip_serializing_if = "Option::is_none")]
    pub table: Option<Box<Table>>,
    /// The doc string below it; a step may have both, in either order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc_string: Option<Box<DocString>>,
}

/// What a step's keyword says of the step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum KeywordKind {
    /// `Given`
    Context,
    /// `When`
    Action,
    /// `Then`
    Outcome,
    /// `And`, `But`: as the step before.
    Conjunction,
    /// `*`, and words that a language uses for more than one of the others.
    Unknown,
}

/// Text between two fences, `"""` or ```` ``` ````.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DocString {
    /// Where the opening fence stands.
    pub location: Location,
    /// The fence.
    pub delimiter: String,
    /// What follows the opening fence, where anything does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// The lines between the fences, less the fence's indent, joined by `\n`.
    pub content: String,
    /// How many code points of white space were cut from each line, where it has as many: the indent of the opening fence.
    #[serde(skip)]
    pub indent: u32,
}

/// A step's table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// Where its first row stands.
    pub location: Location,
    /// Its rows, all with the same number of cells.
    pub rows: Vec<Row>,
}

/// A row of a [`Table`] or of examples.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// See [`Document`](super::Document).
    #[serde(serialize_with = "id")]
    pub id: u32,
    /// Where its first `|` stands.
    pub location: Location,
    /// Its cells; pickles share those that hold no placeholder.
    pub cells: Arc<[Cell]>,
}

/// A cell of a [`Row`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// Where its text begins.
    pub location: Location,
    /// Its text without the spaces around it, escapes (`\|`, `\\`, `\n`) undone.
    pub value: String,
}
