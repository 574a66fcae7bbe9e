//! Channels: what is pulled, what it brings, what is pushed, and how far replies are.

use super::broken::{Make, dropped, edited, followed, told, turn, with};
use super::mutation::{How, Mutation, rows};
use deskspec::clock::Instant;
use deskspec::host::desk::Action;
use deskspec::host::{Effect, ExchangeId, Input, Model, Outcome, Request, ServiceAnswer, Wake};
use serde_json::{Value, json};
use std::sync::Arc;

/// Everything that can be wrong with channel sync.
pub(super) fn mutations() -> Vec<Mutation> {
    [requests(), news(), imported(), answers(), shapes()].into_iter().flatten().collect()
}

fn requests() -> Vec<Mutation> {
    rows(&[
        (
            "no pull is made",
            &["CH-01", "CH-07", "CH-21"],
            dropped(|it| matches!(it, Effect::CallEndpoint { exchange, .. } if exchange == PULL)),
        ),
        ("one pull is made, and no other", &["CH-01", "CH-02"], with(one_pull)),
        ("pulls tell no state", &["CH-21", "CH-01", "CH-20"], edited(|it| request(it, PULL, |body| without(body, "channelState")))),
        ("pulls tell an old state", &["CH-02", "CH-01"], edited(|it| request(it, PULL, |body| body["channelState"] = "".into()))),
        ("pulls tell secrets", &["CH-20"], told(nothing_is_secret)),
        ("a channel without an address is pulled", &["CH-22"], told(always_pulled)),
        (
            "no push is made",
            &["CH-13", "CH-14", "CH-26"],
            dropped(|it| matches!(it, Effect::CallEndpoint { exchange, .. } if exchange == PUSH)),
        ),
        ("pushes tell no params", &["CH-26", "CH-13"], edited(|it| request(it, PUSH, |body| without(body, "configParams")))),
        (
            "pushes tell HTML",
            &["CH-14"],
            edited(|it| request(it, PUSH, |body| body["resource"]["content"] = "<div>Please send it in</div>".into())),
        ),
        ("pushes answer no thread", &["CH-14"], edited(|it| request(it, PUSH, |body| without(&mut body["resource"], "replyToExtId")))),
        ("pushes name an ID as text", &["CH-14"], edited(|it| request(it, PUSH, |body| body["resource"]["id"] = "7".into()))),
        ("replies are mailed, too", &["CH-13"], followed(mailed_too)),
        ("a vetoed reply is pushed", &["CH-17"], followed(pushed_all_the_same)),
        ("a reply by mail is pushed, too", &["CH-17"], followed(pushed_with_a_mail)),
    ])
}

fn news() -> Vec<Mutation> {
    rows(&[
        ("a state is never kept", &["CH-02", "CH-01"], told(|it| answer(it, |body| without(body, "channelState")))),
        ("tickets lose their priority", &["CH-04"], told(|it| each(it, "tickets", |item| without(item, "priority")))),
        ("threads say something else", &["CH-05"], told(|it| each(it, "threads", |item| item["content"] = "Nothing".into()))),
        ("each response has tickets of its own", &["CH-07"], with(new_ids)),
        ("threads without a ticket join any", &["CH-08"], told(|it| each(it, "threads", |item| item["extParentId"] = "c-7".into()))),
        ("all threads are left out", &["CH-08", "CH-05"], told(|it| each(it, "threads", |item| item["extParentId"] = "c-0".into()))),
        ("times are Desk's own", &["CH-09"], told(|it| each(it, "tickets", |item| without(item, "createdTime")))),
        ("every thread comes in", &["CH-09"], told(|it| each(it, "threads", |item| without(item, "direction")))),
        (
            "who writes is always somebody new",
            &["CH-11"],
            told(|it| each(it, "tickets", |item| item["actor"] = json!({"extId": "u", "name": "u"}))),
        ),
        (
            "what is pulled back is another thread",
            &["CH-24"],
            told(|it| each(it, "threads", |item| item["extId"] = format!("{}-2", item["extId"].as_str().unwrap_or_default()).into())),
        ),
    ])
}

/// What comes along with tickets and threads.
fn imported() -> Vec<Mutation> {
    rows(&[
        ("no extra is stored", &["CH-12"], told(|it| extras(it, |owner| without(owner, "extra")))),
        ("extras are stored under another key", &["CH-12", "Q-66"], told(|it| extras(it, |owner| owner["extra"]["key"] = "other".into()))),
        ("extras are in another group", &["CH-12"], told(|it| extras(it, |owner| owner["extra"]["queriableValue"] = "other".into()))),
        ("placeholders stay as they are", &["CH-12"], told(|it| extras(it, |owner| unlike(&mut owner["extra"])))),
        ("placeholders that stand for nothing are not told", &["CH-12"], dropped(|it| matches!(it, Effect::Found(_)))),
        ("what comes under a known key is stored under a new one", &["Q-66"], with(new_keys)),
        ("no attachment is fetched", &["CH-10"], dropped(|it| matches!(it, Effect::Fetch { .. }))),
        ("attachments come with their thread", &["CH-10"], with(without_delay)),
        ("every attachment is there", &["CH-10"], told(no_status_is_bad)),
        ("attachments are another file", &["CH-10"], told(|it| each(it, "threads", |item| other_file(&mut item["attachmentUrls"])))),
        (
            "attachments that are there are fetched again",
            &["CH-10"],
            told(|it| each(it, "threads", |item| new_address(&mut item["attachmentUrls"]))),
        ),
        ("the phone number decides", &["Q-66"], told(|it| each(it, "tickets", |item| without(&mut item["actor"], "email")))),
        ("contacts have no photo", &["CH-11"], told(|it| each(it, "tickets", |item| without(&mut item["actor"], "photoURL")))),
        (
            "contacts have no name of their own",
            &["CH-11"],
            told(|it| each(it, "tickets", |item| without(&mut item["actor"], "displayName"))),
        ),
        ("hidden copies are lost", &["CH-05"], told(|it| each(it, "threads", |item| without(item, "bcc")))),
        ("content has no type", &["CH-05"], told(|it| each(it, "threads", |item| without(item, "contentType")))),
        ("nobody knows when threads were changed", &["CH-09"], told(|it| each(it, "threads", |item| without(item, "modifiedTime")))),
        ("tickets are assigned to nobody", &["CH-04"], told(|it| each(it, "tickets", |item| without(item, "assigneeId")))),
        ("threads answer tickets alone", &["CH-08", "CH-15"], told(|it| each(it, "threads", of_no_thread))),
        ("merged tickets are forgotten", &["CH-07", "CH-08"], with(forgotten)),
        (
            "what the channel changes is told to nobody",
            &["EVT-30"],
            dropped(
                |it| matches!(it, Effect::Broadcast { event, .. } | Effect::Deliver { event, .. } if event == "ticket_priority.changed"),
            ),
        ),
        ("what the channel changes is told of every ticket", &["EVT-30"], turn(told_of_closed_pages)),
        ("what the answer says of a sender is lost", &["CH-15"], told(|it| answer(it, |body| without(body, "from")))),
        ("what the answer says of receivers is lost", &["CH-15"], told(|it| answer(it, |body| without(body, "to")))),
        ("what the answer says of replies to it is lost", &["CH-15"], told(|it| answer(it, |body| without(body, "canReply")))),
        ("what is pulled back early is another thread", &["CH-24"], told(|it| each(it, "threads", early))),
        ("replies are called as other messages are", &["CH-16", "CH-15"], told(any_id)),
        ("replies that moved are not sent again", &["CH-16"], told(unmoved)),
    ])
}

fn answers() -> Vec<Mutation> {
    rows(&[
        (
            "replies get another ID",
            &["CH-15"],
            told(|it| {
                answer(it, |body| {
                    if body.get("extId").is_some() {
                        body["extId"] = "other".into();
                    }
                })
            }),
        ),
        ("every answer is a good one", &["CH-16"], told(all_good)),
        ("nobody is too late", &["CH-16"], dropped(|it| matches!(it, Effect::WakeAt { wake: Wake::ExchangeDeadline(_), .. }))),
        ("no answer comes", &["CH-15", "CH-16", "CH-24"], dropped_answers()),
    ])
}

/// What the catalogue has of an answer's shape.
fn shapes() -> Vec<Mutation> {
    let items = "/exchanges/channel.pull/response/payload/keys/1/keys";
    let any = How::Catalog(Arc::new(move |json: &mut Value| {
        let keys = json.pointer_mut(&format!("{items}/0/items/keys/0")).expect("a ticket's extId");
        keys["pattern"] = "".into();
    }));
    any.rows("an external ID may be anything", &["CH-06"], &[])
}

const PULL: &str = "channel.pull";
const PUSH: &str = "channel.push";

fn without(value: &mut Value, key: &str) {
    if let Some(keys) = value.as_object_mut() {
        keys.shift_remove(key);
    }
}

fn request(effect: &mut Effect, of: &str, change: fn(&mut Value)) {
    if let Effect::CallEndpoint { exchange, request, .. } = effect
        && exchange == of
    {
        change(&mut request.body);
    }
}

fn answer(input: &mut Input, change: fn(&mut Value)) {
    if let Input::EndpointAnswered { answer: Ok(answer), .. } = input {
        change(&mut answer.body);
    }
}

fn each(input: &mut Input, list: &str, change: fn(&mut Value)) {
    if let Input::EndpointAnswered { answer: Ok(answer), .. } = input
        && let Some(items) = answer.body.pointer_mut(&format!("/data/{list}")).and_then(Value::as_array_mut)
    {
        items.iter_mut().for_each(change);
    }
}

/// Everything that has an extra: tickets, threads, and the answer to a push.
fn extras(input: &mut Input, change: fn(&mut Value)) {
    for list in ["tickets", "threads"] {
        if let Input::EndpointAnswered { answer: Ok(answer), .. } = input {
            let items = answer.body.pointer_mut(&format!("/data/{list}")).and_then(Value::as_array_mut);
            items.into_iter().flatten().filter(|item| item.get("extra").is_some()).for_each(change);
        }
    }
}

fn unlike(extra: &mut Value) {
    *extra = serde_json::from_str(&extra.to_string().replace("{{", "{ {")).expect("it still is JSON");
}

fn new_keys(pulls: &mut u32, host: &mut dyn Model, now: Instant, mut input: Input) -> Vec<Effect> {
    if let Input::EndpointAnswered { answer: Ok(answer), .. } = &mut input {
        *pulls += 1;
        for item in answer.body.pointer_mut("/data/tickets").and_then(Value::as_array_mut).into_iter().flatten() {
            item["extra"]["key"] = format!("{}{pulls}", item["extra"]["key"].as_str().unwrap_or_default()).into();
        }
    }
    host.apply(now, input)
}

/// Whatever is fetched is there at once.
fn without_delay((): &mut (), host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut effects = host.apply(now, input);
    let fetched: Vec<_> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Fetch { call, .. } => Some(*call),
            _ => None,
        })
        .collect();
    for call in fetched {
        let answer = Ok(ServiceAnswer::new(200, "12345".into()));
        effects.extend(host.apply(now, Input::EndpointAnswered { call, answer }));
    }
    effects
}

fn no_status_is_bad(input: &mut Input) {
    if let Input::EndpointAnswered { answer: Ok(answer), .. } = input {
        answer.status = 200;
    }
}

fn other_file(urls: &mut Value) {
    for url in urls.as_array_mut().into_iter().flatten() {
        *url = "https://chat.example/files/other".into();
    }
}

fn new_address(urls: &mut Value) {
    let several = urls.as_array().is_some_and(|urls| urls.len() > 2);
    for url in urls.as_array_mut().into_iter().flatten().filter(|_| several) {
        *url = format!("{}#again", url.as_str().unwrap_or_default()).into();
    }
}

fn of_no_thread(item: &mut Value) {
    if item["extParentId"].as_str().is_some_and(|parent| parent.starts_with("m-")) {
        item["extParentId"] = "c-0".into();
    }
}

/// What the agent wrote comes under another ID.
fn early(item: &mut Value) {
    if item["direction"] == "out" {
        item["extId"] = "m-33".into();
    }
}

/// An answer that names a message of the customer's names another one.
fn any_id(input: &mut Input) {
    answer(input, |body| {
        if body["extId"] == "m-1" {
            body["extId"] = "m-9".into();
        }
    });
}

/// After a merge the service's IDs are others.
fn forgotten(merged: &mut bool, host: &mut dyn Model, now: Instant, mut input: Input) -> Vec<Effect> {
    if *merged && let Input::EndpointAnswered { answer: Ok(answer), .. } = &mut input {
        answer.body = serde_json::from_str(&answer.body.to_string().replace("\"c-7\"", "\"c-77\"")).expect("it still is JSON");
    }
    let effects = host.apply(now, input);
    *merged |= effects.iter().any(|effect| matches!(effect, Effect::Merged { .. }));
    effects
}

/// What is sent again on the ticket of another is not.
fn unmoved(input: &mut Input) {
    if let Input::Act { what: Action::SendAgain(again), .. } = input
        && again.ticket == "26811000000760569"
    {
        again.thread.clear();
    }
}

fn one_pull(seen: &mut bool, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let pulls = matches!(input, Input::Due { wake: Wake::Pull(_) });
    if pulls && std::mem::replace(seen, true) { Vec::new() } else { host.apply(now, input) }
}

fn nothing_is_secret(input: &mut Input) {
    if let Input::DeclareParam { param, .. } = input {
        param.secure = false;
    }
}

fn always_pulled(input: &mut Input) {
    if let Input::Declare { declared, .. } = input
        && let Some(sync) = declared.resources.get_mut("channel").and_then(|channel| channel.get_mut("sync"))
    {
        sync["pull"] = "https://chat.example/pull".into();
    }
}

fn mailed_too(_: &mut dyn Model, _: Instant, effects: &[Effect]) -> Vec<Effect> {
    let pushes = effects.iter().any(|it| matches!(it, Effect::CallEndpoint { exchange, .. } if exchange == PUSH));
    pushes.then(|| Effect::Mail { ticket: String::new(), mail: serde_json::Map::new() }).into_iter().collect()
}

fn pushed_all_the_same(_: &mut dyn Model, _: Instant, effects: &[Effect]) -> Vec<Effect> {
    let stopped = effects.iter().any(|it| matches!(it, Effect::Settled { outcome: Outcome::Stopped { .. }, .. }));
    stopped.then(push).into_iter().collect()
}

fn pushed_with_a_mail(_: &mut dyn Model, _: Instant, effects: &[Effect]) -> Vec<Effect> {
    let mailed = effects.iter().any(|it| matches!(it, Effect::Mail { .. }));
    mailed.then(push).into_iter().collect()
}

fn push() -> Effect {
    Effect::CallEndpoint { call: ExchangeId(99), extension: "chat".into(), exchange: PUSH.into(), request: Request::default() }
}

fn new_ids(pulls: &mut u32, host: &mut dyn Model, now: Instant, mut input: Input) -> Vec<Effect> {
    if let Input::EndpointAnswered { answer: Ok(answer), .. } = &mut input {
        *pulls += 1;
        for ticket in answer.body.pointer_mut("/data/tickets").and_then(Value::as_array_mut).into_iter().flatten() {
            ticket["extId"] = format!("c-{pulls}").into();
        }
    }
    host.apply(now, input)
}

fn all_good(input: &mut Input) {
    if let Input::EndpointAnswered { answer: Ok(answer), .. } = input
        && answer.body.get("data").is_none()
    {
        answer.status = 200;
        answer.body = json!({"extId": "m-3"});
    }
}

fn dropped_answers() -> Make {
    super::broken::turn(|host, now, input| {
        let of_push = matches!(&input, Input::EndpointAnswered { answer: Ok(answer), .. } if answer.body.get("data").is_none());
        if of_push { Vec::new() } else { host.apply(now, input) }
    })
}

/// What a channel changes of a ticket whose page nobody has open is told, too.
fn told_of_closed_pages(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    const EVENT: &str = "ticket_priority.changed";
    let answered = matches!(input, Input::EndpointAnswered { .. });
    let mut effects = host.apply(now, input);
    let is_told = |it: &Effect| matches!(it, Effect::Broadcast { event, .. } if event == EVENT);
    let payload = effects.iter().find_map(|it| match it {
        Effect::Changed { property, to, .. } if answered && property == "priority" => Some(json!({"ticket.priority": to})),
        _ => None,
    });
    if let Some(payload) = payload.filter(|_| !effects.iter().any(is_told)) {
        let heard = host.desk().widgets().filter(|(_, widget)| widget.alive);
        let told = heard.map(|(widget, _)| Effect::Deliver { widget, event: EVENT.into(), payload: payload.clone() });
        effects.extend(told);
    }
    effects
}
