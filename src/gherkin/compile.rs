//! Document → pickles.

use super::document::{Document, Examples, Feature, FeatureChild, RuleChild, Scenario, Tag};
use super::pickle::{Argument, Pickle, PickleCell, PickleDocString, PickleStep, PickleTable, PickleTag, StepKind};
use super::placeholder::fill;
use super::step::{Cell, DocString, KeywordKind, Row, Step, Table};

/// What a runner runs, in the order of the file: one pickle a scenario, or one a row of its examples.
#[must_use]
pub fn pickles(document: &Document) -> Vec<Pickle> {
    let Some(feature) = &document.feature else { return Vec::new() };
    let mut compiler = Compiler { document, feature, next_id: document.next_id, pickles: Vec::new() };
    let mut around = Around { rule: None, tags: feature.tags.iter().collect(), background: Vec::new() };
    for child in &feature.children {
        match child {
            FeatureChild::Background(background) => around.background.extend(&background.steps),
            FeatureChild::Scenario(scenario) => compiler.scenario(&around, scenario),
            FeatureChild::Rule(rule) => {
                let mut around = around.clone();
                around.rule = Some(&rule.name);
                around.tags.extend(&rule.tags);
                for child in &rule.children {
                    match child {
                        RuleChild::Background(background) => around.background.extend(&background.steps),
                        RuleChild::Scenario(scenario) => compiler.scenario(&around, scenario),
                    }
                }
            }
        }
    }
    compiler.pickles
}

/// What a scenario takes over from where it stands.
#[derive(Clone)]
struct Around<'d> {
    rule: Option<&'d str>,
    tags: Vec<&'d Tag>,
    background: Vec<&'d Step>,
}

struct Compiler<'d> {
    document: &'d Document,
    feature: &'d Feature,
    next_id: u32,
    pickles: Vec<Pickle>,
}

/// One row of examples.
#[derive(Clone, Copy)]
struct Filling<'d> {
    columns: &'d [Cell],
    examples: &'d Examples,
    row: &'d Row,
}

impl<'d> Compiler<'d> {
    fn scenario(&mut self, around: &Around<'d>, scenario: &'d Scenario) {
        if scenario.examples.is_empty() {
            return self.pickle(around, scenario, None);
        }
        for examples in &scenario.examples {
            let Some(header) = &examples.header else { continue };
            for row in &examples.body {
                self.pickle(around, scenario, Some(Filling { columns: &header.cells, examples, row }));
            }
        }
    }

    fn pickle(&mut self, around: &Around<'d>, scenario: &'d Scenario, filling: Option<Filling<'d>>) {
        let own_tags = filling.iter().flat_map(|filling| &filling.examples.tags);
        let tags = around.tags.iter().copied().chain(&scenario.tags).chain(own_tags).map(tag).collect();
        let steps = self.steps(around, scenario, filling);
        let pickle = Pickle {
            id: self.id(),
            scenario_id: scenario.id,
            row_id: filling.map(|filling| filling.row.id),
            uri: self.document.uri.clone(),
            name: filled(&scenario.name, filling),
            language: self.feature.language.clone(),
            feature: self.feature.name.clone(),
            rule: around.rule.map(str::to_owned),
            tags,
            steps,
            location: scenario.location,
            row: filling.map(|filling| filling.row.location),
        };
        self.pickles.push(pickle);
    }

    fn steps(&mut self, around: &Around<'d>, scenario: &'d Scenario, filling: Option<Filling<'d>>) -> Vec<PickleStep> {
        if scenario.steps.is_empty() {
            return Vec::new();
        }
        let background = around.background.iter().map(|step| (*step, true, None));
        let own = scenario.steps.iter().map(|step| (step, false, filling));
        let mut last = StepKind::Unknown;
        let mut steps = Vec::with_capacity(around.background.len() + scenario.steps.len());
        for (step, background, filling) in background.chain(own) {
            last = kind(step.kind, last);
            let (argument, second_argument) = arguments(step, filling);
            steps.push(PickleStep {
                id: self.id(),
                ast_id: step.id,
                keyword: step.keyword.trim_end().to_owned(),
                kind: last,
                text: filled(&step.text, filling),
                location: step.location,
                text_column: step.text_column,
                background,
                argument,
                second_argument: second_argument.map(Box::new),
            });
        }
        steps
    }

    fn id(&mut self) -> u32 {
        let id = self.next_id;
        self.next_id = self.next_id.saturating_add(1);
        id
    }
}

fn filled(text: &str, filling: Option<Filling<'_>>) -> String {
    filling.map_or_else(|| text.to_owned(), |filling| fill(text, filling.columns, &filling.row.cells))
}

fn tag(tag: &Tag) -> PickleTag {
    PickleTag { ast_id: tag.id, name: tag.name.clone(), location: tag.location }
}

fn kind(keyword: KeywordKind, last: StepKind) -> StepKind {
    match keyword {
        KeywordKind::Context => StepKind::Context,
        KeywordKind::Action => StepKind::Action,
        KeywordKind::Outcome => StepKind::Outcome,
        KeywordKind::Unknown => StepKind::Unknown,
        KeywordKind::Conjunction => last,
    }
}

/// In the order in which they stand below the step.
fn arguments(step: &Step, filling: Option<Filling<'_>>) -> (Option<Argument>, Option<Argument>) {
    match (&step.table, &step.doc_string) {
        (None, None) => (None, None),
        (Some(rows), None) => (Some(table(rows, filling)), None),
        (None, Some(text)) => (Some(doc_string(text, filling)), None),
        (Some(rows), Some(text)) if rows.location < text.location => (Some(table(rows, filling)), Some(doc_string(text, filling))),
        (Some(rows), Some(text)) => (Some(doc_string(text, filling)), Some(table(rows, filling))),
    }
}

fn table(table: &Table, filling: Option<Filling<'_>>) -> Argument {
    let cell = |cell: &Cell| PickleCell { value: filled(&cell.value, filling), location: cell.location };
    let row = |row: &Row| row.cells.iter().map(cell).collect();
    Argument::Table(PickleTable { rows: table.rows.iter().map(row).collect() })
}

fn doc_string(text: &DocString, filling: Option<Filling<'_>>) -> Argument {
    Argument::DocString(PickleDocString {
        content: filled(&text.content, filling),
        media_type: text.media_type.as_deref().map(|media_type| filled(media_type, filling)),
        location: text.location,
        content_line: text.location.line.saturating_add(1),
        indent: text.indent,
    })
}
