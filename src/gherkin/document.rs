//! The document: a feature file as a tree.

use super::messages::{id, is_empty};
use super::step::{Row, Step};
use super::warning::Warning;
use serde::Serialize;
use std::sync::Arc;

/// A place in a feature file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Location {
    /// From 1.
    pub line: u32,
    /// From 1, in Unicode code points.
    pub column: u32,
}

/// A feature file. Serialised, it is the body of the official message `gherkinDocument`.
///
/// The `id`s in the tree are unique within it, and counted as the official parsers count them: in the order in which nodes end.
/// What stands in many places of the file, or is passed on to every pickle, is held once and shared.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// The file, as it was named to [`parse`](super::parse).
    pub uri: Arc<str>,
    /// The feature; `None` where the file holds comments and blank lines only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feature: Option<Feature>,
    /// All comment lines, in order.
    pub comments: Vec<Comment>,
    /// The first number that no node has as its id: the pickles' ids begin here.
    #[serde(skip)]
    pub(super) next_id: u32,
    /// Lines that became description, although they look like something else.
    #[serde(skip)]
    pub(super) swallowed: Vec<Warning>,
}

/// A comment line.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Comment {
    /// The line; the column is always 1, as in the official data.
    pub location: Location,
    /// The whole line, leading spaces included.
    pub text: String,
}

/// A tag before a feature, a rule, a scenario or examples.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tag {
    /// See [`Document`].
    #[serde(serialize_with = "id")]
    pub id: u32,
    /// Where its `@` stands.
    pub location: Location,
    /// The tag, with its `@`.
    pub name: Arc<str>,
}

/// `Feature:` and all that follows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Feature {
    /// Where its keyword stands.
    pub location: Location,
    /// The code of the language of its keywords, for example `en`.
    pub language: Arc<str>,
    /// The keyword as written; empty in a Markdown file whose first line is no `# Feature:`.
    #[serde(skip_serializing_if = "is_empty")]
    pub keyword: Arc<str>,
    /// What follows the colon.
    pub name: Arc<str>,
    /// The lines below, as they stand.
    pub description: String,
    /// The feature's own tags.
    pub tags: Vec<Tag>,
    /// Background, scenarios, rules: in the order of the file.
    pub children: Vec<FeatureChild>,
}

/// What a [`Feature`] consists of.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum FeatureChild {
    /// At most one, and before all others.
    Background(Box<Background>),
    /// A scenario outside of rules.
    Scenario(Box<Scenario>),
    /// A rule; what follows it belongs to it or to a later rule.
    Rule(Box<Rule>),
}

/// `Rule:` and all that follows up to the next rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    /// See [`Document`].
    #[serde(serialize_with = "id")]
    pub id: u32,
    /// Where its keyword stands.
    pub location: Location,
    /// The keyword as written.
    #[serde(skip_serializing_if = "is_empty")]
    pub keyword: Arc<str>,
    /// What follows the colon.
    pub name: Arc<str>,
    /// The lines below, as they stand.
    pub description: String,
    /// The rule's own tags.
    pub tags: Vec<Tag>,
    /// Background and scenarios, in the order of the file.
    pub children: Vec<RuleChild>,
}

/// What a [`Rule`] consists of.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum RuleChild {
    /// At most one, and before all scenarios.
    Background(Box<Background>),
    /// A scenario of the rule.
    Scenario(Box<Scenario>),
}

/// `Background:` and its steps, which open every scenario beside it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Background {
    /// See [`Document`].
    #[serde(serialize_with = "id")]
    pub id: u32,
    /// Where its keyword stands.
    pub location: Location,
    /// The keyword as written.
    #[serde(skip_serializing_if = "is_empty")]
    pub keyword: Arc<str>,
    /// What follows the colon.
    pub name: String,
    /// The lines below, as they stand.
    pub description: String,
    /// Its steps.
    pub steps: Vec<Step>,
}

/// `Scenario:` or `Scenario Outline:`; the two differ in nothing but having examples.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Scenario {
    /// See [`Document`].
    #[serde(serialize_with = "id")]
    pub id: u32,
    /// Where its keyword stands.
    pub location: Location,
    /// The keyword as written.
    #[serde(skip_serializing_if = "is_empty")]
    pub keyword: Arc<str>,
    /// Whether the keyword is one for outlines (`Scenario Outline`, `Scenario Template`).
    #[serde(skip)]
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
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Examples {
    /// See [`Document`].
    #[serde(serialize_with = "id")]
    pub id: u32,
    /// Where its keyword stands.
    pub location: Location,
    /// The keyword as written.
    #[serde(skip_serializing_if = "is_empty")]
    pub keyword: Arc<str>,
    /// What follows the colon.
    pub name: String,
    /// The lines below, as they stand.
    pub description: String,
    /// The examples' own tags.
    pub tags: Vec<Tag>,
    /// The row of the placeholders' names; `None` where there is no table.
    #[serde(rename = "tableHeader", skip_serializing_if = "Option::is_none")]
    pub header: Option<Row>,
    /// The rows of values.
    #[serde(rename = "tableBody")]
    pub body: Vec<Row>,
}
