//! What an app's server may call.

use crate::portal::{Portal, map};
use deskspec::extension::Reply;
use deskspec::host::freshdesk::{App, Put};
use deskspec::host::{Effect, Input, RequestId, ServiceAnswer, ServiceCall};
use deskspec::stage::Happened;
use serde_json::{Value, json};

/// What a call of the app "notes" is answered: the value, or the status and the message of its refusal.
fn answer(portal: &mut Portal, name: &str, given: Value) -> Result<Value, (u64, String)> {
    match portal.call("notes", name, given) {
        Some(Reply::Resolve(value)) => Ok(value),
        Some(Reply::Reject(reason)) => {
            let text = reason.get("message").or_else(|| reason.get("response")).and_then(Value::as_str).unwrap_or_default();
            Err((reason["status"].as_u64().unwrap_or_default(), text.to_owned()))
        }
        None => Err((0, "nobody answers".to_owned())),
    }
}

fn status(portal: &mut Portal, name: &str, given: Value) -> u64 {
    answer(portal, name, given).map_or_else(|(status, _)| status, |_| 200)
}

#[test]
fn what_is_stored_is_found_by_the_same_app_alone() {
    let mut portal = Portal::with_app();
    portal.install("other", &["onTicketCreate"]);
    assert_eq!(answer(&mut portal, "$db.get", json!(["k"])), Err((404, "Record not found".into())));
    assert_eq!(answer(&mut portal, "$db.set", json!(["k", {"n": 1, "list": [1]}])), Ok(json!({"Created": true})));
    assert_eq!(answer(&mut portal, "$db.update", json!(["k", "increment", {"n": 2}])), Ok(json!({"Updated": true})));
    assert_eq!(answer(&mut portal, "$db.get", json!(["k"])), Ok(json!({"n": 3, "list": [1]})));
    assert!(matches!(portal.call("other", "$db.get", json!(["k"])), Some(Reply::Reject(_))));
    assert_eq!(answer(&mut portal, "$db.delete", json!(["k"])), Ok(json!({"Deleted": true})));
    assert_eq!(status(&mut portal, "$db.get", json!(["k"])), 404);
    assert!(portal.stage.breaches.is_empty(), "{:?}", portal.stage.breaches);
}

#[test]
fn keys_and_values_keep_their_limits() {
    let mut portal = Portal::with_app();
    let mut set = |key: String, value: Value| status(&mut portal, "$db.set", json!([key, value]));
    assert_eq!(set("k".repeat(60), json!({"v": 1})), 200);
    assert_eq!(set("k".repeat(61), json!({"v": 1})), 400);
    assert_eq!(set(" ".into(), json!({"v": 1})), 400);
    assert_eq!(set("k".into(), json!({})), 400);
    assert_eq!(set("k".into(), json!("text")), 400);
    // {"v":"…"} has 8 bytes around the text, and the key one more.
    assert_eq!(set("k".into(), json!({"v": "x".repeat(40_960 - 9)})), 200);
    assert_eq!(set("k".into(), json!({"v": "x".repeat(40_960 - 8)})), 400);
    assert_eq!(status(&mut portal, "$db.update", json!(["k", "set", {"w": 1}])), 400);
}

#[test]
fn what_is_stored_for_a_while_is_gone_then_and_conditions_hold() {
    let mut portal = Portal::with_app();
    assert_eq!(status(&mut portal, "$db.set", json!(["k", {"v": 1}, {"setIf": "exist"}])), 400);
    assert_eq!(status(&mut portal, "$db.set", json!(["k", {"v": 1}, {"ttl": 60, "setIf": "not_exist"}])), 200);
    let again = answer(&mut portal, "$db.set", json!(["k", {"v": 2}, {"setIf": "not_exist"}]));
    assert_eq!(again, Err((400, "The setIf conditional request failed".into())));
    portal.pass(59_999);
    assert_eq!(status(&mut portal, "$db.get", json!(["k"])), 200);
    portal.pass(1);
    assert_eq!(status(&mut portal, "$db.get", json!(["k"])), 404);
}

#[test]
fn a_call_that_is_not_there_names_the_nearest() {
    let mut portal = Portal::with_app();
    let (status, message) = answer(&mut portal, "$db.gett", json!(["k"])).expect_err("there is none");
    assert!(status == 501 && message.contains("Did you mean $db.get?"), "{message}");
}

/// The requests that left so far.
fn sent(portal: &Portal) -> Vec<ServiceCall> {
    let calls = portal.stage.trace.entries.iter().filter_map(|entry| match &entry.what {
        Happened::Host(Effect::CallService { call, .. }) => Some(call.clone()),
        _ => None,
    });
    calls.collect()
}

fn with_templates() -> Portal {
    let mut portal = Portal::new();
    let templates = json!({
        "addNote": {"schema": {
            "method": "post", "host": "<%= iparam.domain %>", "path": "/api/v2/tickets/<%= context.id %>/notes",
            "headers": {"Authorization": "Basic <%= encode(iparam.key + ':X') %>"}, "query": {"q": "a <%= context.word %>"},
        }},
        "set": {"schema": {"host": "<%= app_settings.host %>", "path": "/"}},
        "here": {"schema": {"host": "<%= current_host.endpoint_urls.freshdesk %>", "path": "/api/v2/agents"}},
    });
    let settings = map(json!({"host": "set.example"}));
    let app = App { templates: map(templates), settings, standing: true, ..App::default() };
    portal.put(Put::App { name: "notes".into(), app: app.into() });
    portal.put(Put::Iparams { app: "notes".into(), values: map(json!({"domain": "x.freshdesk.com", "key": "k"})) });
    portal.install("notes", &["onTicketCreate"]);
    portal
}

#[test]
fn a_template_becomes_the_request_that_it_declares() {
    let mut portal = with_templates();
    let body = "{\"body\": \"Hi\"}";
    portal.call("notes", "$request.invokeTemplate", json!(["addNote", {"context": {"id": 7, "word": "ü"}, "body": body}]));
    portal.call("notes", "$request.invokeTemplate", json!(["here"]));
    portal.call("notes", "$request.invokeTemplate", json!(["set"]));
    let sent = sent(&portal);
    assert_eq!(sent[2].url, "https://set.example/");
    let wanted = ServiceCall {
        method: "POST".into(),
        url: "https://x.freshdesk.com/api/v2/tickets/7/notes?q=a%20%C3%BC".into(),
        headers: map(json!({"Authorization": "Basic azpY"})),
        body: json!({"body": "Hi"}),
        json: false,
    };
    assert_eq!(sent[0], wanted);
    assert_eq!((sent[1].method.as_str(), sent[1].url.as_str()), ("GET", "https://sample.freshdesk.com/api/v2/agents"));
}

#[test]
fn a_template_that_is_not_there_or_lacks_a_value_is_refused() {
    let mut portal = with_templates();
    let (_, message) = answer(&mut portal, "$request.invokeTemplate", json!(["addNotes", {}])).expect_err("no such template");
    assert_eq!(message, "There is no request template addNotes. Did you mean addNote?");
    let (_, message) = answer(&mut portal, "$request.invokeTemplate", json!(["addNote", {"context": {}}])).expect_err("no ID");
    assert_eq!(message, "context.id is not given.");
    assert!(sent(&portal).is_empty());
}

#[test]
fn other_requests_go_where_they_say() {
    let mut portal = with_templates();
    let options = json!({"headers": {"A": "<%= iparam.key %>"}, "json": {"n": 1}, "qs": {"page": 2}});
    portal.call("notes", "$request.put", json!(["https://api.example/x", options]));
    let call = &sent(&portal)[0];
    assert_eq!((call.method.as_str(), call.url.as_str()), ("PUT", "https://api.example/x?page=2"));
    assert_eq!((call.headers.clone(), call.body.clone()), (map(json!({"A": "k"})), json!({"n": 1})));
}

#[test]
fn an_answer_is_a_text_and_a_failure_is_a_rejection() {
    let mut portal = with_templates();
    let (widget, server) = portal.servers["notes"].clone();
    let mut answered = |answer: Result<ServiceAnswer, String>| {
        portal.stage.input(Input::ServiceAnswered { widget, request: RequestId(1), json: false, answer });
        server.borrow().replies.last().cloned()
    };
    let told = |status: u16, response: &str| json!({"status": status, "headers": {}, "response": response});
    assert_eq!(answered(Ok(ServiceAnswer::new(200, json!({"id": 7})))), Some(Reply::Resolve(told(200, "{\"id\":7}"))));
    assert_eq!(answered(Ok(ServiceAnswer::new(399, json!("text")))), Some(Reply::Resolve(told(399, "text"))));
    assert_eq!(answered(Ok(ServiceAnswer::new(400, Value::Null))), Some(Reply::Reject(told(400, ""))));
    assert_eq!(answered(Err("no route".into())), Some(Reply::Reject(told(502, "no route"))));
}

#[test]
fn a_request_with_json_is_answered_with_what_the_text_says() {
    let mut portal = with_templates();
    for (options, asked) in [(json!({"json": {"n": 1}}), true), (json!({"json": true}), true), (json!({"json": false}), false)] {
        portal.call("notes", "$request.post", json!(["https://api.example/x", options]));
        assert_eq!(sent(&portal).last().map(|call| call.json), Some(asked), "{options}");
    }
    let (widget, server) = portal.servers["notes"].clone();
    let mut answered = |status: u16, body: Value| {
        let answer = Ok(ServiceAnswer::new(status, body));
        portal.stage.input(Input::ServiceAnswered { widget, request: RequestId(1), json: true, answer });
        server.borrow().replies.last().cloned()
    };
    let told = |status: u16, response: Value| json!({"status": status, "headers": {}, "response": response});
    assert_eq!(answered(200, json!({"id": 7})), Some(Reply::Resolve(told(200, json!({"id": 7})))));
    assert_eq!(answered(200, json!("{}")), Some(Reply::Resolve(told(200, json!({})))));
    assert_eq!(answered(204, Value::Null), Some(Reply::Resolve(told(204, json!("")))));
    assert_eq!(answered(422, json!("no JSON")), Some(Reply::Reject(told(422, json!("no JSON")))));
}

#[test]
fn fifty_requests_a_minute_are_made_whatever_their_methods() {
    let mut portal = with_templates();
    for at in 0..50 {
        let name = if at % 2 == 0 { "$request.get" } else { "$request.post" };
        portal.call("notes", name, json!(["https://api.example/"]));
    }
    assert_eq!(sent(&portal).len(), 50);
    assert_eq!(status(&mut portal, "$request.get", json!(["https://api.example/"])), 429);
    portal.pass(60_000);
    portal.call("notes", "$request.get", json!(["https://api.example/"]));
    assert_eq!(sent(&portal).len(), 51);
}

const MINUTE: u64 = 60_000;

#[test]
fn a_schedule_is_due_at_its_time_and_again_where_it_is_repeated() {
    let mut portal = Portal::with_app();
    let once = json!([{"name": "once", "data": {"n": 1}, "schedule_at": "2026-01-05T09:05:00Z"}]);
    assert_eq!(answer(&mut portal, "$schedule.create", once.clone()).map(|it| it["status"].clone()), Ok(json!(200)));
    assert_eq!(status(&mut portal, "$schedule.create", once), 400);
    let hourly = json!([{"name": "hourly", "data": {"n": 2}, "repeat": {"time_unit": "hours", "frequency": 1}}]);
    assert_eq!(status(&mut portal, "$schedule.create", hourly), 200);
    portal.pass(5 * MINUTE - 1);
    assert!(portal.names("notes").is_empty());
    portal.pass(1);
    assert_eq!(portal.last("notes")["data"], json!({"n": 1}));
    assert_eq!(status(&mut portal, "$schedule.fetch", json!([{"name": "once"}])), 404);
    portal.pass(3 * 60 * MINUTE);
    assert_eq!(portal.names("notes"), ["onScheduledEvent"; 4]);
    let told = answer(&mut portal, "$schedule.fetch", json!([{"name": "hourly"}])).expect("it is there");
    assert_eq!(told["schedule_at"], "2026-01-05T13:00:00Z");
    assert_eq!(status(&mut portal, "$schedule.delete", json!([{"name": "hourly"}])), 200);
    portal.pass(9 * 60 * MINUTE);
    assert!(portal.names("notes").is_empty());
    assert!(portal.stage.breaches.is_empty(), "{:?}", portal.stage.breaches);
}

#[test]
fn a_schedule_that_is_changed_is_due_at_its_new_time_alone() {
    let mut portal = Portal::with_app();
    answer(&mut portal, "$schedule.create", json!([{"name": "s", "data": {"n": 1}, "schedule_at": "2026-01-05T09:05:00Z"}])).expect("made");
    answer(&mut portal, "$schedule.update", json!([{"name": "s", "schedule_at": "2026-01-05T09:10:00Z"}])).expect("changed");
    portal.pass(10 * MINUTE - 1);
    assert!(portal.names("notes").is_empty());
    portal.pass(1);
    assert_eq!(portal.last("notes")["data"], json!({"n": 1}));
}

#[test]
fn a_schedule_keeps_its_limits() {
    let mut portal = Portal::with_app();
    let mut create = |more: Value| {
        let mut options = map(json!({"name": "s", "schedule_at": "2026-01-06T09:00:00Z"}));
        options.extend(map(more));
        let made = status(&mut portal, "$schedule.create", json!([options]));
        portal.call("notes", "$schedule.delete", json!([{"name": "s"}]));
        made
    };
    assert_eq!(create(json!({})), 200);
    assert_eq!(create(json!({"schedule_at": "2026-01-05T09:05:00Z"})), 200);
    assert_eq!(create(json!({"schedule_at": "2026-01-05T09:04:59Z"})), 400);
    assert_eq!(create(json!({"schedule_at": "soon"})), 400);
    assert_eq!(create(json!({"name": " "})), 400);
    // {"d":"…"} has 8 bytes around the text.
    assert_eq!(create(json!({"data": {"d": "x".repeat(4_096 - 8)}})), 200);
    assert_eq!(create(json!({"data": {"d": "x".repeat(4_096 - 7)}})), 400);
    assert_eq!(create(json!({"repeat": {"time_unit": "minutes", "frequency": 0}})), 400);
    assert_eq!(create(json!({"repeat": {"time_unit": "weeks", "frequency": 1}})), 400);
    assert_eq!(create(json!({"schedule_at": null})), 400);
}

#[test]
fn the_target_url_is_the_same_each_time() {
    let mut portal = Portal::with_app();
    let url = answer(&mut portal, "generateTargetUrl", json!([])).expect("a URL");
    assert_eq!(answer(&mut portal, "generateTargetUrl", json!([])), Ok(url.clone()));
    assert!(url.as_str().is_some_and(|url| url.starts_with("https://sample.freshdesk.com/")));
}
