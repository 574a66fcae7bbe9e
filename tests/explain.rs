//! What `deskspec explain` says beside the catalogue's own words: which steps use an entry, as the steps' own comments tell.

use deskspec::catalog::{Catalog, Entry, Kind};
use deskspec::steps::{about, sentence_about, uses};
use std::process::Command;

fn catalog() -> &'static Catalog {
    Catalog::documented()
}

fn explain(id: &str) -> String {
    let ran = Command::new(env!("CARGO_BIN_EXE_deskspec")).args(["explain", id]).output().expect("the program starts");
    assert!(ran.status.success(), "{id}: {}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).expect("it writes UTF-8")
}

/// Fails unless all of `parts` are told of an entry.
#[track_caller]
fn says(id: &str, parts: &[&str]) -> String {
    let told = explain(id);
    parts.iter().for_each(|part| assert!(told.contains(part), "no {part:?} in:\n{told}"));
    told
}

#[test]
fn a_hook_names_the_steps_that_ask_it_and_those_that_take_any_hook() {
    let told = explain("ticket.status");
    let (_, behind) = told.split_once("\nsteps that use it\n").expect("the heading");
    let (own, any) = behind.split_once("\nsteps that take any hook\n").expect("the heading");
    assert!(own.contains("When the agent sets the status to {string}") && !own.contains("closes the ticket"), "{told}");
    for sentence in ["allows the hook {string}", "is asked {string} with", "When Desk asks the hook {string}"] {
        assert!(any.contains(sentence), "no {sentence:?} in:\n{told}");
    }
    assert!(told.contains("of the same name\n  deskspec explain property:ticket.status"), "{told}");
}

#[test]
fn an_event_names_the_steps_that_lead_to_it() {
    for id in ["ticket_status.changed", "EVT-17"] {
        let told = explain(id);
        for sentence in ["When the agent closes the ticket", "When the agent sets the status to {string}"] {
            assert!(told.contains(&format!("\n  {sentence}\n")), "no {sentence:?} in:\n{}", told);
        }
    }
    says("call.ringing", &["steps that take any event", "When Desk broadcasts the event {string}"]);
}

#[test]
fn a_rule_a_location_and_a_property_name_their_steps() {
    says("HOOK-04", &["steps that use it", "never answers the hook {string}", "the limit that names it\n  hook.deadline"]);
    says("LOC-08", &["When the agent picks {string} at {string}"]);
    let background = says("desk.background", &["steps that take any location", "When the agent picks {string} at {string}"]);
    assert!(!background.contains("allows the hook"), "that is about hooks:\n{}", background);
    says("property:ticket.status", &["steps that take any property", "Then the ticket's {string} is {string}"]);
    let quirk = says("Q-02", &["the hook that names it\n  ticket.status", "the rule that names it\n  HOOK-12"]);
    assert!(!quirk.contains("steps that"), "no step names it:\n{}", quirk);
}

/// The comment above a step names the hook that is asked: that is what leads from an entry to it.
#[test]
fn whatever_is_played_is_named_by_a_step() {
    let silent = |entry: &Entry<'_>| entry.played() && uses(entry, catalog()).own.is_empty();
    let of = |kind| catalog().all(kind).into_iter().filter(silent).map(|entry| entry.label()).collect::<Vec<_>>();
    assert_eq!(of(Kind::Hook), Vec::<&str>::new(), "write `the hook NAME is asked` into the comment of the step that does so");
    assert_eq!(of(Kind::Event), Vec::<&str>::new(), "write `the event NAME follows` into the comment of the step that leads to it");
}

#[test]
fn a_sentence_about_an_entry_has_its_name_and_one_of_its_locations() {
    let sentence = |id: &str, rule: &str| sentence_about(&catalog().entry(id).expect("an entry"), catalog(), &[rule]).expect("a sentence");
    assert_eq!(
        sentence("ticket.merge", "HOOK-04"),
        "Given the extension \"crm\" at \"desk.background\" never answers the hook \"ticket.merge\""
    );
    let form = catalog().event("ticketForm_email.changed").expect("an event");
    let entry = Entry::Event(form);
    let sentence = sentence_about(&entry, catalog(), &["EVT-29"]).expect("a sentence");
    let place = form.locations.as_ref().and_then(|list| list.first()).expect("a list");
    let name = form.example.as_ref().expect("an example");
    assert_eq!(sentence, format!("Given the extension \"crm\" at \"{place}\" listens to the event \"{name}\""));
    let doc = uses(&entry, catalog()).any.into_iter().find(|doc| doc.expression.ends_with("broadcasts the event {string} with {string}"));
    assert_eq!(
        about(doc.expect("a sentence"), &entry, catalog()),
        format!("When Desk broadcasts the event \"{name}\" with \"payloads/{name}\"")
    );
}
