//! `deskspec gherkin`: the official messages of features, one a line.

#[path = "cli/support.rs"]
mod support;

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use support::{Project, Ran, deskspec, run};

const GOOD: &str = "@t\nFeature: f\n  Scenario: s\n    Given x\n      | a |\n  Scenario Outline: o\n    When <y>\n    Examples:\n      | y |\n      | 1 |\n";
const BAD: &str = "Feature: f\n  Scenario: s\n    Given x\n    Whn y\n    Thn z\n";

/// A folder of the official data; `None` where the data are not at hand.
fn corpus(folder: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/gherkin").join(folder);
    if root.is_dir() {
        return Some(root);
    }
    println!("skipped: {} is not there", root.display());
    None
}

fn features(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let is_feature = |path: &PathBuf| path.to_string_lossy().ends_with(".feature") || path.to_string_lossy().ends_with(".feature.md");
    let mut files: Vec<_> = entries.filter(is_feature).collect();
    files.sort();
    files
}

/// The messages that were printed.
fn messages(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

/// What the messages are about, in order.
fn kinds(ran: &Ran) -> Vec<String> {
    messages(&ran.out).iter().map(|message| message.as_object().expect("an envelope").keys().next().expect("a kind").clone()).collect()
}

/// The messages of the official data, with the file's name as we call it.
fn official(file: &Path, ending: &str) -> Vec<Value> {
    let folder = file.parent().and_then(Path::file_name).expect("a folder").to_string_lossy();
    let name = file.file_name().expect("a name").to_string_lossy();
    let text = fs::read_to_string(format!("{}{ending}", file.display())).expect("the data are there");
    messages(&text.replace(&format!("../testdata/{folder}/{name}"), &file.display().to_string()))
}

#[test]
fn good_features_print_the_official_messages() {
    let Some(folder) = corpus("good") else { return };
    let project = Project::new();
    let files = features(&folder);
    assert!(files.len() >= 55, "only {} files were found", files.len());
    for file in files {
        let ran = project.deskspec(&["gherkin", &file.display().to_string()]).exits(0);
        let expected: Vec<Value> =
            [".source.ndjson", ".ast.ndjson", ".pickles.ndjson"].iter().flat_map(|ending| official(&file, ending)).collect();
        assert_eq!(messages(&ran.out), expected, "{}", file.display());
        assert_eq!(ran.err, "");
    }
}

#[test]
fn bad_features_print_the_official_errors_whatever_is_asked_for() {
    let Some(folder) = corpus("bad") else { return };
    let files = features(&folder);
    assert!(files.len() >= 12, "only {} files were found", files.len());
    let expected: Vec<Value> = files.iter().flat_map(|file| official(file, ".errors.ndjson")).collect();
    for format in ["ast", "pickles", "errors", "ast,pickles"] {
        let ran = Project::new().deskspec(&["gherkin", &folder.display().to_string(), "--format", format]).exits(3);
        assert_eq!(messages(&ran.out), expected, "{format}");
        assert_eq!(ran.err, "");
    }
}

#[test]
fn ids_are_unique_over_all_files() {
    let project = Project::new().file("a.feature", GOOD).file("b.feature", BAD).file("c.feature", GOOD).file("d.feature", GOOD);
    let ran = project.deskspec(&["gherkin", ".", "--format", "ast,pickles"]).exits(3);
    let mut seen = BTreeSet::new();
    messages(&ran.out).iter().for_each(|message| ids(message, &mut seen));
    // In each good file: a tag, three steps, three rows, the examples and two scenarios; and two pickles of a step each.
    assert_eq!(seen.len(), 3 * (9 + 4), "{seen:?}");
}

/// Puts every id of a message into `seen`, where it must not be yet.
fn ids(value: &Value, seen: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| ids(item, seen)),
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(id) if name == "id" => assert!(seen.insert(id.clone()), "{id} stands twice"),
                    other => ids(other, seen),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn formats_choose_what_is_printed() {
    let project = Project::new().file("a.feature", GOOD);
    for (args, expected) in [
        (&[][..], &["source", "gherkinDocument", "pickle", "pickle"][..]),
        (&["--format", "source"], &["source"]),
        (&["--format", "ast"], &["gherkinDocument"]),
        (&["--format", "pickles"], &["pickle", "pickle"]),
        (&["--format", "errors"], &[]),
        (&["--format", "pickles,source"], &["source", "pickle", "pickle"]),
        (&["--format", "ast", "--format", "source"], &["source", "gherkinDocument"]),
    ] {
        let ran = project.deskspec(&[&["gherkin", "a.feature"][..], args].concat()).exits(0);
        assert_eq!(kinds(&ran), expected, "{args:?}");
    }
    project.deskspec(&["gherkin", "a.feature", "--format", "pickle"]).exits(2).says(&["pickles"]);
    project.deskspec(&["gherkin"]).exits(2);
}

#[test]
fn files_are_printed_in_the_order_in_which_they_are_named_and_once() {
    let project = Project::new().file("b.feature", GOOD).file("a/2.feature.md", "# Feature: f\n").file("a/1.feature", GOOD);
    let ran = project.deskspec(&["gherkin", "b.feature", "a", "b.feature", "*.feature", "--format", "source"]).exits(0);
    let sources: Vec<_> = messages(&ran.out).iter().map(|it| (it["source"]["uri"].clone(), it["source"]["mediaType"].clone())).collect();
    let plain = "text/x.cucumber.gherkin+plain";
    let expected = [("b.feature", plain), ("a/1.feature", plain), ("a/2.feature.md", "text/x.cucumber.gherkin+markdown")];
    assert_eq!(sources, expected.map(|(uri, kind)| (Value::from(uri), Value::from(kind))));
}

#[test]
fn what_cannot_be_read_is_told_and_stops_nothing_else() {
    let project = Project::new()
        .file("good.feature", GOOD)
        .file("latin.feature", b"Feature: caf\xe9\n")
        .file("large.feature", vec![b'#'; (16 << 20) + 1])
        .file("empty/readme.txt", "")
        .file("bad.feature", BAD);
    let good = |args: &[&str], code: i32, says: &[&str]| {
        let ran = project.deskspec(&[&["gherkin", "good.feature", "--format", "pickles"][..], args].concat()).exits(code).says(says);
        assert!(kinds(&ran).iter().filter(|kind| *kind == "pickle").count() == 2, "{args:?}: {}", ran.out);
    };
    good(&["gone.feature"], 3, &["error: gone.feature: there is no such file or folder", "did you mean \"good.feature\"?"]);
    good(&["latin.feature"], 3, &["error: latin.feature:1:13: the feature is not UTF-8 here", "help: save the file as UTF-8"]);
    good(&["large.feature"], 3, &["error: large.feature: the feature has more than 16777216 bytes", "help: split it"]);
    good(&["bad.feature"], 3, &["{\"parseError\":{\"source\":{\"uri\":\"bad.feature\",\"location\":{\"line\":4,\"column\":5}}"]);
    good(&["empty"], 0, &[]);
    project.deskspec(&["gherkin", "empty"]).exits(4).says(&["there is no feature in empty", "name a .feature"]);
    project.deskspec(&["gherkin", "good.feature:3"]).exits(2).says(&["whole files are printed", "write `good.feature` without a line"]);
    project.deskspec(&["gherkin", "[*.feature"]).exits(2).says(&["is no glob"]);
}

/// A reader that closes its end early, such as `head`, is no failure.
#[test]
fn an_output_that_is_closed_early_is_no_failure() {
    let long = format!("Feature: f\n{}", "Scenario: s\nGiven x\n".repeat(20_000));
    let project = Project::new().file("a.feature", long);
    let mut child = deskspec(&project.path(""))
        .args(["gherkin", "a.feature"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut first).expect("a line");
    let mut told = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut told).expect("text");
    assert_eq!((child.wait().expect("it ends").code(), told.as_str()), (Some(0), ""));
    assert!(first.starts_with("{\"source\":"), "{first}");
}

#[cfg(unix)]
#[test]
fn a_pipe_can_be_read_too() {
    let project = Project::new().file("a.feature", GOOD);
    let file = fs::File::open(project.path("a.feature")).expect("the file is there");
    let ran = run(deskspec(&project.path("")).args(["gherkin", "/dev/stdin", "--format", "pickles"]).stdin(file));
    assert_eq!(kinds(&ran.exits(0)), ["pickle", "pickle"]);
}
