//! One scenario, from its first step to its record.

use super::matcher::{Call, Found, Matcher};
use super::panics::guarded;
use crate::gherkin::{Pickle, PickleStep};
use crate::record::{Failure, Fault, Label, ScenarioRecord, Status, StepRecord};
use crate::scenario::{Scenario, Setup};
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What every scenario is run with.
pub(super) struct Tools {
    /// What steps mean.
    pub(super) matcher: &'static Matcher,
    /// Carries step definitions, which cucumber makes futures of.
    pub(super) runtime: tokio::runtime::Runtime,
}

impl Tools {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self { matcher: Matcher::shared(), runtime: tokio::runtime::Builder::new_current_thread().build()? })
    }
}

/// Runs a pickle, or, in a dry run, only looks up what its steps mean.
pub(super) fn execute(pickle: &Pickle, tools: &Tools, setup: &Arc<Setup>, dry: bool) -> ScenarioRecord {
    let started = Instant::now();
    let mut record = blank(pickle);
    let found: Vec<_> = pickle.steps.iter().map(|step| tools.matcher.find(&step.text)).collect();
    let lost = pickle.steps.iter().zip(&found).zip(&mut record.steps).fold(false, |lost, ((step, found), record_step)| {
        let failure = not_one(&pickle.uri, step, found);
        if let Some((status, failure)) = failure {
            record_step.status = status;
            record.status = record.status.max(status);
            record.failures.push(failure);
            return true;
        }
        lost
    });
    if !lost && !dry {
        perform(pickle, found, tools, setup, &mut record);
    }
    record.took = started.elapsed();
    record
}

/// The record of a scenario that never came back.
pub(super) fn hung(pickle: &Pickle, patience: Duration) -> ScenarioRecord {
    let mut record = blank(pickle);
    let title = format!("the scenario did not come back within {} s of real time, and was given up", patience.as_secs());
    let help =
        "look for a native call on something of boundless length in the extension, such as Array.prototype.join on {length: 2 ** 53 - 1}";
    record.status = Status::Failed;
    record.failures.push(Failure::new(Fault::Extension, title).help(help));
    record.took = patience;
    record
}

fn blank(pickle: &Pickle) -> ScenarioRecord {
    let steps = pickle.steps.iter().map(|step| StepRecord {
        keyword: step.keyword.clone(),
        text: step.text.clone(),
        line: step.location.line,
        background: step.background,
        status: Status::Skipped,
        took: Duration::ZERO,
    });
    ScenarioRecord {
        uri: pickle.uri.clone(),
        feature: pickle.feature.clone(),
        rule: pickle.rule.clone(),
        name: pickle.name.clone(),
        line: pickle.row.unwrap_or(pickle.location).line,
        tags: pickle.tags.iter().map(|tag| tag.name.clone()).collect(),
        steps: steps.collect(),
        status: Status::Skipped,
        failures: Vec::new(),
        findings: Vec::new(),
        exchange: Vec::new(),
        took: Duration::ZERO,
    }
}

/// A step that nobody defined, or several did.
fn not_one(uri: &str, step: &PickleStep, found: &Found<'_>) -> Option<(Status, Failure)> {
    let (status, title, help) = match found {
        Found::One(_) => return None,
        Found::Nothing => {
            let near: Vec<_> = Matcher::nearest(&step.text).into_iter().map(|sentence| format!("`{sentence}`")).collect();
            let help = if near.is_empty() {
                "run `deskspec steps` for all sentences".to_owned()
            } else {
                format!("did you mean {}?", near.join(" or "))
            };
            (Status::Undefined, format!("no sentence of the vocabulary says `{}`", step.text), help)
        }
        Found::Many(sentences) => {
            let help = format!(
                "write the step so that only one of {} fits",
                sentences.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(" and ")
            );
            (Status::Ambiguous, "several sentences of the vocabulary say this".to_owned(), help)
        }
    };
    Some((status, Failure::new(Fault::Feature, title).help(help).label(label(uri, step))))
}

fn label(uri: &str, step: &PickleStep) -> Label {
    let length = u32::try_from(step.text.chars().count()).unwrap_or(0);
    Label { file: uri.to_owned(), line: step.location.line, column: step.text_column, length, text: String::new() }
}

fn perform(pickle: &Pickle, calls: Vec<Found<'_>>, tools: &Tools, setup: &Arc<Setup>, record: &mut ScenarioRecord) {
    let mut world = match guarded(|| Scenario::new(Arc::clone(setup), salt(pickle))) {
        Ok(world) => world,
        Err(panic) => {
            record.status = Status::Failed;
            record.failures.push(panicked(panic));
            return;
        }
    };
    let uri: Arc<str> = pickle.uri.as_str().into();
    record.status = Status::Passed;
    for ((step, found), step_record) in pickle.steps.iter().zip(calls).zip(&mut record.steps) {
        let Found::One(call) = found else { continue };
        let started = Instant::now();
        let failure = one_step(&mut world, tools, &uri, step, &call);
        step_record.took = started.elapsed();
        step_record.status = if failure.is_none() { Status::Passed } else { Status::Failed };
        if let Some(failure) = failure {
            record.failures.push(failure);
            record.status = Status::Failed;
            break;
        }
    }
    finish(&world, record);
}

fn finish(world: &Scenario, record: &mut ScenarioRecord) {
    record.findings = world.findings();
    let verdict = world.verdict();
    if !verdict.is_empty() {
        record.status = Status::Failed;
        record.failures.extend(verdict);
    }
    if record.status == Status::Failed {
        record.exchange = world.exchange();
    }
}

fn one_step(world: &mut Scenario, tools: &Tools, uri: &Arc<str>, step: &PickleStep, call: &Call<'_>) -> Option<Failure> {
    world.enter(uri, &Arc::new(step.clone()));
    let mut matches = call.arguments();
    for (_, text) in matches.iter_mut().skip(1) {
        match world.fill(text) {
            Ok(filled) => *text = filled,
            Err(_) => return world.take_failure(),
        }
    }
    let outcome = guarded(|| call.run(world, &tools.runtime, &step.keyword, matches));
    match (outcome, world.take_failure()) {
        (Ok(()), None) => world.leave().err().and_then(|_| world.take_failure()),
        (_, Some(failure)) => Some(failure),
        (Err((message, _)), None) if message.contains("can not be parsed to") => {
            Some(Failure::new(Fault::Feature, message).help("write a value that fits").label(label(uri, step)))
        }
        (Err(panic), None) => Some(panicked(panic).label(label(uri, step))),
    }
}

fn panicked((message, place): (String, Option<String>)) -> Failure {
    let mut failure = Failure::new(Fault::Model, format!("the step panicked: {message}"))
        .help("please report this with the feature: it is a bug of deskspec");
    failure.details.extend(place);
    failure
}

/// What makes a scenario's randomness its own, the same in every run: where it stands.
fn salt(pickle: &Pickle) -> u64 {
    let line = pickle.row.unwrap_or(pickle.location).line;
    let bytes = pickle.uri.bytes().chain(line.to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
