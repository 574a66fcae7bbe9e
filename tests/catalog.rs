//! The catalogue against itself: names, references, samples, explanations, look-up, and payloads that break their shape.

#[path = "catalog/lists.rs"]
mod lists;
#[path = "catalog/shapes.rs"]
mod shapes;

use deskspec::catalog::{CURRENT, Catalog, Entry, Kind, Payload, Platform, Unit, said_as, violations};
use deskspec::spelling::nearest;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const FAMILIES: [&str; 11] = ["LOC", "EVT", "HOOK", "SDK", "REST", "PCB", "RES", "CH", "MAN", "FD", "Q"];

fn catalog() -> &'static Catalog {
    Catalog::documented()
}

fn everything() -> Vec<Entry<'static>> {
    Kind::ALL.into_iter().flat_map(|kind| catalog().all(kind)).collect()
}

#[test]
fn names_and_ids_are_unique() {
    let ids: Vec<&str> = everything()
        .iter()
        .filter(|entry| matches!(entry.kind(), Kind::Rule | Kind::Quirk | Kind::Limit | Kind::Message))
        .map(Entry::label)
        .collect();
    assert_eq!(ids.iter().map(|id| id.to_lowercase()).collect::<BTreeSet<_>>().len(), ids.len());
    // A widget subscribes to both by name alone, so no event may be called as a hook is.
    for hook in catalog().hooks() {
        for name in std::iter::once(&hook.name).chain(hook.aliases.iter().map(|alias| &alias.name)) {
            assert!(catalog().event(name).is_none(), "{name} is an event, too");
            assert_eq!(catalog().hook(name).map(|found| &found.name), Some(&hook.name));
        }
    }
    for platform in Platform::ALL {
        let own = catalog().of(platform);
        assert!(own.events().map(|event| &event.rule).is_sorted() && own.hooks().map(|hook| &hook.rule).is_sorted(), "{platform}");
    }
    let desk = catalog().of(Platform::Desk);
    let own: Vec<&String> = desk.events().map(|event| &event.rule).chain(desk.hooks().map(|hook| &hook.rule)).collect();
    assert_eq!(own.iter().collect::<BTreeSet<_>>().len(), own.len(), "two entries claim one rule");
    assert!(catalog().events().map(|event| Entry::Event(event).platform()).is_sorted());
}

#[test]
fn the_documented_numbers_of_things_are_here() {
    let desk = catalog().of(Platform::Desk);
    assert_eq!(desk.locations().filter(|location| location.only.is_empty()).count(), 19);
    assert_eq!(desk.locations().filter(|location| !location.only.is_empty()).count(), 2);
    assert_eq!((desk.events().count(), desk.hooks().count()), (27, 15));
    for (object, count) in
        [("ticket", 26), ("contact", 33), ("account", 24), ("currentCall", 2), ("user", 6), ("portal", 4), ("department", 3)]
    {
        assert_eq!(catalog().properties_of(object).count(), count, "{object}");
    }
    for (family, count) in
        [("LOC", 10), ("HOOK", 30), ("SDK", 22), ("REST", 15), ("PCB", 5), ("RES", 7), ("CH", 26), ("MAN", 7), ("FD", 16)]
    {
        let found = catalog().rules().filter(|rule| rule.id.split('-').next() == Some(family)).count();
        assert_eq!(found, count, "{family}");
    }
    for (id, value, unit, rule) in [
        ("hook.deadline", 30_000, Unit::Milliseconds, "HOOK-04"),
        ("channel.pull.interval", 4 * 60 * 1000, Unit::Milliseconds, "CH-01"),
        ("channel.sync.tickets", 1000, Unit::Count, "CH-03"),
        ("channel.sync.threads", 1000, Unit::Count, "CH-03"),
        ("channel.ticket.subject", 255, Unit::Characters, "CH-04"),
        ("channel.logo.size", 500, Unit::Kilobytes, "RES-06"),
        ("resource.fields", 10, Unit::Count, "RES-02"),
        ("storage.writes", 50, Unit::Count, "SDK-15"),
        ("storage.reads", 250, Unit::Count, "SDK-15"),
        ("storage.deletes", 50, Unit::Count, "SDK-15"),
        ("storage.minute", 60_000, Unit::Milliseconds, "SDK-15"),
        ("storage.batch", 10, Unit::Count, "SDK-15"),
        ("storage.key", 50, Unit::Characters, "SDK-15"),
        ("storage.value", 5_222, Unit::Bytes, "SDK-15"),
        ("payload.text", 10_240, Unit::Bytes, "FD-11"),
        ("payload.size", 262_144, Unit::Bytes, "FD-16"),
        ("handler.deadline", 20_000, Unit::Milliseconds, "FD-16"),
        ("db.key", 60, Unit::Characters, "FD-16"),
        ("db.value", 40_960, Unit::Bytes, "FD-16"),
        ("request.calls", 50, Unit::Count, "FD-16"),
        ("external.calls", 250, Unit::Count, "FD-15"),
        ("external.size", 102_400, Unit::Bytes, "FD-15"),
        ("schedule.data", 4_096, Unit::Bytes, "FD-16"),
        ("schedule.ahead", 300_000, Unit::Milliseconds, "FD-16"),
        ("install.message", 60, Unit::Characters, "FD-15"),
        ("log.group", 10, Unit::Count, "REST-08"),
        ("log.expiry", 3 * 24 * 60 * 60 * 1000, Unit::Milliseconds, "REST-08"),
    ] {
        let limit = catalog().limit(id).unwrap_or_else(|| panic!("no limit {id}"));
        assert_eq!((limit.value, limit.unit, limit.rule.as_str()), (value, unit, rule), "{id}");
    }
}

fn keys(payload: &Payload) -> Vec<&Payload> {
    let below = payload.keys.iter().chain(payload.items.as_deref());
    std::iter::once(payload).chain(below.flat_map(keys)).collect()
}

fn payloads(entry: &Entry<'static>) -> Vec<&'static Payload> {
    match entry {
        Entry::Event(event) => std::iter::once(&event.payload).chain(event.variants.iter().map(|variant| &variant.payload)).collect(),
        Entry::Hook(hook) => std::iter::once(&hook.payload).chain(hook.variants.iter().map(|variant| &variant.payload)).collect(),
        Entry::Property(property) => vec![&property.value],
        Entry::Call(call) => call.shapes().collect(),
        Entry::Exchange(exchange) => exchange.shapes().map(|(_, shape)| shape).collect(),
        _ => vec![],
    }
}

#[test]
fn whatever_is_referred_to_exists() {
    for entry in everything() {
        let name = entry.label();
        for rule in entry.rules() {
            assert!(catalog().rule(rule).is_some(), "{name} names the rule {rule}");
        }
        for key in payloads(&entry).into_iter().flat_map(keys) {
            assert!(key.codes.is_empty() || catalog().codes(&key.codes).is_some(), "{name} names the table {}", key.codes);
            for other in &key.also {
                assert!(catalog().quirk(&other.quirk).is_some(), "{name} names the quirk {}", other.quirk);
                assert!(!other.key.is_empty() || other.of.is_some() || !other.pattern.is_empty(), "{name} {} reads as it is", key.key);
            }
        }
        let of_keys = payloads(&entry).into_iter().flat_map(keys).flat_map(|key| &key.quirks).map(String::as_str);
        for quirk in entry.quirks().into_iter().chain(of_keys) {
            assert!(catalog().quirk(quirk).is_some(), "{name} names the quirk {quirk}");
        }
        let (locations, names) = match entry {
            Entry::Event(event) => (event.locations.clone(), vec![]),
            Entry::Hook(hook) => (hook.locations.clone(), hook.followed_by.clone()),
            Entry::Property(property) => (property.locations.clone(), vec![]),
            Entry::Call(call) => (call.locations.clone(), vec![]),
            Entry::Location(location) => (None, location.only.clone()),
            _ => (None, vec![]),
        };
        if let Entry::Location(location) = entry {
            assert!(location.limit.iter().all(|limit| catalog().limit(limit).is_some()), "{name} names the limit {:?}", location.limit);
        }
        if let Entry::Call(call) = entry {
            assert!(
                call.limits().all(|limit| catalog().limit(limit).is_some()),
                "{name} names the limits {:?}",
                call.limits().collect::<Vec<_>>()
            );
        }
        for location in locations.into_iter().flatten() {
            assert!(catalog().location(&location).is_some(), "{name} names the location {location}");
        }
        for other in names {
            assert!(catalog().event(&other).is_some() || catalog().hook(&other).is_some(), "{name} names {other}");
        }
    }
}

#[test]
fn texts_refer_to_rules_and_quirks_that_exist() {
    let json = serde_json::to_string(&catalog().json()).unwrap();
    let words = json.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    for word in words.filter(|word| FAMILIES.iter().any(|family| word.strip_prefix(family).is_some_and(|rest| rest.starts_with('-')))) {
        assert!(catalog().rule(word).is_some() || catalog().quirk(word).is_some(), "{word}");
    }
}

#[test]
fn what_is_played_stands_on_rules_that_are_played() {
    for entry in everything().into_iter().filter(|entry| matches!(entry, Entry::Event(_) | Entry::Hook(_))) {
        let own = catalog().rule(entry.rules()[0]).unwrap();
        // A rule of Freshdesk's may be that of several entries.
        let shared = entry.platform() == Platform::Freshdesk && own.played;
        assert!(own.played == entry.played() || shared, "{} and {}", entry.label(), own.id);
    }
    for quirk in catalog().quirks() {
        let defaults = quirk.readings.iter().filter(|reading| reading.default).count();
        assert!(defaults == 1 || defaults == 0 && !quirk.played, "{}: {defaults} defaults", quirk.id);
    }
    let played = everything().iter().filter(|entry| entry.played()).count();
    assert!(played > 60 && played < everything().len(), "{played}");
}

#[test]
fn each_entry_explains_itself() {
    for entry in everything() {
        let text = entry.explain(catalog());
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in [entry.label(), &entry.kind().to_string(), entry.file()]
            .into_iter()
            .chain(entry.sources())
            .chain(entry.rules())
            .chain(entry.quirks())
        {
            let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(flat.contains(&part), "{} does not say {part}:\n{text}", entry.label());
        }
        for line in text.lines() {
            assert!(line.chars().count() <= 100 && line.trim_end() == line, "{}: {line:?}", entry.label());
        }
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"));
        let is_checked = matches!(&entry, Entry::Rule(rule) if rule.checked);
        assert_eq!(flat.contains("`deskspec check` looks at it"), is_checked, "{}", entry.label());
        assert_eq!(flat.contains("documented; the model does not play it yet"), !entry.played() && !is_checked, "{}", entry.label());
        assert_eq!(catalog().entry(&format!("{}:{}", entry.kind(), entry.label())), Some(entry));
        assert!(catalog().entries(entry.label()).contains(&entry));
    }
}

#[test]
fn explanations_show_what_one_looks_for() {
    for (id, parts) in [
        ("hook-04", &["30 s", "hook.deadline", "Q-20", "HOOK-04 · rule"][..]),
        ("ticket.close", &["The agent closes a ticket", "desk.ticket.detail.lefttab", "ticket_status.changed", "HOOK-11"]),
        ("ticket.status", &["ticket.newStatus", "\"On Hold\"", "dialect \"2018\"", "newValue", "property:ticket.status"]),
        ("ticketForm_email.changed", &["one of ticket, contact, account", "desk.${module}.form.rightpanel"]),
        ("desk.ticket.detail.subtab", &["ticket.status", "ticket_status.changed", "ticket.…", "once the agent has picked it"]),
        ("q-20", &["default", "still counts", "hook.deadline"]),
        ("tickets.merge", &["ticket.merge · hook", "an array"]),
        ("call.completed", &["It breaks the documented shape at $.callState: Q-10"]),
        ("hook.refused", &["the wording is ours"]),
        ("onTicketCreate", &["FD-04", "is_description_truncated", "at most payload.text", "a number of the table ticket.status"]),
        ("fd-11", &["10,240 bytes", "payload.text", "onConversationCreate"]),
        ("fd-12", &["numbers of ticket.status", "2  Open", "the page has lost its name"]),
        ("q-17", &["job_tittle", "default", "the events that name it", "onContactUpdate"]),
        ("onAgentCreate", &["An agent was created", "No page documents it"]),
        ("onAppInstall", &["Refused: the app is not installed", "modules.common"]),
        ("ticket_sidebar", &["On the right of a ticket's page", "ticket.sendReply"]),
        ("$db.set", &["what is given, one after another", "no larger than db.value"]),
    ] {
        let text = catalog().entry(id).unwrap_or_else(|| panic!("{id}")).explain(catalog());
        for part in parts {
            assert!(text.contains(part), "{id} does not say {part}:\n{text}");
        }
    }
    let subtab = catalog().entry("desk.ticket.detail.subtab").unwrap().explain(catalog());
    assert!(!subtab.contains("ticket.close") && !subtab.contains("ticket_comment.add"), "{subtab}");
}

#[test]
fn names_are_found_and_near_ones_offered() {
    assert_eq!(catalog().event("ticketForm_email.changed").map(|event| event.rule.as_str()), Some("EVT-12"));
    assert_eq!(catalog().event("ticket_cf_region.changed").map(|event| event.rule.as_str()), Some("EVT-03b"));
    assert_eq!(catalog().event("ticket_customFields.changed").map(|event| event.rule.as_str()), Some("EVT-03"));
    for unknown in
        ["ticket_statu.changed", "dealForm_email.changed", "ticketForm_.changed", "ticketForm_a b.changed", "ticket_status.change", ""]
    {
        assert_eq!(catalog().event(unknown), None, "{unknown}");
    }
    for (kind, slip, meant) in [
        (Kind::Event, "ticket_status.change", Some("ticket_status.changed")),
        (Kind::Event, "ticket.status.changed", Some("ticket_status.changed")),
        (Kind::Event, "Ticket_Comment.Add", Some("ticket_comment.add")),
        (Kind::Hook, "ticket.reopn", Some("ticket.reopen")),
        (Kind::Hook, "ticket_close", Some("ticket.close")),
        (Kind::Location, "desk.ticket.detail.righpanel", Some("desk.ticket.detail.rightpanel")),
        (Kind::Property, "ticket.Subject", Some("ticket.subject")),
        (Kind::Limit, "hook.dedline", Some("hook.deadline")),
        (Kind::Hook, "banana", None),
    ] {
        assert_eq!(catalog().nearest(kind, slip), meant, "{slip}");
    }
    for (slip, meant) in [
        ("contactForm_phone.change", Some("contactForm_phone.changed")),
        ("acountForm_cf_shelf.changed", Some("accountForm_cf_shelf.changed")),
        ("ticket_cf_region.chnaged", Some("ticket_cf_region.changed")),
        ("ticket_statuss.changed", Some("ticket_status.changed")),
        ("banana", None),
    ] {
        assert_eq!(catalog().nearest_event(slip).as_deref(), meant, "{slip}");
    }
    assert_eq!(catalog().nearest_entry("tiket.subject"), Some("ticket.subject"));
    for entry in everything() {
        let written = match entry {
            Entry::Event(event) => event.example.as_deref().unwrap_or(&event.name),
            _ => entry.label(),
        };
        assert_eq!(catalog().nearest(entry.kind(), written), Some(written));
        assert_eq!(catalog().nearest_entry(written), Some(written));
    }
}

/// A quirk has one reading that is played, and says of each other one how a scenario has it, or why none can.
#[test]
fn every_quirk_has_one_default_and_a_way_to_each_other_reading() {
    for quirk in catalog().quirks() {
        let (defaults, others): (Vec<_>, Vec<_>) = quirk.readings.iter().partition(|reading| reading.default);
        assert_eq!(defaults.len(), 1, "{}", quirk.id);
        assert!(!others.is_empty(), "{} has one reading", quirk.id);
        for reading in others {
            assert!(!reading.ask.is_empty() && !reading.sources.is_empty(), "{}: {}", quirk.id, reading.text);
            let tag = reading.ask.split("@dialect:").nth(1).and_then(|rest| rest.split(',').next());
            assert!(tag.is_none_or(|tag| catalog().dialects().contains(&tag)), "{}: {}", quirk.id, reading.ask);
        }
    }
}

#[test]
fn each_dialect_says_the_same_in_its_own_words() {
    assert_eq!(catalog().dialects(), [CURRENT, "2018"]);
    let older = catalog().speaking("2018").unwrap();
    assert_eq!((older.dialect(), &older.speaking(CURRENT).unwrap()), ("2018", catalog()));
    assert_eq!(older.speaking("2018").unwrap(), older);
    let help = catalog().speaking("2O18").unwrap_err();
    assert_eq!(help, "did you mean \"2018\"? the dialects are current and 2018");
    for (entry, said, meant) in [
        (
            "hook:ticket.status",
            json!({"ticket.newStatus": "Closed", "ticket.oldStatus": "Open"}),
            json!({"oldValue": "Open", "newValue": "Closed"}),
        ),
        (
            "hook:agent.channelStatus",
            json!({"isOnline": true, "chatStatus": "ONLINE", "mailStatus": "OFFLINE", "phoneStatus": "ONLINE"}),
            json!({"isOnline": true, "chatStatus": true, "mailStatus": false, "phoneStatus": true}),
        ),
        (
            "event:pageChange",
            json!({"previousView": {"module": "ticket", "page": "addForm"}, "currentView": {"module": "kb", "page": "manage"}}),
            json!({"previousView": {"module": "ticket", "page": "detail"}, "currentView": {"module": "kb", "page": "list"}}),
        ),
        (
            "event:ticketForm_email.changed",
            json!({"ticketForm.email": {"oldValue": "l", "newValue": "le"}}),
            json!({"ticketForm.email.changed": {"oldValue": "l", "newValue": "le"}}),
        ),
    ] {
        let name = entry.split_once(':').unwrap().1;
        let shape = match older.entry(entry).unwrap() {
            Entry::Event(event) => event.payload_for(name).into_owned(),
            Entry::Hook(hook) => hook.payload.clone(),
            _ => unreachable!("{entry} is an event or a hook"),
        };
        let told = said_as(&shape, said.clone());
        assert_eq!((&told, violations(&shape, &told)), (&meant, vec![]), "{entry}");
        assert!(!violations(&shape, &said).is_empty(), "{entry} says the same in both dialects");
    }
}

#[test]
fn one_datum_can_be_changed() {
    let json = |edit: &dyn Fn(&mut Value)| catalog().with(|json| edit(json));
    let later = json(&|json| json["limits"]["hook.deadline"]["value"] = 30_001.into()).unwrap();
    assert_eq!(later.limit("hook.deadline").unwrap().value, 30_001);
    assert_eq!(catalog().limit("hook.deadline").unwrap().value, 30_000);
    let fewer = json(&|json| {
        json["hooks"]["ticket.close"]["locations"].as_array_mut().unwrap().retain(|at| at != "desk.background");
    });
    assert!(!fewer.unwrap().may_be_asked("ticket.close", "desk.background"));
    let renamed = json(&|json| json["events"]["ticket_status.changed"]["payload"]["keys"][0]["key"] = "ticket.state".into()).unwrap();
    let event = renamed.event("ticket_status.changed").unwrap();
    assert_eq!(violations(&event.payload, &event.samples[0].value).len(), 2);
    assert_eq!(&Catalog::from_json(catalog().json()).unwrap(), catalog());
    for (edit, part) in [
        (&(|json: &mut Value| json["limits"]["hook.deadline"]["value"] = "30 s".into()) as &dyn Fn(&mut Value), "invalid type"),
        (&|json: &mut Value| json["limits"]["hook.deadline"]["id"] = "hook.limit".into(), "filed under \"hook.deadline\""),
        (&|json: &mut Value| json["hooks"]["ticket.close"]["loactions"] = json!([]), "loactions"),
        (&|json: &mut Value| *json = Value::Null, "the catalogue cannot be read"),
    ] {
        let error = json(edit).unwrap_err().to_string();
        assert!(error.contains(part), "{error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn looking_up_never_panics(name in ".{0,40}", other in "[a-zA-Z_.${}]{0,30}") {
        for name in [&name, &other] {
            for entry in catalog().entries(name) {
                prop_assert!(entry.explain(catalog()).len() > 100);
            }
            let near = catalog().nearest_entry(name);
            prop_assert!(near.is_none_or(|near| catalog().entry(near).is_some()));
            prop_assert_eq!(nearest(name, [name.as_str()].into_iter()), Some(name.as_str()));
        }
    }
}
