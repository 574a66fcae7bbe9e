//! Runs that are ended from elsewhere.

use crate::bench::{Bench, Hand, feature, jobs, plan, run, runner, sleep_for_ever, titles};
use cucumber::codegen::LocalBoxFuture;
use deskspec::record::Status::{Failed, Passed, Skipped};
use deskspec::run::{Hook, HookContext, Options};
use std::sync::Arc;
use std::time::Duration;

fn options(bench: &Arc<Bench>, many: usize) -> Options {
    Options { interrupt: bench.interrupt.clone(), ..jobs(many) }
}

fn counting(bench: &Arc<Bench>) -> impl Fn() -> LocalBoxFuture<'static, ()> + Send + Sync + 'static {
    let bench = Arc::clone(bench);
    move || {
        bench.count("hooks");
        Box::pin(async {})
    }
}

#[test]
fn nothing_begins_behind_the_one_who_ends_the_run() {
    let scenarios = (0..10).map(|number| match number {
        2 => ("", number.to_string(), "it works + the run is interrupted + it works"),
        4 => ("", number.to_string(), "nobody knows it"),
        _ => ("", number.to_string(), "it works"),
    });
    let bench = Arc::default();
    let ran = run(runner(&bench).options(options(&bench, 1)).after_all("shut", counting(&bench)), &plan(&feature(scenarios)));
    assert_eq!(ran.ends(), [("0", Passed), ("1", Passed), ("2", Passed)]);
    assert_eq!((ran.run.interrupted, ran.run.not_run, bench.counted("hooks")), (true, 7, 1));
}

#[test]
fn what_has_run_is_reported_and_the_rest_is_counted() {
    let scenarios = (0..200).map(|number| match number {
        30 => ("", number.to_string(), "the run is interrupted"),
        _ => ("", number.to_string(), "it takes 1 ms"),
    });
    let bench = Arc::default();
    let ran = run(runner(&bench).options(options(&bench, 3)), &plan(&feature(scenarios)));
    let names: Vec<_> = ran.records.iter().map(|record| record.name.clone()).collect();
    assert_eq!(names, (0..names.len()).map(|number| number.to_string()).collect::<Vec<_>>());
    assert!(names.len() > 30 && ran.records.iter().all(|record| record.status == Passed));
    assert_eq!((names.len() + ran.run.not_run as usize, ran.run.interrupted), (200, true));
    assert!(ran.run.not_run > 0, "all ran");
}

/// Without a limit to a step's time, one that hangs would keep the run for ever.
#[test]
fn what_hangs_does_not_keep_an_interrupted_run() {
    let scenarios = [
        ("", "sound", "it works"),
        ("", "hangs", "it passes the gate"),
        ("", "waits", "it waits without end"),
        ("", "ends it", "it waits for 1 \"at the gate\" + the run is interrupted"),
        ("", "never", "it works"),
    ];
    for retry in [0, 2] {
        let bench = Arc::default();
        let options = Options { step_timeout: Duration::from_secs(3600), retry, ..options(&bench, 3) };
        let hook = Hook::new("after", |_: &mut Hand, _: &HookContext| Box::pin(async {}));
        let ran = run(runner(&bench).options(options).after(hook), &plan(&feature(scenarios)));
        bench.open_the_gate();
        assert_eq!(ran.ends(), [("sound", Passed), ("hangs", Skipped), ("waits", Skipped), ("ends it", Passed)]);
        assert_eq!((ran.run.interrupted, ran.run.not_run, ran.run.summary.failed()), (true, 1, 0));
        assert!(ran.record("hangs").failures.is_empty() && ran.record("hangs").after.is_empty());
    }
}

#[test]
fn a_run_that_is_ended_before_it_begins_runs_nothing() {
    let bench: Arc<Bench> = Arc::default();
    bench.interrupt.set();
    let ran = run(runner(&bench).options(options(&bench, 2)), &plan(&feature([("", "it", "it works"), ("", "other", "it works")])));
    assert!(ran.records.is_empty());
    assert_eq!((ran.run.interrupted, ran.run.not_run, bench.counted("Worlds")), (true, 2, 0));
}

#[test]
fn a_hook_before_everything_does_not_keep_an_interrupted_run() {
    let bench: Arc<Bench> = Arc::default();
    let interrupt = bench.interrupt.clone();
    let hang = move || -> LocalBoxFuture<'static, ()> {
        interrupt.set();
        sleep_for_ever();
    };
    let options = Options { step_timeout: Duration::from_secs(3600), ..options(&bench, 2) };
    let runner = runner(&bench).options(options).before_all("open", hang).after_all("shut", counting(&bench));
    let ran = run(runner, &plan(&feature([("", "it", "it works")])));
    assert_eq!((ran.run.failures.len(), ran.run.not_run, bench.counted("hooks")), (1, 1, 1));
    assert!(titles(&ran.run.failures)[0].starts_with("the hook \"open\" did not come back"));
    assert!(ran.records.iter().all(|record| record.status != Failed));
}
