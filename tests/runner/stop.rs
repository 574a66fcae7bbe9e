//! Runs that end at the first failure, and runs that run nothing.

use crate::bench::{Bench, feature, jobs, plan, run, runner, steps, timeless, titles};
use deskspec::record::Status::{Ambiguous, Failed, Passed, Pending, Skipped, Undefined};
use deskspec::record::{Fault, ScenarioRecord};
use deskspec::run::{Hook, HookContext, Options, Plan, pending};
use std::sync::Arc;

/// One that fails in the middle, quick ones and slow ones around it.
fn failing() -> Plan {
    plan(&feature([
        ("", "slow", "it takes 20 ms"),
        ("", "quick", "it works"),
        ("", "fails", "it works + it takes 10 ms + it fails with \"no\" + it works"),
        ("", "behind", "it works"),
        ("", "fails too", "it fails with \"neither\""),
        ("@serial", "alone", "it works"),
        ("", "flaky", "it fails 1 times"),
        ("", "undefined", "it works + nobody knows it"),
        ("", "ambiguous", "it is said twice"),
        ("", "last", "it works"),
    ]))
}

#[test]
fn what_is_behind_the_first_failure_is_skipped_whatever_the_number_of_jobs() {
    let expected = [
        ("slow", Passed),
        ("quick", Passed),
        ("fails", Failed),
        ("behind", Skipped),
        ("fails too", Skipped),
        ("alone", Skipped),
        ("flaky", Skipped),
        ("undefined", Undefined),
        ("ambiguous", Ambiguous),
        ("last", Skipped),
    ];
    let mut first: Option<Vec<ScenarioRecord>> = None;
    for many in [1, 2, 5, 9] {
        let bench = Arc::default();
        let options = Options { fail_fast: true, retry: 1, ..jobs(many) };
        let hook = Hook::new("tidy up", |_, _| Box::pin(async {}));
        let ran = run(runner(&bench).options(options).after(hook), &failing());
        assert_eq!(ran.ends(), expected, "{many} jobs");
        assert_eq!(steps(ran.record("fails")), [Passed, Passed, Failed, Skipped]);
        assert_eq!(ran.run.summary.scenarios, [2, 5, 0, 1, 1, 1]);
        assert_eq!(ran.run.not_run, 0);
        let records: Vec<_> = ran.records.into_iter().map(timeless).collect();
        let skipped = records.iter().filter(|record| record.status == Skipped);
        skipped.for_each(|record| assert!(record.after.is_empty() && record.retried.is_empty() && !record.flaky, "{record:?}"));
        assert_eq!(first.get_or_insert_with(|| records.clone()), &records, "{many} jobs");
    }
}

#[test]
fn an_undefined_and_a_pending_scenario_end_a_run_too() {
    for (steps, status) in [("nobody knows it", Undefined), ("it is said twice", Ambiguous), ("it works", Pending)] {
        let unfinished = Hook::new("bench", |_, context: &HookContext| {
            let is_first = context.pickle.name == "first";
            Box::pin(async move {
                if is_first {
                    pending("the bench is not there yet");
                }
            })
        });
        let bench = Arc::default();
        let options = Options { fail_fast: true, ..jobs(2) };
        let plan = plan(&feature([("", "first", steps), ("", "second", "it works")]));
        let ran = run(runner(&bench).options(options).before(unfinished), &plan);
        assert_eq!(ran.ends(), [("first", status), ("second", Skipped)]);
    }
}

/// Neither passed at its second attempt nor failed: it is not flaky, and ends nothing.
#[test]
fn who_is_skipped_at_the_second_attempt_ends_no_run() {
    let scenarios =
        (0..40).map(|number| ("", number.to_string(), if number == 1 { "it fails 1 times + it is skipped" } else { "it takes 1 ms" }));
    for many in [1, 3] {
        let options = Options { fail_fast: true, fail_flaky: true, retry: 1, ..jobs(many) };
        let ran = run(runner(&Arc::default()).options(options), &plan(&feature(scenarios.clone())));
        assert_eq!(ran.run.summary.scenarios, [39, 1, 0, 0, 0, 0], "{many} jobs");
    }
}

#[test]
fn a_dry_run_runs_nothing_and_finds_what_is_wrong() {
    let bench: Arc<Bench> = Arc::default();
    let (one, other, all, last) = (Arc::clone(&bench), Arc::clone(&bench), Arc::clone(&bench), Arc::clone(&bench));
    let count = |bench: Arc<Bench>| move || -> cucumber::codegen::LocalBoxFuture<'static, ()> { bench_hook(Arc::clone(&bench)) };
    let runner = runner(&bench)
        .options(Options { dry: true, fail_fast: false, ..jobs(3) })
        .before(Hook::new("before", move |_, _| bench_hook(Arc::clone(&one))))
        .after(Hook::new("after", move |_, _| bench_hook(Arc::clone(&other))))
        .before_all("before all", count(all))
        .after_all("after all", count(last));
    let ran = run(runner, &failing());
    assert_eq!((bench.counted("Worlds"), bench.counted("hooks"), bench.counted("begun")), (0, 0, 0));
    assert_eq!(ran.run.summary.scenarios, [0, 8, 0, 1, 1, 0]);
    let (undefined, ambiguous) = (ran.record("undefined"), ran.record("ambiguous"));
    assert_eq!(steps(undefined), [Skipped, Undefined]);
    assert_eq!(titles(&undefined.failures), ["no sentence of the vocabulary says `nobody knows it`"]);
    assert_eq!(titles(&ambiguous.failures), ["several sentences of the vocabulary say `it is said twice`"]);
    let labels: Vec<_> = undefined.failures[0].labels.iter().map(|label| label.line).collect();
    assert_eq!((undefined.failures[0].fault, labels), (Fault::Feature, vec![undefined.steps[1].line]));
}

fn bench_hook(bench: Arc<Bench>) -> cucumber::codegen::LocalBoxFuture<'static, ()> {
    Box::pin(async move {
        bench.count("hooks");
    })
}
