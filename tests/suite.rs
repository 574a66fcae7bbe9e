//! The suites of `benches/suite` are what they promise, and its runners notice what does not pass: a benchmark of the wrong thing is fast.

#[path = "../benches/suite/mod.rs"]
mod suite;

use deskspec::gherkin::{parse, pickles, warnings};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const KINDS: [(&str, &[&str]); 2] = [("bare", &["ours", "loop", "stock"]), ("real", &["ours", "loop"])];

fn suite(arguments: &[&str]) -> Result<(), String> {
    suite::carry_out(&arguments.iter().map(|&argument| argument.to_owned()).collect::<Vec<_>>())
}

fn generate(kind: &str, name: &str, scenarios: &str, seed: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("suite-{kind}-{name}"));
    let path = folder.to_str().expect("a path in UTF-8");
    suite(&["generate", kind, path, "--scenarios", scenarios, "--files", "7", "--seed", seed]).expect("a folder that can be written");
    folder
}

fn features(folder: &Path) -> BTreeMap<String, String> {
    let file = |entry: std::io::Result<fs::DirEntry>| {
        let entry = entry.expect("an entry");
        (entry.file_name().to_string_lossy().into_owned(), fs::read_to_string(entry.path()).expect("a text"))
    };
    fs::read_dir(folder.join("features")).expect("features").map(file).collect()
}

#[test]
fn a_suite_is_the_same_every_time_and_has_as_many_scenarios_as_asked_for() {
    for (kind, _) in KINDS {
        let [one, same, other] =
            [("one", "1"), ("same", "1"), ("other", "2")].map(|(name, seed)| features(&generate(kind, name, "300", seed)));
        assert!(one == same, "{kind}");
        assert!(one != other, "{kind}");
        assert_eq!(one.len(), 7);
        let documents: Vec<_> = one.iter().map(|(name, text)| parse(name, text).expect("a feature")).collect();
        assert_eq!(documents.iter().map(|document| pickles(document).len()).sum::<usize>(), 300, "{kind}");
        let warned: Vec<_> = documents.iter().flat_map(warnings).collect();
        assert!(warned.is_empty(), "{kind}: {warned:?}");
    }
}

#[test]
fn a_suite_that_is_written_again_leaves_nothing_of_the_larger_one_and_nothing_else_goes() {
    let folder = generate("bare", "again", "70", "1");
    let kept = folder.join("features/mine.feature");
    fs::write(&kept, "Feature: mine\n").expect("a folder that can be written");
    suite(&["generate", "bare", folder.to_str().expect("a path in UTF-8"), "--scenarios", "20", "--files", "2"]).expect("the same folder");
    assert_eq!(features(&folder).len(), 3);
    fs::remove_file(kept).expect("the file is there");
}

/// Two scenarios that do not pass: one's expectation does not hold, and one's step nobody defined.
const BROKEN: [(&str, &str); 2] = [
    ("bare", "    Given the ticket subject is \"a\"\n    Then the ticket subject should be \"b\"\n"),
    ("real", "    Given the extension \"crm\" at \"desk.background\"\n    Then the ticket's \"status\" is \"Closed\"\n"),
];

#[test]
fn every_runner_passes_a_suite_and_notices_what_is_broken() {
    for ((kind, runners), (_, broken)) in KINDS.into_iter().zip(BROKEN) {
        let folder = generate(kind, "run", "210", "3");
        let path = folder.to_str().expect("a path in UTF-8");
        for runner in runners {
            assert_eq!(suite(&["run", kind, runner, path, "--jobs", "2"]), Ok(()), "{kind} {runner}");
        }
        let text = format!("Feature: broken\n  Scenario: unmet\n{broken}  Scenario: undefined\n    Given nobody says this\n");
        let background =
            if kind == "real" { "  Background:\n    Given the ticket \"1\"\n    And the agent has the ticket \"1\" open\n" } else { "" };
        let text = text.replacen("Feature: broken\n", &format!("Feature: broken\n{background}"), 1);
        fs::write(folder.join("features/area-broken.feature"), text).expect("a folder that can be written");
        for runner in runners {
            assert_eq!(suite(&["run", kind, runner, path]), Err("210 of 212 scenarios passed".to_owned()), "{kind} {runner}");
        }
    }
}

#[test]
fn what_is_not_understood_is_said() {
    for arguments in [&["run", "bare", "fast", "."][..], &["generate", "odd", "."], &["--jobs"], &["walk"], &["run", "real", "stock", "."]]
    {
        assert!(suite(arguments).is_err(), "{arguments:?}");
    }
    assert_eq!(suite(&[]), Ok(()));
}
