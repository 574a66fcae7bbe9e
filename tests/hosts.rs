//! Which sentences can be said on which help desk: those of another host are refused before they run, with the nearest one that is there.

use deskspec::catalog::Platform;
use deskspec::gherkin::{parse, pickles};
use deskspec::record::{Fault, ScenarioRecord, Status};
use deskspec::run::{OnDesk, Plan, Runner};
use deskspec::steps::vocabulary;

/// What comes of a scenario with these lines.
fn play(lines: &str) -> ScenarioRecord {
    let body: String = lines.lines().map(|line| format!("    {line}\n")).collect();
    let document = parse("hosts.feature", &format!("Feature: f\n  Scenario: s\n{body}")).expect("sound Gherkin");
    let mut played = None;
    let runner = Runner::on_desk(OnDesk::default());
    runner.run(&Plan::of(pickles(&document)), &mut |record| played = Some(record.clone())).expect("a run begins");
    played.expect("one scenario is played")
}

#[test]
fn a_sentence_is_refused_where_its_host_is_not() {
    let mut wrong = Vec::new();
    for (doc, platform) in vocabulary().iter().flat_map(|doc| Platform::ALL.map(|platform| (doc, platform))) {
        let record = play(&format!("Given the help desk is {}\n{}", platform.word(), doc.example));
        let refused = format!("not applicable on {}: {}", platform.word(), doc.expression);
        let is_refused = record.failures.iter().any(|failure| failure.title == refused && failure.help.is_some());
        if is_refused == doc.hosts.contains(&platform) {
            wrong.push(format!("{platform}: {}: {:?}", doc.expression, record.failures));
        }
        // A sentence that says it is there never reaches what is not.
        if record.failures.iter().any(|failure| failure.fault == Fault::Model) {
            wrong.push(format!("{platform}: {} breaks: {:?}", doc.expression, record.failures));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_help_desk_is_said_first_and_once() {
    let passed = play("Given the help desk is Freshdesk\nAnd the help desk is Freshdesk\n");
    assert_eq!(passed.status, Status::Passed, "{:?}", passed.failures);
    let late = play("Given the ticket \"1\"\nAnd the help desk is Freshdesk\n");
    assert_eq!(late.failures[0].title, "the scenario is about Desk already");
    let twice = play("Given the help desk is Freshdesk\nAnd the help desk is Desk\n");
    assert_eq!(twice.failures[0].title, "the scenario is about Freshdesk already");
    let unknown = play("Given the help desk is Freshdsk\n");
    assert_eq!(unknown.failures[0].title, "there is no help desk called Freshdsk");
    assert_eq!(unknown.failures[0].help.as_deref(), Some("did you mean \"Freshdesk\"?"));
}
