//! What the catalogue has of HTTP exchanges: who calls whom and how, and that what breaks the documented shape is found and told.

use deskspec::catalog::{Address, Catalog, Exchange, Method, Party, Payload, violations};
use serde_json::{Value, json};

fn catalog() -> &'static Catalog {
    Catalog::documented()
}

fn exchange(name: &str) -> &'static Exchange {
    catalog().exchange(name).unwrap_or_else(|| panic!("no exchange {name}"))
}

fn shape(name: &str, part: &str) -> &'static Payload {
    exchange(name).shapes().find(|(of, _)| *of == part).unwrap_or_else(|| panic!("{name} has no {part}")).1
}

/// Every place where `value` breaks the shape and its limits, as told.
fn told(name: &str, part: &str, value: &Value) -> Vec<String> {
    catalog().violations(shape(name, part), value).iter().map(ToString::to_string).collect()
}

/// The first payload that the pages show, changed.
fn shown(name: &str, part: &str, change: impl FnOnce(&mut Value)) -> Value {
    let body = if part == "request" { &exchange(name).request } else { &exchange(name).response };
    let mut value = body.as_ref().expect("a body").samples[0].value.clone();
    change(&mut value);
    value
}

/// Who calls, who is called, how, and where.
#[test]
fn each_exchange_goes_where_the_pages_say() {
    use {Address::*, Method::*, Party::*};
    let own = |rest: &str| Path(format!("/api/v1/installedExtensions/{{{{installationId}}}}/{rest}"));
    let mut wanted = vec![
        ("channel.pull".to_owned(), Desk, Extension, Post, Resources("channel.sync.pull".into())),
        ("channel.push".to_owned(), Desk, Extension, Post, Resources("channel.sync.push".into())),
        ("channel.import".to_owned(), Extension, Desk, Post, Path("/api/v1/channels/{{installationId}}/import".into())),
        ("channel.redirect".to_owned(), Agent, Extension, Get, Resources("channel.redirectUrl".into())),
        ("webhook".to_owned(), Desk, Extension, Post, Resources("webhook.url".into())),
        ("invoke".to_owned(), Extension, Desk, Post, Path("/api/v1/invoke".into())),
        ("extensionLogs.add".to_owned(), Extension, Desk, Post, Path("/api/v1/extensionLogs".into())),
        ("storage.add".to_owned(), Extension, Desk, Post, own("storage")),
        ("storage.get".to_owned(), Extension, Desk, Get, own("storage")),
        ("storage.delete".to_owned(), Extension, Desk, Delete, own("storage")),
        ("configParams.add".to_owned(), Extension, Desk, Post, own("configParams")),
        ("configParams.get".to_owned(), Extension, Desk, Get, own("configParams")),
        ("myCustomPermissions.get".to_owned(), Extension, Desk, Get, own("myCustomPermissions")),
    ];
    for event in ["Install", "ZohoAuthorise", "TPAAuthorise", "TPARevoke", "Update", "ConfigParamAdd", "ConfigParamDelete", "Uninstall"] {
        let manifest = Manifest(format!("callbackListener.on{event}"));
        wanted.push((format!("callback.on{event}"), Desk, Extension, Post, manifest));
    }
    assert_eq!(catalog().exchanges().count(), wanted.len());
    for (name, caller, callee, method, address) in wanted {
        let here = exchange(&name);
        assert_eq!((here.caller, here.callee, here.method, &here.address), (caller, callee, method, &address), "{name}");
    }
}

#[test]
fn whatever_an_exchange_names_exists() {
    for exchange in catalog().exchanges() {
        let name = &exchange.name;
        assert!(catalog().rule(&exchange.rule).is_some(), "{name}");
        assert!(exchange.through.iter().all(|through| catalog().exchange(through).is_some()), "{name}");
        assert!(exchange.limits.iter().all(|limit| catalog().limit(limit).is_some()), "{name}");
        // A placeholder is filled in by invoke alone: nobody else can go there.
        let hidden = matches!(&exchange.address, Address::Path(path) if path.contains("{{"));
        assert!(!hidden || exchange.through.as_deref() == Some("invoke"), "{name}");
        let (mut there, mut bounds): (Vec<&str>, Vec<&str>) = (exchange.limits.iter().map(String::as_str).collect(), Vec::new());
        exchange.shapes().for_each(|(_, shape)| longest(shape, &mut bounds));
        there.sort_unstable();
        assert!(bounds.iter().all(|bound| there.contains(bound)), "{name} does not list {bounds:?}");
        if !exchange.played {
            let rule = catalog().rule(&exchange.rule).expect("a rule");
            assert!(!rule.played, "{} is played, and {name} is not", rule.id);
        }
    }
}

fn longest<'a>(shape: &'a Payload, found: &mut Vec<&'a str>) {
    found.extend((!shape.longest.is_empty()).then_some(shape.longest.as_str()));
    shape.keys.iter().chain(shape.items.as_deref()).for_each(|below| longest(below, found));
}

#[test]
fn a_batch_that_breaks_the_format_is_told_in_full() {
    let (name, part) = ("channel.pull", "response");
    assert_eq!(told(name, part, &shown(name, part, |_| {})), Vec::<String>::new());
    let broken = shown(name, part, |batch| {
        let ticket = &mut batch["data"]["tickets"][0];
        ticket["extId"] = 298_393.into();
        ticket["actor"]["extId"] = "john snow".into();
        ticket["assigneeId"] = "26811".into();
        ticket["createdTime"] = "yesterday".into();
        ticket.as_object_mut().expect("a ticket").remove("extra");
        ticket["assignee"] = "John".into();
        batch["channelstate"] = "".into();
    });
    assert_eq!(
        told(name, part, &broken),
        [
            "$.data.tickets[0].extId: the number 298393, where the documents have a string; did you mean \"298393\"?",
            "$.data.tickets[0].actor.extId: the string \"john snow\", where the documents have what ^[A-Za-z0-9@$&+:.{}()#_-]+$ matches",
            "$.data.tickets[0].extra: missing: the documents have an object here",
            "$.data.tickets[0].createdTime: the string \"yesterday\", where the documents have what \
             ^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:?\\d{2})$ matches",
            "$.data.tickets[0].assigneeId: the string \"26811\", where the documents have a whole number; did you mean 26811?",
            "$.data.tickets[0].assignee: not documented: did you mean \"assigneeId\"?",
            "$.channelstate: not documented: did you mean \"channelState\"?",
        ]
    );
    assert_eq!(told("channel.import", "request", &broken), told(name, part, &broken), "an import has the same format");
    assert_eq!(told(name, part, &json!({"channelState": "x"})), ["$.data: missing: the documents have an object here"]);
    assert_eq!(told(name, part, &json!({"data": {}})), Vec::<String>::new());
    let thread = json!({"data": {"threads": [{"extId": "1", "extParentId": "", "content": "", "direction": "inn",
                                              "actor": {"extId": "1", "name": "J", "mail": "j@example.com"}}]}});
    assert_eq!(
        told(name, part, &thread),
        [
            "$.data.threads[0].extParentId: the string \"\", where the documents have what ^[A-Za-z0-9@$&+:.{}()#_-]+$ matches",
            "$.data.threads[0].actor.mail: not documented: did you mean \"email\"?",
            "$.data.threads[0].direction: \"inn\" is none of in, out",
        ]
    );
}

/// Exactly at a limit is within it; and the limit is the catalogue's datum, not a number of the shape's.
#[test]
fn limits_hold_to_the_last_one() {
    let batch = |tickets: usize, threads: usize, subject: usize| {
        let actor = json!({"extId": "1", "name": "J"});
        let extra = json!({"key": "k", "value": {}, "queriableValue": "q"});
        let ticket = json!({"extId": "1", "subject": "ä".repeat(subject), "actor": actor, "extra": extra});
        let thread = json!({"extId": "1", "extParentId": "1", "content": "", "actor": actor});
        json!({"data": {"tickets": vec![ticket; tickets], "threads": vec![thread; threads]}})
    };
    let (name, part) = ("channel.pull", "response");
    assert_eq!(told(name, part, &batch(1000, 1000, 255)), Vec::<String>::new());
    let tickets = "$.data.tickets: 1001 elements, where the documents have at most 1000 (channel.sync.tickets)";
    assert_eq!(told(name, part, &batch(1001, 0, 1)), [tickets]);
    let threads = "$.data.threads: 1001 elements, where the documents have at most 1000 (channel.sync.threads)";
    assert_eq!(told(name, part, &batch(0, 1001, 1)), [threads]);
    let subject = "$.data.tickets[0].subject: 256 characters, where the documents have at most 255 (channel.ticket.subject)";
    assert_eq!(told(name, part, &batch(1, 0, 256)), [subject]);
    let roomier = catalog().with(|json| json["limits"]["channel.ticket.subject"]["value"] = 256.into()).expect("a catalogue");
    assert_eq!(roomier.violations(shape(name, part), &batch(1, 0, 256)), vec![]);
    assert_eq!(violations(shape(name, part), &batch(1, 0, 256)), vec![], "without a catalogue there is no limit");
}

#[test]
fn every_character_of_an_ext_id_is_looked_at() {
    let breaks = |id: &str| told("channel.redirect", "query", &json!({"entity": "ticket", "id": id})).len();
    for good in ["298393", "whatsapp:+919994411345", "a@b.c", "A{1}(2)#3_4-5$&"] {
        assert_eq!(breaks(good), 0, "{good}");
    }
    for bad in ["", " ", "a b", "a/b", "a\n", "ä", "a,b", "a%20b", "[1]", "a=b", "a'b"] {
        assert_eq!(breaks(bad), 1, "{bad:?}");
    }
}

#[test]
fn a_push_and_its_answer_are_strict() {
    assert_eq!(told("channel.push", "request", &shown("channel.push", "request", |_| {})), Vec::<String>::new());
    let broken = shown("channel.push", "request", |body| {
        body["configParams"]["port"] = 8080.into();
        body["resource"]["id"] = "287189379819".into();
        body["resource"]["author"]["type"] = "agent".into();
        body["resource"]["attachments"] = json!([{"id": "1", "name": "a.png", "size": 1}]);
        body["resource"].as_object_mut().expect("a reply").remove("hasAttach");
    });
    assert_eq!(
        told("channel.push", "request", &broken),
        [
            "$.configParams.port: the number 8080, where the documents have a string; did you mean \"8080\"?",
            "$.resource.id: the string \"287189379819\", where the documents have a whole number; did you mean 287189379819?",
            "$.resource.hasAttach: missing: the documents have a boolean here",
            "$.resource.attachments[0].href: missing: the documents have a string here",
            "$.resource.author.type: \"agent\" is none of AGENT; did you mean \"AGENT\"?",
        ]
    );
    assert_eq!(told("channel.push", "response", &json!({"extId": "r:1", "canReply": false, "to": ["a"]})), Vec::<String>::new());
    assert_eq!(
        told("channel.push", "response", &json!({"extid": "r:1", "to": "a", "channelState": ""})),
        [
            "$.extId: missing: the documents have a string here",
            "$.to: the string \"a\", where the documents have an array",
            "$.extid: not documented: did you mean \"extId\"?",
            "$.channelState: not documented: the documents have extId, extra, canReply, from, to",
        ]
    );
}

#[test]
fn a_redirect_names_the_parent_of_a_thread_and_of_nothing_else() {
    let query = |query: Value| told("channel.redirect", "query", &query);
    assert_eq!(query(json!({"entity": "thread", "id": "2", "parentId": "1"})), Vec::<String>::new());
    assert_eq!(query(json!({"entity": "thread", "id": "2"})), ["$.parentId: missing: the documents have a string here"]);
    let only = "$.parentId: not documented here: it goes with \"entity\" thread only";
    assert_eq!(query(json!({"entity": "user_profile", "id": "2", "parentId": "1"})), [only]);
}

#[test]
fn callbacks_differ_by_the_event_alone() {
    let body = json!({"event": "onZohoAuthorise", "orgId": 387_238, "securityContext": "2398deio3qwnx3c9xwi3nc3njkh9jfico"});
    assert_eq!(told("callback.onZohoAuthorise", "request", &body), Vec::<String>::new());
    assert_eq!(told("callback.onUninstall", "request", &body), ["$.event: \"onZohoAuthorise\" is none of onUninstall"]);
    let text = json!({"event": "onInstall", "orgId": "387238", "securityContext": ""});
    let orgs = "$.orgId: the string \"387238\", where the documents have a whole number; did you mean 387238?";
    assert_eq!(told("callback.onInstall", "request", &text), [orgs]);
    assert_eq!(told("callback.onInstall", "headers", &json!({"HASH": "a0".repeat(32)})), Vec::<String>::new());
    assert_eq!(told("callback.onInstall", "headers", &json!({"HASH": "a0".repeat(31)})).len(), 1);
}

#[test]
fn the_calls_on_an_extensions_own_data_are_strict() {
    for (name, part, value, breaks) in [
        ("invoke", "request", json!({"securityContext": "s", "requestURL": "https://e.com", "requestType": "GET"}), vec![]),
        (
            "invoke",
            "request",
            json!({"requestURL": "https://e.com", "requestType": "HEAD", "postBody": {}}),
            vec!["$.securityContext", "$.requestType", "$.postBody"],
        ),
        ("invoke", "response", json!({"statusCode": 200.5, "response": {}, "responseHeaders": ""}), vec!["$.statusCode", "$.response"]),
        ("storage.add", "request", json!({"key": "k", "queriableValue": "q", "value": "text"}), vec!["$.value"]),
        ("storage.add", "request", json!({"key": "k", "queryableValue": "q", "value": {}}), vec!["$.queriableValue", "$.queryableValue"]),
        ("storage.get", "query", json!({"from": "1", "limit": "all"}), vec!["$.limit"]),
        ("storage.delete", "query", json!({}), vec!["$.key"]),
        ("configParams.add", "request", json!({"variables": [{"name": "a", "value": 1}]}), vec!["$.variables[0].value"]),
        ("extensionLogs.add", "request", json!({"title": "t", "level": "info"}), vec!["$.description", "$.level"]),
        ("extensionLogs.add", "request", json!({"title": "t", "description": "d", "installationId": 1}), vec![]),
        (
            "myCustomPermissions.get",
            "response",
            json!({"data": [{"apiName": "a b", "isEnabled": "true"}]}),
            vec!["$.data[0].apiName", "$.data[0].isEnabled"],
        ),
        (
            "webhook",
            "request",
            json!([{"eventType": "Ticket_Delete"}]),
            vec!["$[0].eventType", "$[0].eventTime", "$[0].orgId", "$[0].payload"],
        ),
    ] {
        let found: Vec<String> = catalog().violations(shape(name, part), &value).into_iter().map(|it| it.path).collect();
        assert_eq!(found, breaks, "{name} {part} {value}");
    }
}

#[test]
fn an_exchange_explains_itself() {
    for (id, parts) in [
        (
            "channel.pull",
            &[
                "channel.pull · exchange · CH-01",
                "Desk calls the extension: POST to the URL under channel.sync.pull in resources.json",
                "query\n  securityContext",
                "body (application/json)\n  channelState",
                "status 200",
                "body of the answer (application/json)",
                "at most channel.ticket.subject",
                "channel.pull.interval   240000 milliseconds",
                "my_last_fetch_time",
                "CH-08 A thread finds its ticket",
            ][..],
        ),
        ("storage.get", &["GET /api/v1/installedExtensions/{{installationId}}/storage", "Made through invoke", "Desk.extensions.READ"]),
        ("channel.redirect", &["the agent's browser calls the extension", "The pages name no status.", "where entity is thread"]),
        ("callback.onUninstall", &["callbackListener.onUninstall in plugin-manifest.json", "headers\n  HASH"]),
        ("invoke", &["It breaks the documented shape at $.statusCode: Q-42."]),
        ("channel.ticket.subject", &["255 characters"]),
        ("CH-08", &["the exchanges that name it\n  channel.pull, channel.import"]),
        ("Q-43", &["invoke"]),
    ] {
        let text = catalog().entry(id).unwrap_or_else(|| panic!("{id}")).explain(catalog());
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        parts.iter().for_each(|part| assert!(flat(&text).contains(&flat(part)), "{id} does not say {part}:\n{text}"));
    }
    assert_eq!(catalog().nearest_entry("chanel.pull"), Some("channel.pull"));
}
