//! What the commands write: reports, accepted fixtures, the vocabulary, the catalogue, a first project; and how they behave at a terminal.

#[path = "cli/closing.rs"]
mod closing;
#[path = "cli/support.rs"]
mod support;

use closing::{BROKEN, FAILS, UNDEFINED, closing};
use deskspec::catalog::{Catalog, Kind};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Stdio;
use support::{Project, deskspec, run};

// Reports

#[test]
fn a_report_is_written_in_every_case() {
    let fixture = "Feature: f\n  Scenario: s\n    Given the ticket \"1\" as in \"nothing\"\n";
    let project = closing()
        .file("fails/f.feature", FAILS)
        .file("broken/b.feature", BROKEN)
        .file("undefined/u.feature", UNDEFINED)
        .file("input/i.feature", fixture)
        .file("fixtures/closed.json", "{}");
    for (args, code, tests, holds) in [
        (&["features"][..], 0, 4, "Third, into On Hold"),
        (&["fails"], 1, 1, "<failure"),
        (&["undefined"], 1, 1, "the moon is full"),
        (&["input"], 3, 1, "there is no fixture"),
        (&["broken"], 3, 0, "broken/b.feature"),
        (&["broken", "features"], 3, 4, "broken/b.feature"),
        (&["nowhere"], 3, 0, "nowhere"),
        (&["features", "--tags", "@nothing"], 4, 0, "<testsuites"),
        (&["features", "--dry-run"], 0, 4, "<skipped"),
        (&["fails", "features", "--fail-fast"], 1, 5, "<skipped"),
    ] {
        let _ = fs::remove_file(project.path("new/folder/report.xml"));
        let args = [&["run"][..], args, &["--report", "junit=new/folder/report.xml", "--report", "junit=second.xml"]].concat();
        project.deskspec(&args).exits(code);
        let report = fs::read_to_string(project.path("new/folder/report.xml")).unwrap_or_else(|error| panic!("{args:?}: {error}"));
        let run = report.matches("<testcase").count();
        assert!(run >= tests && report.contains(holds), "{args:?}: not {tests} with {holds}:\n{report}");
        assert!(
            report.starts_with("<?xml") && ["</testsuites>", "<testsuites/>"].iter().any(|end| report.trim_end().ends_with(end)),
            "{report}"
        );
        assert!(project.path("second.xml").is_file());
    }
}

/// What keeps all scenarios from being run stands in the report too.
#[test]
fn a_report_is_written_where_nothing_can_be_run() {
    let project = closing();
    for args in [&["--extension", "nowhere"][..], &["--fixtures", "nowhere"], &["--map", "https://a.example/x.js=nowhere"]] {
        let _ = fs::remove_file(project.path("r.xml"));
        project.deskspec(&[&["run", "--report", "junit=r.xml"][..], args].concat()).exits(3);
        let report = fs::read_to_string(project.path("r.xml")).unwrap_or_else(|error| panic!("{args:?}: {error}"));
        assert!(report.contains("nowhere: "), "{args:?}: {report}");
    }
    let project = closing().file("deskspec.toml", "tgas = \"@smoke\"\n");
    project.deskspec(&["run", "--report", "junit=r.xml"]).exits(3);
    let report = fs::read_to_string(project.path("r.xml")).expect("the report is written");
    assert!(report.contains("deskspec.toml"), "{report}");
}

#[test]
fn a_report_that_cannot_be_written_is_an_error() {
    let project = closing().file("file", "").file("fails/f.feature", FAILS);
    let report = ["--report", "junit=file/report.xml", "--report", "junit=sound.xml"];
    for named in ["features", "fails"] {
        let ran =
            project.deskspec(&[&["run", named][..], &report].concat()).exits(3).says(&["file/report.xml: the report cannot be written"]);
        assert!(ran.out.contains("scenario"), "the run is told all the same:\n{}", ran.out);
        assert!(project.path("sound.xml").is_file(), "one report stops no other");
    }
}

// --accept

const ACCEPTED: &str = r#"Feature: Accept
  Scenario: The ticket is closed
    Given the ticket "1" with
      | subject | Faulty phone |
    And the extension "crm" at "desk.background"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then "crm" at "desk.background" receives "ticket_status.changed" with "closed"
    And the ticket contains "ticket"
"#;

const TICKET: &str = "# what the ticket shows\nsubject: Faulty tablet   # what is broken\nid: '#id'\nstatus: Open\nchannel: '#string'\n";

fn to_accept() -> Project {
    Project::new()
        .file("features/accept.feature", ACCEPTED)
        .file("fixtures/closed.json", "{\n  \"ticket.status\": \"Open\"\n}\n")
        .file("fixtures/ticket.yaml", TICKET)
        .file("fixtures/other.yaml", "status: Open\n")
}

#[test]
fn accept_rewrites_what_mismatched_and_prints_every_change() {
    let project = to_accept();
    project.deskspec(&["run"]).exits(1).says(&["--accept"]);
    let ran = project.deskspec(&["run", "--accept"]).exits(0);
    assert_eq!(fs::read_to_string(project.path("fixtures/closed.json")).expect("a fixture"), "{\n  \"ticket.status\": \"Closed\"\n}\n");
    let ticket = TICKET.replace("Faulty tablet", "Faulty phone").replace("status: Open", "status: Closed");
    assert_eq!(fs::read_to_string(project.path("fixtures/ticket.yaml")).expect("a fixture"), ticket);
    assert_eq!(fs::read_to_string(project.path("fixtures/other.yaml")).expect("a fixture"), "status: Open\n");
    insta::assert_snapshot!(ran.told());
    let again = project.deskspec(&["run", "--accept"]).exits(0);
    assert!(!again.out.contains("accepted"), "nothing is left to accept:\n{}", again.out);
    project.deskspec(&["run"]).exits(0);
}

#[test]
fn accept_refuses_where_ci_is_set() {
    let project = to_accept();
    for (value, code) in [("true", 2), ("1", 2), ("false", 0), ("", 0)] {
        let project = to_accept();
        let ran = run(deskspec(&project.path("")).args(["run", "--accept"]).env("CI", value)).exits(code);
        let kept = fs::read_to_string(project.path("fixtures/ticket.yaml")).expect("a fixture") == TICKET;
        assert_eq!((kept, ran.err.contains("CI is set")), (code == 2, code == 2), "CI={value}: {}", ran.told());
    }
    // In the configuration too.
    let project = project.file("deskspec.toml", "accept = true\n");
    run(deskspec(&project.path("")).arg("run").env("CI", "true")).exits(2).says(&["CI is set"]);
}

#[test]
fn accept_creates_no_fixture() {
    let project = to_accept();
    fs::remove_file(project.path("fixtures/closed.json")).expect("it was there");
    project.deskspec(&["run", "--accept"]).exits(3).says(&["there is no fixture \"closed\""]);
    assert!(!project.path("fixtures/closed.json").exists());
}

#[test]
fn accept_changes_nothing_in_a_dry_run() {
    let project = to_accept();
    project.deskspec(&["run", "--accept", "--dry-run"]).exits(0);
    assert_eq!(fs::read_to_string(project.path("fixtures/ticket.yaml")).expect("a fixture"), TICKET);
}

// The other commands

#[test]
fn steps_prints_the_vocabulary() {
    let project = Project::new();
    let all = project.deskspec(&["steps"]).exits(0);
    let some = project.deskspec(&["steps", "BROADCAST"]).exits(0);
    assert!(all.out.contains("the agent closes the ticket") && !some.out.contains("the agent closes the ticket"), "{}", some.out);
    assert!(some.out.contains("no event is broadcast") && some.out.contains("    > Then no event is broadcast"), "{}", some.out);
    for doc in deskspec::steps::vocabulary() {
        assert!(all.out.contains(&doc.expression) && all.out.contains(&doc.description), "{}", doc.expression);
    }
    assert_eq!(all.err, "");
}

/// An entry of each kind, by its name.
#[test]
fn explain_prints_what_is_documented_of_every_kind() {
    let project = Project::new();
    let catalog = Catalog::documented();
    let mut kinds = BTreeMap::new();
    for kind in Kind::ALL {
        if let Some(entry) = catalog.all(kind).first() {
            kinds.insert(kind.to_string(), entry.label().to_owned());
        }
    }
    assert!(["event", "hook", "location", "property", "rule", "quirk"].iter().all(|kind| kinds.contains_key(*kind)), "{kinds:?}");
    for (kind, name) in kinds {
        let ran = project.deskspec(&["explain", &name]).exits(0);
        let first = ran.out.lines().next().unwrap_or_default();
        assert!(first.starts_with(&name) && first.contains(&kind), "{kind} {name}: {}", ran.out);
        assert_eq!(ran.err, "");
    }
    // In any case, and by kind where two are called the same.
    project.deskspec(&["explain", "hook-04"]).exits(0).says(&["HOOK-04"]);
    project.deskspec(&["explain", "property:ticket.status"]).exits(0).says(&["ticket.status · property"]);
    project.deskspec(&["explain", "hook:ticket.status"]).exits(0).says(&["ticket.status · hook"]);
}

#[test]
fn init_writes_a_project_that_passes() {
    let project = Project::new();
    let ran =
        project.deskspec(&["init", "new/project"]).exits(0).says(&["wrote new/project/deskspec.toml", "cd new/project && deskspec run"]);
    let wrote = ran.out.lines().filter(|line| line.starts_with("wrote ")).count();
    let inside = project.path("new/project");
    assert_eq!(wrote, count(&inside), "every file is told");
    let first = run(deskspec(&inside).arg("run")).exits(0).says(&["3 scenarios (3 passed)"]);
    assert!(!first.out.contains("warning"), "{}", first.out);
    // Broken, it fails, and says where.
    let script = inside.join("fixtures/extensions/guard/app/guard.js");
    let text = fs::read_to_string(&script).expect("a script");
    fs::write(&script, text.replace("ticket.close", "ticket.clsoe")).expect("a script");
    run(deskspec(&inside).arg("run")).exits(1).says(&["guard.js:", "ticket.clsoe", "ticket.close"]);
}

fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.map(|path| if path.is_dir() { count(&path) } else { 1 }).sum()
}

#[test]
fn init_touches_nothing_that_is_there() {
    for there in ["deskspec.toml", "features/close.feature", "fixtures/extensions/guard/app/guard.js"] {
        let project = Project::new().file(there, "mine");
        project.deskspec(&["init", "."]).exits(2).says(&[there, "is there already"]);
        assert_eq!(fs::read_to_string(project.path(there)).expect("it is there"), "mine");
        assert_eq!(count(&project.path("")), 1, "nothing is written beside {there}");
    }
    let beside = Project::new().file("README.md", "mine");
    beside.deskspec(&["init", "."]).exits(0);
    Project::new().file("file", "").deskspec(&["init", "file"]).exits(3).says(&["cannot be written"]);
}

// The terminal

#[test]
fn no_escape_codes_where_no_terminal_is() {
    let project = closing().file("fails/f.feature", FAILS).file("undefined/u.feature", UNDEFINED).file("broken/b.feature", BROKEN);
    let args = ["run", "features", "fails", "undefined", "broken"];
    for no_colour in [None, Some("1")] {
        let mut command = deskspec(&project.path(""));
        command.args(args);
        if let Some(value) = no_colour {
            command.env("NO_COLOR", value);
        }
        let ran = run(&mut command).exits(3);
        assert!(!ran.out.contains('\u{1b}') && !ran.err.contains('\u{1b}'), "{:?}", ran.out);
    }
}

#[test]
fn the_width_follows_the_environment() {
    let project = closing().file("fails/f.feature", FAILS);
    for width in [60, 100] {
        let ran = run(deskspec(&project.path("")).args(["run", "fails"]).env("COLUMNS", width.to_string())).exits(1);
        let longest = ran.out.lines().map(|line| line.chars().count()).max().unwrap_or_default();
        assert!(longest <= width, "{longest} columns, not {width}:\n{}", ran.out);
    }
}

/// A reader that closes its end early, such as `head`, is no failure.
#[test]
fn an_output_that_is_closed_early_is_no_panic() {
    let project = closing().file("fails/f.feature", FAILS);
    for (args, code) in [(&["run", "features"][..], 0), (&["run", "fails"], 1), (&["steps"], 0), (&["explain", "HOOK-04"], 0)] {
        let mut child = deskspec(&project.path("")).args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        drop(child.stdout.take());
        let mut told = String::new();
        let lines = BufReader::new(child.stderr.take().expect("a pipe")).lines();
        lines.map_while(Result::ok).for_each(|line| told.push_str(&line));
        assert_eq!(child.wait().expect("it ends").code(), Some(code), "{args:?}: {told}");
        assert_eq!(told, "", "{args:?}");
    }
}
