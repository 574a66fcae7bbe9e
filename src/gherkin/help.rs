//! What to write instead of what cannot be read.

use super::builder::{Builder, Uneven};
use super::dialect::Dialect;
use super::grammar::{Arguments, Kind, Owner, State};
use super::line::Line;
use super::suggest;
use crate::spelling::nearest_within;

/// Help for a language that does not exist.
pub(super) fn language(code: &str) -> Option<String> {
    let base = code.split(['-', '_']).next().unwrap_or(code);
    let exact = Dialect::all().find(|dialect| dialect.code.eq_ignore_ascii_case(base) || dialect.name.eq_ignore_ascii_case(code));
    let near = || nearest_within(code, Dialect::all().map(|dialect| dialect.code), 1).and_then(Dialect::find);
    match exact.or_else(near) {
        Some(dialect) => Some(format!("did you mean `# language: {}` ({})?", dialect.code, dialect.name)),
        None => Some("delete the line for English, or write a code such as `# language: fr`".to_owned()),
    }
}

/// Help for a table whose rows differ in length.
pub(super) fn uneven(uneven: &Uneven) -> String {
    let cells = if uneven.cells == 1 { "cell" } else { "cells" };
    let edit = if uneven.cells < uneven.expected { "add the missing ones" } else { "delete the others" };
    format!(
        "this row has {} {cells}, the table's first row has {}: {edit}, each closed with `|`, and write `\\|` for a `|` in a cell",
        uneven.cells, uneven.expected
    )
}

/// Help for a line that fits nothing that could stand in its place.
pub(super) fn unexpected(state: State, line: &Line<'_>, dialect: &Dialect, builder: &Builder) -> Option<String> {
    if line.end {
        return at_the_end(state, builder);
    }
    let text = line.trimmed;
    if let Some(keyword) = suggest::title(text, dialect) {
        return Some(suggest::misplaced(keyword.kind).to_owned());
    }
    if let Some(help) = data(state, text) {
        return Some(help.to_owned());
    }
    if suggest::step(text, dialect).is_some() || text.starts_with("* ") {
        return Some(misplaced_step(state).to_owned());
    }
    if let Some(keyword) = suggest::meant_title(text, dialect) {
        return Some(format!("did you mean `{}`?", suggest::written(&keyword)));
    }
    if state.expected().contains(&Kind::StepLine) {
        if let Some(keyword) = suggest::meant_step(text, dialect) {
            return Some(format!("did you mean `{keyword}`?"));
        }
        return Some("begin a step with its keyword (`Given`, `When`, `Then`, `And`, `But` or `*`), a comment with `#`".to_owned());
    }
    Some(wanted(state).to_owned())
}

fn at_the_end(state: State, builder: &Builder) -> Option<String> {
    if matches!(state, State::Step(..)) {
        let (location, fence) = builder.doc_string()?;
        return Some(format!("close the doc string of line {} with `{fence}` on a line of its own", location.line));
    }
    Some(wanted(state).to_owned())
}

/// Lines of tables, doc strings and tags.
fn data(state: State, text: &str) -> Option<&'static str> {
    let after_step = matches!(state, State::Step(..));
    if text.starts_with('|') {
        return Some(match state {
            State::Step(_, Arguments::TableThenDocString) => "a step has one table: move the rows up to the first one, or delete them",
            _ => "move the table below a step or an `Examples:` line",
        });
    }
    if text.starts_with("\"\"\"") || text.starts_with("```") {
        return Some(if after_step {
            "a step has one doc string: join the two, or give the second to a step of its own"
        } else {
            "move the doc string below a step"
        });
    }
    text.starts_with('@').then_some("write one or more tags alone on the line, each as one word that begins with `@`")
}

fn misplaced_step(state: State) -> &'static str {
    match state {
        State::ExamplesTable => "steps stand above the examples: move this one up",
        State::Start | State::Language => "write `Feature: NAME` and `Scenario: NAME` above it",
        _ => "write a header with a colon, such as `Scenario: NAME`, between the tags and the steps",
    }
}

fn wanted(state: State) -> &'static str {
    match state {
        State::Start => "a feature file begins with `Feature: NAME`; write `#` before what is a comment",
        State::Language => "write `Feature: NAME`, in the language that the line above names",
        State::Tags(Owner::Feature) => "write `Feature: NAME` below the tags",
        State::Tags(Owner::Examples) => "write `Examples:` below the tags",
        State::Tags(_) => "write `Scenario: NAME` below the tags, or delete them",
        State::ExamplesTable => "write a row of the table, a `Scenario: NAME` or a `#` for a comment",
        _ => "write `#` before what is a comment",
    }
}
