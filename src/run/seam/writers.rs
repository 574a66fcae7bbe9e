//! What cucumber's own Writers make of our events.

use super::events::{FeatureEvents, Parsed};
use super::feature::feature;
use super::scenario_events::at;
use super::unread::unread;
use crate::gherkin::{Pickle, parse, pickles};
use crate::record::{Attachment, Body, Failure, Fault, HookRecord, InputError, ScenarioRecord, Status, StepRecord};
use crate::run::played::{Attempt, Played};
use crate::run::take::blank;
use cucumber::event::{Cucumber, Feature, Hook, Rule, Scenario};
use cucumber::gherkin;
use cucumber::writer::basic::{self, Coloring};
use cucumber::writer::{self, Verbosity};
use cucumber::{Event, World, Writer, WriterExt as _, parser};
use futures::executor::block_on;
use regex::Regex;
use serde_json::{Value, json};
use std::convert::Infallible;
use std::sync::LazyLock;
use std::time::{Duration, SystemTime};

#[derive(Debug)]
pub(super) struct Nobody;

impl World for Nobody {
    type Error = Infallible;

    async fn new() -> Result<Self, Infallible> {
        Ok(Self)
    }
}

pub(super) type Told = parser::Result<Event<Cucumber<Nobody>>>;

const FEATURE: &str = "\
Feature: Told
  Background:
    Given a ground
  Rule: Under a rule
    Background:
      Given a rule's ground
    Scenario Outline: A <what>
      When it is <what>
        \"\"\"
        text
        \"\"\"
      Then all is well
      Examples:
        | what  |
        | story |
";

/// A feature of text, with the record of each of its scenarios: all passed.
pub(super) fn played(text: &str) -> (gherkin::Feature, Vec<ScenarioRecord>) {
    let document = parse("told.feature", text).expect("a feature");
    let pickles = pickles(&document);
    (feature(&document, &pickles).expect("a feature"), pickles.iter().map(passed).collect())
}

fn passed(pickle: &Pickle) -> ScenarioRecord {
    let mut record = blank(pickle);
    (record.status, record.took) = (Status::Passed, Duration::from_secs(10));
    for step in &mut record.steps {
        (step.status, step.took) = (Status::Passed, Duration::from_secs(1));
    }
    record
}

pub(super) fn attempt(record: ScenarioRecord) -> Attempt {
    static DEFINITION: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"it is (\w+)").expect("an expression"));
    let captures = |step: &StepRecord| {
        let mut captures = DEFINITION.capture_locations();
        DEFINITION.captures_read(&mut captures, &step.text).map(|_| (captures, None))
    };
    Attempt { calls: record.steps.iter().map(captures).collect(), record }
}

fn whole(features: Vec<(gherkin::Feature, Vec<Played>)>, errors: Vec<InputError>) -> Vec<Told> {
    let ended = SystemTime::UNIX_EPOCH + Duration::from_secs(1000);
    let mut parsed = Parsed::default();
    let mut events = vec![Ok(at(ended).wrap(Cucumber::Started))];
    for error in errors {
        parsed.error();
        events.push(Err(unread(error)));
    }
    for (feature, played) in features {
        parsed.feature(&feature);
        let mut telling = FeatureEvents::new(feature);
        for (index, played) in played.iter().enumerate() {
            events.extend(telling.scenario(index, played, ended).into_iter().map(Ok));
        }
        events.extend(telling.finish(ended).into_iter().map(Ok));
    }
    events.push(Ok(at(ended).wrap(parsed.finished())));
    events.push(Ok(at(ended).wrap(Cucumber::Finished)));
    events
}

/// Cucumber's usual writer: its counts and its text.
fn basic(events: Vec<Told>) -> (Counts, String) {
    let mut writer = writer::Basic::new(Vec::new(), Coloring::Never, Verbosity::Default).summarized();
    let cli = basic::Cli { verbose: 0, color: Coloring::Never };
    events.into_iter().for_each(|event| block_on(writer.handle_event(event, &cli)));
    let counts = |of: &writer::summarize::Stats| [of.passed, of.skipped, of.failed, of.retried];
    let (scenarios, steps) = (counts(writer.scenarios_stats()), counts(writer.steps_stats()));
    let hooks = writer::Stats::<Nobody>::hook_errors(&writer);
    let failed = writer::Stats::<Nobody>::execution_has_failed(&writer);
    let counts = Counts { scenarios, steps, hooks, failed };
    (counts, String::from_utf8(writer.to_vec()).expect("text"))
}

/// Passed, skipped, failed, retried.
#[derive(Debug, PartialEq, Eq)]
struct Counts {
    scenarios: [usize; 4],
    steps: [usize; 4],
    hooks: usize,
    failed: bool,
}

type Change = fn(&mut ScenarioRecord);

fn fails(record: &mut ScenarioRecord, status: Status, text: &str) {
    record.status = record.status.max(status);
    record.failures.push(Failure::new(Fault::Unmet, text).help("mend it"));
}

fn ends(record: &mut ScenarioRecord, from: usize, status: Status) {
    record.steps[from].status = status;
    record.steps[from + 1..].iter_mut().for_each(|step| step.status = Status::Skipped);
}

fn hook(status: Status) -> HookRecord {
    HookRecord { name: "tidy up".to_owned(), status, took: Duration::from_secs(1), attachments: Vec::new() }
}

const PASSED: Change = |_| {};
const STEP_FAILED: Change = |record| {
    ends(record, 2, Status::Failed);
    fails(record, Status::Failed, "it is not");
};
const GROUND_FAILED: Change = |record| {
    ends(record, 0, Status::Failed);
    fails(record, Status::Failed, "no ground");
};
const SKIPPED: Change = |record| {
    ends(record, 1, Status::Skipped);
    record.status = Status::Skipped;
};
const NOT_RUN: Change = |record| {
    ends(record, 0, Status::Skipped);
    record.status = Status::Skipped;
};
const PENDING: Change = |record| {
    ends(record, 3, Status::Pending);
    fails(record, Status::Pending, "wait for the pump");
};
const AMBIGUOUS: Change = |record| {
    NOT_RUN(record);
    record.steps[2].status = Status::Ambiguous;
    fails(record, Status::Ambiguous, "two sentences say this");
};
const UNDEFINED_TWICE: Change = |record| {
    NOT_RUN(record);
    record.steps[1].status = Status::Undefined;
    record.steps[3].status = Status::Undefined;
    fails(record, Status::Undefined, "nothing says the ground");
    fails(record, Status::Undefined, "nothing says all is well");
};
const FINDING: Change = |record| fails(record, Status::Failed, "the extension threw");
const STEP_FAILED_AND_FINDING: Change = |record| {
    STEP_FAILED(record);
    FINDING(record);
};
const HOOK_PASSED: Change = |record| record.before.push(hook(Status::Passed));
const BEFORE_FAILED: Change = |record| {
    NOT_RUN(record);
    record.before.extend([hook(Status::Failed), hook(Status::Skipped)]);
    fails(record, Status::Failed, "no pump");
};
const SKIPPED_AND_TWO_AFTER_FAILED: Change = |record| {
    SKIPPED(record);
    for text in ["one leak", "another leak"] {
        record.after.push(hook(Status::Failed));
        fails(record, Status::Failed, text);
    }
};
const STEP_AND_AFTER_FAILED: Change = |record| {
    STEP_FAILED(record);
    record.after.push(hook(Status::Failed));
    fails(record, Status::Failed, "a leak");
};
const FLAKY_IS_A_FAILURE: Change = |record| {
    record.flaky = true;
    record.status = Status::Failed;
};

/// What is told, what is counted, and what stands in the text.
type Case = (&'static str, &'static [Change], Counts, &'static [&'static str]);

const fn counts(scenarios: [usize; 4], steps: [usize; 4], hooks: usize, failed: bool) -> Counts {
    Counts { scenarios, steps, hooks, failed }
}

const CASES: [Case; 19] = [
    ("passed", &[PASSED], counts([1, 0, 0, 0], [4, 0, 0, 0], 0, false), &["✔  Then all is well"]),
    ("hooks passed", &[HOOK_PASSED], counts([1, 0, 0, 0], [4, 0, 0, 0], 0, false), &[]),
    ("a step failed", &[STEP_FAILED], counts([0, 0, 1, 0], [2, 0, 1, 0], 0, true), &["✘  When it is story", "it is not", "help: mend it"]),
    ("a background failed", &[GROUND_FAILED], counts([0, 0, 1, 0], [0, 0, 1, 0], 0, true), &["✘> Given a ground", "no ground"]),
    ("skipped on the way", &[SKIPPED], counts([0, 1, 0, 0], [1, 1, 0, 0], 0, false), &["?> Given a rule's ground"]),
    ("not run", &[NOT_RUN], counts([0, 1, 0, 0], [0, 1, 0, 0], 0, false), &["?> Given a ground"]),
    ("pending", &[PENDING], counts([0, 0, 1, 0], [3, 0, 1, 0], 0, true), &["pending: wait for the pump"]),
    ("ambiguous", &[AMBIGUOUS], counts([0, 0, 1, 0], [0, 0, 1, 0], 0, true), &["two sentences say this"]),
    (
        "undefined twice",
        &[UNDEFINED_TWICE],
        counts([0, 0, 1, 0], [0, 0, 1, 0], 0, true),
        &["nothing says the ground\nhelp: mend it\n", "nothing says all is well\n", "Step doesn't match any function"],
    ),
    ("a finding", &[FINDING], counts([0, 0, 1, 0], [4, 0, 0, 0], 1, true), &["Scenario's After hook failed", "the extension threw"]),
    ("a failed step and a finding", &[STEP_FAILED_AND_FINDING], counts([0, 0, 1, 0], [2, 0, 1, 0], 0, true), &["the extension threw\n"]),
    ("a hook before failed", &[BEFORE_FAILED], counts([0, 0, 1, 0], [0, 0, 0, 0], 1, true), &["Scenario's Before hook failed", "no pump"]),
    (
        "skipped, and two hooks failed",
        &[SKIPPED_AND_TWO_AFTER_FAILED],
        counts([0, 0, 1, 0], [1, 0, 0, 0], 2, true),
        &["one leak", "another leak"],
    ),
    ("a step and a hook failed", &[STEP_AND_AFTER_FAILED], counts([0, 0, 1, 0], [2, 0, 1, 0], 1, true), &["it is not", "a leak"]),
    ("flaky", &[STEP_FAILED, PASSED], counts([1, 0, 0, 1], [6, 0, 0, 1], 0, false), &["Retry attempt: 1/1"]),
    ("flaky by a finding", &[FINDING, PASSED], counts([1, 0, 0, 1], [7, 0, 0, 1], 0, false), &["the extension threw"]),
    (
        "flaky by a hook",
        &[BEFORE_FAILED, STEP_AND_AFTER_FAILED, PASSED],
        counts([1, 0, 0, 1], [6, 0, 0, 2], 0, false),
        &["hook `tidy up`: no pump"],
    ),
    ("never passed", &[STEP_FAILED, STEP_FAILED], counts([0, 0, 1, 1], [4, 0, 1, 1], 0, true), &["Retry attempt: 1/1"]),
    ("flaky is a failure", &[STEP_FAILED, FLAKY_IS_A_FAILURE], counts([0, 0, 1, 1], [6, 0, 0, 1], 1, true), &["not at its first attempt"]),
];

#[test]
fn the_usual_writer_counts_and_shows_every_way_to_end() {
    for (name, changes, expected, texts) in &CASES {
        let (feature, records) = played(FEATURE);
        let attempts = changes.iter().map(|change| {
            let mut record = records[0].clone();
            change(&mut record);
            attempt(record)
        });
        let (counts, text) = basic(whole(vec![(feature, vec![Played { attempts: attempts.collect(), player: 0 }])], Vec::new()));
        assert_eq!(counts, *expected, "{name}:\n{text}");
        for part in *texts {
            assert!(text.contains(part), "{name}: no {part:?} in\n{text}");
        }
    }
}

/// The hooks that are told of each attempt, and how they ended.
fn hooks(changes: &[Change]) -> Vec<String> {
    let (feature, records) = played(FEATURE);
    let attempts = changes.iter().map(|change| {
        let mut record = records[0].clone();
        change(&mut record);
        attempt(record)
    });
    let events = whole(vec![(feature, vec![Played { attempts: attempts.collect(), player: 0 }])], Vec::new());
    let hook = |event: Told| match event.expect("no errors").into_inner() {
        Cucumber::Feature(_, Feature::Rule(_, Rule::Scenario(_, of))) => match of.event {
            Scenario::Hook(which, Hook::Started) => Some(format!("{which}…")),
            Scenario::Hook(which, Hook::Passed) => Some(format!("{which} passed")),
            Scenario::Hook(which, Hook::Failed(..)) => Some(format!("{which} failed")),
            _ => None,
        },
        _ => None,
    };
    events.into_iter().filter_map(hook).collect()
}

#[test]
fn hooks_are_told_when_they_ran_and_never_as_passed_when_they_failed() {
    assert_eq!(hooks(&[HOOK_PASSED]), ["Before…", "Before passed"]);
    assert_eq!(hooks(&[BEFORE_FAILED]), ["Before…", "Before failed"], "the second one was not run");
    assert_eq!(hooks(&[BEFORE_FAILED, HOOK_PASSED]), ["Before…", "Before passed"], "a step tells of the first attempt");
    assert_eq!(hooks(&[FINDING]), ["After…", "After failed"]);
    assert_eq!(hooks(&[FINDING, PASSED]), [""; 0]);
}

/// A run with everything in it: two features, one with an error before it, attachments, a retry, a feature of which nothing was run.
fn everything() -> Vec<Told> {
    let (told, records) = played(FEATURE);
    let mut first = records[0].clone();
    first.before.push(hook(Status::Passed));
    first.before[0].attachments.push(log("ready"));
    first.steps[2].attachments.extend([log("two\nlines\n"), link("https://example.com"), picture()]);
    STEP_FAILED(&mut first);
    first.failures[0].details.push("at $.status".to_owned());
    first.failures[0].picture = Some("Open | Closed".to_owned());
    let story = Played { attempts: vec![attempt(first), attempt(records[0].clone())], player: 0 };
    let (plain, records) = played("Feature: Plain\n  Scenario: Nothing\n  Scenario: Something\n    * it is done\n");
    let plain_story = records.into_iter().map(|record| Played { attempts: vec![attempt(record)], player: 0 }).collect();
    let (unplayed, _) = played(FEATURE);
    let help = Some("did you mean `When`?".to_owned());
    let error = InputError { file: "bad.feature".to_owned(), line: 3, column: 5, message: "expected: #EOF, got 'Whenn'".to_owned(), help };
    whole(vec![(told, vec![story]), (plain, plain_story), (unplayed, Vec::new())], vec![error])
}

fn log(text: &str) -> Attachment {
    Attachment { media_type: Attachment::LOG.to_owned(), body: Body::Text(text.to_owned()), file_name: None }
}

fn link(uri: &str) -> Attachment {
    Attachment { media_type: Attachment::LINK.to_owned(), ..log(uri) }
}

fn picture() -> Attachment {
    Attachment { media_type: "image/png".to_owned(), body: Body::Base64("AAAA".to_owned()), file_name: None }
}

#[test]
fn a_run_as_the_usual_writer_tells_it() {
    insta::assert_snapshot!(basic(everything()).1, @"
    Failed to parse: Failed to parse feature: Could not read path: bad.feature:3:5: expected: #EOF, got 'Whenn'; help: did you mean `When`?
    Feature: Told
    Rule: Under a rule
        Scenario Outline: A story
    ready
         ✔> Given a ground
         ✔> Given a rule's ground
    two
    lines
    https://example.com
         ✘  When it is story
            Step failed:
            Defined: told.feature:8:7
            Step panicked. Captured output: it is not
            at $.status
            Open | Closed
            help: mend it
        Scenario Outline: A story | Retry attempt: 1/1
         ✔> Given a ground
         ✔> Given a rule's ground
         ✔  When it is story
         ✔  Then all is well
    Feature: Plain
      Scenario: Nothing
      Scenario: Something
       ✔  * it is done
    [Summary]
    2 features
    1 rule
    3 scenarios (3 passed with 1 retry)
    7 steps (7 passed with 1 retry)
    1 parsing error
    ");
}

#[test]
fn a_run_as_libtest_tells_it() {
    let mut text = Vec::new();
    let mut writer = writer::Libtest::new(&mut text);
    let cli = writer::libtest::Cli { report_time: Some(writer::libtest::ReportTime::Plain), ..writer::libtest::Cli::default() };
    everything().into_iter().for_each(|event| block_on(writer.handle_event(event, &cli)));
    let text = String::from_utf8(text).expect("text");
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let counts = json!({"type": "suite", "event": "failed", "passed": 7, "failed": 1, "ignored": 0, "measured": 0, "filtered_out": 0, "exec_time": 0.0});
    assert_eq!(lines.last(), Some(&counts));
    assert_eq!(lines[0], json!({"type": "suite", "event": "started", "test_count": 6}));
    // Each test is told when it starts and when it ends, and with its own time.
    for pair in lines[1..lines.len() - 1].chunks(2) {
        assert_eq!((&pair[0]["event"], &pair[0]["name"]), (&json!("started"), &pair[1]["name"]), "{text}");
        let is_error = pair[1]["name"].as_str().is_some_and(|name| name.contains("bad.feature"));
        assert_eq!(pair[1]["exec_time"], if is_error { Value::Null } else { json!(1.0) }, "{text}");
    }
}
