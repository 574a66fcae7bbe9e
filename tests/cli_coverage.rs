//! `deskspec coverage`: what it prints, what it counts, and how it ends.

#[path = "cli/closing.rs"]
mod closing;
#[path = "cli/support.rs"]
mod support;

use closing::{BROKEN, FAILS, UNDEFINED, closing};
use deskspec::catalog::{Catalog, Kind, Platform};
use serde_json::Value;
use support::{Project, Ran};

/// A hook that is refused, allowed, timed out and asked of two; an event that is heard, one that nobody hears, and one that is fired by hand.
const FEATURE: &str = r#"Feature: Closing is guarded

  Background:
    Given the ticket "1"

  Scenario: Stopped
    Given the extension "crm" at "desk.background" rejects the hook "ticket.close" with "Not yet"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the action is stopped with "Not yet"

  Scenario: One of two is silent
    Given the extension "crm" at "desk.background" never answers the hook "ticket.close"
    And the extension "erp" at "desk.background" allows the hook "ticket.close"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    And 30 seconds pass
    Then the ticket's "status" is "Closed"

  Scenario: Nobody hears of it
    Given the agent has the ticket "1" open
    When the agent comments publicly "Hello"
    Then the ticket has 1 comment

  # No tag says what is exercised.
  @HOOK-23 @LOC-03
  Scenario: By hand
    Given the extension "crm" at "desk.background" listens to the event "task_Completed"
    When Desk broadcasts the event "task_Completed" with
      """json
      {"task_Completed": true}
      """
    Then "crm" at "desk.background" receives "task_Completed"
"#;

/// What stands still in the catalogue while other things come to be played.
const PART: &str =
    "HOOK-04,HOOK-08,ticket.close,EVT-17,ticket_comment.add,task_Completed,desk.background,desk.topband,LOC-04,LOC-08,channel.logo.size";

fn guarded() -> Project {
    Project::new().file("features/guarded.feature", FEATURE)
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.told()))
}

/// One entry of the data, of a kind.
fn entry<'a>(all: &'a Value, kind: &str, name: &str) -> &'a Value {
    let kinds = all["kinds"].as_array().expect("kinds");
    let entries = kinds.iter().filter(|it| it["kind"] == kind).flat_map(|it| it["entries"].as_array().expect("entries"));
    entries.into_iter().find(|it| it["name"] == name).unwrap_or_else(|| panic!("no {kind} {name}"))
}

#[test]
fn what_was_exercised_is_told_with_its_gaps() {
    let ran = guarded().deskspec(&["coverage", "--rules", PART]).exits(0);
    insta::assert_snapshot!("gaps", ran.out);
    assert!(ran.err.contains("4 scenarios (4 passed)"), "{}", ran.err);
}

#[test]
fn the_same_stands_in_the_data() {
    let project = guarded();
    let ran = project.deskspec(&["coverage", "--format", "json"]).exits(0);
    let all = json(&ran);
    let close = entry(&all, "hooks", "ticket.close");
    assert_eq!((&close["covered"], &close["scenarios"]), (&true.into(), &2.into()));
    // allowed, refused, timed out, several, by hand
    assert_eq!(close["counts"], serde_json::json!([0, 1, 1, 1, 0]));
    assert_eq!(close["gap"]["text"], "never allowed");
    assert_eq!(entry(&all, "events", "task_Completed")["counts"], serde_json::json!([1]));
    assert_eq!(entry(&all, "events", "ticket_comment.add")["gap"]["text"], "broadcast, and nobody heard it");
    assert_eq!(entry(&all, "hooks", "ticket.merge")["covered"], false);
    for tag in ["HOOK-23", "LOC-03"] {
        assert_eq!(entry(&all, "rules", tag)["covered"], false, "tags say nothing");
    }
    let told: usize = all["kinds"].as_array().expect("kinds").iter().map(|kind| kind["entries"].as_array().expect("entries").len()).sum();
    assert_eq!(all["entries"], told);
    let desk = Catalog::documented().of(Platform::Desk);
    let everything = Kind::ALL.into_iter().map(|kind| desk.all(kind).len());
    assert_eq!(told, everything.sum::<usize>(), "the whole is every entry of the help desk that the features are about");
    for jobs in ["1", "4"] {
        assert_eq!(project.deskspec(&["coverage", "--format", "json", "--jobs", jobs]).out, ran.out, "--jobs {jobs}");
    }
}

#[test]
fn a_part_of_the_catalogue_may_be_asked_for() {
    let project = guarded();
    let names = |rules: &str| {
        let all = json(&project.deskspec(&["coverage", "--format", "json", "--rules", rules]).exits(0));
        let kinds = all["kinds"].as_array().expect("kinds").clone();
        let entries = kinds.iter().flat_map(|kind| kind["entries"].as_array().expect("entries"));
        entries.map(|it| it["name"].as_str().expect("a name").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names("EVT-17"), ["ticket_status.changed", "EVT-17"]);
    assert_eq!(names("hook-04"), ["HOOK-04", "hook.deadline"]);
    assert_eq!(names("desk.background"), ["desk.background"]);
    let locations = names("LOC");
    assert!(locations.contains(&"desk.topband".to_owned()) && locations.contains(&"LOC-08".to_owned()));
    assert!(locations.iter().all(|name| ["desk.", "LOC-", "telephony."].iter().any(|begins| name.starts_with(begins))), "{locations:?}");
    assert_eq!(names("LOC, EVT-17").len(), locations.len() + 2);
}

/// What nobody plays yet is told as a gap, and stays out of what is asked for by other families.
#[test]
fn exchanges_are_told_by_their_own_families() {
    let project = guarded();
    let kinds = |rules: &str| {
        let all = json(&project.deskspec(&["coverage", "--format", "json", "--rules", rules]).exits(0));
        all["kinds"].as_array().expect("kinds").iter().map(|kind| kind["kind"].as_str().expect("a kind").to_owned()).collect::<Vec<_>>()
    };
    assert!(!kinds("LOC,EVT,HOOK").contains(&"exchanges".to_owned()));
    assert_eq!(kinds("CH-01"), ["exchanges", "rules", "limits"]);
    assert_eq!(kinds("storage.get"), ["exchanges"]);
    let all = json(&project.deskspec(&["coverage", "--format", "json"]).exits(0));
    let pull = entry(&all, "exchanges", "channel.pull");
    assert_eq!((&pull["covered"], &pull["rule"]), (&false.into(), &"CH-01".into()));
    assert_eq!((&pull["gap"]["text"], &pull["gap"]["next"]), (&"never made".into(), &"deskspec explain channel.pull".into()));
    let stored = entry(&all, "exchanges", "storage.get");
    assert_eq!((&stored["gap"]["text"], &stored["gap"]["next"]), (&"never made".into(), &"deskspec explain storage.get".into()));
    for exchange in Catalog::documented().exchanges().filter(|exchange| !exchange.played) {
        assert_eq!(entry(&all, "exchanges", &exchange.name)["gap"]["text"], "not played yet", "{}", exchange.name);
    }
    project.deskspec(&["coverage", "--rules", "PCB"]).exits(0).says(&["exchanges  0 of 8", "callback.onUninstall"]);
}

#[test]
fn it_may_be_a_gate() {
    let project = guarded();
    let both = ["coverage", "--rules", "HOOK-04,HOOK-23"];
    project.deskspec(&[&both[..], &["--min", "50"]].concat()).exits(0);
    project.deskspec(&[&both[..], &["--min", "51"]].concat()).exits(1).says(&["50 %", "--min asks for 51 %"]);
    project.deskspec(&["coverage", "--rules", "HOOK-04", "--min", "100"]).exits(0).says(&["100 %"]);
}

/// What did not pass was checked by nobody.
#[test]
fn a_red_run_is_told_and_counts_for_nothing() {
    let red = FEATURE.replace("\"Not yet\"\n    And the agent", "\"No\"\n    And the agent");
    let project = Project::new().file("features/guarded.feature", red);
    let ran = project.deskspec(&["coverage", "--rules", "HOOK", "--format", "json"]).exits(1);
    assert_eq!((&json(&ran)["scenarios"], &json(&ran)["uncounted"]), (&3.into(), &1.into()));
    assert_eq!(entry(&json(&ran), "hooks", "ticket.close")["counts"], serde_json::json!([0, 0, 1, 1, 0]));
    assert!(ran.err.contains("not as expected") && ran.err.contains("4 scenarios (3 passed, 1 failed)"), "{}", ran.err);
    project
        .deskspec(&["coverage", "--rules", "HOOK", "--min", "1"])
        .exits(1)
        .says(&["1 scenario did not pass: what it exercised does not count"]);
}

#[test]
fn how_the_run_ends_is_how_coverage_ends() {
    let project = closing().file("fails/f.feature", FAILS).file("broken/b.feature", BROKEN).file("undefined/u.feature", UNDEFINED);
    for (args, code, counted) in [
        (&["features"][..], 0, true),
        (&["undefined"], 1, true),
        (&["features", "broken"], 3, true),
        (&["broken"], 3, false),
        (&["nowhere"], 3, false),
        (&["features", "--tags", "@nothing", "--min", "50"], 4, false),
        (&["features", "--extension", "nowhere"], 3, false),
    ] {
        let ran = project.deskspec(&[&["coverage"], args].concat()).exits(code);
        assert_eq!(ran.out.contains("entries of the catalogue exercised"), counted, "{args:?}: {}", ran.told());
    }
}

#[test]
fn what_is_asked_for_wrongly_is_told() {
    let project = guarded();
    for (args, says) in [
        (&["--rules", "LOK"][..], &["\"LOK\" is no family of rules and no entry of the catalogue", "did you mean LOC?"][..]),
        (&["--rules", "HOOK-4"], &["\"HOOK-4\"", "did you mean HOOK-04?"]),
        (&["--rules", "banana"], &["the families are CH, EVT, FD, HOOK, LOC, MAN, PCB, Q, RES, REST, SDK"]),
        (&["--rules", "HOOK,"], &["\"\" is no family"]),
        (&["--rules", "ticket.closed"], &["did you mean ticket.close?"]),
        (&["--min", "101"], &["write a percentage from 0 to 100"]),
        (&["--min", "-1"], &["write a percentage from 0 to 100"]),
        (&["--format", "xml"], &["xml"]),
        (&["--dry-run"], &["coverage takes no --dry-run", "no step is run"]),
        (&["--accept"], &["coverage takes no --accept"]),
        (&["--tag", "@a"], &["--tags"]),
    ] {
        let ran = project.deskspec(&[&["coverage"], args].concat()).exits(2).says(says);
        assert!(ran.out.is_empty(), "{}", ran.told());
    }
}

/// What `run` reads from the configuration holds here too; a dry run or accepting there is not meant for coverage.
#[test]
fn the_configuration_holds() {
    let project = guarded().file("deskspec.toml", "features = [\"features\"]\nname = \"^Stopped\"\ndry-run = true\naccept = true\n");
    let all = json(&project.deskspec(&["coverage", "--format", "json"]).exits(0));
    assert_eq!(all["scenarios"], 1);
}

#[test]
fn the_help_says_what_counts() {
    let help = Project::new().deskspec(&["coverage", "--help"]).exits(0).out;
    for part in ["--rules", "--min", "--format", "--jobs", "--extension", "What counts is what happened"] {
        assert!(help.contains(part), "no {part} in:\n{help}");
    }
    assert!(!help.contains("--dry-run") && !help.contains("--accept["), "{help}");
}
