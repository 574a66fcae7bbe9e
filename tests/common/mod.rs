//! What several tests need: our own features, read once, and run in this process.

use deskspec::gherkin::Pickle;
use deskspec::record::ScenarioRecord;
use deskspec::run::{OnDesk, Plan, Runner, Selection, targets};
use deskspec::scenario::Setup;
use std::sync::Arc;

/// Every scenario of `features/`, in order.
pub(crate) fn scenarios() -> Vec<Pickle> {
    let (targets, errors) = targets(&["features".to_owned()]);
    assert!(errors.is_empty(), "features/ cannot be found: {errors:?}");
    let plan = Plan::read(&targets, Selection::default());
    assert!(plan.errors.is_empty(), "a feature cannot be read: {:?}", plan.errors);
    assert!(plan.len() > 100, "features/ has {} scenarios only", plan.len());
    plan.scenarios().expect("the features stay as they are").iter().map(|pickle| Pickle::clone(pickle)).collect()
}

/// Runs scenarios in the order in which they are given.
pub(crate) fn run(scenarios: Vec<Pickle>, setup: &Arc<Setup>) -> Vec<ScenarioRecord> {
    let mut records = Vec::new();
    let runner = Runner::on_desk(OnDesk::new(Arc::clone(setup)));
    runner.run(&Plan::of(scenarios), &mut |record| records.push(record.clone())).expect("a run begins");
    records
}

/// The scenarios that failed, each with why, a line each.
pub(crate) fn red(records: &[ScenarioRecord]) -> Vec<String> {
    let why = |record: &ScenarioRecord| record.failures.iter().map(|failure| failure.title.clone()).collect::<Vec<_>>().join("; ");
    records.iter().filter(|record| record.failed()).map(|record| format!("{}: {}", record.place(), why(record))).collect()
}
