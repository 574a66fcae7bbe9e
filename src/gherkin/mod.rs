//! Gherkin 6: text → document → pickles, and tag expressions.
//!
//! A line parser: every line is read once, matched against what the official grammar allows in its place, and put into the
//! document. Its errors have the official wording and places, and a help that is an edit; [`warnings`] tells what the official
//! parser swallows in silence. Lines, columns and everything else are counted as the official test data count them: from 1, in
//! Unicode code points.
//!
//! The grammar, the message formats and the keywords of all languages: <https://github.com/cucumber/gherkin>.

mod argument;
mod builder;
mod compile;
mod count;
mod description;
mod dialect;
mod document;
mod ending;
mod error;
mod grammar;
mod help;
mod inspect;
mod line;
mod markdown;
mod matched;
mod matcher;
mod messages;
mod parser;
mod pickle;
mod pickle_messages;
mod placeholder;
mod step;
mod suggest;
mod swallowed;
mod tag_display;
mod tag_error;
mod tag_expression;
mod tag_token;
mod transition;
mod warning;

pub use compile::pickles;
pub use document::{Background, Comment, Document, Examples, Feature, FeatureChild, Location, Rule, RuleChild, Scenario, Tag};
pub use error::ParseError;
pub use messages::{Message, ast_message, error_message, media_type, pickle_messages};
pub use parser::{parse, parse_from};
pub use pickle::{Argument, Pickle, PickleDocString, PickleStep, PickleTable, PickleTag, StepKind};
pub use step::{Cell, DocString, KeywordKind, Row, Step, Table};
pub use tag_error::TagSyntaxError;
pub use tag_expression::TagExpression;
pub use warning::{Warning, warnings};
