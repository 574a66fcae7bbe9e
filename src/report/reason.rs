//! Why a scenario failed, and whose doing it is, in words.

use crate::record::{Failure, Fault, ScenarioRecord, Status};

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

/// The word for how something ended.
pub(super) fn word(status: Status) -> &'static str {
    match status {
        Status::Passed => "passed",
        Status::Skipped => "skipped",
        Status::Undefined => "undefined",
        Status::Ambiguous => "ambiguous",
        Status::Failed => "failed",
    }
}

/// Every way to end, the best news first.
pub(super) const STATUSES: [Status; 5] = [Status::Passed, Status::Failed, Status::Undefined, Status::Ambiguous, Status::Skipped];

/// Why a scenario failed. One that failed without a word still says which step it was, so that nothing is lost.
pub(super) fn reasons(scenario: &ScenarioRecord) -> Vec<Failure> {
    if !scenario.failed() || !scenario.failures.is_empty() {
        return scenario.failures.clone();
    }
    let fault = if scenario.status == Status::Failed { Fault::Unmet } else { Fault::Feature };
    let step = scenario.steps.iter().find(|step| step.status == scenario.status);
    let what = step.map_or_else(|| "the scenario".to_owned(), |step| format!("the step \"{}\"", step.text));
    let mut failure = Failure::new(fault, format!("{what} is {}", word(scenario.status)));
    failure.labels.extend(step.map(|step| crate::record::Label {
        file: scenario.uri.clone(),
        line: step.line,
        column: 0,
        length: 0,
        text: String::new(),
    }));
    vec![failure]
}

/// Whether the failure is an undefined step, which is listed with the others of its kind.
pub(super) fn undefined(scenario: &ScenarioRecord, failure: &Failure) -> bool {
    scenario.status == Status::Undefined && failure.fault == Fault::Feature
}
