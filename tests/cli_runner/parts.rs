//! `--shard`

use crate::closing::closing;
use crate::support::Project;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Three files of thirty scenarios that fail, so that the list of what failed tells which of them ran.
fn suite() -> Project {
    let feature = |name: &str| {
        let scenario = |n: usize| format!("  Scenario: {name} {n}\n    Given the moon is full\n");
        format!("Feature: {name}\n{}", (0..30).map(scenario).collect::<String>())
    };
    let project = Project::new().file("features/a.feature", feature("a"));
    project.file("features/b/b.feature", feature("b")).file("features/c.feature", feature("c"))
}

/// The scenarios that ran, by file and name.
fn ran(project: &Project, args: &[&str]) -> BTreeSet<(String, String)> {
    let ended = project.deskspec(&[&["run", "--report", "junit=r.xml"], args].concat());
    assert!([0, 1].contains(&ended.code), "{}", ended.told());
    let report = fs::read_to_string(project.path("r.xml")).expect("a report");
    let mut file = String::new();
    let mut all = BTreeSet::new();
    for line in report.lines().map(str::trim_start) {
        let name = line.split(" name=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        if line.starts_with("<testsuite ") {
            name.clone_into(&mut file);
        } else if line.starts_with("<testcase ") {
            assert!(all.insert((file.clone(), name.to_owned())), "{file}: {name} ran twice");
        }
    }
    all
}

#[test]
fn shards_are_disjoint_and_complete() {
    let project = suite();
    let all = ran(&project, &[]);
    assert_eq!(all.len(), 90);
    for count in [1, 2, 3, 7] {
        let parts: Vec<_> = (1..=count).map(|index| ran(&project, &["--shard", &format!("{index}/{count}")])).collect();
        assert_eq!(parts.iter().map(BTreeSet::len).sum::<usize>(), 90, "{count} shards are not disjoint or not complete");
        assert_eq!(parts.iter().flatten().cloned().collect::<BTreeSet<_>>(), all);
        assert!(parts.iter().all(|part| part.len().abs_diff(90 / count) <= 1), "{count} shards are uneven");
    }
}

/// However the run is run, and however its files are named.
#[test]
fn a_shard_is_the_same_part_in_every_run() {
    let project = suite();
    let whole = fs::canonicalize(project.path("")).expect("the project");
    let absolute = whole.join("features").display().to_string();
    let file = whole.join("features/b/b.feature").display().to_string();
    let first = ran(&project, &["--shard", "2/3"]);
    for args in [
        &["--jobs", "1"][..],
        &["--jobs", "5"],
        &["--order", "random:7"],
        &["features"],
        &["features/"],
        &["./features"],
        &["."],
        &["features/../features"],
        &[&absolute],
        &["features/c.feature", "./features/b", "features/a.feature"],
        &["./features/*.feature", &file],
        &["features", "./features", &absolute],
    ] {
        assert_eq!(ran(&project, &[&["--shard", "2/3"], args].concat()), first, "{args:?}");
    }
}

#[test]
fn a_new_scenario_moves_few() {
    let project = suite();
    let of = |project: &Project| -> BTreeMap<(String, String), usize> {
        let part = |index: usize| ran(project, &["--shard", &format!("{index}/4")]).into_iter().map(move |scenario| (scenario, index));
        (1..=4).flat_map(part).collect()
    };
    let before = of(&project);
    let a = fs::read_to_string(project.path("features/a.feature")).expect("a feature");
    // At the beginning of a file: all the lines behind it are others.
    let project =
        project.file("features/a.feature", a.replacen("  Scenario:", "  Scenario: new\n    Given the moon is full\n  Scenario:", 1));
    let after = of(&project);
    assert_eq!(after.len(), before.len() + 1);
    let moved = before.iter().filter(|(scenario, part)| after.get(*scenario) != Some(part)).count();
    assert!(moved < 4, "{moved} of 90 scenarios moved");
}

#[test]
fn an_empty_shard_is_no_failure_and_says_so() {
    let project = closing();
    let codes = (1..=9).map(|index| {
        let ran = project.deskspec(&["run", "--shard", &format!("{index}/9")]).exits(0);
        assert_eq!(ran.out.contains("nothing is run: this shard has no scenario"), ran.out.contains("0 scenarios"), "{}", ran.out);
        usize::from(ran.out.contains("0 scenarios"))
    });
    assert_eq!(codes.sum::<usize>(), 5, "four scenarios are in four of nine shards");
    // That nothing was selected at all is another thing.
    project.deskspec(&["run", "--shard", "1/2", "--tags", "@nothing"]).exits(4);
}

#[test]
fn a_wrong_shard_is_told_with_the_edit() {
    for (value, says) in [
        ("6/5", "there is no shard 6 of 5: shards are counted from 1 to 5"),
        ("0/5", "shards are counted from 1 to 5"),
        ("2", "\"2\" is no shard: write 2/5 for the second of five"),
        ("1/0", "is no shard: write 2/5"),
        ("a/b", "is no shard: write 2/5"),
    ] {
        closing().deskspec(&["run", "--shard", value]).exits(2).says(&[says]);
    }
}

/// A part of the run need not install every package under test; all of it must.
#[test]
fn a_shard_that_installs_no_package_is_sound() {
    let feature = |name: &str| {
        format!(
            "Feature: f\n  Scenario: with\n    Given the ticket \"1\"\n    And the extension \"{name}\" from \"guard\"\n  Scenario: without\n    Given the ticket \"1\"\n"
        )
    };
    let project = Project::new()
        .file("features/f.feature", feature("guard"))
        .file(
            "fixtures/guard/plugin-manifest.json",
            r#"{"service": "DESK", "modules": {"widgets": [{"name": "Guard", "location": "desk.background", "url": "/app/guard.html"}]}}"#,
        )
        .file(
            "fixtures/guard/app/guard.html",
            "<script src=\"https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.js\"></script><script>ZOHODESK.extension.onload();</script>",
        );
    let run = |project: &Project, shard| project.deskspec(&["run", "--extension", "guard=fixtures/guard", "--shard", shard]);
    run(&project, "1/2").exits(0);
    run(&project, "2/2").exits(0);
    let project = project.file("features/f.feature", feature("gaurd"));
    let told = "no scenario installed the package under test \"guard\"";
    run(&project, "1/2").exits(2).says(&[told]);
    run(&project, "2/2").exits(2).says(&[told]);
}
