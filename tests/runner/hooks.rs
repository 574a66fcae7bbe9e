//! Hooks of scenarios and of the run: their order, and what comes of it when one does not pass.

use crate::bench::{AtBench, Bench, Hand, Ran, feature, jobs, plan, run, runner, steps, titles};
use cucumber::codegen::LocalBoxFuture;
use deskspec::gherkin::TagExpression;
use deskspec::record::Status::{self, Failed, Passed, Pending, Skipped};
use deskspec::record::{Fault, HookRecord};
use deskspec::run::{Hook, HookContext, Options, Runner, pending, skip};
use std::panic::panic_any;
use std::sync::Arc;

/// A hook that tells its name and the status that it is told, and then ends as `how` says.
fn hook(name: &'static str, how: fn()) -> Hook<Hand> {
    Hook::new(name, move |hand: &mut Hand, context: &HookContext| {
        let (bench, status) = (Arc::clone(&hand.bench), context.status);
        Box::pin(async move {
            bench.tell(format!("{name} {status:?}"));
            how();
        })
    })
}

fn passes() {}

fn tags(expression: &str) -> TagExpression {
    TagExpression::parse(expression).expect("an expression")
}

fn names(hooks: &[HookRecord]) -> Vec<(&str, Status)> {
    hooks.iter().map(|hook| (hook.name.as_str(), hook.status)).collect()
}

#[test]
fn hooks_run_in_their_order_and_back() {
    let bench = Arc::default();
    let scenarios = [("@wet", "one", "it works"), ("@dry", "other", "it fails with \"no\" + it works"), ("", "third", "it works")];
    let runner = runner(&bench)
        .options(jobs(1))
        .before(hook("first", passes))
        .before(hook("wet", passes).tagged(tags("@wet")))
        .before(hook("last", passes))
        .after(hook("outer", passes))
        .after(hook("not wet", passes).tagged(tags("not @wet and not @damp")))
        .after(hook("inner", passes));
    let ran = run(runner, &plan(&feature(scenarios)));
    assert_eq!(ran.ends(), [("one", Passed), ("other", Failed), ("third", Passed)]);
    let told = [
        vec!["first Passed", "wet Passed", "last Passed", "one", "inner Passed", "outer Passed"],
        vec!["first Passed", "last Passed", "inner Failed", "not wet Failed", "outer Failed"],
        vec!["first Passed", "last Passed", "third", "inner Passed", "not wet Passed", "outer Passed"],
    ];
    assert_eq!(bench_told(&bench), told.concat());
    assert_eq!(names(&ran.records[0].before), [("first", Passed), ("wet", Passed), ("last", Passed)]);
    assert_eq!(names(&ran.records[1].after), [("inner", Passed), ("not wet", Passed), ("outer", Passed)]);
}

fn bench_told(bench: &Arc<Bench>) -> Vec<String> {
    bench.told()
}

/// How a hook ends, how its scenario does, and the hook's failure.
/// A mood, what a hook does in it, how its scenario ends, and why.
type End = (&'static str, fn(), Status, Option<&'static str>);

const ENDS: [End; 6] = [
    ("passes", passes, Passed, None),
    ("panics", || panic!("the sink is full\nof cups\nand plates"), Failed, Some("the hook \"panics\": the sink is full")),
    ("says nothing", || panic_any(7), Failed, Some("the hook \"says nothing\": a panic without a message")),
    ("is pending", || pending("later"), Pending, Some("the hook \"is pending\": later")),
    ("skips", || skip("not today"), Skipped, None),
    ("skips deep down", || deep(3), Skipped, None),
];

fn deep(levels: u32) {
    if levels == 0 { skip("no deeper") } else { deep(levels - 1) }
}

#[test]
fn a_hook_before_that_does_not_pass_ends_its_scenario() {
    for (name, how, status, failure) in ENDS {
        let bench = Arc::default();
        let scenarios = [("@it", "it", "it works + it works"), ("", "next", "it works")];
        let runner = runner(&bench)
            .options(jobs(2))
            .before(hook(name, how).tagged(tags("@it")))
            .before(hook("second", passes).tagged(tags("@it")))
            .after(hook("after", passes).tagged(tags("@it")));
        let ran = run(runner, &plan(&feature(scenarios)));
        assert_eq!(ran.ends(), [("it", status), ("next", Passed)], "{name}");
        let record = ran.record("it");
        let goes_on = status == Passed;
        assert_eq!(record.before.len(), 1 + usize::from(goes_on), "{name}");
        assert_eq!((record.before[0].name.as_str(), record.before[0].status), (name, status));
        assert_eq!(names(&record.after), [("after", Passed)], "{name}");
        assert_eq!(steps(record), if goes_on { [Passed; 2] } else { [Skipped; 2] }, "{name}");
        assert_eq!(titles(&record.failures), failure.into_iter().collect::<Vec<_>>());
        // How it ended is told to those that run after it.
        assert!(bench.told().contains(&format!("after {status:?}")));
    }
}

#[test]
fn hooks_after_run_all_and_the_worst_end_counts() {
    for (name, how, status, failure) in ENDS {
        for fails in [false, true] {
            let bench = Arc::default();
            let steps = if fails { "it fails with \"no\"" } else { "it works" };
            let runner = runner(&bench).after(hook("outer", passes)).after(hook(name, how));
            let ran = run(runner, &plan(&feature([("", "it", steps)])));
            let record = ran.record("it");
            assert_eq!(record.status, if fails { Failed } else { status }, "{name}");
            assert_eq!(names(&record.after), [(name, status), ("outer", Passed)], "{name}");
            let failures: Vec<_> = fails.then_some("no").into_iter().chain(failure).collect();
            assert_eq!(titles(&record.failures), failures, "the step's failure comes first");
        }
    }
}

#[test]
fn a_message_of_many_lines_is_kept_with_its_place() {
    let bench = Arc::default();
    let (name, how, ..) = ENDS[1];
    let ran = run(runner(&bench).before(hook(name, how)), &plan(&feature([("", "it", "it works")])));
    let [failure] = ran.records[0].failures.as_slice() else { panic!("one failure: {:?}", ran.records[0].failures) };
    let [second, third, place] = failure.details.as_slice() else { panic!("three lines: {failure:?}") };
    assert_eq!((second.as_str(), third.as_str(), failure.fault), ("of cups", "and plates", Fault::Unmet));
    assert!(place.contains("hooks.rs:"), "{place}");
}

fn said(bench: &Arc<Bench>, what: &'static str, how: fn()) -> impl Fn() -> LocalBoxFuture<'static, ()> + Send + Sync + 'static {
    let bench = Arc::clone(bench);
    move || {
        let bench = Arc::clone(&bench);
        Box::pin(async move {
            bench.tell(what);
            how();
        })
    }
}

fn whole(options: Options, how: [fn(); 4]) -> (Vec<String>, Ran) {
    let bench = Arc::default();
    let runner: Runner<Hand, AtBench> = runner(&bench)
        .options(options)
        .before_all("one", said(&bench, "one", how[0]))
        .before_all("two", said(&bench, "two", how[1]))
        .after_all("three", said(&bench, "three", how[2]))
        .after_all("four", said(&bench, "four", how[3]));
    let ran = run(runner, &plan(&feature([("", "it", "it works"), ("", "unknown", "nobody knows it")])));
    (bench.told(), ran)
}

#[test]
fn hooks_of_the_run_run_once_around_everything() {
    let (told, ran) = whole(jobs(2), [passes; 4]);
    assert_eq!(told, ["one", "two", "it", "four", "three"]);
    assert!(ran.run.failures.is_empty());
}

#[test]
fn when_a_hook_before_everything_fails_nothing_runs_and_the_run_fails() {
    let (told, ran) = whole(jobs(2), [|| panic!("no water\nsince noon"), passes, passes, passes]);
    assert_eq!(told, ["one", "two", "four", "three"]);
    assert_eq!(ran.ends(), [("it", Skipped), ("unknown", Status::Undefined)]);
    let [failure] = ran.run.failures.as_slice() else { panic!("one failure: {:?}", ran.run.failures) };
    assert_eq!((failure.title.as_str(), failure.details[0].as_str()), ("the hook \"one\": no water", "since noon"));
}

#[test]
fn when_a_hook_after_everything_fails_the_others_run_and_the_run_fails() {
    let (told, ran) = whole(jobs(1), [passes, passes, passes, || panic_any(vec![1])]);
    assert_eq!(told, ["one", "two", "it", "four", "three"]);
    assert_eq!(titles(&ran.run.failures), ["the hook \"four\": a panic without a message"]);
    assert_eq!(ran.record("it").status, Passed);
}

/// The function panics before there is a future of it.
#[test]
fn a_hook_that_panics_at_once_is_called_by_its_name() {
    let at_once = || -> LocalBoxFuture<'static, ()> { panic!("at once") };
    let bench = Arc::default();
    let runner = runner(&bench)
        .before_all("all", at_once)
        .after_all("last", at_once)
        .before(Hook::new("each", |_: &mut Hand, _: &HookContext| panic!("at once")));
    let ran = run(runner, &plan(&feature([("", "it", "it works")])));
    assert_eq!(titles(&ran.run.failures), ["the hook \"all\": at once", "the hook \"last\": at once"]);
    let runner = crate::bench::runner(&bench).before(Hook::new("each", |_: &mut Hand, _: &HookContext| panic!("at once")));
    let ran = run(runner, &plan(&feature([("", "it", "it works")])));
    assert_eq!(titles(&ran.records[0].failures), ["the hook \"each\": at once"]);
}

/// As with a step, an attempt that failed in a hook is followed by another.
#[test]
fn a_scenario_is_tried_again_when_its_hook_failed() {
    let bench: Arc<Bench> = Arc::default();
    let flaky = Hook::new("flaky", |hand: &mut Hand, _: &HookContext| {
        let attempt = hand.bench.count("hook");
        Box::pin(async move { assert!(attempt > 1, "not at attempt {attempt}") })
    });
    let runner = runner(&bench).options(Options { retry: 1, ..jobs(1) }).before(flaky);
    let ran = run(runner, &plan(&feature([("", "it", "it works")])));
    let record = ran.record("it");
    assert!(record.flaky && record.status == Passed && names(&record.before) == [("flaky", Passed)]);
    assert_eq!(titles(&record.retried), ["the hook \"flaky\": not at attempt 1"]);
}
