//! The same features give the same records, whatever ran before and in whatever order: nothing but real time differs.

mod common;

use common::{red, run, scenarios};
use deskspec::gherkin::Pickle;
use deskspec::record::{RunRecord, ScenarioRecord};
use deskspec::report::junit;
use deskspec::scenario::Setup;
use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// Runs all of them under one seed, real time struck out.
fn records(scenarios: Vec<Pickle>, seed: u64) -> Vec<ScenarioRecord> {
    let mut setup = Setup::default();
    setup.seed = seed;
    let mut records = run(scenarios, &Arc::new(setup));
    for record in &mut records {
        record.took = Duration::ZERO;
        record.steps.iter_mut().for_each(|step| step.took = Duration::ZERO);
    }
    records
}

fn by_place(records: Vec<ScenarioRecord>) -> BTreeMap<String, ScenarioRecord> {
    let count = records.len();
    let map: BTreeMap<_, _> = records.into_iter().map(|record| (record.place(), record)).collect();
    assert_eq!(map.len(), count, "two scenarios stand at one place");
    map
}

fn assert_same(one: &BTreeMap<String, ScenarioRecord>, other: &BTreeMap<String, ScenarioRecord>) {
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (place, record) in one {
        assert_eq!(record, &other[place], "{place} is another one the second time");
    }
}

/// The scenarios of each file backwards, the files in their order.
fn backwards(scenarios: &[Pickle]) -> Vec<Pickle> {
    scenarios.chunk_by(|one, next| one.uri == next.uri).flat_map(|file| file.iter().rev()).cloned().collect()
}

/// The report with every time struck out.
fn report(scenarios: Vec<ScenarioRecord>, started: SystemTime) -> String {
    let mut text = Vec::new();
    junit(&RunRecord::default(), &scenarios, &|file| fs::read_to_string(file).ok(), Some(started), &mut text)
        .expect("memory can be written");
    let text = String::from_utf8(text).expect("UTF-8");
    let times = regex::Regex::new(r#" (time|timestamp)="[^"]*""#).expect("a pattern");
    assert!(times.is_match(&text), "the report has times");
    times.replace_all(&text, "").into_owned()
}

#[test]
fn two_runs_give_the_same_records_in_any_order() {
    let all = scenarios();
    let first = by_place(records(all.clone(), 7));
    assert_same(&first, &by_place(records(all.clone(), 7)));
    let reversed = backwards(&all);
    assert_ne!(reversed, all, "the order is another one");
    assert_same(&first, &by_place(records(reversed, 7)));
}

#[test]
fn failures_are_the_same_in_every_run() {
    let mut all = scenarios();
    // The last step of each scenario has lost its sense: every scenario fails, most of them after all that they do.
    for pickle in &mut all {
        if let Some(step) = pickle.steps.last_mut() {
            step.text = "the ticket's \"status\" is \"Lost\"".into();
            step.argument = None;
        }
    }
    let first = records(all.clone(), 7);
    assert_eq!(red(&first).len(), all.iter().filter(|pickle| !pickle.steps.is_empty()).count());
    assert_same(&by_place(first), &by_place(records(backwards(&all), 7)));
}

#[test]
fn two_junit_reports_differ_by_their_times_alone() {
    let all = scenarios();
    let first = report(run(all.clone(), &Arc::new(Setup::default())), SystemTime::UNIX_EPOCH);
    let second = report(run(all, &Arc::new(Setup::default())), SystemTime::UNIX_EPOCH + Duration::from_secs(86_400));
    assert!(first == second, "the reports differ: {}", similar::TextDiff::from_lines(&first, &second).unified_diff());
}
