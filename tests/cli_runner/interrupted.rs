//! Ctrl-C, and a request to terminate.
#![cfg(unix)]

use crate::child::{Running, seeker};
use crate::support::{Project, Ran};
use std::fs;

/// One scenario runs, the next never comes back: the run is interrupted there.
fn interrupted(signal: &str) -> (Ran, Project) {
    let project = seeker(Project::new());
    let args = ["run", "--jobs", "1", "--report", "junit=r.xml", "--report", "rerun=r.txt"];
    let mut running = Running::begin(&project, &args);
    running.is_listening();
    running.signal(signal);
    running.until_it_complains("interrupted");
    (running.ended(), project)
}

#[test]
fn what_has_run_is_reported() {
    for signal in ["INT", "TERM"] {
        let (ran, project) = interrupted(signal);
        assert_eq!(ran.code, 130, "{}", ran.told());
        assert!(ran.out.contains("interrupted") && ran.err.contains("interrupt again to stop at once"), "{}", ran.told());
        let report = fs::read_to_string(project.path("r.xml")).expect("a report");
        assert!(report.contains("interrupted") && report.trim_end().ends_with("</testsuites>"), "{report}");
        assert!(project.path("r.txt").is_file());
    }
}

#[test]
fn a_second_signal_stops_at_once() {
    let project = seeker(Project::new());
    let mut running = Running::begin(&project, &["run", "--jobs", "1", "--report", "junit=r.xml"]);
    running.is_listening();
    // The scenario that never ends has begun: without it, the first signal would end the run.
    running.has_worked();
    running.signal("INT");
    running.until_it_complains("interrupted");
    running.signal("INT");
    let ran = running.ended();
    assert_eq!((ran.code, ran.out.as_str()), (130, ""), "{}", ran.told());
    assert!(!project.path("r.xml").exists(), "nothing is written any more");
}

#[test]
fn a_step_that_takes_too_long_fails_its_scenario_alone() {
    let project = seeker(Project::new());
    let ran = project.deskspec(&["run", "--step-timeout", "0.2"]).exits(1);
    for part in ["3 scenarios (2 passed, 1 failed)", "within 200 ms of real time", "features/hangs.feature:8:"] {
        assert!(ran.out.contains(part), "no {part:?} in {}", ran.out);
    }
    for wrong in ["0", "-1", "x", "1e9", "NaN"] {
        project.deskspec(&["run", &format!("--step-timeout={wrong}")]).exits(2).says(&["write a number of seconds from 0.001 to 86400"]);
    }
}
