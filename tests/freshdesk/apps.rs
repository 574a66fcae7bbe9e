//! What happens to apps themselves, and what they may stop.

use crate::portal::{EVENTS, Portal, map};
use deskspec::extension::How;
use deskspec::host::freshdesk::{CallTarget, Close, InstallApp, Put, UninstallApp, UpdateApp, UpdateTicket};
use deskspec::host::{Effect, Outcome};
use deskspec::stage::Happened;
use serde_json::{Value, json};

fn installed(answer: Option<(How, Value)>) -> (Portal, Option<Outcome>) {
    let mut portal = Portal::new();
    portal.bring("notes", &["onAppInstall", "onAppUninstall", "onTicketUpdate"], answer);
    let action = portal.act(InstallApp { app: "notes".into(), iparams: Some(map(json!({"key": "k"}))) });
    let outcome = portal.outcome(action).cloned();
    (portal, outcome)
}

#[test]
fn an_app_that_is_there_hears_nothing_until_it_is_installed() {
    let (mut portal, outcome) = installed(Some((How::Resolved, Value::Null)));
    assert_eq!(outcome, Some(Outcome::Done));
    let (name, payload) = portal.heard("notes").remove(0);
    assert_eq!((name.as_str(), &payload["iparams"]), ("onAppInstall", &json!({"key": "k"})));
    portal.act(Close { ticket: 1 });
    assert_eq!(portal.names("notes"), ["onAppInstall", "onTicketUpdate"]);
    assert!(portal.stage.breaches.is_empty(), "{:?}", portal.stage.breaches);
}

#[test]
fn an_app_may_refuse_to_be_installed_and_is_gone_then() {
    let (mut portal, outcome) = installed(Some((How::Rejected, json!({"msg": "The key is wrong"}))));
    assert!(matches!(outcome, Some(Outcome::Stopped { reason, .. }) if reason == "The key is wrong"));
    assert!(!portal.freshdesk().is_installed("notes"));
    portal.act(Close { ticket: 1 });
    assert_eq!(portal.names("notes"), ["onAppInstall"]);
    // The next attempt asks again.
    portal.answers("notes", Some((How::Resolved, Value::Null)));
    portal.act(InstallApp { app: "notes".into(), iparams: None });
    assert!(portal.freshdesk().is_installed("notes"));
}

#[test]
fn an_app_that_does_not_answer_within_its_time_is_not_installed() {
    let (mut portal, outcome) = installed(None);
    assert_eq!(outcome, None);
    portal.pass(19_999);
    assert!(!portal.freshdesk().is_installed("notes"));
    portal.pass(1);
    assert!(portal.says("FD-16", "has not answered for 20000 ms"));
    assert!(!portal.freshdesk().is_installed("notes"));
}

#[test]
fn a_long_refusal_is_found() {
    let (portal, _) = installed(Some((How::Rejected, json!({"msg": "x".repeat(61)}))));
    let found = portal.stage.trace.entries.iter().any(
        |entry| matches!(&entry.what, Happened::Host(Effect::Found(finding)) if finding.text.contains("61 characters: Freshdesk takes 60")),
    );
    assert!(found);
    let (portal, _) = installed(Some((How::Rejected, json!({"msg": "x".repeat(60)}))));
    assert!(!portal.stage.trace.entries.iter().any(|entry| matches!(entry.what, Happened::Host(Effect::Found(_)))));
}

#[test]
fn an_app_without_a_handler_is_installed_and_uninstalled_at_once_and_takes_its_data_along() {
    let mut portal = Portal::with_app();
    portal.call("notes", "$db.set", json!(["k", {"v": 1}]));
    portal.act(UninstallApp { app: "notes".into() });
    assert!(!portal.freshdesk().is_installed("notes"));
    portal.act(Close { ticket: 1 });
    assert_eq!(portal.names("notes"), Vec::<String>::new());
    portal.act(InstallApp { app: "notes".into(), iparams: None });
    assert!(portal.freshdesk().app("notes").is_some_and(|app| app.standing && app.storage.is_empty()));
}

#[test]
fn an_app_may_refuse_to_be_uninstalled() {
    let (mut portal, _) = installed(Some((How::Resolved, Value::Null)));
    portal.answers("notes", Some((How::Rejected, json!({"msg": "Not yet"}))));
    let action = portal.act(UninstallApp { app: "notes".into() });
    assert!(matches!(portal.outcome(action), Some(Outcome::Stopped { reason, .. }) if reason == "Not yet"));
    assert!(portal.freshdesk().is_installed("notes"));
}

#[test]
fn a_new_version_starts_anew_and_is_told() {
    let mut portal = Portal::with_app();
    portal.act(UpdateApp { app: "notes".into(), iparams: None });
    assert_eq!(portal.names("notes"), ["afterAppUpdate"]);
}

#[test]
fn the_target_url_brings_external_events_so_many_a_minute_and_no_large_ones() {
    let mut portal = Portal::with_app();
    portal.install("other", &EVENTS);
    let call = |data: Value| CallTarget { app: "notes".into(), headers: map(json!({"Content-Type": "application/json"})), data };
    portal.act(call(json!({"action": "opened"})));
    let payload = portal.last("notes");
    assert_eq!(json!([payload["data"], payload["headers"]]), json!([{"action": "opened"}, {"Content-Type": "application/json"}]));
    portal.act(call(Value::from("x".repeat(102_401))));
    assert!(portal.says("FD-15", "102401 bytes"));
    for _ in 0..250 {
        portal.act(call(json!({})));
    }
    assert_eq!(portal.names("notes").len(), 250);
    portal.pass(60_000);
    portal.act(call(json!({})));
    assert_eq!(portal.names("notes").len(), 1);
    assert_eq!(portal.names("other"), Vec::<String>::new());
    assert!(portal.stage.breaches.is_empty(), "{:?}", portal.stage.breaches);
}

#[test]
fn a_page_may_stop_what_an_agent_does() {
    let mut portal = Portal::new();
    portal.page("guard", "ticket_background", &["ticket.closeTicketClick"]);
    portal.answers("guard", Some((How::Rejected, json!({"msg": "unpaid"}))));
    // Nobody has opened the ticket: the page is not there.
    let action = portal.act(Close { ticket: 1 });
    assert_eq!(portal.outcome(action), Some(&Outcome::Done));
    portal.act(UpdateTicket::of(1, "status", "Open"));
    portal.open_ticket(1);
    let action = portal.act(Close { ticket: 1 });
    assert!(matches!(portal.outcome(action), Some(Outcome::Stopped { reason, .. }) if reason == "unpaid"));
    assert_eq!(portal.freshdesk().ticket(1).and_then(|ticket| ticket.attribute("status")), Some(&json!(2)));
    // A page may let the agent wait.
    portal.answers("guard", None);
    let action = portal.act(Close { ticket: 1 });
    portal.pass(86_400_000);
    assert_eq!(portal.outcome(action), None);
    portal.put(Put::Iparams { app: "guard".into(), values: map(json!({})) });
}
