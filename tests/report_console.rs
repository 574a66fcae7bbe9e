//! What the console shows while a run goes on and at its end.

#[path = "report/hostile.rs"]
mod hostile;
#[path = "report/support.rs"]
mod support;

use deskspec::record::{Failure, Fault, Finding, Label, RunRecord, ScenarioRecord, Severity, Status, StepRecord};
use deskspec::report::{Console, Progress, Style};
use hostile::hostile;
use proptest::prelude::*;
use std::time::Duration;
use support::{Sample, source};

fn told(sample: &Sample, extra: &[String], style: Style, files: &[&str]) -> String {
    let mut out = Vec::new();
    let mut console = Console::new(&mut out, style).files(files.iter().map(|uri| (*uri).into()));
    sample.scenarios.iter().for_each(|scenario| console.scenario(scenario));
    console.finish(&sample.run, &sample.scenarios, extra, &source).expect("memory can be written");
    String::from_utf8(out).expect("a report is UTF-8")
}

/// The run without what the pictures' own tests look at.
fn short() -> Sample {
    let mut sample = Sample::read("run");
    for scenario in &mut sample.scenarios {
        scenario.exchange.clear();
        for failure in scenario.failures.iter_mut().filter(|failure| failure.title != "no sentence says \"the agent shuts the ticket\"") {
            failure.labels.clear();
            failure.picture = None;
        }
    }
    sample
}

fn passing() -> Sample {
    let mut sample = Sample::read("run");
    sample.scenarios.retain(|scenario| scenario.status == Status::Passed && scenario.findings.is_empty());
    sample.run.errors.clear();
    sample.run.warnings.clear();
    sample.counted()
}

#[test]
fn a_run_tells_files_failures_errors_warnings_findings_undefined_steps_and_counts() {
    let extra = ["accepted fixtures/a.json: $.b: 1 → 2".to_owned()];
    insta::assert_snapshot!("run", told(&short(), &extra, Style::PLAIN, &[]));
}

#[test]
fn a_quiet_run_tells_only_what_failed() {
    let told = told(&short(), &[], Style { quiet: true, ..Style::PLAIN }, &[]);
    assert!(told.starts_with("── failures ─"), "{told}");
    assert!(told.contains("── cannot be read ─") && told.contains("── undefined steps ─"));
    assert!(!told.contains("── warnings ─") && !told.contains("vendors"));
}

#[test]
fn a_passing_run_is_short() {
    insta::assert_snapshot!(told(&passing(), &[], Style::PLAIN, &[]), @r"
    features/reopen.feature  ✓ 2

    2 scenarios (2 passed)
    2 steps (2 passed)
    0.31 s
    ");
    insta::assert_snapshot!(told(&passing(), &[], Style { quiet: true, ..Style::PLAIN }, &[]), @r"
    2 scenarios (2 passed)
    2 steps (2 passed)
    0.31 s
    ");
}

#[test]
fn an_empty_run_has_counts() {
    insta::assert_snapshot!(told(&Sample { run: RunRecord::default(), scenarios: Vec::new() }, &[], Style::PLAIN, &[]), @r"
    0 scenarios
    0 steps
    0.00 s
    ");
}

#[test]
fn files_are_aligned() {
    let mut sample = passing();
    let other = ScenarioRecord { uri: "features/a.feature".into(), ..sample.scenarios[0].clone() };
    sample.scenarios.insert(0, other);
    sample.run.took = Duration::ZERO;
    let told = told(&sample.counted(), &[], Style::PLAIN, &["features/a.feature", "features/reopen.feature"]);
    insta::assert_snapshot!(told, @r"
    features/a.feature       ✓ 1
    features/reopen.feature  ✓ 2

    3 scenarios (3 passed)
    3 steps (3 passed)
    0.00 s
    ");
}

#[test]
fn a_failure_that_scenarios_share_is_drawn_once() {
    let mut sample = short();
    sample.scenarios.retain(|scenario| scenario.name.starts_with("An unresolved issue"));
    let shared = sample.scenarios[0].clone();
    sample.scenarios.extend((30..37).map(|line| ScenarioRecord { line, ..shared.clone() }));
    let told = told(&sample, &[], Style::PLAIN, &[]);
    assert_eq!(told.matches("not as expected").count(), 1, "{told}");
    let others = (30..35).map(|line| format!("features/close.feature:{line}")).collect::<Vec<_>>().join(", ");
    let same = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(same.contains(&format!("the same in 7 other scenarios: {others} and 2 more")), "{told}");
}

#[test]
fn a_scenario_that_failed_without_a_word_names_its_step() {
    let mut sample = passing();
    sample.scenarios[0].status = Status::Failed;
    sample.scenarios[0].steps[0].status = Status::Failed;
    let told = told(&sample, &[], Style::PLAIN, &[]);
    assert!(told.contains("not as expected: the step \"the agent closes the ticket\" is failed"), "{told}");
}

#[test]
fn an_error_of_writing_is_not_lost() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let sample = Sample::read("run");
    let mut console = Console::new(Full, Style::PLAIN);
    sample.scenarios.iter().for_each(|scenario| console.scenario(scenario));
    let error = console.finish(&sample.run, &sample.scenarios, &[], &source).expect_err("nothing was written");
    assert_eq!(error.kind(), std::io::ErrorKind::StorageFull);
}

#[test]
fn a_run_tells_attempts_hooks_attachments_steps_that_wait_and_that_it_was_ended() {
    insta::assert_snapshot!("attempts", told(&Sample::read("attempts"), &[], Style::PLAIN, &[]));
}

#[test]
fn a_scenario_that_shares_two_failures_is_named_once() {
    let mut sample = Sample::read("run");
    let shared = sample.scenario("The model breaks").clone();
    assert_eq!(shared.failures.len(), 2);
    let twice = [shared.failures.clone(), shared.failures.clone()].concat();
    sample.scenarios = vec![ScenarioRecord { failures: twice, ..shared.clone() }, ScenarioRecord { line: 30, ..shared }];
    let told = told(&sample.counted(), &[], Style::PLAIN, &[]);
    assert!(told.contains("the same in 1 other scenario: features/reopen.feature:30\n"), "{told}");
    assert_eq!(told.matches("our own model broke the catalogue").count(), 1, "{told}");
}

#[test]
fn a_run_that_was_to_end_early_says_how_many_were_not_run() {
    let mut sample = passing();
    for (interrupted, not_run, line) in [
        (false, 1, "1 scenario was not run"),
        (false, 2, "2 scenarios were not run"),
        (true, 1, "interrupted: 1 scenario was not run"),
        (true, 0, "interrupted"),
    ] {
        (sample.run.interrupted, sample.run.not_run) = (interrupted, not_run);
        let told = told(&sample, &[], Style::PLAIN, &[]);
        assert!(told.lines().any(|it| it == line), "{told}");
    }
}

/// A scenario whose steps nobody defined: the Background's, at line 3, and one of its own.
fn undefined(uri: &str, line: u32, sentence: &str) -> ScenarioRecord {
    let step = |line, background| StepRecord {
        keyword: "Given".into(),
        text: sentence.into(),
        line,
        background,
        status: Status::Undefined,
        took: Duration::ZERO,
        attachments: Vec::new(),
    };
    let failure = |line| {
        let label = Label { file: uri.into(), line, column: 5, length: 3, text: String::new() };
        Failure::new(Fault::Feature, format!("no definition says \"{sentence}\"")).label(label)
    };
    let any = passing().scenarios.remove(0);
    let (status, uri) = (Status::Undefined, std::sync::Arc::<str>::from(uri));
    ScenarioRecord {
        uri,
        line,
        status,
        steps: vec![step(3, true), step(line + 1, false)],
        failures: vec![failure(3), failure(line + 1)],
        ..any
    }
}

#[test]
fn a_sentence_stands_once_with_its_places_and_a_backgrounds_step_is_one_place() {
    let mut sample = passing();
    sample.scenarios = (0..9).map(|number| undefined("a.feature", 10 + 3 * number, "it rains")).collect();
    sample.scenarios.push(undefined("b.feature", 20, "it rains"));
    insta::assert_snapshot!(told(&sample.counted(), &[], Style { quiet: true, ..Style::PLAIN }, &[]), @r#"
    ── undefined steps ─────────────────────────────────────────────────────────────────────────────────

      ? no definition says "it rains"
        a.feature:3:5
        a.feature:11:5
        a.feature:14:5
        a.feature:17:5
        a.feature:20:5
        … and 7 more places

    10 scenarios (10 undefined)
    20 steps (20 undefined)
    0.31 s
    "#);
}

#[test]
fn what_nobody_could_read_is_counted() {
    let mut sample = passing();
    sample.scenarios = (0..1200).map(|number| undefined("a.feature", 10 * number, &format!("it rains {number} times"))).collect();
    let finding = |number: usize| {
        let (severity, rule, help, at) = (Severity::Note, None, None, None);
        Finding { severity, rule, extension: "crm".into(), location: "desk.background".into(), text: format!("it is {number}"), help, at }
    };
    for (number, scenario) in sample.scenarios.iter_mut().enumerate() {
        scenario.findings = vec![finding(number), finding(number)];
    }
    let told = told(&sample.counted(), &[], Style::PLAIN, &[]);
    assert_eq!((told.matches("? no definition says").count(), told.matches("note: crm").count()), (1000, 1000));
    assert!(told.contains("… and 200 more sentences\n") && told.contains("… and other findings, 400 times in all\n"));
    assert!(told.contains("  … and 1100 more\n"), "a file's line names a hundred");
}

#[test]
fn a_ready_text_is_shown_once() {
    let mut sample = passing();
    sample.scenarios = vec![undefined("a.feature", 10, "it rains \"twice\""), undefined("a.feature", 20, "it rains \"daily\"")];
    for failure in sample.scenarios.iter_mut().flat_map(|scenario| &mut scenario.failures) {
        failure.snippet = Some("#[given(\"it rains {string}\")]\n\tfn it_rains() {}".to_owned());
    }
    let told = told(&sample.counted(), &[], Style::PLAIN, &[]);
    assert_eq!(told.matches("    #[given(\"it rains {string}\")]\n        fn it_rains() {}\n").count(), 1, "{told}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn no_text_moves_the_cursor(letters in proptest::collection::vec(prop_oneof![any::<char>(), proptest::char::range('\0', '\u{a0}')], 0..60)) {
        let text: String = letters.into_iter().collect();
        for sample in [Sample::read("run"), Sample::read("attempts")] {
            let told = told(&hostile(&sample, &text), std::slice::from_ref(&text), Style::PLAIN, &[&text]);
            prop_assert!(!told.chars().any(|letter| letter.is_control() && letter != '\n'), "{told:?}");
            prop_assert!(told.contains("── failures ─"));
        }
    }
}
