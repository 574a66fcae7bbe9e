//! Our Parser and our Runner in `cucumber::Cucumber`, with cucumber's own Writers: they see what a run of our own says.

use crate::{ALL, BROKEN, Filter, folder, one_at_a_time};
use cucumber::writer::basic::Coloring;
use cucumber::writer::{self, Stats, Verbosity};
use cucumber::{World, WriterExt as _, given, parser};
use deskspec::record::{RunRecord, ScenarioRecord};
use deskspec::run::{Backend, Hook, HookContext, OnDesk, Options, Plan, Runner, Selection, log, pending, seam, skip, targets};
use futures::executor::block_on;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

#[derive(Debug, Default, World)]
struct Shift;

#[given("a shift")]
fn a_shift(_: &mut Shift) {}

#[given(expr = "a note {string}")]
async fn a_note(_: &mut Shift, text: String) {
    log(text);
}

#[given("a quarrel")]
fn a_quarrel(_: &mut Shift) {
    panic!("they quarrel");
}

#[given("a plan")]
fn a_plan(_: &mut Shift) {
    pending("nobody has made it");
}

#[given("a holiday")]
fn a_holiday(_: &mut Shift) {
    skip("nobody works");
}

#[given("a nap")]
async fn a_nap(_: &mut Shift) {
    std::future::pending::<()>().await;
}

#[given("twins")]
fn one(_: &mut Shift) {}

#[given(regex = "^twin(s)$")]
fn other(_: &mut Shift, _s: String) {}

/// Fails so often in a run, which has a name of its own.
#[given(expr = "{string} fails {int} time(s)")]
fn fails(_: &mut Shift, run: String, times: u32) {
    static FAILED: Mutex<BTreeMap<String, u32>> = Mutex::new(BTreeMap::new());
    let mut failed = FAILED.lock().unwrap_or_else(PoisonError::into_inner);
    let failed = failed.entry(run).or_default();
    *failed += 1;
    assert!(*failed > times, "for the time {failed}");
}

const SHIFTS: &str = r#"
Feature: Shifts
  Background:
    Given a shift

  Scenario: Sound
    Then a note "sound"

  Scenario: Flaky
    * "RUN" fails 1 time
    * a note "at last"

  @serial
  Scenario: Fails
    * a quarrel
    * a note "never"

  Scenario: Undefined
    * a night shift
    * a note "never"

  Scenario: Ambiguous
    * twins

  Scenario: Pending
    * a plan

  Scenario: Skipped
    * a holiday
    * a note "never"

  Rule: More
    Scenario Outline: <what>
      * a note "<what>"
      Examples:
        | what |
        | one  |
        | two  |
"#;

/// What a Writer has counted: scenarios and steps that passed, were skipped, failed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) scenarios: [usize; 3],
    pub(crate) retried: usize,
    pub(crate) failed: bool,
}

pub(crate) struct Told {
    pub(crate) counts: Counts,
    errors: usize,
    hooks: usize,
    pub(crate) text: String,
}

/// Events come in order: nothing has to put them in order again.
pub(crate) type Written = writer::Summarize<writer::AssertNormalized<writer::Basic<Vec<u8>>>>;

pub(crate) fn writer() -> Written {
    writer::Basic::raw(Vec::new(), Coloring::Never, Verbosity::Default).assert_normalized().summarized()
}

pub(crate) fn plugged<W: World + Debug, B: Backend<W>>(runner: Runner<W, B>, input: PathBuf, filter: Filter) -> Told {
    let _guard = one_at_a_time();
    let (parser, runner) = seam::plug(runner);
    let cucumber = cucumber::Cucumber::<W, _, PathBuf, _, _>::custom(parser, runner, writer()).with_default_cli();
    told::<W>(&block_on(cucumber.filter_run(input, filter)))
}

pub(crate) fn told<W: World + Debug>(writer: &Written) -> Told {
    let stats = writer.scenarios_stats();
    let scenarios = [stats.passed, stats.skipped, stats.failed];
    let failed = Stats::<W>::execution_has_failed(writer);
    Told {
        counts: Counts { scenarios, retried: stats.retried, failed },
        errors: Stats::<W>::parsing_errors(writer),
        hooks: Stats::<W>::hook_errors(writer),
        text: String::from_utf8(writer.to_vec()).expect("text"),
    }
}

/// The same scenarios in a run of our own.
fn native<W: 'static, B: Backend<W>>(runner: Runner<W, B>, input: &Path) -> (RunRecord, Counts) {
    let (targets, errors) = targets(&[input.display().to_string()]);
    assert!(errors.is_empty(), "{errors:?}");
    let plan = Plan::read(&targets, Selection::default());
    let mut retried = 0;
    let mut ended = |record: &ScenarioRecord| retried += usize::from(!record.retried.is_empty());
    let run = runner.run(&plan, &mut ended).expect("a thread");
    let count = |number: u32| usize::try_from(number).expect("a number");
    let [passed, skipped, ..] = run.summary.scenarios;
    let counts = Counts {
        scenarios: [count(passed), count(skipped), count(run.summary.failed())],
        retried,
        failed: run.summary.failed() > 0 || !run.failures.is_empty(),
    };
    (run, counts)
}

#[test]
fn writers_count_what_our_own_run_counts() {
    let cases = [
        ("as it is", Options::default(), [3, 1, 5]),
        ("one job", Options { jobs: 1, retry: 1, ..Options::default() }, [4, 1, 4]),
        ("retried", Options { jobs: 3, retry: 2, ..Options::default() }, [4, 1, 4]),
        ("no flaky ones", Options { jobs: 3, retry: 2, fail_flaky: true, ..Options::default() }, [3, 1, 5]),
        ("dry", Options { dry: true, ..Options::default() }, [0, 7, 2]),
        ("fail fast", Options { fail_fast: true, jobs: 3, ..Options::default() }, [1, 5, 3]),
    ];
    for (name, options, scenarios) in cases {
        let hook = || Hook::new("sweep", |_: &mut Shift, _| Box::pin(async {}));
        let runner = || Runner::<Shift>::new().options(options.clone()).before(hook()).after(hook());
        let input = |run: &str| folder("counts", &[("shifts.feature", &SHIFTS.replace("RUN", &format!("{name} {run}")))]);
        let told = plugged(runner(), input("plugged"), ALL);
        let (run, counts) = native(runner(), &input("native"));
        assert_eq!(counts.scenarios, scenarios, "{name}: {run:?}");
        assert_eq!(told.counts, counts, "{name}:\n{}", told.text);
        // Where no step failed, cucumber has nowhere to say why the scenario did but a hook.
        assert_eq!((told.errors, told.hooks), (0, usize::from(options.fail_flaky)), "{name}");
    }
}

#[test]
fn whatever_is_not_done_fails_the_run() {
    let cases = [
        ("a note \"x\"", false, "x"),
        ("a holiday", false, "skipped: nobody works"),
        ("a night shift", true, "a night shift"),
        ("twins", true, "several sentences of the vocabulary say `twins`"),
        ("a plan", true, "pending: nobody has made it"),
        ("a quarrel", true, "they quarrel"),
    ];
    for (step, fails, text) in cases {
        let feature = format!("Feature: One\n  Scenario: One\n    * {step}\n");
        let told = plugged(Runner::<Shift>::new(), folder("not done", &[("one.feature", &feature)]), ALL);
        assert_eq!(told.counts.failed, fails, "{step}:\n{}", told.text);
        assert!(told.text.contains(text), "no {text:?} in\n{}", told.text);
    }
}

#[test]
fn what_hangs_fails_alone_behind_the_seam_too() {
    let feature = "Feature: One\n  Scenario: Sleeps\n    * a shift\n    * a nap\n    * a shift\n  Scenario: Sound\n    * a shift\n";
    let options = Options { step_timeout: Duration::from_millis(200), jobs: 1, ..Options::default() };
    let told = plugged(Runner::<Shift>::new().options(options), folder("nap", &[("one.feature", feature)]), ALL);
    assert_eq!(told.counts, Counts { scenarios: [1, 0, 1], retried: 0, failed: true }, "{}", told.text);
    assert!(told.text.contains("the step did not come back within 200 ms of real time"), "{}", told.text);
}

#[test]
fn what_a_filter_takes_away_is_not_run() {
    let input = folder("plugged filter", &[("shifts.feature", SHIFTS)]);
    let told = plugged(Runner::<Shift>::new(), input, |_, rule, scenario| rule.is_some() || scenario.name == "Sound");
    assert_eq!(told.counts, Counts { scenarios: [3, 0, 0], retried: 0, failed: false }, "{}", told.text);
    assert!(told.text.contains("Rule: More") && !told.text.contains("Undefined"), "{}", told.text);
}

#[test]
fn writers_see_hooks_logs_and_retries() {
    let feature = "Feature: One\n  Scenario: Sound\n    * a note \"in step\"\n  Scenario: Flaky\n    * \"seen\" fails 1 time\n";
    let input = folder("seen", &[("one.feature", feature)]);
    let runner = Runner::<Shift>::new()
        .options(Options { retry: 1, ..Options::default() })
        .before(Hook::new("open", |_: &mut Shift, _| Box::pin(async { log("the door is open") })))
        .after(Hook::new("count the till", |_: &mut Shift, context: &HookContext| {
            let fails = context.pickle.name == "Sound";
            Box::pin(async move { assert!(!fails, "a cent is missing") })
        }));
    let told = plugged(runner, input, ALL);
    assert_eq!(told.counts.retried, 2, "{}", told.text);
    assert_eq!((told.counts.failed, told.hooks), (true, 1), "{}", told.text);
    assert!(!told.text.contains("hook `count the till`"), "it is called by its name twice:\n{}", told.text);
    for text in ["the door is open", "in step", "a cent is missing", "count the till", "for the time 1", "Retry"] {
        assert!(told.text.contains(text), "no {text:?} in\n{}", told.text);
    }
}

#[test]
fn a_hook_before_everything_that_fails_fails_a_run_of_nothing() {
    let input = folder("no water", &[("one.feature", "Feature: One\n  Scenario: Sound\n    * a shift\n")]);
    let runner = || Runner::<Shift>::new().after_all("shut", || Box::pin(async { panic!("the door is stuck") }));
    let told = plugged(runner().before_all("open", || Box::pin(async { panic!("no water") })), input.clone(), ALL);
    assert_eq!(told.counts, Counts { scenarios: [0, 1, 0], retried: 0, failed: true }, "{}", told.text);
    assert!(
        told.text.contains("the hook \"open\": no water") && told.text.contains("the hook \"shut\": the door is stuck"),
        "{}",
        told.text
    );
    let told = plugged(runner(), input, ALL);
    assert_eq!(told.counts, Counts { scenarios: [1, 0, 0], retried: 0, failed: true }, "{}", told.text);
}

#[test]
fn a_file_that_cannot_be_read_fails_the_run_and_stops_no_other() {
    let input =
        folder("plugged broken", &[("broken.feature", BROKEN), ("one.feature", "Feature: One\n  Scenario: Sound\n    * a shift\n")]);
    let told = plugged(Runner::<Shift>::new(), input, ALL);
    assert_eq!((told.counts.scenarios, told.counts.failed, told.errors), ([1, 0, 0], true, 2), "{}", told.text);
    assert!(told.text.contains("broken.feature:4:5: expected: "), "{}", told.text);
}

#[test]
fn our_runner_takes_the_features_of_any_parser() {
    let _guard = one_at_a_time();
    let input = folder("foreign", &[("shifts.feature", &SHIFTS.replace("RUN", "foreign"))]);
    let (_, runner) = seam::plug(Runner::<Shift>::new().options(Options { retry: 1, ..Options::default() }));
    let cucumber = cucumber::Cucumber::<Shift, _, PathBuf, _, _>::custom(parser::Basic::new(), runner, writer()).with_default_cli();
    let told = told::<Shift>(&block_on(cucumber.run(input)));
    assert_eq!(told.counts, Counts { scenarios: [4, 1, 4], retried: 2, failed: true }, "{}", told.text);
    assert!(told.text.contains("they quarrel") && told.text.contains("Rule: More"), "{}", told.text);
}

#[test]
fn our_own_features_pass_behind_the_seam() {
    let input = Path::new(env!("CARGO_MANIFEST_DIR")).join("features");
    let (run, counts) = native(Runner::on_desk(OnDesk::default()), &input);
    assert!(run.summary.failed() == 0 && counts.scenarios[0] > 200, "{run:?}");
    let told = plugged(Runner::on_desk(OnDesk::default()), input, ALL);
    assert_eq!(told.counts, counts, "{}", told.text);
}
