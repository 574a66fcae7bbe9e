//! Lines that the grammar takes for description, although they look like something else.

use super::dialect::Dialect;
use super::grammar::{Owner, State};
use super::line::Line;
use super::matched::Prose;
use super::suggest;
use super::warning::Warning;

/// What is odd about a line of the description of `owner`; `first` for the line below the header.
pub(super) fn suspect(uri: &str, line: &Line<'_>, owner: Owner, first: bool, dialect: &Dialect) -> Option<Warning> {
    let (message, help) = header(line.trimmed, dialect)
        .or_else(|| data(line.trimmed))
        .or_else(|| step(line.trimmed, owner, dialect))
        .or_else(|| misspelt_step(line.trimmed, owner, first, dialect))?;
    Some(Warning { uri: uri.to_owned(), line: line.number, column: line.indent + 1, message, help: Some(help) })
}

/// What is odd about a line of Markdown that means nothing to Gherkin.
pub(super) fn suspect_prose(uri: &str, line: &Line<'_>, prose: Prose<'_>, state: State, dialect: &Dialect) -> Option<Warning> {
    let (text, help) = match prose {
        Prose::Heading(text) => (text, format!("did you mean `{}`?", suggest::written(&suggest::meant_title(text, dialect)?))),
        Prose::Item(text) => {
            let Some(Owner::Background | Owner::Scenario) = state.owner() else { return None };
            (text, format!("did you mean `{} …`?", suggest::meant_step_in_prose(text, dialect, true)?))
        }
    };
    let message = "this line is read as prose".to_owned();
    Some(Warning { uri: uri.to_owned(), line: line.number, column: line.column_of(text), message, help: Some(help) })
}

fn header(text: &str, dialect: &Dialect) -> Option<(String, String)> {
    if let Some(keyword) = suggest::title(text, dialect) {
        let written = suggest::written(&keyword);
        return Some((format!("`{written}` cannot stand here and is read as description"), suggest::misplaced(keyword.kind).to_owned()));
    }
    let keyword = suggest::meant_title(text, dialect)?;
    Some(("this line is read as description".to_owned(), format!("did you mean `{}`?", suggest::written(&keyword))))
}

fn data(text: &str) -> Option<(String, String)> {
    let what = match text {
        _ if text.starts_with('|') => "row of a table",
        _ if text.starts_with("\"\"\"") || text.starts_with("```") => "doc string's fence",
        _ => return None,
    };
    Some((format!("this {what} is read as description, since no step stands above it"), "write a step above it".to_owned()))
}

fn step(text: &str, owner: Owner, dialect: &Dialect) -> Option<(String, String)> {
    suggest::step(text, dialect)?;
    match owner {
        Owner::Examples => Some(("this step is read as description of the examples".to_owned(), "move it above the examples".to_owned())),
        Owner::Feature | Owner::Rule => Some((
            "this step is read as description, since no scenario stands above it".to_owned(),
            "write `Scenario: NAME` or `Background:` above it".to_owned(),
        )),
        Owner::Background | Owner::Scenario => None,
    }
}

fn misspelt_step(text: &str, owner: Owner, first: bool, dialect: &Dialect) -> Option<(String, String)> {
    if !matches!(owner, Owner::Background | Owner::Scenario) {
        return None;
    }
    let keyword = suggest::meant_step_in_prose(text, dialect, first)?;
    let message = format!("this line is read as description, since it does not begin with a keyword and a space (`{keyword} `)");
    Some((message, format!("did you mean `{keyword} …`?")))
}
