//! The document: a feature file as a tree.

use super::step::{Row, Step};
use super::warning::Warning;

/// A place in a feature file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// From 1.
    pub line: u32,
    /// From 1, in Unicode code points.
    pub column: u32,
}

/// A feature file.
///
/// The `id`s in the tree are unique within it, and counted as the official parsers count them: in the order in which nodes end.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The file, as it was named to [`parse`](super::parse).
    pub uri: String,
    /// The feature; `None` where the file holds comments and blank lines only.
    pub feature: Option<Feature>,
    /// All comment lines, in order.
    pub comments: Vec<Comment>,
    /// The first number that no node has as its id.
    pub(super) next_id: u32,
    /// Lines that became description, although they look like something else.
    pub(super) swallowed: Vec<Warning>,
}

/// A comment line.
#[derive(Debug, Clone, PartialEq)]
pub struct Comment {
    /// The line; the column is always 1, as in the official data.
    pub location: Location,
    /// The whole line, leading spaces included.
    pub text: String,
}

/// A tag before a feature, a rule, a scenario or examples.
#[derive(Debug, Clone, PartialEq)]
pub struct Tag {
    /// See [`Document`].
    pub id: u32,
    /// Where its `@` stands.
    pub location: Location,
    /// The tag, with its `@`.
    pub name: String,
}

/// `Feature:` and all that follows.
#[derive(Debug, Clone, PartialEq)]
pub struct Feature {
    /// Where its keyword stands.
    pub location: Location,
    /// The code of the language of its keywords, for example `en`.
    pub language: String,
    /// The keyword as written; empty in a Markdown file whose first line is no `# Feature:`.
    pub keyword: String,
    /// What follows the colon.
    pub name: String,
    /// The lines below, as they stand.
    pub description: String,
    /// The feature's own tags.
    pub tags: Vec<Tag>,
    /// Background, scenarios, rules: in the order of the file.
    pub children: Vec<FeatureChild>,
}

/// What a [`Feature`] consists of.
#[derive(Debug, Clone, PartialEq)]
pub enum FeatureChild {
    /// At most one, and before all others.
    Background(Background),
    /// A scenario outside of rules.
    Scenario(Scenario),
    /// A rule; what follows it belongs to it or to a later rule.
    Rule(Rule),
}

/// `Rule:` and all that follows up to the next rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// See [`Document`].
    pub id: u32,
    /// Where its keyword stands.
    pub location: Location,
    /// The keyword as written.
    pub keyword: String,
    /// What follows the colon.
    pub name: String,
    /// The lines below, as they stand.
    pub description: String,
    /// The rule's own tags.
    pub tags: Vec<Tag>,
    /// Background and scenarios, in the order of the file.
    pub children: Vec<RuleChild>,
}

/// What a [`Rule`] consists of.
#[derive(Debug, Clone, PartialEq)]
pub enum RuleChild {
    /// At most one, and before all scenarios.
    Background(Background),
    /// A scenario of the rule.
    Scenario(Scenario),
}

/// `Background:` and its steps, which open every scenario beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Background {
    /// See [`Document`].
    pub id: u32,
    /// Where its keyword stands.
    pub location: Location,
    /// The keyword as written.
    pub keyword: String,
    /// What follows the colon.
    pub name: String,
    /// The lines below, as they stand.
    pub description: String,
    /// Its steps.
    pub steps: Vec<Step>,
}

/// `Scenario:` or `Scenario Outline:`; the two differ in nothing but having examples.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// See [`Document`].
    pub id: u32,
    /// Where its keyword stands.
    pub location: Location,
    /// The keyword as written.
    pub keyword: String,
    /// Whether the keyword is one for outlines (`Scenario Outline`, `Scenario Template`).
    pub outline: bool,
    /// What follows the colon.
    pub name: String,
    /// The lines below, as they stand.
    pub description: String,
    /// The scenario's own tags.
    pub tags: Vec<Tag>,
    /// Its steps.
    pub steps: Vec<Step>,
    /// Its examples: one pickle a row of each.
    pub examples: Vec<Examples>,
}

/// `Examples:` and its table.
#[derive(Debug, Clone, PartialEq)]
pub struct Examples {
    /// See [`Document`].
    pub id: u32,
    /// Where its keyword stands.
    pub location: Location,
    /// The keyword as written.
    pub keyword: String,
    /// What follows the colon.
    pub name: String,
    /// The lines below, as they stand.
    pub description: String,
    /// The examples' own tags.
    pub tags: Vec<Tag>,
    /// The row of the placeholders' names; `None` where there is no table.
    pub header: Option<Row>,
    /// The rows of values.
    pub body: Vec<Row>,
}
