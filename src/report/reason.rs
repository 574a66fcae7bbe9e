//! Why a scenario failed, and whose doing it is, in words.

use crate::record::{Failure, Fault, HookRecord, Label, ScenarioRecord, Status};
use std::borrow::Cow;

/// Whose doing a failure is.
pub(super) fn words(fault: Fault) -> &'static str {
    match fault {
        Fault::Unmet => "not as expected",
        Fault::Extension => "a defect of the extension",
        Fault::Feature => "a mistake in the feature",
        Fault::Input => "cannot be read",
        Fault::Model => "a bug of deskspec",
    }
}

/// What a scenario's failure is, before its title.
pub(super) fn whose(scenario: &ScenarioRecord, failure: &Failure) -> &'static str {
    match waiting(scenario, failure) {
        Some(Status::Pending) => word(Status::Pending),
        _ => words(failure.fault),
    }
}

/// The word for how something ended.
pub(super) fn word(status: Status) -> &'static str {
    match status {
        Status::Passed => "passed",
        Status::Skipped => "skipped",
        Status::Pending => "pending",
        Status::Undefined => "undefined",
        Status::Ambiguous => "ambiguous",
        Status::Failed => "failed",
    }
}

/// Every way to end, in the order in which they are told.
pub(super) const STATUSES: [Status; 6] =
    [Status::Passed, Status::Failed, Status::Pending, Status::Undefined, Status::Ambiguous, Status::Skipped];

/// Why a scenario failed. One that failed without a word still says what it was, so that nothing is lost: one that is flaky and failed for
/// that alone, why its first attempt failed; any other, its step or hook.
pub(super) fn reasons(scenario: &ScenarioRecord) -> Cow<'_, [Failure]> {
    if !scenario.failed() || !scenario.failures.is_empty() {
        return Cow::Borrowed(&scenario.failures);
    }
    match scenario.retried.first() {
        Some(first) if scenario.flaky => Cow::Borrowed(std::slice::from_ref(first)),
        _ => Cow::Owned(vec![wordless(scenario)]),
    }
}

fn wordless(scenario: &ScenarioRecord) -> Failure {
    let fault = if scenario.status == Status::Failed { Fault::Unmet } else { Fault::Feature };
    let step = scenario.steps.iter().find(|step| step.status == scenario.status);
    let hook = scenario.before.iter().chain(&scenario.after).find(|hook: &&HookRecord| hook.status == scenario.status);
    let what = match (step, hook) {
        (Some(step), _) => format!("the step \"{}\"", step.text),
        (None, Some(hook)) => format!("the hook \"{}\"", hook.name),
        (None, None) => "the scenario".to_owned(),
    };
    let mut failure = Failure::new(fault, format!("{what} is {}", word(scenario.status)));
    let at = |line| Label { file: scenario.uri.to_string(), line, column: 0, length: 0, text: String::new() };
    failure.labels.extend(step.map(|step| at(step.line)));
    failure
}

/// How the step ended that the failure is about, where it waits for somebody to say what it means: such steps are listed together.
pub(super) fn waiting(scenario: &ScenarioRecord, failure: &Failure) -> Option<Status> {
    let waits = |status: Status| matches!(status, Status::Pending | Status::Undefined | Status::Ambiguous);
    let status = step_of(scenario, failure).map(|(_, status)| status).filter(|status| waits(*status)).unwrap_or(scenario.status);
    (failure.fault == Fault::Feature && waits(status)).then_some(status)
}

/// The sentence and the ending of the step that the failure points at.
pub(super) fn step_of<'a>(scenario: &'a ScenarioRecord, failure: &Failure) -> Option<(&'a str, Status)> {
    let label = failure.labels.first().filter(|label| *label.file == *scenario.uri)?;
    scenario.steps.iter().find(|step| step.line == label.line).map(|step| (&*step.text, step.status))
}
