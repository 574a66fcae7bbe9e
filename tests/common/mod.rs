//! What several tests need: our own features, read once, and run in this process.

use deskspec::gherkin::Pickle;
use deskspec::record::ScenarioRecord;
use deskspec::run::{Options, Plan, Selection, targets};
use deskspec::scenario::Setup;
use std::sync::Arc;

/// Every scenario of `features/`, in order.
pub(crate) fn scenarios() -> Vec<Pickle> {
    let (targets, errors) = targets(&["features".to_owned()]);
    assert!(errors.is_empty(), "features/ cannot be found: {errors:?}");
    let plan = Plan::read(&targets, &Selection::default());
    assert!(plan.errors.is_empty(), "a feature cannot be read: {:?}", plan.errors);
    assert!(plan.scenarios.len() > 100, "features/ has {} scenarios only", plan.scenarios.len());
    plan.scenarios.to_vec()
}

/// Runs scenarios in the order in which they are given.
pub(crate) fn run(scenarios: Vec<Pickle>, setup: &Arc<Setup>) -> Vec<ScenarioRecord> {
    let plan = Plan { scenarios: scenarios.into(), ..Plan::default() };
    plan.run(setup, Options::default(), &mut |_| ()).expect("a run begins").scenarios
}

/// The scenarios that failed, each with why, a line each.
pub(crate) fn red(records: &[ScenarioRecord]) -> Vec<String> {
    let why = |record: &ScenarioRecord| record.failures.iter().map(|failure| failure.title.clone()).collect::<Vec<_>>().join("; ");
    records.iter().filter(|record| record.failed()).map(|record| format!("{}: {}", record.place(), why(record))).collect()
}
