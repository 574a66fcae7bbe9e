//! Random days in an account: whatever happens, some things always hold.

use crate::portal::{EVENTS, Portal, map};
use deskspec::host::freshdesk::{
    Action, ActivateContact, AddNote, Api, BlockContact, Close, CreateTicket, CustomerReplies, DeleteContact, DeleteTicket, MarkSpam,
    Reopen, Reply, Resolve, RestoreTicket, UpdateContact, UpdateTicket,
};
use deskspec::host::{Effect, Outcome};
use deskspec::stage::Happened;
use proptest::prelude::*;
use serde_json::{Value, json};

#[derive(Debug, Clone)]
enum Move {
    Act(Action),
    Pass(u64),
}

fn change() -> impl Strategy<Value = (&'static str, Value)> {
    prop_oneof![
        prop::sample::select(vec!["Open", "Pending", "Resolved", "Close"]).prop_map(|status| ("status", json!(status))),
        (1_u64..5).prop_map(|priority| ("priority", json!(priority))),
        prop::sample::select(vec!["Portal", "Phone", "Chat"]).prop_map(|source| ("source", json!(source))),
        prop::option::of(351_u64..353).prop_map(|group| ("group_id", json!(group))),
        prop::collection::vec("[a-c]", 0..3).prop_map(|tags| ("tags", json!(tags))),
        "[a-c]?".prop_map(|value| ("cf_order", json!(value))),
        (9_u8..13).prop_map(|hour| ("due_by", json!(format!("2026-01-05T{hour:02}:30:00+00:00")))),
        (9_u8..13).prop_map(|hour| ("fr_due_by", json!(format!("2026-01-05T{hour:02}:15:00Z")))),
    ]
}

fn action() -> impl Strategy<Value = Action> {
    let ticket = 1_u64..4;
    let texts = "(ä|<b>|&| |x){0,9}";
    prop_oneof![
        4 => (ticket.clone(), prop::collection::vec(change(), 1..4)).prop_map(|(ticket, changes)| {
            UpdateTicket { ticket, attributes: changes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect() }.into()
        }),
        1 => ticket.clone().prop_map(|ticket| Close { ticket }.into()),
        1 => ticket.clone().prop_map(|ticket| Resolve { ticket }.into()),
        1 => ticket.clone().prop_map(|ticket| Reopen { ticket }.into()),
        1 => ticket.clone().prop_map(|ticket| DeleteTicket { ticket }.into()),
        1 => ticket.clone().prop_map(|ticket| RestoreTicket { ticket }.into()),
        1 => (ticket.clone(), any::<bool>()).prop_map(|(ticket, spam)| MarkSpam { ticket, spam }.into()),
        1 => (ticket.clone(), texts).prop_map(|(ticket, body)| Reply { ticket, body, ..Reply::default() }.into()),
        1 => (ticket.clone(), texts, any::<bool>())
            .prop_map(|(ticket, body, private)| AddNote { ticket, body, private, notified: Vec::new() }.into()),
        1 => (ticket, texts).prop_map(|(ticket, body)| CustomerReplies { ticket, body }.into()),
        2 => texts.prop_map(|text| CreateTicket { id: None, attributes: map(json!({"description": text})) }.into()),
        1 => "[a-c]".prop_map(|phone| UpdateContact { contact: 5483, attributes: map(json!({"phone": phone})) }.into()),
        1 => Just(BlockContact { contact: 5483 }.into()),
        1 => Just(ActivateContact { contact: 5483 }.into()),
        1 => Just(DeleteContact { contact: 5483 }.into()),
    ]
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        5 => action().prop_map(Move::Act),
        1 => action().prop_map(|action| Move::Act(Api { what: Box::new(action) }.into())),
        1 => (0_u64..7_200_000).prop_map(Move::Pass),
    ];
    prop::collection::vec(one, 0..25)
}

fn played(moves: &[Move]) -> Portal {
    let mut portal = Portal::new();
    portal.install("first", &EVENTS);
    portal.install("second", &EVENTS);
    for one in moves {
        match one {
            Move::Act(action) => {
                let action = portal.act(action.clone());
                assert!(portal.outcome(action).is_some(), "nobody is asked, so it is settled at once");
            }
            Move::Pass(span) => portal.pass(*span),
        }
    }
    portal
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_payload_keeps_the_catalogue_and_reaches_each_app_alike(moves in moves()) {
        let portal = played(&moves);
        prop_assert!(portal.stage.breaches.is_empty(), "{:?}", portal.stage.breaches);
        prop_assert_eq!(portal.heard("first"), portal.heard("second"));
    }

    #[test]
    fn updates_tell_what_changed_since_the_last_event_and_nothing_else(moves in moves()) {
        let portal = played(&moves);
        let mut known: std::collections::BTreeMap<u64, Value> = std::collections::BTreeMap::new();
        for (name, payload) in portal.heard("first").iter().filter(|(name, _)| name.starts_with("onTicket")) {
            let ticket = &payload["data"]["ticket"];
            let id = ticket["id"].as_u64().expect("a number");
            let before = known.insert(id, ticket.clone());
            let changes = map(ticket["changes"].clone());
            prop_assert_eq!(changes.is_empty(), name == "onTicketCreate");
            for (key, pair) in &changes {
                prop_assert_ne!(&pair[0], &pair[1], "{}", key);
                // Deletion stands in the changes alone (FD-07).
                prop_assert!(key == "deleted" || pair[1] == ticket[key], "{} is {}", key, ticket[key]);
                if let Some(before) = before.as_ref().filter(|_| key != "deleted") {
                    prop_assert_eq!(&pair[0], &before[key]);
                }
            }
            // What the page names and an event does not tell, has not changed.
            for key in ["status", "priority", "group_id", "spam", "source", "is_escalated", "fr_escalated"] {
                let silent = before.as_ref().filter(|_| !changes.contains_key(key));
                prop_assert!(silent.is_none_or(|before| before[key] == ticket[key]), "{} changed in silence", key);
            }
        }
    }

    #[test]
    fn what_changes_nothing_tells_nobody(moves in moves(), again in action()) {
        let mut portal = played(&moves);
        let first = portal.act(again.clone());
        let heard = portal.heard("first").len();
        let second = portal.act(again);
        let unchanged = portal.outcome(second) == Some(&Outcome::Unchanged);
        prop_assert!(portal.outcome(first).is_some());
        prop_assert!(!unchanged || portal.heard("first").len() == heard);
    }

    #[test]
    fn the_same_day_is_the_same_again(moves in moves()) {
        let effects = |portal: &Portal| {
            portal.stage.trace.entries.iter().filter(|entry| matches!(entry.what, Happened::Host(Effect::Deliver { .. }))).count()
        };
        let (one, other) = (played(&moves), played(&moves));
        prop_assert_eq!(effects(&one), effects(&other));
        prop_assert_eq!(one.heard("first"), other.heard("first"));
    }
}
