//! `--retry` and `--fail-flaky`, with a scenario that becomes right while it is tried again: its fixture is written when the run has begun.
#![cfg(target_os = "linux")]

use crate::child::Running;
use crate::support::{Project, Ran};
use std::fs;

/// Each attempt loads a page that spins until it is cut, which takes a while; the fixture comes behind it.
const FLAKY: &str = r#"Feature: f
  Scenario: undefined
    Given the moon is full

  @late
  Scenario: late
    Given the extension "spin" from "spin"
    And the ticket "1" as in "late"
    Then the extension "spin" is reported for "ran past its budget"
"#;

fn project() -> Project {
    let sdk = "https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.js";
    let manifest =
        r#"{"service": "DESK", "modules": {"widgets": [{"name": "Spin", "location": "desk.background", "url": "/app/spin.html"}]}}"#;
    Project::new()
        .file("features/a.feature", FLAKY)
        .file("fixtures/spin/plugin-manifest.json", manifest)
        .file("fixtures/spin/app/spin.html", format!("<script src=\"{sdk}\"></script><script>for (;;);</script>"))
}

fn flaky(options: &[&str]) -> (Ran, Project) {
    let project = project();
    let args = ["run", "--tags", "@late", "--retry", "1000", "--jobs", "1", "--report", "junit=r.xml", "--report", "rerun=r.txt"];
    let running = Running::begin(&project, &[&args, options].concat());
    running.has_worked();
    fs::write(project.path("fixtures/late.json.new"), "{\"subject\": \"Phone\"}").expect("a fixture");
    fs::rename(project.path("fixtures/late.json.new"), project.path("fixtures/late.json")).expect("a fixture");
    (running.ended(), project)
}

#[test]
fn what_passes_at_a_later_attempt_is_flaky_in_every_report() {
    let (ran, project) = flaky(&[]);
    assert_eq!(ran.code, 0, "{}", ran.told());
    for part in ["1 scenario (1 passed), 1 of them flaky", "flaky", "features/a.feature:6", "there is no fixture"] {
        assert!(ran.out.contains(part), "no {part:?} in {}", ran.out);
    }
    let report = fs::read_to_string(project.path("r.xml")).expect("a report");
    assert!(report.contains("flaky") && report.contains("failures=\"0\""), "{report}");
    assert_eq!(fs::read_to_string(project.path("r.txt")).expect("a list"), "");
}

#[test]
fn what_is_flaky_fails_where_that_is_asked_for() {
    let (ran, project) = flaky(&["--fail-flaky"]);
    assert_eq!(ran.code, 1, "{}", ran.told());
    assert!(ran.out.contains("1 scenario (1 failed), 1 of them flaky"), "{}", ran.out);
    assert_eq!(fs::read_to_string(project.path("r.txt")).expect("a list"), "features/a.feature:6\n");
    assert!(fs::read_to_string(project.path("r.xml")).expect("a report").contains("<failure"));
}

/// Nobody writes what is undefined while it is tried again.
#[test]
fn what_is_undefined_is_tried_once() {
    let ran = project().deskspec(&["run", "features/a.feature:2", "--retry", "1000"]).exits(1);
    assert!(ran.out.contains("1 scenario (1 undefined)") && !ran.out.contains("attempt"), "{}", ran.out);
}

#[test]
fn a_wrong_number_of_attempts_is_told_with_the_edit() {
    for wrong in ["-1", "1001", "x", ""] {
        project().deskspec(&["run", &format!("--retry={wrong}")]).exits(2).says(&["write a number from 0 to 1000"]);
    }
}
