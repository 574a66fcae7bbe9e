//! Cucumber's tree as pickles.

use crate::gherkin::{Argument, Cell, Location, Pickle, PickleDocString, PickleStep, PickleTable, PickleTag, StepKind};
use cucumber::gherkin::{Background, Feature, LineCol, Rule, Scenario, Step, StepType};
use std::sync::Arc;

/// The scenarios of a feature that another Parser read, in order, one pickle each: those outside of rules first, then each rule's.
///
/// A tree of cucumber's knows less than a document of ours. The media types of doc strings and the language are not there (it is taken to be
/// `en`); which of a step's doc string and table comes first is not there either (the doc string, as the stock parser wants it); nor where
/// an outline stands (where its row does). What stands below a step is taken to stand where it mostly does: a table's rows and a doc
/// string's lines one below the other, without blank lines or comments between them.
pub(crate) fn pickles(feature: &Feature) -> Vec<Pickle> {
    let uri = feature.path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
    let mut writer = Writer { feature, uri, next_id: 0 };
    let outside = feature.scenarios.iter().map(|scenario| (None, scenario));
    let ruled = feature.rules.iter().flat_map(|rule| rule.scenarios.iter().map(move |scenario| (Some(rule), scenario)));
    outside.chain(ruled).map(|(rule, scenario)| writer.pickle(rule, scenario)).collect()
}

struct Writer<'f> {
    feature: &'f Feature,
    uri: String,
    next_id: u32,
}

impl Writer<'_> {
    fn pickle(&mut self, rule: Option<&Rule>, scenario: &Scenario) -> Pickle {
        let location = location(scenario.position);
        let is_row = !scenario.examples.is_empty();
        let steps = self.steps(rule, scenario);
        let (scenario_id, row_id) = (self.id(), is_row.then(|| self.id()));
        let tags = self.feature.tags.iter().chain(rule.iter().flat_map(|rule| &rule.tags)).chain(&scenario.tags);
        let tags = tags.map(|tag| PickleTag { ast_id: self.id(), name: format!("@{tag}").into(), location }).collect();
        Pickle {
            id: self.id(),
            scenario_id,
            row_id,
            uri: self.uri.as_str().into(),
            name: scenario.name.clone(),
            language: "en".into(),
            feature: self.feature.name.as_str().into(),
            rule: rule.map(|rule| rule.name.as_str().into()),
            tags,
            steps,
            location,
            row: is_row.then_some(location),
        }
    }

    /// The backgrounds' first; a scenario without steps of its own has none, in ours as in the official pickles.
    fn steps(&mut self, rule: Option<&Rule>, scenario: &Scenario) -> Vec<PickleStep> {
        if scenario.steps.is_empty() {
            return Vec::new();
        }
        let steps = background_steps(self.feature, rule).map(|step| (step, true)).chain(scenario.steps.iter().map(|step| (step, false)));
        steps.map(|(step, background)| self.step(step, background)).collect()
    }

    fn step(&mut self, step: &Step, background: bool) -> PickleStep {
        let location = location(step.position);
        let table = step.table.as_ref().map(|table| table_argument(&table.rows, table.position, location));
        let text = step.docstring.as_ref().map(|text| doc_string(text, location));
        let (argument, second_argument) = match (text, table) {
            (Some(text), table) => (Some(text), table.map(Box::new)),
            (None, table) => (table, None),
        };
        PickleStep {
            id: self.id(),
            ast_id: self.id(),
            keyword: step.keyword.trim_end().into(),
            kind: kind(step),
            text: step.value.as_str().into(),
            location,
            text_column: location.column.saturating_add(count(step.keyword.chars().count())),
            background,
            argument,
            second_argument,
        }
    }

    fn id(&mut self) -> u32 {
        self.next_id = self.next_id.saturating_add(1);
        self.next_id - 1
    }
}

/// The steps that open every scenario beside these backgrounds.
pub(super) fn background_steps<'f>(feature: &'f Feature, rule: Option<&'f Rule>) -> impl Iterator<Item = &'f Step> {
    let steps = |background: Option<&'f Background>| background.into_iter().flat_map(|background| &background.steps);
    steps(feature.background.as_ref()).chain(steps(rule.and_then(|rule| rule.background.as_ref())))
}

fn kind(step: &Step) -> StepKind {
    match step.ty {
        _ if step.keyword.trim_end() == "*" => StepKind::Unknown,
        StepType::Given => StepKind::Context,
        StepType::When => StepKind::Action,
        StepType::Then => StepKind::Outcome,
    }
}

fn table_argument(rows: &[Vec<String>], position: LineCol, step: Location) -> Argument {
    let first = if position.line == 0 { below(step, 1) } else { location(position) };
    let cell = |value: &String, line| Cell { value: value.clone(), location: Location { line, column: first.column } };
    let rows = rows.iter().zip(first.line..).map(|(row, line)| row.iter().map(|value| cell(value, line)).collect());
    Argument::Table(Arc::new(PickleTable { rows: rows.collect() }))
}

fn doc_string(text: &str, step: Location) -> Argument {
    Argument::DocString(Arc::new(PickleDocString {
        content: text.to_owned(),
        media_type: None,
        location: below(step, 1),
        content_line: below(step, 2).line,
        indent: 0,
    }))
}

fn below(location: Location, lines: u32) -> Location {
    Location { line: location.line.saturating_add(lines), column: location.column }
}

fn location(position: LineCol) -> Location {
    Location { line: count(position.line), column: count(position.col) }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
