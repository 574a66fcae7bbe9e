//! What lines are found to be.

use super::dialect::{Dialect, StepKeyword};
use super::document::Tag;
use super::grammar::Kind;
use super::line::Line;
use super::step::Cell;
use std::borrow::Cow;

/// What a line was found to be, and what it holds.
#[derive(Debug)]
pub(super) enum Matched<'t> {
    Eof,
    Empty,
    Comment(&'t str),
    Language,
    Tags(Vec<Tag>),
    Title(Title<'t>),
    Step(StepLine<'t>),
    Separator(Separator<'t>),
    Row(Vec<Cell>),
    Other(Cow<'t, str>),
}

/// A header line.
#[derive(Debug)]
pub(super) struct Title<'t> {
    pub(super) keyword: &'static str,
    pub(super) outline: bool,
    pub(super) name: &'t str,
    pub(super) column: u32,
}

/// A step's line.
#[derive(Debug)]
pub(super) struct StepLine<'t> {
    pub(super) keyword: StepKeyword,
    pub(super) text: &'t str,
    pub(super) column: u32,
    pub(super) text_column: u32,
}

/// A doc string's fence.
#[derive(Debug)]
pub(super) struct Separator<'t> {
    pub(super) fence: &'t str,
    /// What follows an opening fence.
    pub(super) media_type: &'t str,
}

/// A line that is what was expected, but is wrong in itself.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) column: u32,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// Tells lines apart; the two kinds of feature files differ in nothing else.
pub(super) trait Matcher<'t> {
    /// Whether the line is of this kind. `Some` for a fence and for `# language:` changes what later lines are.
    fn matches(&mut self, kind: Kind, line: &Line<'t>) -> Result<Option<Matched<'t>>, Fault>;
    /// Of a line that means nothing, what stands where a keyword would: behind the `#` of a heading, behind the bullet of an item.
    fn in_place_of_keyword(&self, line: &Line<'t>) -> Option<Prose<'t>>;
    /// The language of the keywords.
    fn dialect(&self) -> &'static Dialect;
}

/// What could have been a keyword.
#[derive(Debug, Clone, Copy)]
pub(super) enum Prose<'t> {
    Heading(&'t str),
    Item(&'t str),
}

/// The doc string that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct OpenDocString<'t> {
    pub(super) fence: &'t str,
    pub(super) indent: u32,
}
