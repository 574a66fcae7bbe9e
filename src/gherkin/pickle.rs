//! Pickles: what a runner runs.

use super::document::Location;
use super::step::Cell;
use serde::Serialize;
use std::sync::Arc;

/// One scenario, or one row of a scenario's examples, with all that belongs to it.
///
/// What many pickles have in common (the names around them, texts without placeholders, the steps of backgrounds) is held once and
/// shared: a run holds thousands of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Pickle {
    /// Continues the numbers of the document's nodes.
    pub id: u32,
    /// The id of the scenario.
    pub scenario_id: u32,
    /// The id of the examples' row.
    pub row_id: Option<u32>,
    /// The file, as it was named to [`parse`](super::parse).
    pub uri: Arc<str>,
    /// The scenario's name, placeholders filled in.
    pub name: String,
    /// The code of the feature's language.
    pub language: Arc<str>,
    /// The feature's name.
    pub feature: Arc<str>,
    /// The name of the rule that the scenario stands in.
    pub rule: Option<Arc<str>>,
    /// The tags of the feature, the rule, the scenario and the examples, in this order.
    pub tags: Arc<[PickleTag]>,
    /// The steps of the backgrounds, then the scenario's own. A scenario without steps of its own has none at all.
    pub steps: Vec<PickleStep>,
    /// Where the scenario's keyword stands.
    pub location: Location,
    /// Where the examples' row stands that this comes from.
    pub row: Option<Location>,
}

/// A tag of a pickle.
#[derive(Debug, Clone, PartialEq)]
pub struct PickleTag {
    /// The tag's id in the document.
    pub ast_id: u32,
    /// The tag, with its `@`.
    pub name: Arc<str>,
    /// Where its `@` stands.
    pub location: Location,
}

/// A step of a pickle.
#[derive(Debug, Clone, PartialEq)]
pub struct PickleStep {
    /// Numbered before its pickle.
    pub id: u32,
    /// The step's id in the document.
    pub ast_id: u32,
    /// The keyword as written, without the space after it.
    pub keyword: Arc<str>,
    /// What the keyword says of the step.
    pub kind: StepKind,
    /// What follows the keyword, placeholders filled in.
    pub text: Arc<str>,
    /// Where the keyword stands.
    pub location: Location,
    /// The column where the text begins.
    pub text_column: u32,
    /// Whether it comes from a background.
    pub background: bool,
    /// What stands below the step.
    pub argument: Option<Argument>,
    /// Of a step with both a table and a doc string, the one that comes second.
    pub second_argument: Option<Box<Argument>>,
}

/// What a pickle's step is; a conjunction is what the step before it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum StepKind {
    /// `Given`
    Context,
    /// `When`
    Action,
    /// `Then`
    Outcome,
    /// `*`, and conjunctions that follow none of the others.
    Unknown,
}

/// What a step carries.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// Text between fences.
    DocString(Arc<PickleDocString>),
    /// A table.
    Table(Arc<PickleTable>),
}

/// A doc string, placeholders filled in.
///
/// Line `n` of the content, from 0, stands in line `content_line + n` of the file, `indent` columns further to the right (fewer
/// where the line itself has less white space); placeholders and escaped fences move what follows them in their line.
#[derive(Debug, Clone, PartialEq)]
pub struct PickleDocString {
    /// The text.
    pub content: String,
    /// What follows the opening fence, where anything does.
    pub media_type: Option<String>,
    /// Where the opening fence stands.
    pub location: Location,
    /// The line after the opening fence.
    pub content_line: u32,
    /// How many code points of white space were cut from each line.
    pub indent: u32,
}

/// A table, placeholders filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct PickleTable {
    /// Its rows, all with the same number of cells.
    pub rows: Vec<Arc<[Cell]>>,
}
