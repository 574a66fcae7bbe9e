//! `--order`

use crate::closing::closing;
use crate::every_kind::every_kind;
use crate::support::Project;

/// The scenarios in the order in which they were run.
fn order(project: &Project, options: &[&str]) -> Vec<String> {
    let ran = project.deskspec(&[&["run", "--report", "junit=r.xml"], options].concat());
    assert!([0, 1, 3].contains(&ran.code), "{}", ran.told());
    let report = std::fs::read_to_string(project.path("r.xml")).expect("a report");
    let case = |line: &str| line.trim_start().strip_prefix("<testcase ").or(line.trim_start().strip_prefix("<testsuite ")).map(named);
    report.lines().filter_map(case).collect()
}

fn named(line: &str) -> String {
    line.split("name=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_seed_repeats_its_order_exactly() {
    let project = every_kind();
    let defined = order(&project, &[]);
    assert_eq!(defined, order(&project, &["--order", "defined"]));
    let seven = order(&project, &["--order", "random:7"]);
    assert_ne!(seven, defined);
    assert_eq!(seven, order(&project, &["--order", "random:7", "--jobs", "3"]));
    assert_ne!(seven, order(&project, &["--order", "random:8"]));
    let sorted = |mut scenarios: Vec<String>| {
        scenarios.sort();
        scenarios
    };
    assert_eq!(sorted(seven), sorted(defined), "the scenarios are the same");
}

#[test]
fn a_random_order_says_how_to_repeat_it() {
    let project = every_kind();
    let ran = project.deskspec(&["run", "--order", "random", "--report", "rerun=first.txt"]).exits(3);
    let said = ran.out.lines().find_map(|line| line.strip_prefix("the order was ")).expect("the order is told");
    let again: Vec<&str> = said.split(' ').collect();
    let repeated = project.deskspec(&[&["run", "--report", "rerun=second.txt"], &again[..]].concat()).exits(3);
    assert_eq!(ran.told(), repeated.told());
    let list = |name: &str| std::fs::read_to_string(project.path(name)).expect("a list");
    assert_eq!(list("first.txt"), list("second.txt"));
    assert!(!project.deskspec(&["run"]).out.contains("the order was"), "nothing is told of the order that goes without saying");
}

#[test]
fn a_wrong_order_is_told_with_the_edit() {
    for (value, says) in [
        ("rnadom", "\"rnadom\" is no order: write defined, random, or random:7"),
        ("", "write defined, random, or random:7"),
        ("random:", "\"\" is no seed: write random:7, with a number of your own"),
        ("random:x", "\"x\" is no seed: write random:7"),
        ("random:-1", "\"-1\" is no seed: write random:7"),
        ("defined:7", "\"defined:7\" is no order"),
    ] {
        closing().deskspec(&["run", "--order", value]).exits(2).says(&[says]);
    }
}
