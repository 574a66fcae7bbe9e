//! What a scenario's record begins with, and what its steps are called with.

use super::backend::Backend;
use super::definitions::Definitions;
use super::matcher::Found;
use super::planned::Lost;
use super::watch::Place;
use crate::gherkin::{Argument, Pickle, PickleStep, StepKind};
use crate::record::{Failure, Fault, Label, ScenarioRecord, Status, StepRecord};
use cucumber::gherkin;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

/// The record of a scenario of which nothing was run.
pub(super) fn blank(pickle: &Pickle) -> ScenarioRecord {
    let steps = pickle.steps.iter().map(|step| StepRecord {
        keyword: step.keyword.clone(),
        text: step.text.clone(),
        line: step.location.line,
        background: step.background,
        status: Status::Skipped,
        took: Duration::ZERO,
        attachments: Vec::new(),
    });
    let mut record = empty(&pickle.uri, pickle.row.unwrap_or(pickle.location).line);
    record.feature.clone_from(&pickle.feature);
    record.rule.clone_from(&pickle.rule);
    record.name.clone_from(&pickle.name);
    record.tags = pickle.tags.iter().map(|tag| tag.name.clone()).collect();
    record.steps = steps.collect();
    record
}

fn empty(uri: &Arc<str>, line: u32) -> ScenarioRecord {
    ScenarioRecord {
        uri: Arc::clone(uri),
        feature: "".into(),
        rule: None,
        name: String::new(),
        line,
        tags: Vec::new(),
        steps: Vec::new(),
        before: Vec::new(),
        after: Vec::new(),
        status: Status::Skipped,
        failures: Vec::new(),
        retried: Vec::new(),
        flaky: false,
        findings: Vec::new(),
        exchange: Vec::new(),
        exercised: BTreeSet::new(),
        took: Duration::ZERO,
    }
}

/// The record as it would be, had the scenario not been run: what is undefined or ambiguous is known without running it.
pub(super) fn unrun(record: &mut ScenarioRecord) {
    if matches!(record.status, Status::Undefined | Status::Ambiguous) {
        return;
    }
    record.status = Status::Skipped;
    for step in &mut record.steps {
        (step.status, step.took) = (Status::Skipped, Duration::ZERO);
        step.attachments.clear();
    }
    record.before.clear();
    record.after.clear();
    record.failures.clear();
    record.retried.clear();
    record.findings.clear();
    record.exchange.clear();
    record.flaky = false;
}

/// The record of a scenario that did not come back from `place`; `known` is what is known of it, if more than nothing is.
pub(super) fn hung(pickle: &Pickle, place: Place, known: Option<Box<ScenarioRecord>>, failure: Failure, took: Duration) -> ScenarioRecord {
    let passed = match (place, &known) {
        (Place::Step(index), _) => index,
        (Place::End, None) => usize::MAX,
        _ => 0,
    };
    let mut record = known.map_or_else(|| blank(pickle), |known| *known);
    record.steps.iter_mut().take(passed).for_each(|step| step.status = Status::Passed);
    let mut failure = failure;
    if let Place::Step(index) = place
        && let Some(step) = record.steps.get_mut(index)
    {
        (step.status, step.took) = (Status::Failed, took);
        failure.labels.push(label(&pickle.uri, &pickle.steps[index]));
    }
    record.status = Status::Failed;
    record.failures.push(failure);
    record.took = took;
    record
}

/// The record of a scenario that is not any more where it was when the run began.
pub(super) fn lost(lost: &Lost) -> ScenarioRecord {
    let mut failure = Failure::new(Fault::Input, lost.error.message.clone());
    failure.help.clone_from(&lost.error.help);
    let (line, column) = if lost.error.line == 0 { (lost.line, 0) } else { (lost.error.line, lost.error.column) };
    let mut record = empty(&lost.uri, lost.line);
    record.status = Status::Failed;
    record.failures.push(failure.label(Label { file: lost.uri.to_string(), line, column, length: 0, text: String::new() }));
    record
}

/// A step that nobody defined, or several did.
pub(super) fn not_one<W, B: Backend<W>>(
    backend: &B,
    definitions: &Definitions<W>,
    uri: &str,
    step: &PickleStep,
    found: &Found,
) -> (Status, Failure) {
    let place = label(uri, step);
    if let Found::Many(sentences) = found {
        let sentences = sentences.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(" and ");
        let failure = Failure::new(Fault::Feature, format!("several sentences of the vocabulary say `{}`", step.text))
            .help(format!("write the step so that only one of {sentences} fits"));
        return (Status::Ambiguous, failure.label(place));
    }
    let mut failure = Failure::new(Fault::Feature, format!("no sentence of the vocabulary says `{}`", step.text)).label(place);
    (failure.help, failure.snippet) = backend.undefined(definitions, step);
    (Status::Undefined, failure)
}

/// The step's line.
pub(super) fn label(uri: &str, step: &PickleStep) -> Label {
    let length = u32::try_from(step.text.chars().count()).unwrap_or(0);
    Label { file: uri.to_owned(), line: step.location.line, column: step.text_column, length, text: String::new() }
}

/// The step as cucumber hands it to a definition, with its table and doc string where they are wanted.
pub(super) fn step_for(step: &PickleStep, arguments: bool) -> gherkin::Step {
    let position = gherkin::LineCol { line: index(step.location.line), col: index(step.location.column) };
    let span = gherkin::Span { start: 0, end: 0 };
    let (mut docstring, mut table) = (None, None);
    for argument in [step.argument.as_ref(), step.second_argument.as_deref()].into_iter().flatten().filter(|_| arguments) {
        match argument {
            Argument::DocString(text) => docstring = Some(text.content.clone()),
            Argument::Table(rows) => {
                let rows = rows.rows.iter().map(|row| row.iter().map(|cell| cell.value.clone()).collect()).collect();
                table = Some(gherkin::Table { rows, span, position });
            }
        }
    }
    let ty = match step.kind {
        StepKind::Context | StepKind::Unknown => gherkin::StepType::Given,
        StepKind::Action => gherkin::StepType::When,
        StepKind::Outcome => gherkin::StepType::Then,
    };
    gherkin::Step { keyword: step.keyword.to_string(), ty, value: step.text.to_string(), docstring, table, span, position }
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
