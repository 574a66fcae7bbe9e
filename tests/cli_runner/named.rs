//! What a name on the command line means.

use crate::closing::closing;
use crate::support::Project;

const TWO: &str = "Feature: f\n  Scenario: one\n    Given the ticket \"1\"\n  Scenario: two\n    Given the ticket \"2\"\n";

/// As our own errors print it, `FILE:LINE:COLUMN` is one place; `FILE:LINE:LINE` are two.
#[test]
fn a_column_behind_a_line_says_nothing() {
    let project = Project::new().file("f.feature", TWO);
    for (name, scenarios) in [
        ("f.feature:2", "1 scenario (1 passed)"),
        ("f.feature:3:5", "1 scenario (1 passed)"),
        ("f.feature:2:3", "1 scenario (1 passed)"),
        ("f.feature:2:4", "2 scenarios (2 passed)"),
    ] {
        project.deskspec(&["run", name]).exits(0).says(&[scenarios]);
    }
}

#[test]
fn a_file_that_is_named_twice_runs_once() {
    let project = closing();
    project.deskspec(&["run", "features", "./features", "features/closing.feature"]).exits(0).says(&["4 scenarios (4 passed)"]);
}
