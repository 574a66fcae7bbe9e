//! Document → pickles.

use super::argument::arguments;
use super::document::{Document, Examples, Feature, FeatureChild, Rule, RuleChild, Scenario, Tag};
use super::pickle::{Pickle, PickleStep, PickleTag, StepKind};
use super::placeholder::fill;
use super::step::{Cell, KeywordKind, Row, Step};
use std::sync::Arc;

/// What a runner runs, in the order of the file: one pickle a scenario, or one a row of its examples.
#[must_use]
pub fn pickles(document: &Document) -> Vec<Pickle> {
    let Some(feature) = &document.feature else { return Vec::new() };
    let (count, _) = document.counts();
    let mut compiler = Compiler { document, feature, next_id: document.next_id, keywords: Vec::new(), pickles: Vec::with_capacity(count) };
    let mut around = Around { rule: None, tags: feature.tags.iter().map(tag).collect(), background: Vec::new() };
    for child in &feature.children {
        match child {
            FeatureChild::Background(background) => compiler.background(&mut around, &background.steps),
            FeatureChild::Scenario(scenario) => compiler.scenario(&around, scenario),
            FeatureChild::Rule(rule) => compiler.rule(&around, rule),
        }
    }
    compiler.pickles
}

/// What a scenario takes over from where it stands.
struct Around<'d> {
    rule: Option<&'d Arc<str>>,
    tags: Arc<[PickleTag]>,
    /// Made once; each pickle numbers its own.
    background: Vec<(KeywordKind, PickleStep)>,
}

struct Compiler<'d> {
    document: &'d Document,
    feature: &'d Feature,
    next_id: u32,
    /// Keywords as the document has them, and without the space after them.
    keywords: Vec<(Arc<str>, Arc<str>)>,
    pickles: Vec<Pickle>,
}

/// One row of examples.
#[derive(Clone, Copy)]
pub(super) struct Filling<'d> {
    columns: &'d [Cell],
    examples: &'d Examples,
    row: &'d Row,
}

impl Filling<'_> {
    /// The text with the row's values in it; nothing where it holds no placeholder.
    pub(super) fn changed(self, text: &str) -> Option<String> {
        if !text.contains('<') {
            return None;
        }
        let filled = fill(text, self.columns, &self.row.cells);
        (filled != text).then_some(filled)
    }
}

impl<'d> Compiler<'d> {
    fn rule(&mut self, around: &Around<'d>, rule: &'d Rule) {
        let tags = and_own(&around.tags, rule.tags.iter());
        let mut around = Around { rule: Some(&rule.name), tags, background: around.background.clone() };
        for child in &rule.children {
            match child {
                RuleChild::Background(background) => self.background(&mut around, &background.steps),
                RuleChild::Scenario(scenario) => self.scenario(&around, scenario),
            }
        }
    }

    fn background(&mut self, around: &mut Around<'d>, steps: &'d [Step]) {
        around.background.extend(steps.iter().map(|step| (step.kind, self.step(step, None, true))));
    }

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
        let of_examples = filling.iter().flat_map(|filling| &filling.examples.tags);
        let steps = self.steps(around, scenario, filling);
        let pickle = Pickle {
            id: self.id(),
            scenario_id: scenario.id,
            row_id: filling.map(|filling| filling.row.id),
            uri: Arc::clone(&self.document.uri),
            name: filling.and_then(|filling| filling.changed(&scenario.name)).unwrap_or_else(|| scenario.name.clone()),
            language: Arc::clone(&self.feature.language),
            feature: Arc::clone(&self.feature.name),
            rule: around.rule.map(Arc::clone),
            tags: and_own(&around.tags, scenario.tags.iter().chain(of_examples)),
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
        let mut last = StepKind::Unknown;
        let mut steps = Vec::with_capacity(around.background.len() + scenario.steps.len());
        for (keyword, step) in &around.background {
            last = kind(*keyword, last);
            steps.push(PickleStep { id: self.id(), kind: last, ..step.clone() });
        }
        for step in &scenario.steps {
            last = kind(step.kind, last);
            let id = self.id();
            steps.push(PickleStep { id, kind: last, ..self.step(step, filling, false) });
        }
        steps
    }

    /// A step whose number and kind are still to be told.
    fn step(&mut self, step: &'d Step, filling: Option<Filling<'d>>, background: bool) -> PickleStep {
        let (argument, second_argument) = arguments(step, filling);
        let filled = filling.and_then(|filling| filling.changed(&step.text));
        PickleStep {
            id: 0,
            ast_id: step.id,
            keyword: self.keyword(&step.keyword),
            kind: StepKind::Unknown,
            text: filled.map_or_else(|| Arc::clone(&step.text), Arc::from),
            location: step.location,
            text_column: step.text_column,
            background,
            argument,
            second_argument: second_argument.map(Box::new),
        }
    }

    fn keyword(&mut self, keyword: &Arc<str>) -> Arc<str> {
        let trimmed = keyword.trim_end();
        if trimmed.len() == keyword.len() {
            return Arc::clone(keyword);
        }
        if let Some((_, known)) = self.keywords.iter().find(|(known, _)| Arc::ptr_eq(known, keyword)) {
            return Arc::clone(known);
        }
        let trimmed: Arc<str> = trimmed.into();
        self.keywords.push((Arc::clone(keyword), Arc::clone(&trimmed)));
        trimmed
    }

    fn id(&mut self) -> u32 {
        let id = self.next_id;
        self.next_id = self.next_id.saturating_add(1);
        id
    }
}

/// The tags around, and a pickle's own.
fn and_own<'t>(around: &Arc<[PickleTag]>, own: impl Iterator<Item = &'t Tag>) -> Arc<[PickleTag]> {
    let mut own = own.peekable();
    if own.peek().is_none() {
        return Arc::clone(around);
    }
    around.iter().cloned().chain(own.map(tag)).collect()
}

fn tag(tag: &Tag) -> PickleTag {
    PickleTag { ast_id: tag.id, name: Arc::clone(&tag.name), location: tag.location }
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
