//! What an app's server may call, and what comes of it later.

use super::broken::{doubled, dropped, edited, told, turn};
use super::datum::edit;
use super::mutation::{Mutation, rows};
use deskspec::catalog::{Call, Catalog, Payload, Platform};
use deskspec::clock::Instant;
use deskspec::host::freshdesk::{Due, Put};
use deskspec::host::{Ask, Effect, Input, Model, Reply, ServiceCall, Wake};
use serde_json::{Map, Value, json};

/// Everything that can be wrong with that.
pub(super) fn mutations() -> Vec<Mutation> {
    let of_freshdesk = |call: &&Call| call.played && Platform::of(&call.file) == Some(Platform::Freshdesk);
    let data = Catalog::documented().calls().filter(of_freshdesk).flat_map(shapes);
    data.chain([stored(), scheduled(), requested(), outside(), late()].into_iter().flatten()).collect()
}

/// What a call takes and gives: another type, another name of a key, a value less, no limit.
fn shapes(call: &Call) -> Vec<Mutation> {
    let arguments = call.arguments.iter().enumerate().flat_map(|(at, shape)| {
        let path = vec!["arguments".to_owned(), at.to_string()];
        let typed = (path.clone(), format!("takes a boolean as {}", shape.key), "type", json!("boolean"));
        one(call, typed).into_iter().chain(inside(call, shape, &path)).collect::<Vec<_>>()
    });
    arguments.chain(inside(call, &call.answer, &["answer".to_owned()])).collect()
}

fn inside(call: &Call, shape: &Payload, path: &[String]) -> Vec<Mutation> {
    let mut all = Vec::new();
    if !shape.longest.is_empty() {
        all.extend(one(call, (path.to_vec(), format!("takes a {} of any length", shape.key), "longest", json!(""))));
    }
    for value in &shape.values {
        let few: Vec<_> = shape.values.iter().filter(|other| *other != value).collect();
        all.extend(one(call, (path.to_vec(), format!("knows no {} {value}", shape.key), "values", json!(few))));
    }
    for (at, key) in shape.keys.iter().enumerate().filter(|(_, key)| !key.key.contains("${")) {
        let path = [path, &["keys".to_owned(), at.to_string()]].concat();
        all.extend(one(call, (path.clone(), format!("has {0}s in the place of {0}", key.key), "key", format!("{}s", key.key).into())));
        all.extend(inside(call, key, &path));
    }
    all
}

/// One datum, with what the call does then.
fn one(call: &Call, (path, does, datum, value): (Vec<String>, String, &str, Value)) -> Vec<Mutation> {
    let start = ["calls".to_owned(), call.name.clone()];
    let at: Vec<&str> = start.iter().chain(&path).map(String::as_str).collect();
    let datum = datum.to_owned();
    let label = format!("{} {does} ({})", call.name, path.join("."));
    edit(&at, move |shape| shape[&datum] = value.clone()).rows(&label, &[&call.rule], &[&call.name])
}

fn stored() -> Vec<Mutation> {
    rows(&[
        ("what is stored stays", &["FD-16"], told(|it| given(it, "$db.set", |given| without(given, 2, "ttl")))),
        ("what is stored is gone a second late", &["FD-16"], told(|it| given(it, "$db.set", |given| longer(given)))),
        ("conditions are not looked at", &["FD-16"], told(|it| given(it, "$db.set", |given| without(given, 2, "setIf")))),
        ("conditions of changes are not looked at", &["FD-16"], told(|it| given(it, "$db.update", |given| without(given, 3, "setIf")))),
        ("increment sets", &["FD-16"], told(|it| given(it, "$db.update", |given| instead(given, "increment", "set")))),
        ("append sets", &["FD-16"], told(|it| given(it, "$db.update", |given| instead(given, "append", "set")))),
        ("remove sets", &["FD-16"], told(|it| given(it, "$db.update", |given| instead(given, "remove", "set")))),
        ("set increments", &["FD-16"], told(|it| given(it, "$db.update", |given| instead(given, "set", "increment")))),
        ("a number is no key", &["FD-16"], told(|it| given(it, "$db.set", |given| odd(given)))),
        ("all keys are one", &["FD-16"], told(|it| given(it, "$db.set", |given| given[0] = json!("all")))),
        ("all apps have one data store", &["FD-16"], turn(one_for_all)),
        ("nothing is deleted", &["FD-16"], turn(|host, now, input| only_said(host, now, input, "$db.delete", "Deleted"))),
        ("nothing is changed", &["FD-16"], turn(|host, now, input| only_said(host, now, input, "$db.update", "Updated"))),
        ("nothing is answered", &["FD-16"], dropped(|effect| matches!(effect, Effect::Reply { .. }))),
        ("mistakes are not reported", &["FD-16"], dropped(|effect| matches!(effect, Effect::Found(_)))),
    ])
}

fn scheduled() -> Vec<Mutation> {
    rows(&[
        ("what is scheduled comes twice", &["FD-16"], doubled(|effect| tells(effect, SCHEDULED))),
        (
            "what is scheduled comes late",
            &["FD-16"],
            edited(|effect| later(effect, |wake| matches!(wake, Wake::Freshdesk(Due::Scheduled(_))))),
        ),
        ("what is scheduled carries nothing", &["FD-15"], edited(|effect| payload(effect, SCHEDULED, "/data", json!({})))),
        ("nothing comes again", &["FD-16"], told(|it| given(it, "$schedule.create", |given| without(given, 0, "repeat")))),
        ("a rhythm is not changed", &["FD-16"], told(|it| given(it, "$schedule.update", |given| without(given, 0, "repeat")))),
        ("a time is not changed", &["FD-16"], told(|it| given(it, "$schedule.update", |given| without(given, 0, "schedule_at")))),
        ("data are not changed", &["FD-16"], told(|it| given(it, "$schedule.update", |given| without(given, 0, "data")))),
        ("a rhythm is another one", &["FD-16"], told(|it| given(it, "$schedule.create", |given| rarer(given)))),
    ])
}

fn requested() -> Vec<Mutation> {
    rows(&[
        ("requests leave twice", &["FD-16"], doubled(|effect| matches!(effect, Effect::CallService { .. }))),
        ("all requests are GET", &["FD-16"], edited(|effect| sent(effect, |call| call.method = "GET".into()))),
        ("requests have no headers", &["FD-16"], edited(|effect| sent(effect, |call| call.headers = Map::new()))),
        ("requests have no body", &["FD-16"], edited(|effect| sent(effect, |call| call.body = Value::Null))),
        (
            "requests have no query",
            &["FD-16"],
            edited(|effect| sent(effect, |call| call.url = call.url.split('?').next().unwrap_or_default().to_owned())),
        ),
        ("nothing is encoded", &["FD-16"], edited(|effect| sent(effect, plain))),
        ("failures are answers", &["FD-16"], edited(|effect| swapped(effect, true))),
        ("answers are failures", &["FD-16"], edited(|effect| swapped(effect, false))),
        ("templates know no context", &["FD-16"], told(|it| given(it, "$request.invokeTemplate", |given| without(given, 1, "context")))),
    ])
}

/// Third parties, and installations.
fn outside() -> Vec<Mutation> {
    rows(&[
        ("third parties are told twice", &["FD-15"], doubled(|effect| tells(effect, THIRD_PARTY))),
        ("what third parties send is lost", &["FD-15"], edited(|effect| payload(effect, THIRD_PARTY, "/data", json!({})))),
        ("their headers are lost", &["FD-15"], edited(|effect| payload(effect, THIRD_PARTY, "/headers", json!({})))),
        ("what comes from outside has no parameters", &["FD-15"], edited(|effect| payload(effect, THIRD_PARTY, "/iparams", Value::Null))),
        ("questions have no parameters", &["FD-15"], edited(bare)),
        ("long refusals are not reported", &["FD-15"], dropped(|effect| matches!(effect, Effect::Found(_)))),
        ("who is silent is cut late", &["FD-16"], edited(|effect| later(effect, |wake| matches!(wake, Wake::HookDeadline { .. })))),
        ("who is silent is never cut", &["FD-16"], dropped(|effect| wakes(effect, |wake| matches!(wake, Wake::HookDeadline { .. })))),
    ])
}

/// Tickets whose time is up.
fn late() -> Vec<Mutation> {
    rows(&[
        ("nothing is late", &["FD-05"], dropped(|effect| wakes(effect, is_late))),
        ("what is late is escalated late", &["FD-05"], edited(|effect| later(effect, is_late))),
        ("what became of a ticket does not keep it from being late", &["FD-05"], turn(forgotten)),
        (
            "a late response is told as a late ticket alone",
            &["FD-05"],
            edited(|effect| payload(effect, "onTicketUpdate", "/data/ticket/changes/fr_escalated", json!([false, false]))),
        ),
    ])
}

const SCHEDULED: &str = "onScheduledEvent";
const THIRD_PARTY: &str = "onExternalEvent";

fn tells(effect: &Effect, name: &str) -> bool {
    matches!(effect, Effect::Deliver { event, .. } if event == name)
}

fn payload(effect: &mut Effect, name: &str, pointer: &str, with: Value) {
    if let Effect::Deliver { event, payload, .. } = effect
        && event == name
        && let Some(value) = payload.pointer_mut(pointer)
    {
        *value = with;
    }
}

fn bare(effect: &mut Effect) {
    if let Effect::AskHook { payload, .. } = effect {
        payload["iparams"] = Value::Null;
    }
}

fn is_late(wake: &Wake) -> bool {
    matches!(wake, Wake::Freshdesk(Due::Late { .. }))
}

fn wakes(effect: &Effect, why: fn(&Wake) -> bool) -> bool {
    matches!(effect, Effect::WakeAt { wake, .. } if why(wake))
}

/// A millisecond late.
fn later(effect: &mut Effect, why: fn(&Wake) -> bool) {
    if let Effect::WakeAt { at, wake } = effect
        && why(wake)
    {
        *at = *at + 1;
    }
}

/// The ticket is as new when its time is up.
fn forgotten(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    if let Input::Due { wake: Wake::Freshdesk(Due::Late { ticket, .. }) } = &input {
        let known = host.host().freshdesk().ticket(*ticket).map(|it| it.attributes.clone()).unwrap_or_default();
        let due = known.into_iter().filter(|(name, _)| name.ends_with("due_by")).collect();
        host.apply(now, Input::Freshdesk(Put::Ticket { id: *ticket, attributes: due }));
    }
    host.apply(now, input)
}

/// What is given to a call is another thing.
fn given(input: &mut Input, call: &str, change: fn(&mut Vec<Value>)) {
    if let Input::Asked { ask: Ask::Call { name, given }, .. } = input
        && name == call
    {
        change(given);
    }
}

fn without(given: &mut [Value], at: usize, key: &str) {
    let options = given.get_mut(at).and_then(Value::as_object_mut);
    options.into_iter().for_each(|options| drop(options.shift_remove(key)));
}

fn instead(given: &mut [Value], old: &str, new: &str) {
    given.iter_mut().filter(|value| *value == old).for_each(|value| *value = new.into());
}

fn longer(given: &mut [Value]) {
    let ttl = given.get_mut(2).and_then(|options| options.get_mut("ttl"));
    ttl.into_iter().for_each(|ttl| *ttl = json!(ttl.as_u64().unwrap_or_default() + 1));
}

fn rarer(given: &mut [Value]) {
    let often = given.get_mut(0).and_then(|options| options.pointer_mut("/repeat/frequency"));
    often.into_iter().filter(|often| **often != 0).for_each(|often| *often = json!(often.as_u64().unwrap_or_default() + 1));
}

/// A number is another key than its digits.
fn odd(given: &mut [Value]) {
    given.iter_mut().take(1).filter(|key| key.is_number()).for_each(|key| *key = format!("#{key}").into());
}

/// Whoever calls, the first part of an app that is there is meant.
fn one_for_all(host: &mut dyn Model, now: Instant, mut input: Input) -> Vec<Effect> {
    let Input::Asked { widget, .. } = &mut input else { return host.apply(now, input) };
    let first = host.host().freshdesk().widgets().next().map_or(*widget, |(id, _)| id);
    let caller = std::mem::replace(widget, first);
    let mut effects = host.apply(now, input);
    for effect in &mut effects {
        if let Effect::Reply { widget, .. } | Effect::CallService { widget, .. } = effect {
            *widget = caller;
        }
    }
    effects
}

/// A call says that it is done, and is not.
fn only_said(host: &mut dyn Model, now: Instant, input: Input, call: &str, done: &str) -> Vec<Effect> {
    match &input {
        Input::Asked { widget, request, ask: Ask::Call { name, .. }, .. } if name == call => {
            vec![Effect::Reply { widget: *widget, request: *request, reply: Reply::Resolve(json!({done: true})) }]
        }
        _ => host.apply(now, input),
    }
}

fn sent(effect: &mut Effect, change: fn(&mut ServiceCall)) {
    if let Effect::CallService { call, .. } = effect {
        change(call);
    }
}

/// What was encoded is not.
fn plain(call: &mut ServiceCall) {
    call.headers.values_mut().filter(|value| *value == "Basic azpY").for_each(|value| *value = "Basic k:X".into());
}

fn swapped(effect: &mut Effect, is_rejected: bool) {
    if let Effect::Reply { reply, .. } = effect {
        match reply {
            Reply::Reject(answer) if is_rejected => *reply = Reply::Resolve(answer.take()),
            Reply::Resolve(answer) if !is_rejected && answer.get("response").is_some() => *reply = Reply::Reject(answer.take()),
            _ => {}
        }
    }
}
