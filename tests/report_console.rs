//! What the console shows while a run goes on and at its end.

use deskspec::record::{RunRecord, Status};
use deskspec::report::{Console, Progress, Style};
use std::path::Path;
use std::time::Duration;

fn run() -> RunRecord {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report/run.json");
    serde_json::from_str(&std::fs::read_to_string(file).expect("the record lies in the repository")).expect("the record is one")
}

fn source(file: &str) -> Option<String> {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report").join(file)).ok()
}

fn told(run: &RunRecord, extra: &[String], style: Style, plan: &[(&str, usize)]) -> String {
    let mut out = Vec::new();
    let mut console = Console::new(&mut out, style).plan(plan.iter().map(|(uri, number)| ((*uri).to_owned(), *number)));
    run.scenarios.iter().for_each(|scenario| console.scenario(scenario));
    console.finish(run, extra, &source).expect("memory can be written");
    String::from_utf8(out).expect("a report is UTF-8")
}

/// The run without what the pictures' own tests look at.
fn short() -> RunRecord {
    let mut run = run();
    for scenario in &mut run.scenarios {
        scenario.exchange.clear();
        for failure in scenario.failures.iter_mut().filter(|failure| failure.title != "no sentence says \"the agent shuts the ticket\"") {
            failure.labels.clear();
            failure.picture = None;
        }
    }
    run
}

fn passing() -> RunRecord {
    let mut run = run();
    run.scenarios.retain(|scenario| scenario.status == Status::Passed && scenario.findings.is_empty());
    run.errors.clear();
    run.warnings.clear();
    run
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
    insta::assert_snapshot!(told(&RunRecord::default(), &[], Style::PLAIN, &[]), @r"
    0 scenarios
    0 steps
    0.00 s
    ");
}

#[test]
fn with_a_plan_files_are_aligned_and_each_has_one_line_however_its_scenarios_come() {
    let mut run = passing();
    let other = |mut scenario: deskspec::record::ScenarioRecord| {
        scenario.uri = "features/a.feature".into();
        scenario
    };
    run.scenarios.insert(1, other(run.scenarios[0].clone()));
    run.took = Duration::ZERO;
    let told = told(&run, &[], Style::PLAIN, &[("features/a.feature", 1), ("features/reopen.feature", 2)]);
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
    let mut run = short();
    run.scenarios.retain(|scenario| scenario.name.starts_with("An unresolved issue"));
    let shared = run.scenarios[0].clone();
    for line in 30..37 {
        run.scenarios.push(deskspec::record::ScenarioRecord { line, ..shared.clone() });
    }
    let told = told(&run, &[], Style::PLAIN, &[]);
    assert_eq!(told.matches("not as expected").count(), 1, "{told}");
    let others = (30..35).map(|line| format!("features/close.feature:{line}")).collect::<Vec<_>>().join(", ");
    let same = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(same.contains(&format!("the same in 7 other scenarios: {others} and 2 more")), "{told}");
}

#[test]
fn a_scenario_that_failed_without_a_word_names_its_step() {
    let mut run = passing();
    run.scenarios[0].status = Status::Failed;
    run.scenarios[0].steps[0].status = Status::Failed;
    let told = told(&run, &[], Style::PLAIN, &[]);
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
    let run = run();
    let mut console = Console::new(Full, Style::PLAIN);
    run.scenarios.iter().for_each(|scenario| console.scenario(scenario));
    let error = console.finish(&run, &[], &source).expect_err("nothing was written");
    assert_eq!(error.kind(), std::io::ErrorKind::StorageFull);
}
