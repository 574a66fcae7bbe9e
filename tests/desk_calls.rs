//! Random calls: whatever rings, is answered or not, and is dialled meanwhile, the events tell one call after the other.

use deskspec::catalog::Catalog;
use deskspec::host::desk::{
    Action, AnswerCall, AssociateCall, CompleteCall, Desk, Dial, MissCall, Module, Origin, Portal, RingHere, RingThere, SetChannelStatus,
};
use deskspec::host::{ActionId, Effect, Input, Outcome};
use deskspec::stage::{Happened, Stage};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

const TICKET: &str = "26811000000760569";
const CONTACT: &str = "26811000000480001";
const KNOWN: &str = "+1 888 900 9646";
const UNKNOWN: &str = "+1 646 555 0100";

fn actions() -> impl Strategy<Value = Action> {
    let number = || prop::sample::select(&[KNOWN, "18889009646", UNKNOWN][..]).prop_map(str::to_owned);
    let from = prop_oneof![
        number().prop_map(Origin::DialPad),
        Just(Origin::Ticket(TICKET.into())),
        Just(Origin::Contact(CONTACT.into())),
        Just(Origin::Contact("1".into())),
        Just(Origin::Reminder("1".into())),
    ];
    let channel = prop::sample::select(&["chat", "mail", "phone"][..]);
    prop_oneof![
        3 => number().prop_map(|number| RingHere { number }.into()),
        2 => from.prop_map(|from| Dial { from }.into()),
        3 => Just(RingThere.into()),
        4 => Just(AnswerCall.into()),
        1 => Just(MissCall.into()),
        3 => Just(CompleteCall.into()),
        1 => Just(AssociateCall { ticket: TICKET.into() }.into()),
        1 => (channel, any::<bool>()).prop_map(|(channel, online)| SetChannelStatus { channel: channel.into(), online }.into()),
    ]
}

fn stage() -> Stage {
    let mut stage = Stage::new(Box::new(Desk::new(Arc::clone(Catalog::documented()), Portal::default())));
    let properties = [("lastName".to_owned(), json!("Lee")), ("phone".to_owned(), json!(KNOWN))].into_iter().collect();
    stage.input(Input::PutCustomer { module: Module::Contact, id: CONTACT.into(), properties });
    let properties = [("contactId".to_owned(), json!(CONTACT))].into_iter().collect();
    stage.input(Input::PutTicket { id: TICKET.into(), properties });
    stage
}

/// How the action ended, and the events that it had.
fn done(stage: &mut Stage, what: &Action) -> (Option<Outcome>, Vec<(String, Value)>) {
    let from = stage.trace.entries.len();
    let id: ActionId = stage.act(format!("{what:?}"), what.clone());
    let told = stage.trace.entries[from..].iter().filter_map(|entry| match &entry.what {
        Happened::Host(Effect::Broadcast { event, payload }) => Some((event.clone(), payload.clone())),
        _ => None,
    });
    let told = told.collect();
    (stage.host().outcome(id).cloned(), told)
}

/// What a line can be in, told twice: here, and in the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Free { dialled: bool },
    Rings,
    Talks,
}

/// The event that an action has on such a line, and the line after it; nothing where it cannot be.
fn expected(line: Line, what: &Action) -> Option<(&'static str, Line)> {
    let free = Line::Free { dialled: false };
    match (line, what) {
        (Line::Free { .. }, Action::Dial(Dial { from: Origin::Contact(id) | Origin::Reminder(id) })) if id != CONTACT => None,
        (Line::Free { .. }, Action::Dial(_)) => Some(("click2Call", Line::Free { dialled: true })),
        (Line::Free { .. }, Action::RingHere(_)) | (Line::Free { dialled: true }, Action::RingThere(_)) => {
            Some(("call.ringing", Line::Rings))
        }
        (Line::Rings, Action::AnswerCall(_)) => Some(("call.answered", Line::Talks)),
        (Line::Rings, Action::MissCall(_)) => Some(("", free)),
        (Line::Talks, Action::CompleteCall(_)) => Some(("call.completed", free)),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_line_goes_from_state_to_state_and_each_has_its_event(actions in prop::collection::vec(actions(), 0..40)) {
        let mut stage = stage();
        let mut line = Line::Free { dialled: false };
        for what in &actions {
            let (outcome, told) = done(&mut stage, what);
            let names: Vec<_> = told.iter().map(|(event, _)| event.as_str()).collect();
            if matches!(what, Action::AssociateCall(_) | Action::SetChannelStatus(_)) {
                prop_assert!(told.is_empty(), "{:?} told {:?}", what, names);
                continue;
            }
            match expected(line, what) {
                Some((event, next)) => {
                    prop_assert_eq!(outcome, Some(Outcome::Done), "{:?} on {:?}", what, line);
                    prop_assert_eq!(names, [event].into_iter().filter(|event| !event.is_empty()).collect::<Vec<_>>());
                    line = next;
                }
                None => {
                    prop_assert_eq!(outcome, Some(Outcome::Unchanged), "{:?} on {:?}", what, line);
                    prop_assert!(told.is_empty(), "{:?} told {:?}", what, names);
                }
            }
            let (rings, talks) = (stage.desk().ringing().is_some(), stage.desk().talking().is_some());
            prop_assert_eq!((rings, talks), (line == Line::Rings, line == Line::Talks));
        }
    }

    #[test]
    fn every_call_has_numbers_of_its_own_and_knows_its_contact_and_ticket(actions in prop::collection::vec(actions(), 0..40)) {
        let mut stage = stage();
        let mut calls = BTreeSet::new();
        let mut before = Value::Null;
        for what in &actions {
            let (_, told) = done(&mut stage, what);
            for (_, payload) in told.iter().filter(|(event, _)| event.starts_with("call.")) {
                let known = payload["number"] != UNKNOWN;
                prop_assert_eq!(payload.get("contactId").is_some(), known, "{}", payload);
                prop_assert_eq!(payload.get("caseId").is_some(), payload["isCallAssociated"] == true, "{}", payload);
                prop_assert_eq!(payload.get("activityId").is_none(), payload["callState"] == "ringing", "{}", payload);
                if payload["callState"] == "ringing" {
                    prop_assert!(calls.insert(payload["ztiCallId"].to_string()), "another call has this number: {}", payload);
                } else {
                    prop_assert_eq!(&payload["ztiCallId"], &before["ztiCallId"]);
                    prop_assert_eq!(&payload["callType"], &before["callType"]);
                    prop_assert!(before["isCallAssociated"] == false || payload["isCallAssociated"] == true, "{}", payload);
                }
                before = payload.clone();
            }
        }
        prop_assert!(stage.breaches.is_empty(), "{:?}", stage.breaches);
    }
}
