//! What can be wrong with calls, with from where they are made, with telephony extensions and with the agent's availability.

use super::actions::act;
use super::broken::{Make, told, turn};
use super::events::delivery;
use super::mutation::{Mutation, rows};
use super::questions::{question, replace};
use deskspec::clock::Instant;
use deskspec::host::desk::{Action, AnswerCall, CompleteCall, Dial, Module, Origin, SetChannelStatus};
use deskspec::host::{Effect, Input, Model, Outcome};
use serde_json::{Value, json};

/// Everything that can be wrong with these.
pub(super) fn mutations() -> Vec<Mutation> {
    [events(), lines(), origins(), extensions(), channels()].into_iter().flatten().collect()
}

const CALLS: &[&str] = &["EVT-22", "EVT-23", "EVT-24"];

fn events() -> Vec<Mutation> {
    rows(&[
        (
            "every call is told to come in",
            &["EVT-22", "EVT-23", "EVT-24", "Q-30"],
            delivery(|told| replace(told, "callType", json!("inbound"))),
        ),
        (
            "every call is told to be the agent's",
            &["EVT-22", "EVT-23", "EVT-24", "Q-30"],
            delivery(|told| replace(told, "callType", json!("outbound"))),
        ),
        ("a call is told to ring for ever", &["EVT-23", "EVT-24"], delivery(|told| replace(told, "callState", json!("ringing")))),
        ("a call's end is told as in the sample", &["EVT-24", "Q-10"], delivery(completed_as_in_sample)),
        ("a call that rings is an activity", &["EVT-22", "Q-30"], delivery(ringing_activity)),
        ("no call is an activity", &["EVT-23", "EVT-24", "Q-30"], delivery(|told| remove(told, "activityId"))),
        ("every event of a call has another call's ID", &["EVT-23", "EVT-24"], delivery(other_call)),
        ("every event of a call has another activity's ID", &["EVT-24"], delivery(other_activity)),
        ("no call has a contact", CALLS, delivery(|told| remove(told, "contactId"))),
        ("every call has a contact", CALLS, delivery(|told| add(told, "contactId", json!("26811000000480001")))),
        ("contacts are told without a name", CALLS, delivery(|told| replace(told, "entityName", json!("")))),
        (
            "numbers are told without what stands between the digits",
            CALLS,
            delivery(|told| edit(told, "number", |text| text.retain(|c| c.is_ascii_digit()))),
        ),
        (
            "no call belongs to a ticket",
            CALLS,
            delivery(|told| {
                remove(told, "caseId");
                remove(told, "caseNumber")
            }),
        ),
        ("tickets of calls are told without their numbers", CALLS, delivery(|told| remove(told, "caseNumber"))),
        ("every call is told to belong to a ticket", CALLS, delivery(|told| replace(told, "isCallAssociated", json!(true)))),
        ("no call is told to belong to a ticket", CALLS, delivery(|told| replace(told, "isCallAssociated", json!(false)))),
        ("every call has a CTI number", CALLS, delivery(|told| replace(told, "ctinumber", json!("1")))),
    ])
}

fn remove(told: &mut Value, key: &str) {
    if let Some(keys) = told.as_object_mut() {
        keys.shift_remove(key);
    }
}

/// A key more for what tells of a call.
fn add(told: &mut Value, key: &str, value: Value) {
    if let Some(keys) = told.as_object_mut().filter(|keys| keys.contains_key("callState")) {
        keys.insert(key.to_owned(), value);
    }
}

fn edit(told: &mut Value, key: &str, change: fn(&mut String)) {
    if let Some(Value::String(text)) = told.get_mut(key) {
        change(text);
    }
}

fn completed_as_in_sample(told: &mut Value) {
    edit(told, "callState", |state| {
        if state == "completed" {
            "proceedanswer".clone_into(state);
        }
    });
}

fn ringing_activity(told: &mut Value) {
    if told.get("callState") == Some(&json!("ringing")) {
        add(told, "activityId", json!("26811000000900003"));
    }
}

/// From the answer on the call is another one.
fn other_call(told: &mut Value) {
    if told.get("activityId").is_some() {
        replace(told, "ztiCallId", json!("1"));
    }
}

fn other_activity(told: &mut Value) {
    if told.get("callState") == Some(&json!("completed")) {
        replace(told, "activityId", json!("1"));
    }
}

fn lines() -> Vec<Mutation> {
    rows(&[
        ("a call that comes in is answered at once", &["EVT-22"], turn(answered_at_once)),
        ("a missed call is completed", &["EVT-22", "EVT-27"], turn(completed_when_missed)),
        ("a missed call rings on", &["EVT-22"], unless(|what| matches!(what, Action::MissCall(_)))),
        ("a completed call is still on the line", &["EVT-24"], turn(never_hung_up)),
        ("a ticket is associated with no call", &["EVT-23", "EVT-24"], unless(|what| matches!(what, Action::AssociateCall(_)))),
        (
            "the portal forgets its contacts",
            CALLS,
            turn(|host, now, input| match input {
                Input::PutCustomer { module: Module::Contact, id, .. } => {
                    host.apply(now, Input::PutCustomer { module: Module::Contact, id, properties: serde_json::Map::new() })
                }
                other => host.apply(now, other),
            }),
        ),
        (
            "mobile numbers are no phone numbers",
            &["EVT-22"],
            told(|input| {
                if let Input::PutCustomer { properties, .. } = input {
                    properties.shift_remove("mobile");
                }
            }),
        ),
        (
            "whoever calls has no last name",
            CALLS,
            told(|input| {
                if let Input::PutCustomer { properties, .. } = input {
                    properties.shift_remove("lastName");
                }
            }),
        ),
    ])
}

/// Actions of a kind do not happen.
fn unless(kind: fn(&Action) -> bool) -> Make {
    std::sync::Arc::new(move || {
        Box::new(move |host, now, input| match &input {
            Input::Act { what, .. } if kind(what) => Vec::new(),
            _ => host.apply(now, input),
        })
    })
}

fn answered_at_once(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let rings = if let Input::Act { action, what: Action::RingHere(_) } = &input { Some(*action) } else { None };
    let mut effects = host.apply(now, input);
    effects.extend(rings.into_iter().flat_map(|action| host.apply(now, Input::Act { action, what: AnswerCall.into() })));
    effects
}

fn completed_when_missed(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let Input::Act { action, what: Action::MissCall(_) } = input else { return host.apply(now, input) };
    let answered = host.apply(now, Input::Act { action, what: AnswerCall.into() });
    let completed = host.apply(now, Input::Act { action, what: CompleteCall.into() });
    answered.into_iter().chain(completed).collect()
}

/// Whoever completes a call hears that it is completed, and goes on.
fn never_hung_up(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let talk = host.desk().talking().is_some() && matches!(input, Input::Act { what: Action::CompleteCall(_), .. });
    if talk { Vec::new() } else { host.apply(now, input) }
}

fn origins() -> Vec<Mutation> {
    let context: fn(&mut Value) = |told| {
        edit(told, "context", |text| {
            if text == "ticket.detail.view" {
                "ticket.detail.page".clone_into(text);
            }
        });
    };
    rows(&[
        ("click2Call from a ticket is told as in the sample", &["EVT-25", "Q-11"], delivery(context)),
        ("click2Call from an account is told as from a contact", &["EVT-25", "Q-31"], delivery(account_as_contact)),
        ("click2Call from an account names a contact", &["EVT-25", "Q-31"], delivery(|told| with_contact(told, "account.detail.view"))),
        ("click2Call from the dial pad names a contact", &["EVT-25"], delivery(|told| with_contact(told, "dial.pad"))),
        ("a reminder is told as the activity's page", &["EVT-25"], act(reminder_as_page)),
        ("click2Call names no contact", &["EVT-25"], delivery(|told| without(told, "contactId"))),
        ("click2Call names no ticket", &["EVT-25"], delivery(|told| without(told, "caseId"))),
        ("click2Call names no activity", &["EVT-25"], delivery(|told| without(told, "activityId"))),
        (
            "every call is made from the dial pad",
            &["EVT-25"],
            act(|what| {
                if let Action::Dial(Dial { from }) = what {
                    *from = Origin::DialPad("1".into());
                }
            }),
        ),
    ])
}

fn account_as_contact(told: &mut Value) {
    edit(told, "context", |text| {
        if text == "account.detail.view" {
            "contact.detail.view".clone_into(text);
        }
    });
}

fn with_contact(told: &mut Value, context: &str) {
    if told.get("context") == Some(&json!(context)) {
        told["contactId"] = json!("26811000000480001");
    }
}

fn without(told: &mut Value, key: &str) {
    if told.get("context").is_some() {
        remove(told, key);
    }
}

fn reminder_as_page(what: &mut Action) {
    if let Action::Dial(Dial { from }) = what
        && let Origin::Reminder(id) = from.clone()
    {
        *from = Origin::Activity(id);
    }
}

fn extensions() -> Vec<Mutation> {
    rows(&[
        ("activating does nothing", &["LOC-03"], switched(|on| on)),
        ("deactivating does nothing", &["LOC-03"], switched(|on| !on)),
        ("a second one takes the first one's place", &["LOC-03"], turn(takes_the_place)),
        ("what is deactivated stays where it is", &["LOC-03"], turn(stays_open)),
        ("the refusal names nobody", &["LOC-03"], turn(refusal_without_name)),
    ])
}

fn switched(kind: fn(bool) -> bool) -> Make {
    std::sync::Arc::new(move || {
        Box::new(move |host, now, input| match &input {
            Input::Switch { on, .. } if kind(*on) => Vec::new(),
            _ => host.apply(now, input),
        })
    })
}

fn takes_the_place(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Input::Switch { action, on: true, .. } = &input {
        let there = host.desk().active_at("desk.extension.telephony");
        let names: Vec<_> = there.iter().filter_map(|id| host.desk().widget(*id)).map(|widget| widget.extension.clone()).collect();
        for extension in names {
            effects.extend(host.apply(now, Input::Switch { action: *action, extension, on: false }));
        }
    }
    effects.extend(host.apply(now, input));
    effects
}

/// Its widgets come back with the next input.
fn stays_open(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let off = matches!(input, Input::Switch { on: false, .. });
    let mut effects = host.apply(now, input.clone());
    if let (true, Input::Switch { action, extension, .. }) = (off, input) {
        effects.extend(host.apply(now, Input::Switch { action, extension, on: true }));
        let own: Vec<_> = host.desk().widgets().map(|(id, _)| id).collect();
        effects.extend(own.into_iter().flat_map(|widget| host.apply(now, Input::Pick { widget })));
    }
    effects
}

fn refusal_without_name(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut effects = host.apply(now, input);
    for effect in &mut effects {
        if let Effect::Message { text, .. } | Effect::Settled { outcome: Outcome::Stopped { reason: text, .. }, .. } = effect {
            *text = text.replace("ringer", "another one");
        }
    }
    effects
}

fn channels() -> Vec<Mutation> {
    let other: fn(&mut Action) = |what| {
        if let Action::SetChannelStatus(SetChannelStatus { channel, .. }) = what {
            "mail".clone_into(channel);
        }
    };
    rows(&[
        ("every channel is the mail", &["HOOK-18"], act(other)),
        ("the agent is told to be online always", &["HOOK-18"], question(|told| replace(told, "isOnline", json!(true)))),
        ("the agent is told to be offline always", &["HOOK-18"], question(|told| replace(told, "isOnline", json!(false)))),
        ("channels are told as in the table", &["HOOK-18", "Q-08"], question(booleans)),
        ("the chat is told as it was", &["HOOK-18", "Q-08"], question(|told| replace(told, "chatStatus", json!("ONLINE")))),
        ("no channel changes", &["HOOK-18"], turn(unchanged)),
    ])
}

fn booleans(told: &mut Value) {
    for key in ["chatStatus", "mailStatus", "phoneStatus"] {
        let online = told.get(key) == Some(&json!("ONLINE"));
        replace(told, key, json!(online));
    }
}

/// What is set is set back at once.
fn unchanged(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let set = if let Input::Act { action, what: Action::SetChannelStatus(set) } = &input { Some((*action, set.clone())) } else { None };
    let mut effects = host.apply(now, input);
    let done = effects.iter().any(|effect| matches!(effect, Effect::Settled { outcome: Outcome::Done, .. }));
    if let Some((action, set)) = set.filter(|_| done) {
        let back = SetChannelStatus { online: !set.online, ..set };
        effects.extend(host.apply(now, Input::Act { action, what: back.into() }));
    }
    effects
}
