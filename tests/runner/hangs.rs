//! What never comes back costs its scenario alone.

use crate::bench::{Bench, Hand, Ran, feature, jobs, plan, run, runner, sleep_for_ever, steps, titles, within};
use cucumber::codegen::LocalBoxFuture;
use cucumber::given;
use deskspec::gherkin::TagExpression;
use deskspec::record::Status::{Failed, Passed, Skipped};
use deskspec::run::{Hook, HookContext, Options, log};
use std::sync::Arc;
use std::time::{Duration, Instant};

#[given("it sleeps without end")]
fn sleeps(_: &mut Hand) {
    sleep_for_ever();
}

#[given("it waits without end")]
async fn waits(_: &mut Hand) {
    std::future::pending::<()>().await;
}

/// Until the test ends: a thread that burns is not left behind.
#[given("it counts without end")]
fn counts(hand: &mut Hand) {
    while hand.bench.counted("stop") == 0 {
        std::hint::spin_loop();
    }
}

#[given("it leaves work behind")]
async fn leaves_work(hand: &mut Hand) {
    let bench = Arc::clone(&hand.bench);
    drop(tokio::task::spawn_blocking(|| sleep_for_ever()));
    drop(tokio::spawn(async move {
        bench.count("left");
        std::future::pending::<()>().await;
    }));
    tokio::task::yield_now().await;
}

fn short(many: usize) -> Options {
    Options { step_timeout: Duration::from_millis(200), ..jobs(many) }
}

const GIVEN_UP: &str = "did not come back within 200 ms of real time, and was given up";

#[test]
fn a_step_that_hangs_fails_its_scenario_alone() {
    let scenarios = [
        ("", "before", "it works"),
        ("", "sleeps", "it works + it sleeps without end + it works"),
        ("", "between", "it works"),
        ("", "waits", "it waits without end"),
        ("@serial", "counts", "it works + it works + it counts without end"),
        ("", "fails", "it fails with \"no\""),
        ("", "after", "it works"),
    ];
    for many in [1, 3] {
        let bench: Arc<Bench> = Arc::default();
        let ran = run(runner(&bench).options(short(many)), &plan(&feature(scenarios)));
        bench.count("stop");
        let ends = [
            ("before", Passed),
            ("sleeps", Failed),
            ("between", Passed),
            ("waits", Failed),
            ("counts", Failed),
            ("fails", Failed),
            ("after", Passed),
        ];
        assert_eq!(ran.ends(), ends, "{many} jobs");
        for (name, ends) in [("sleeps", vec![Passed, Failed, Skipped]), ("waits", vec![Failed]), ("counts", vec![Passed, Passed, Failed])] {
            let record = ran.record(name);
            assert_eq!(steps(record), ends);
            assert_eq!(titles(&record.failures), [format!("the step {GIVEN_UP}")]);
            let lines: Vec<_> = record.failures[0].labels.iter().map(|label| label.line).collect();
            let failed = record.steps.iter().find(|step| step.status == Failed);
            assert_eq!(lines, failed.map(|step| step.line).into_iter().collect::<Vec<_>>(), "it points at the step");
        }
    }
}

fn hangs(name: &'static str, when: &'static str) -> Hook<Hand> {
    Hook::new(name, move |hand: &mut Hand, _: &HookContext| {
        let hangs = hand.scenario == when;
        Box::pin(async move {
            log(format!("{name} is here"));
            if hangs && name.contains("sync") {
                sleep_for_ever();
            } else if hangs {
                std::future::pending::<()>().await;
            }
        })
    })
}

fn in_hooks(many: usize) -> Ran {
    let bench = Arc::default();
    let scenarios = [
        ("", "before", "it works"),
        ("", "sound", "it works"),
        ("", "after", "it works + it works"),
        ("", "after a failure", "it works + it fails with \"no\" + it works"),
        ("@skip", "skipped", "it works"),
    ];
    let runner = runner(&bench)
        .options(short(many))
        .before(hangs("open", "nobody"))
        .before(hangs("sync knock", "before"))
        .after(hangs("sync shut", "after a failure"))
        .after(hangs("leave", "after"))
        .after(hangs("never", "sound").tagged(TagExpression::parse("@skip").expect("an expression")));
    run(runner, &plan(&feature(scenarios)))
}

#[test]
fn a_hook_that_hangs_is_called_by_its_name_and_what_was_known_stays() {
    for many in [1, 3] {
        let ran = in_hooks(many);
        let ends = [("before", Failed), ("sound", Passed), ("after", Failed), ("after a failure", Failed), ("skipped", Passed)];
        assert_eq!(ran.ends(), ends);
        let before = ran.record("before");
        assert_eq!(titles(&before.failures), [format!("the hook \"sync knock\" {GIVEN_UP}")]);
        assert_eq!(steps(before), [Skipped]);
        let hooks: Vec<_> = before.before.iter().map(|hook| (hook.name.as_str(), hook.status, hook.attachments.len())).collect();
        assert_eq!(hooks, [("open", Passed, 1), ("sync knock", Failed, 0)]);

        let after = ran.record("after");
        assert_eq!(titles(&after.failures), [format!("the hook \"leave\" {GIVEN_UP}")]);
        assert_eq!(steps(after), [Passed, Passed]);

        let failed = ran.record("after a failure");
        assert_eq!(titles(&failed.failures), ["no".to_owned(), format!("the hook \"sync shut\" {GIVEN_UP}")]);
        assert_eq!(steps(failed), [Passed, Failed, Skipped]);
        let hooks: Vec<_> = failed.after.iter().map(|hook| (hook.name.as_str(), hook.status)).collect();
        assert_eq!(hooks, [("leave", Passed), ("sync shut", Failed)]);
    }
}

#[test]
fn hooks_of_the_run_are_given_up_too() {
    for (sync, other) in [(true, false), (false, true)] {
        let bench: Arc<Bench> = Arc::default();
        let hang = move || -> LocalBoxFuture<'static, ()> {
            if sync {
                sleep_for_ever();
            }
            Box::pin(std::future::pending())
        };
        let runner = runner(&bench).options(short(2)).before_all("open", hang).after_all("close", hang);
        let ran = run(runner, &plan(&feature([("", "it", "it works")])));
        assert_eq!(ran.ends(), [("it", Skipped)], "{other}");
        assert_eq!(titles(&ran.run.failures), [format!("the hook \"open\" {GIVEN_UP}"), format!("the hook \"close\" {GIVEN_UP}")]);
    }
}

#[test]
fn many_hang_in_one_run() {
    let scenarios = (0..12).map(|number| match number % 3 {
        0 => ("", number.to_string(), "it sleeps without end"),
        1 => ("", number.to_string(), "it waits without end"),
        _ => ("@serial", number.to_string(), "it works"),
    });
    let bench: Arc<Bench> = Arc::default();
    let options = Options { step_timeout: Duration::from_millis(60), ..jobs(3) };
    let ran = run(runner(&bench).options(options), &plan(&feature(scenarios)));
    assert_eq!((ran.run.summary.scenarios, ran.run.not_run), ([4, 0, 0, 0, 0, 8], 0));
    let names: Vec<_> = ran.records.iter().map(|record| record.name.clone()).collect();
    assert_eq!(names, (0..12).map(|number| number.to_string()).collect::<Vec<_>>());
}

/// A long scenario has the time that each of its steps has.
#[test]
fn what_is_slow_but_alive_is_not_given_up() {
    let steps = ["it takes 60 ms"; 8].join(" + ");
    let bench = Arc::default();
    let options = Options { step_timeout: Duration::from_millis(400), ..jobs(1) };
    let ran = run(runner(&bench).options(options), &plan(&feature([("", "slow", steps.as_str())])));
    assert_eq!(ran.ends(), [("slow", Passed)]);
}

#[test]
fn work_that_a_step_leaves_behind_does_not_keep_the_run() {
    let bench: Arc<Bench> = Arc::default();
    let begun = Instant::now();
    let ran = run(runner(&bench).options(jobs(2)), &plan(&feature([("", "it", "it leaves work behind"), ("", "next", "it works")])));
    assert_eq!((ran.ends(), bench.counted("left")), (vec![("it", Passed), ("next", Passed)], 1));
    assert!(begun.elapsed() < crate::bench::NEVER);
}

/// A thread that was given up and comes back after all changes nothing.
#[test]
fn who_comes_back_too_late_is_not_heard() {
    let bench: Arc<Bench> = Arc::default();
    let scenarios = [("", "late", "it passes the gate + it works"), ("", "next", "it takes 1 ms"), ("", "opens", "the gate is opened")];
    let runner = runner(&bench).options(Options { step_timeout: Duration::from_millis(150), retry: 1, ..jobs(1) });
    let plan = plan(&feature(scenarios));
    let seen = Arc::clone(&bench);
    let (names, told) = within(move || {
        let mut names = Vec::new();
        runner.run(&plan, &mut |record| names.push((record.name.clone(), record.status))).expect("a thread");
        (names, seen.told())
    });
    assert_eq!(names, [("late".to_owned(), Failed), ("next".to_owned(), Passed), ("opens".to_owned(), Passed)]);
    assert!(!told.contains(&"late".to_owned()), "its next step ran: {told:?}");
    crate::bench::until("the end of the threads that were given up", || Arc::strong_count(&bench) == 1);
    assert!(!bench.told().contains(&"late".to_owned()), "its next step ran");
}

#[given("the gate is opened")]
fn opens(hand: &mut Hand) {
    hand.bench.open_the_gate();
}
