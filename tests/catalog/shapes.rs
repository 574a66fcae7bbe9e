//! Shapes of payloads: their keys, their samples, and what breaks them.

use super::{catalog, everything, keys, payloads};
use deskspec::catalog::{Payload, Sample, Type, violations};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[test]
fn every_key_of_every_payload_is_sound() {
    for (entry, payload) in everything().iter().flat_map(|entry| payloads(entry).into_iter().map(move |payload| (entry, payload))) {
        for key in keys(payload) {
            let at = format!("{} {}", entry.label(), key.key);
            let names: BTreeSet<&String> = key.keys.iter().map(|below| &below.key).collect();
            assert!(names.len() == key.keys.len() && !names.iter().any(|name| name.is_empty()), "{at}: keys are named once");
            assert!(key.keys.iter().all(|below| !below.text.is_empty()), "{at}: each key says what it is");
            assert!(regex::Regex::new(&key.pattern).is_ok(), "{at}: {} is no regular expression", key.pattern);
            assert!(key.pattern.is_empty() || key.of == Type::String, "{at}: a pattern is a text's");
            let bounded = key.longest.is_empty() || matches!(key.of, Type::String | Type::Array | Type::Object);
            assert!(bounded && (key.longest.is_empty() || catalog().limit(&key.longest).is_some()), "{at}: at most {}", key.longest);
            let siblings = key.keys.iter().filter_map(|below| below.when.as_ref());
            for when in siblings {
                let other = key.keys.iter().find(|other| other.key == when.key).unwrap_or_else(|| panic!("{at}: no key {}", when.key));
                assert!(when.any_of.iter().all(|value| other.values.contains(value)), "{at}: {} never holds that", when.key);
            }
        }
    }
}

fn sample_breaks(entry: &str, schema: &Payload, sample: &Sample, quirks: &[String]) {
    let mut found: Vec<String> = violations(schema, &sample.value).into_iter().map(|violation| violation.path).collect();
    let mut told: Vec<String> = sample.deviates.iter().map(|deviation| deviation.path.clone()).collect();
    found.sort();
    told.sort();
    assert_eq!(found, told, "{entry}: {:?}", violations(schema, &sample.value));
    for deviation in &sample.deviates {
        assert!(quirks.contains(&deviation.quirk), "{entry} does not name {}", deviation.quirk);
    }
}

#[test]
fn every_sample_keeps_its_own_shape_or_its_quirk_says_why_not() {
    let mut samples = 0;
    for event in catalog().events() {
        for sample in &event.samples {
            let name = sample.name.as_ref().unwrap_or(&event.name);
            assert_eq!(catalog().event(name), Some(event));
            sample_breaks(name, &event.payload_for(name), sample, &event.quirks);
            sample_breaks(name, &event.payload, sample, &event.quirks);
            samples += 1;
        }
    }
    for hook in catalog().hooks() {
        for sample in &hook.samples {
            sample_breaks(&hook.name, &hook.payload, sample, &hook.quirks);
            samples += 1;
        }
    }
    for exchange in catalog().exchanges() {
        for body in exchange.request.iter().chain(&exchange.response) {
            body.samples.iter().for_each(|sample| sample_breaks(&exchange.name, &body.payload, sample, &exchange.quirks));
        }
    }
    for call in catalog().calls() {
        let given = call.value.iter().flat_map(|shape| call.samples.iter().map(move |sample| (shape, sample)));
        given.chain(call.answers.iter().map(|sample| (&call.answer, sample))).for_each(|(shape, sample)| {
            sample_breaks(&call.name, shape, sample, &call.quirks);
        });
    }
    let variants = catalog().events().flat_map(|event| &event.variants).chain(catalog().hooks().flat_map(|hook| &hook.variants));
    for variant in variants {
        for sample in &variant.samples {
            sample_breaks(&variant.quirk, &variant.payload, sample, std::slice::from_ref(&variant.quirk));
        }
    }
    for property in catalog().properties() {
        // What no page documents, none shows.
        let Some(sample) = property.sample.as_ref().filter(|_| !property.derived) else {
            assert!(property.derived && property.sample.is_none(), "{} has no sample", property.name);
            continue;
        };
        assert_eq!(violations(&property.value, sample), vec![], "{}", property.name);
    }
    assert!(samples > 35, "{samples}");
}

/// What features can name is what the page shows, and nothing is shown that they cannot name.
#[test]
fn every_sample_of_freshdesk_is_a_fixture() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/freshdesk");
    let files = std::fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path());
    let read = |file: &std::path::PathBuf| -> (String, Value) {
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        (name, serde_json::from_str(&std::fs::read_to_string(file).expect("a text")).expect("JSON"))
    };
    let fixtures: Vec<(String, Value)> =
        files.filter(|file| file.extension().is_some_and(|it| it == "json")).map(|file| read(&file)).collect();
    let shown: Vec<(&str, &Value)> = catalog()
        .events()
        .filter(|event| event.file.starts_with("freshdesk/"))
        .flat_map(|event| event.samples.iter().map(|sample| (event.name.as_str(), &sample.value)))
        .collect();
    assert_eq!(shown.len(), 9);
    for (event, value) in &shown {
        assert!(fixtures.iter().any(|(name, known)| name.starts_with(event) && known == *value), "no fixture of {event} holds {value}");
    }
    for (name, value) in &fixtures {
        assert!(shown.iter().any(|(event, known)| name.starts_with(event) && *known == value), "no page shows {name}");
    }
}

#[test]
fn a_text_is_measured_in_what_its_limit_counts() {
    let shape = &catalog().event("onConversationCreate").expect("it is documented").payload;
    let mut payload = catalog().event("onConversationCreate").expect("it is documented").samples[0].value.clone();
    payload["data"]["conversation"]["body"] = "ä".repeat(5_120).into();
    assert_eq!(catalog().violations(shape, &payload), vec![]);
    payload["data"]["conversation"]["body"] = format!("{}a", "ä".repeat(5_120)).into();
    let told: Vec<String> = catalog().violations(shape, &payload).iter().map(ToString::to_string).collect();
    assert_eq!(told, ["$.data.conversation.body: 10241 bytes, where the documents have at most 10240 (payload.text)"]);
}

#[test]
fn a_broken_payload_is_told_in_full() {
    let told = |schema: &Payload, payload: Value| violations(schema, &payload).iter().map(ToString::to_string).collect::<Vec<_>>();
    let hook = |name: &str| &catalog().hook(name).unwrap().payload;
    assert_eq!(
        told(hook("ticket.status"), json!({"ticket.newstatus": "Open", "ticket.oldStatus": 1})),
        [
            "$[\"ticket.newStatus\"]: missing: the documents have a string here",
            "$[\"ticket.oldStatus\"]: the number 1, where the documents have a string; did you mean \"1\"?",
            "$[\"ticket.newstatus\"]: not documented: did you mean \"ticket.newStatus\"?",
        ]
    );
    assert_eq!(
        told(hook("ticket.comment"), json!({"ticketId": "T1", "content": "", "isPublic": "false", "author": 1})),
        [
            "$.ticketId: the string \"T1\", where the documents have a string of digits",
            "$.isPublic: the string \"false\", where the documents have a boolean; did you mean false?",
            "$.author: not documented: the documents have ticketId, content, isPublic",
        ]
    );
    let agent = json!({"id": "1", "firstName": "", "lastName": "", "fullName": "", "email": ""});
    assert_eq!(
        told(hook("ticket_assignee.change"), json!({"type": "Agent", "agent": agent})),
        ["$.type: \"Agent\" is none of Unassigned, agent, team, teamAgent; did you mean \"agent\"?"]
    );
    assert_eq!(
        told(hook("ticket_assignee.change"), json!({"type": "team", "agent": agent})),
        [
            "$.agent: not documented here: it goes with \"type\" agent or teamAgent only",
            "$.team: missing: the documents have an object here"
        ]
    );
    assert_eq!(told(hook("ticket_assignee.change"), json!({"type": "Unassigned"})), Vec::<String>::new());
    assert_eq!(
        told(hook("ticket.merge"), json!([{"id": "1", "status": "Open"}, {"id": "2"}])),
        ["$[1].status: missing: the documents have a string here"]
    );
    assert_eq!(told(hook("ticket.close"), json!({})), Vec::<String>::new());
    assert_eq!(told(hook("ticket.close"), Value::Null), Vec::<String>::new());
    assert_eq!(
        told(hook("ticket.close"), json!({"id": "1"})),
        ["$: an object with 1 key, where the documents have nothing (null or an empty object)"]
    );
    let form = catalog().event("ticketForm_email.changed").unwrap().payload_for("ticketForm_email.changed");
    assert_eq!(
        told(&form, json!({"ticketForm.phone": {"oldValue": "", "newValue": "1"}})),
        [
            "$[\"ticketForm.email\"]: missing: the documents have an object here",
            "$[\"ticketForm.phone\"]: not documented: the documents have ticketForm.email",
        ]
    );
}

fn any_json() -> impl Strategy<Value = Value> {
    let known: Vec<String> = everything().iter().flat_map(payloads).flat_map(keys).map(|key| key.key.clone()).collect();
    let key = prop_oneof![proptest::sample::select(known), ".{0,8}"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        "(agent|team|teamAgent|[0-9]{1,5})".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((key.clone(), inner), 0..6).prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn violations_never_panic(payload in any_json()) {
        for schema in everything().iter().flat_map(payloads) {
            for violation in violations(schema, &payload) {
                prop_assert!(violation.path.starts_with('$') && !violation.text.is_empty());
            }
        }
    }
}
