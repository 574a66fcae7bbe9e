//! `deskspec check --payload`: recorded payloads against the pages, those of the page itself, those of real accounts, and any text at all.

use deskspec::catalog::Catalog;
use deskspec::check::check_payload;
use deskspec::record::{CheckRecord, Severity};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn check(text: &str, event: Option<&str>) -> CheckRecord {
    check_payload("payload.json", text, event, Catalog::documented()).expect("it is JSON")
}

/// The findings of a weight, a line each.
fn told(record: &CheckRecord, severity: Severity) -> Vec<String> {
    let found = record.findings.iter().filter(|flaw| flaw.severity == severity);
    found.map(|flaw| format!("{}:{} {} ({})", flaw.at.line, flaw.at.column, flaw.text, flaw.rule)).collect()
}

fn fixture(name: &str) -> String {
    std::fs::read_to_string(root().join("fixtures/freshdesk").join(name).with_extension("json")).expect("a fixture")
}

#[test]
fn what_the_page_shows_is_as_documented_but_for_what_its_quirks_do_not_excuse() {
    for name in [
        "onTicketCreate",
        "onTicketUpdate-deleted",
        "onConversationCreate-reply",
        "onConversationCreate-public-note",
        "onConversationCreate-private-note",
        "onContactCreate",
        "onContactUpdate",
        "onContactUpdate-deleted",
    ] {
        assert_eq!(told(&check(&fixture(name), None), Severity::Error), Vec::<String>::new(), "{name}");
    }
    let update = check(&fixture("onTicketUpdate"), None);
    assert_eq!(
        told(&update, Severity::Error),
        [
            "1:1 $.account_id: missing: the documents have a number here (FD-01)",
            "1:1 $.domain: missing: the documents have a string here (FD-01)",
            "1:1 $.event: missing: the documents have a string here (FD-01)",
        ]
    );
    assert!(told(&update, Severity::Note)[0].contains("by its data it is onTicketUpdate"), "{update:?}");
}

#[test]
fn both_readings_of_a_quirk_are_taken_and_named() {
    let notes = |name: &str| told(&check(&fixture(name), None), Severity::Note).join("\n");
    assert!(
        notes("onTicketCreate")
            .contains("$.data.requester.phone: a number, as a sample of the page has it, where its table has a string (Q-17)")
    );
    let deleted = notes("onTicketUpdate-deleted");
    for part in ["due_by: a whole number", "fr_due_by: another notation", "$.data.ticket.status: 6 has no name in the table ticket.status"]
    {
        assert!(deleted.contains(part), "no {part} in:\n{deleted}");
    }
    assert!(notes("onContactUpdate").contains("\"events\" stands for \"event\" (Q-17)"));
}

#[test]
fn departures_stand_at_their_place_with_what_is_documented() {
    let mut payload: Value = serde_json::from_str(&fixture("onTicketCreate")).expect("JSON");
    payload["account_id"] = json!("13");
    let ticket = payload["data"]["ticket"].as_object_mut().expect("a ticket");
    ticket.remove("subject");
    ticket.insert("subjct".into(), json!("?"));
    ticket.insert("created_at".into(), json!("yesterday"));
    ticket.insert("description".into(), json!("ä".repeat(5_121)));
    let text = serde_json::to_string_pretty(&payload).expect("JSON");
    let record = check(&text, None);
    let errors = told(&record, Severity::Error).join("\n");
    for part in [
        "2:17 $.account_id: the string \"13\", where the documents have a number; did you mean 13? (FD-01)",
        "$.data.ticket.subject: missing: the documents have a string here (FD-04)",
        "$.data.ticket.created_at: the string \"yesterday\", where the documents have what",
        "$.data.ticket.description: 10242 bytes, where the documents have at most 10240 (payload.text) (FD-04)",
    ] {
        assert!(errors.contains(part), "no {part} in:\n{errors}");
    }
    let near = record.findings.iter().find(|flaw| flaw.text.contains("subjct")).expect("it is told");
    assert_eq!((near.severity, near.help.as_str()), (Severity::Note, "did you mean \"subject\" by \"subjct\"?"));
}

#[test]
fn the_event_is_the_one_that_is_said_then_the_payloads_own_then_that_of_its_data() {
    let create = fixture("onTicketCreate");
    let as_update = told(&check(&create, Some("onTicketUpdate")), Severity::Error).join("\n");
    assert!(as_update.contains("\"onTicketCreate\" is none of onTicketUpdate") && as_update.contains("changes: missing"), "{as_update}");
    for (name, data) in [("onTicketCreate", "ticket"), ("onConversationCreate", "conversation"), ("onContactCreate", "contact")] {
        let text = fixture(if data == "conversation" { "onConversationCreate-reply" } else { name });
        let mut payload: Value = serde_json::from_str(&text).expect("JSON");
        payload.as_object_mut().expect("an object").remove("event");
        let notes = told(&check(&payload.to_string(), None), Severity::Note).join("\n");
        assert!(notes.contains(&format!("by its data it is {name}")), "{notes}");
    }
    for (text, part) in [
        (r#"{"account_id": 1, "domain": "a", "event": "onAgentCreate", "data": {"agent": {}}}"#, "no page documents onAgentCreate"),
        (r#"{"account_id": 1, "domain": "a", "event": "agent_update", "data": 1}"#, "no page documents agent_update"),
        (r#"{"account_id": 1, "domain": "a", "event": "onTicketCreat"}"#, "no page documents onTicketCreat"),
    ] {
        let record = check(text, None);
        assert_eq!(told(&record, Severity::Error), Vec::<String>::new(), "{text}");
        assert!(told(&record, Severity::Note).join("\n").contains(part), "{record:?}");
    }
    let record = check(r#"{"account_id": 1, "domain": "a", "event": "onTicketCreat"}"#, None);
    assert!(record.findings.iter().any(|flaw| flaw.help == "did you mean onTicketCreate?"), "{record:?}");
    assert_eq!(told(&check("[1]", None), Severity::Error), ["1:1 an array of 1, where the documents have an object (FD-01)"]);
}

/// The recorded payloads beside the repository; none, with a printed line, where they are not there.
fn corpus() -> Vec<PathBuf> {
    let folder = root().join("../shared/corpus/freshdesk-payloads");
    let Ok(events) = std::fs::read_dir(&folder) else {
        println!("skipped: {} is not there", folder.display());
        return Vec::new();
    };
    let files = events.flatten().filter_map(|event| std::fs::read_dir(event.path()).ok()).flatten().flatten().map(|file| file.path());
    let mut found: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|it| it == "json")).collect();
    found.sort();
    found
}

/// By the folder: how many are as documented, how many depart, and in which places.
const VERDICTS: &str = include_str!("payload_check/verdicts.txt");

#[test]
fn every_recorded_payload_is_read_and_has_its_verdict() {
    let files = corpus();
    if files.is_empty() {
        return;
    }
    let mut verdicts: BTreeMap<String, (u32, u32, BTreeMap<String, u32>)> = BTreeMap::new();
    for file in files {
        let event = file.parent().and_then(Path::file_name).expect("a folder").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).expect("a text");
        let record = check_payload(&file.display().to_string(), &text, None, Catalog::documented()).expect("it is JSON");
        let (sound, departs, places) = verdicts.entry(event).or_default();
        let wrong: Vec<_> = record.findings.iter().filter(|flaw| flaw.severity == Severity::Error).collect();
        *(if wrong.is_empty() { sound } else { departs }) += 1;
        for flaw in wrong {
            *places.entry(flaw.text.split(": ").next().expect("a path").to_owned()).or_default() += 1;
        }
    }
    let line = |(event, (sound, departs, places)): (&String, &(u32, u32, BTreeMap<String, u32>))| {
        let places: Vec<String> = places.iter().map(|(place, count)| format!("{place} {count}")).collect();
        format!("{event}: {sound} as documented, {departs} depart {}", places.join(", ")).trim_end().to_owned()
    };
    let table: Vec<String> = verdicts.iter().map(line).collect();
    assert_eq!(table.join("\n"), VERDICTS.trim_end(), "\n{}", table.join("\n"));
}

fn ran(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_deskspec")).arg("check").args(args).current_dir(root()).output().expect("the program starts")
}

#[test]
fn the_exit_code_is_the_verdict() {
    let sound = "fixtures/freshdesk/onContactCreate.json";
    for (args, code) in [
        (&["--payload", sound][..], 0),
        (&["--payload", "fixtures/freshdesk/onTicketUpdate.json"], 1),
        (&["--payload", sound, "--event", "onTicketCreate"], 1),
        (&["--payload", "Cargo.toml"], 3),
        (&["--payload", "fixtures/freshdesk/onContactCreat.json"], 3),
        (&["--payload", sound, "fixtures"], 2),
        (&["--event", "onTicketCreate", "fixtures"], 2),
        (&[], 2),
    ] {
        let output = ran(args);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let said = |args: &[&str]| {
        let output = ran(args);
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
    };
    assert!(
        said(&["--payload", "Cargo.toml"]).contains("Cargo.toml:1:2: the payload is not JSON"),
        "{}",
        said(&["--payload", "Cargo.toml"])
    );
    let near = said(&["--payload", "fixtures/freshdesk/onContactCreat.json"]);
    assert!(near.contains("onContactCreate.json"), "{near}");
    let update = "fixtures/freshdesk/onTicketUpdate.json";
    for (format, part) in [
        ("human", "error: $.account_id: missing: the documents have a number here (FD-01)"),
        ("json", "\"errors\": 3"),
        ("sarif", "\"ruleId\": \"FD-01\""),
        ("github", "::error file=fixtures/freshdesk/onTicketUpdate.json,line=1,col=1,title=FD-01::"),
    ] {
        let told = said(&["--payload", update, "--format", format]);
        assert!(told.contains(part), "no {part} in:\n{told}");
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let key = prop_oneof![
        proptest::sample::select(vec![
            "event",
            "events",
            "data",
            "ticket",
            "requester",
            "changes",
            "conversation",
            "contact",
            "attachments",
            "phone"
        ])
        .prop_map(str::to_owned),
        ".{0,6}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        proptest::sample::select(vec!["onTicketCreate", "onTicketUpdate", "onAppInstall", "onContactUpdate"]).prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((key.clone(), inner), 0..8).prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

/// Fails unless every place is inside of the text.
fn places_are_inside(text: &str, record: &CheckRecord) {
    let lines: Vec<&str> = text.split('\n').collect();
    for flaw in &record.findings {
        let line = lines.get(flaw.at.line as usize - 1).unwrap_or_else(|| panic!("no line {} in {text:?}", flaw.at.line));
        assert!((1..=line.chars().count() + 1).contains(&(flaw.at.column as usize)), "{flaw:?} in {text:?}");
        assert!(!flaw.text.is_empty() && !flaw.help.is_empty(), "{flaw:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn any_json_has_a_verdict(payload in any_json(), pretty in any::<bool>(), named in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&payload) } else { serde_json::to_string(&payload) }.expect("JSON");
        places_are_inside(&text, &check(&text, named.then_some("onTicketUpdate")));
    }

    #[test]
    fn any_text_is_read_or_refused_at_a_place(text in ".{0,60}") {
        match check_payload("payload.json", &text, None, Catalog::documented()) {
            Ok(record) => places_are_inside(&text, &record),
            Err(error) => prop_assert!(error.at.line >= 1 && error.at.column >= 1 && !error.text.is_empty()),
        }
    }
}
