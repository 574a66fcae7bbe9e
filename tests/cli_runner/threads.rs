//! What is told does not depend on the number of threads.

use crate::closing::{FAILS, closing};
use crate::every_kind::every_kind;
use crate::support::{Project, deskspec, run};
use regex::Regex;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::Stdio;

/// Standard output, standard error, exit code and report, real time left out.
fn told(dir: &Path, report: &Path, args: &[&str], jobs: &str) -> String {
    let junit = format!("junit={}", report.display());
    let ran = run(deskspec(dir).arg("run").args(args).args(["--jobs", jobs, "--report", &junit]));
    let times = Regex::new(r#" (time|timestamp)="[^"]*""#).expect("a pattern");
    let report = fs::read_to_string(report).expect("the report is written");
    assert!(times.is_match(&report) || !report.contains("<testcase"), "the report has times");
    format!("{}\n{}", ran.told(), times.replace_all(&report, ""))
}

fn assert_same_for_all_jobs(dir: &Path, args: &[&str]) -> String {
    let reports = Project::new();
    let one = told(dir, &reports.path("report.xml"), args, "1");
    for jobs in ["2", "5"] {
        let other = told(dir, &reports.path("report.xml"), args, jobs);
        assert!(one == other, "{args:?} --jobs {jobs}: {}", similar::TextDiff::from_lines(&one, &other).unified_diff());
    }
    one
}

#[test]
fn the_repositorys_features_are_told_the_same() {
    let one = assert_same_for_all_jobs(Path::new(env!("CARGO_MANIFEST_DIR")), &[]);
    assert!(one.starts_with("exit 0\n"), "{one}");
}

#[test]
fn every_kind_of_failure_is_told_the_same() {
    let project = every_kind();
    let one = assert_same_for_all_jobs(&project.path(""), &[]);
    assert!(one.starts_with("exit 3\n"), "{one}");
    for part in ["cannot be read", "warnings", "undefined steps", "boom", "not as expected", "help: ", "A fixture is another one"] {
        assert!(one.contains(part), "nothing of {part:?} in {one}");
    }
    for args in [
        &["--dry-run"][..],
        &["--retry", "2"],
        &["--order", "random:7"],
        &["--shard", "2/3"],
        &["--tags", "not @serial"],
        &["--fail-fast"],
        &["--fail-fast", "--extension", "guard=fixtures/guard"],
        &["--fail-fast", "--order", "random:3", "--retry", "1"],
        &["features/closing.feature", "features/more"],
        &["features/closing.feature", "--tags", "@nothing"],
    ] {
        assert_same_for_all_jobs(&project.path(""), args);
    }
}

/// Forty scenarios that want different values of one fixture, and one fixture each.
fn to_accept() -> Project {
    let mut feature = "Feature: Accept\n".to_owned();
    let mut project = Project::new().file("fixtures/shared.json", "{\n  \"subject\": \"old\"\n}\n");
    for n in 1..=40 {
        feature.push_str(&format!(
            "  Scenario: {n}\n    Given the ticket \"{n}\" with\n      | subject | new {n} |\n    When the agent opens the ticket \"{n}\"\n    Then the ticket contains \"own/{n}\"\n    And the ticket contains \"shared\"\n"
        ));
        project = project.file(&format!("fixtures/own/{n}.json"), "{\n  \"subject\": \"old\"\n}\n");
    }
    project.file("features/accept.feature", feature)
}

/// Of those that want different values of a fixture the first in the order of the run has it, and the others fail.
#[test]
fn what_is_accepted_does_not_depend_on_threads() {
    for (options, first, failed) in [(&[][..], "new 1\"", "39 failed"), (&["--order", "random:7"], "new ", "39 failed")] {
        let accepted = |jobs: &str| {
            let project = to_accept();
            let ran = project.deskspec(&[&["run", "--accept", "--jobs", jobs], options].concat());
            let shared = fs::read_to_string(project.path("fixtures/shared.json")).expect("a fixture");
            assert!(shared.contains(first) && ran.out.contains(failed), "{shared}\n{}", ran.out);
            assert!(ran.out.contains("two scenarios want different values of this fixture"), "{}", ran.out);
            (ran.told(), shared)
        };
        let one = accepted("1");
        assert!(one == accepted("2") && one == accepted("5"), "--accept {options:?} depends on threads");
        let changes: Vec<_> = one.0.lines().filter(|line| line.starts_with("accepted fixtures/own/")).collect();
        assert_eq!(changes.len(), 40, "{}", one.0);
    }
}

/// Behind the scenario that failed nothing is accepted, as nothing is run there.
#[test]
fn nothing_is_accepted_behind_a_failure_that_ends_the_run() {
    for _ in 0..3 {
        let project = to_accept();
        project.deskspec(&["run", "--accept", "--fail-fast"]).exits(3).says(&["1 passed, 1 failed, 38 skipped"]);
        let kept = |n: u32| fs::read_to_string(project.path(&format!("fixtures/own/{n}.json"))).expect("a fixture").contains("old");
        assert!(!kept(1) && !kept(2) && (3..=40).all(kept), "something is accepted that was not run");
    }
}

/// Five thousand scenarios in a hundred files: their lines come in order, and all is told.
#[test]
fn a_large_suite_is_told_in_order() {
    let mut project = Project::new();
    for file in 0..100 {
        let scenario = |n: usize| {
            format!(
                "  Scenario: {n}\n    Given the ticket \"{n}\"\n    When the agent opens the ticket \"{n}\"\n    Then the ticket's \"status\" is \"Open\"\n"
            )
        };
        let scenarios: String = (0..50).map(scenario).collect();
        project = project.file(&format!("features/{file:03}.feature"), format!("Feature: {file}\n{scenarios}"));
    }
    let ran = project.deskspec(&["run", "--jobs", "5"]).exits(0).says(&["5000 scenarios (5000 passed)", "15000 steps (15000 passed)"]);
    let files: Vec<_> = ran.out.lines().filter(|line| line.starts_with("features/")).collect();
    let wanted: Vec<_> = (0..100).map(|file| format!("features/{file:03}.feature  ✓ 50")).collect();
    assert_eq!(files, wanted);
}

/// More threads than this machine would give.
#[test]
fn no_more_threads_are_begun_than_there_are_scenarios() {
    closing().deskspec(&["run", "--jobs", "1000000000"]).exits(0).says(&["4 scenarios (4 passed)"]);
}

/// A reader that closes its end, at once or after the first line, stops nothing and is no failure.
#[test]
fn a_reader_that_has_read_enough_is_no_failure() {
    let project = every_kind().file("fails/f.feature", FAILS);
    for lines in [0, 1] {
        for (named, code) in [("features", 3), ("fails", 1), ("features/closing.feature", 0)] {
            let mut command = deskspec(&project.path(""));
            let command = command.args(["run", named, "--jobs", "5", "--report", "junit=r.xml", "--report", "rerun=r.txt"]);
            let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
            let mut out = BufReader::with_capacity(1, child.stdout.take().expect("a pipe"));
            (0..lines).for_each(|_| drop(out.read_line(&mut String::new())));
            drop(out);
            let mut err = String::new();
            child.stderr.take().expect("a pipe").read_to_string(&mut err).expect("it writes UTF-8");
            assert_eq!((child.wait().expect("it ends").code(), err.as_str()), (Some(code), ""), "{named} after {lines} lines");
            assert!(fs::read_to_string(project.path("r.xml")).expect("a report").trim_end().ends_with("</testsuites>"));
            assert_eq!(fs::read_to_string(project.path("r.txt")).expect("a list").is_empty(), code == 0);
        }
    }
}

/// Whoever reads the complaints may be gone too.
#[test]
fn a_complaint_that_nobody_reads_is_no_panic() {
    let project = closing();
    for (args, code) in [(&["run", "--tags", "@a adn @b"][..], 2), (&["run", "--fixtures", "nowhere"], 3), (&["gherkin", "nowhere"], 3)] {
        let mut child = deskspec(&project.path("")).args(args).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().expect("it starts");
        drop(child.stderr.take());
        assert_eq!(child.wait().expect("it ends").code(), Some(code), "{args:?}");
    }
}
