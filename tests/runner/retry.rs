//! Scenarios that are tried again.

use crate::bench::{Bench, Hand, Ran, feature, jobs, plan, run, runner, sleep_for_ever, steps, titles};
use cucumber::given;
use deskspec::record::Fault;
use deskspec::record::Status::{Failed, Passed, Pending, Skipped, Undefined};
use deskspec::run::{Options, pending, skip};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

#[given("it is pending")]
fn is_pending(hand: &mut Hand) {
    hand.bench.count("pending");
    pending("later");
}

#[given("it is skipped")]
fn is_skipped(hand: &mut Hand) {
    hand.bench.count("skipped");
    skip("not here");
}

#[given(expr = "it hangs {int} times")]
fn hangs_at_first(hand: &mut Hand, times: u32) {
    let attempt = hand.bench.count(&hand.scenario);
    hand.bench.tell(format!("{:?}", thread::current().id()));
    if attempt <= times {
        sleep_for_ever();
    }
}

fn tried(options: Options) -> (Arc<Bench>, Ran) {
    let bench = Arc::default();
    let scenarios = [
        ("", "sound", "it works"),
        ("", "flaky", "it fails 2 times"),
        ("@serial", "flaky alone", "it fails 1 times"),
        ("", "never", "it fails 99 times"),
        ("", "undefined", "it works + nobody knows it"),
        ("", "pending", "it is pending"),
        ("", "skipped", "it is skipped + it works"),
    ];
    let ran = run(runner(&bench).options(options), &plan(&feature(scenarios)));
    (bench, ran)
}

#[test]
fn who_passes_at_last_is_flaky_and_who_never_does_failed_each_time() {
    for many in [1, 4] {
        let (bench, ran) = tried(Options { retry: 3, ..jobs(many) });
        let ends = [
            ("sound", Passed),
            ("flaky", Passed),
            ("flaky alone", Passed),
            ("never", Failed),
            ("undefined", Undefined),
            ("pending", Pending),
            ("skipped", Skipped),
        ];
        assert_eq!(ran.ends(), ends);
        let flaky: Vec<_> = ran.records.iter().filter(|record| record.flaky).map(|record| record.name.as_str()).collect();
        assert_eq!((flaky, ran.run.summary.flaky), (vec!["flaky", "flaky alone"], 2));
        assert_eq!(titles(&ran.record("flaky").retried), ["not at attempt 1", "not at attempt 2"]);
        assert!(ran.record("flaky").failures.is_empty());
        let never = ran.record("never");
        assert_eq!(titles(&never.retried), ["not at attempt 1", "not at attempt 2", "not at attempt 3"]);
        assert_eq!(titles(&never.failures), ["not at attempt 4"]);
        let counts = ["flaky", "never", "undefined", "pending", "skipped"].map(|what| bench.counted(what));
        assert_eq!(counts, [3, 4, 0, 1, 1], "who is not written yet is not tried again");
        assert!(ran.record("sound").retried.is_empty());
        assert_eq!(ran.run.summary.scenarios, [3, 1, 1, 1, 0, 1]);
    }
}

#[test]
fn a_flaky_scenario_fails_if_that_is_asked_for() {
    let (_, ran) = tried(Options { retry: 3, fail_flaky: true, ..jobs(2) });
    let flaky = ran.record("flaky");
    assert!(flaky.flaky && flaky.status == Failed && steps(flaky) == [Passed]);
    assert_eq!(titles(&flaky.failures), ["the scenario passed at its attempt 3 only"]);
    assert_eq!(flaky.failures[0].details, ["attempt 1: not at attempt 1", "attempt 2: not at attempt 2"]);
    assert_eq!(ran.record("sound").status, Passed);
}

#[test]
fn without_retries_nothing_is_tried_again() {
    let (bench, ran) = tried(jobs(2));
    assert_eq!((bench.counted("flaky"), ran.record("flaky").status, ran.run.summary.flaky), (1, Failed, 0));
}

/// Behind the last scenario nothing is left to do but to try it again: somebody is there for it.
#[test]
fn who_hangs_last_is_tried_again() {
    for round in 0..60 {
        let bench: Arc<Bench> = Arc::default();
        let options = Options { retry: 2, step_timeout: Duration::from_millis(20), ..jobs(1 + round % 3) };
        let ran = run(runner(&bench).options(options), &plan(&feature([("", "first", "it works"), ("", "last", "it hangs 99 times")])));
        let last = ran.record("last");
        assert_eq!((ran.records.len(), last.status, last.retried.len(), bench.counted("last")), (2, Failed, 2, 3), "round {round}");
    }
}

#[test]
fn who_hangs_is_tried_again_on_another_thread() {
    for many in [1, 3] {
        let bench: Arc<Bench> = Arc::default();
        let options = Options { retry: 2, step_timeout: Duration::from_millis(150), ..jobs(many) };
        let scenarios = [
            ("", "before", "it works"),
            ("", "hangs", "it works + it hangs 2 times"),
            ("@serial", "hangs alone", "it hangs 1 times"),
            ("", "never", "it hangs 99 times"),
            ("", "after", "it works"),
        ];
        let ran = run(runner(&bench).options(options), &plan(&feature(scenarios)));
        let ends = [("before", Passed), ("hangs", Passed), ("hangs alone", Passed), ("never", Failed), ("after", Passed)];
        assert_eq!(ran.ends(), ends, "{many} jobs");
        for (name, retried) in [("hangs", 2), ("hangs alone", 1), ("never", 2)] {
            let record = ran.record(name);
            assert_eq!((record.retried.len(), record.flaky), (retried, name != "never"), "{name}");
            let failures = record.retried.iter().chain(&record.failures);
            failures.for_each(|failure| assert!(failure.title.contains("150 ms of real time") && failure.fault == Fault::Unmet));
        }
        // The eight attempts: of those that hang none has its thread back.
        let told = bench.told();
        let mut threads: Vec<_> = told.iter().filter(|told| told.starts_with("ThreadId")).collect();
        assert_eq!(threads.len(), 8);
        threads.sort();
        threads.dedup();
        assert!(threads.len() >= 6, "{threads:?}");
    }
}
