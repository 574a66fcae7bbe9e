//! Our document as cucumber's tree.

use crate::gherkin::{
    Argument, Background, Document, Examples, FeatureChild, KeywordKind, Location, Pickle, PickleStep, Rule, RuleChild, Scenario, Step, Tag,
};
use cucumber::gherkin::{self as stock, LineCol, Span, StepType};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The document as cucumber's tree, with one scenario for each of `pickles`: outlines come expanded. `None` where the file holds no feature.
///
/// The position of an outline's scenario is its row's. Spans stay empty: a document counts lines and columns, not bytes.
pub(crate) fn feature(document: &Document, pickles: &[Pickle]) -> Option<stock::Feature> {
    let of = document.feature.as_ref()?;
    let mut chosen: BTreeMap<u32, Vec<&Pickle>> = BTreeMap::new();
    for pickle in pickles {
        chosen.entry(pickle.scenario_id).or_default().push(pickle);
    }
    let mut out = stock::Feature {
        keyword: of.keyword.to_string(),
        name: of.name.to_string(),
        description: description(&of.description),
        background: None,
        scenarios: Vec::new(),
        rules: Vec::new(),
        tags: tags(&of.tags),
        span: Span::default(),
        position: position(of.location),
        path: Some(PathBuf::from(&*document.uri)),
    };
    let mut around = Around { chosen: &chosen, tags: of.tags.len(), last: StepType::Given };
    for child in &of.children {
        match child {
            FeatureChild::Background(of) => out.background = Some(around.background(of)),
            FeatureChild::Scenario(of) => out.scenarios.extend(around.scenarios(of)),
            FeatureChild::Rule(of) => out.rules.push(around.rule(of)),
        }
    }
    Some(out)
}

/// What a scenario takes over from where it stands.
#[derive(Clone, Copy)]
struct Around<'d> {
    /// The pickles of each scenario.
    chosen: &'d BTreeMap<u32, Vec<&'d Pickle>>,
    /// How many of a pickle's tags are not its scenario's own.
    tags: usize,
    /// What the last step of the backgrounds is.
    last: StepType,
}

impl Around<'_> {
    fn rule(mut self, of: &Rule) -> stock::Rule {
        self.tags += of.tags.len();
        let mut out = stock::Rule {
            keyword: of.keyword.to_string(),
            name: of.name.to_string(),
            description: description(&of.description),
            background: None,
            scenarios: Vec::new(),
            tags: tags(&of.tags),
            span: Span::default(),
            position: position(of.location),
        };
        for child in &of.children {
            match child {
                RuleChild::Background(of) => out.background = Some(self.background(of)),
                RuleChild::Scenario(of) => out.scenarios.extend(self.scenarios(of)),
            }
        }
        out
    }

    fn background(&mut self, of: &Background) -> stock::Background {
        let steps = of.steps.iter().map(|of| {
            self.last = step_type(of.kind, self.last);
            let rows = of.table.as_ref().map(|table| table.rows.iter().map(|row| values(&row.cells)).collect());
            step(of, self.last, of.text.to_string(), of.doc_string.as_ref().map(|text| text.content.clone()), rows)
        });
        stock::Background {
            keyword: of.keyword.to_string(),
            name: of.name.to_string(),
            description: description(&of.description),
            steps: steps.collect(),
            span: Span::default(),
            position: position(of.location),
        }
    }

    fn scenarios(self, of: &Scenario) -> impl Iterator<Item = stock::Scenario> {
        let pickles = self.chosen.get(&of.id).map(Vec::as_slice).unwrap_or_default();
        pickles.iter().map(move |pickle| stock::Scenario {
            keyword: of.keyword.to_string(),
            name: pickle.name.clone(),
            description: description(&of.description),
            steps: own_steps(of, pickle, self.last),
            examples: of.examples.iter().filter_map(|examples| row(examples, pickle)).collect(),
            tags: pickle.tags.iter().skip(self.tags).map(|tag| bare(&tag.name)).collect(),
            span: Span::default(),
            position: position(pickle.row.unwrap_or(pickle.location)),
        })
    }
}

fn own_steps(of: &Scenario, pickle: &Pickle, mut last: StepType) -> Vec<stock::Step> {
    let filled = pickle.steps.iter().filter(|step| !step.background);
    let steps = of.steps.iter().zip(filled).map(|(of, filled)| {
        last = step_type(of.kind, last);
        let (text, rows) = arguments(filled);
        step(of, last, filled.text.to_string(), text, rows)
    });
    steps.collect()
}

/// The examples that a pickle comes from, cut down to its row, as the stock parser leaves them.
fn row(of: &Examples, pickle: &Pickle) -> Option<stock::Examples> {
    let header = of.header.as_ref()?;
    let row = of.body.iter().find(|row| Some(row.id) == pickle.row_id)?;
    Some(stock::Examples {
        keyword: of.keyword.to_string(),
        name: Some(of.name.to_string()).filter(|name| !name.is_empty()),
        description: description(&of.description),
        table: Some(table(vec![values(&header.cells), values(&row.cells)], header.location)),
        tags: tags(&of.tags),
        span: Span::default(),
        position: position(of.location),
    })
}

fn step(of: &Step, ty: StepType, value: String, docstring: Option<String>, rows: Option<Vec<Vec<String>>>) -> stock::Step {
    stock::Step {
        keyword: of.keyword.to_string(),
        ty,
        value,
        docstring,
        table: rows.map(|rows| table(rows, of.table.as_ref().map_or(of.location, |table| table.location))),
        span: Span::default(),
        position: position(of.location),
    }
}

/// The doc string and the rows of the table.
fn arguments(step: &PickleStep) -> (Option<String>, Option<Vec<Vec<String>>>) {
    let (mut text, mut rows) = (None, None);
    for argument in step.argument.iter().chain(step.second_argument.as_deref()) {
        match argument {
            Argument::DocString(of) => text = Some(of.content.clone()),
            Argument::Table(of) => {
                rows = Some(of.rows.iter().map(|row| row.iter().map(|cell| cell.value.clone()).collect()).collect());
            }
        }
    }
    (text, rows)
}

/// A conjunction is what the step before it is, and so is `*`.
fn step_type(kind: KeywordKind, last: StepType) -> StepType {
    match kind {
        KeywordKind::Context => StepType::Given,
        KeywordKind::Action => StepType::When,
        KeywordKind::Outcome => StepType::Then,
        KeywordKind::Conjunction | KeywordKind::Unknown => last,
    }
}

fn table(rows: Vec<Vec<String>>, location: Location) -> stock::Table {
    stock::Table { rows, span: Span::default(), position: position(location) }
}

fn values(cells: &[crate::gherkin::Cell]) -> Vec<String> {
    cells.iter().map(|cell| cell.value.clone()).collect()
}

fn description(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn tags(tags: &[Tag]) -> Vec<String> {
    tags.iter().map(|tag| bare(&tag.name)).collect()
}

/// A tag as cucumber has it: without its `@`.
fn bare(tag: &str) -> String {
    tag.strip_prefix('@').unwrap_or(tag).to_owned()
}

fn position(location: Location) -> LineCol {
    LineCol { line: location.line as usize, col: location.column as usize }
}
