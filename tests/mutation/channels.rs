//! What a channel's configuration means for its replies, and where its links lead.

use super::actions::act;
use super::broken::{dropped, edited, told, turn};
use super::mutation::{How, Mutation, rows};
use deskspec::clock::Instant;
use deskspec::host::desk::{Action, EditReply, OpenSource, Reply, SendAgain, Source};
use deskspec::host::{Effect, Input, Model};
use serde_json::{Value, json};
use std::sync::Arc;

/// Everything that can be wrong with these.
pub(super) fn mutations() -> Vec<Mutation> {
    [configuration(), replies(), sources(), defaults()].into_iter().flatten().collect()
}

fn configuration() -> Vec<Mutation> {
    rows(&[
        ("no channel takes attachments", &["CH-18"], told(|it| configure(it, "acceptAttachments", false.into()))),
        ("every channel takes attachments", &["CH-18", "RES-06"], told(|it| configure(it, "acceptAttachments", true.into()))),
        ("no channel takes HTML", &["CH-18", "RES-06"], told(|it| configure(it, "contentTypes", json!(["text/plain"])))),
        ("every channel takes HTML", &["CH-18", "RES-06", "CH-14"], told(|it| configure(it, "contentTypes", json!(["text/html"])))),
        ("no reply is edited", &["CH-23"], told(|it| configure(it, "updateRecords", false.into()))),
        ("every reply is edited", &["CH-23", "RES-06"], told(|it| configure(it, "updateRecords", true.into()))),
        ("nothing is quoted", &["CH-23"], told(|it| configure(it, "includeQuotedMessage", false.into()))),
        ("everything is quoted", &["CH-23", "RES-06"], told(|it| configure(it, "includeQuotedMessage", true.into()))),
    ])
}

fn replies() -> Vec<Mutation> {
    rows(&[
        ("every message can be replied to", &["CH-18"], told(|it| can_reply(it, true))),
        ("what an answer says of replies counts for nothing", &["CH-15"], told(|it| can_reply(it, true))),
        ("extensions are asked before Desk looks", &["CH-18"], turn(asked_first)),
        ("attachments get lost", &["CH-14", "CH-18", "CH-17"], act(without_attachments)),
        ("attachments have no size", &["CH-14"], edited(|it| resource(it, |of| each_attachment(of, |one| one["size"] = 0.into())))),
        ("attachments are nowhere", &["CH-14"], edited(|it| resource(it, |of| each_attachment(of, |one| one["href"] = "".into())))),
        ("attachments are not counted", &["CH-14"], edited(|it| resource(it, |of| of["attachmentCount"] = 0.into()))),
        ("attachments are not told of", &["CH-14"], edited(|it| resource(it, |of| of["hasAttach"] = false.into()))),
        ("replies are by whoever sends them", &["CH-14", "CH-16"], turn(by_whoever_sends)),
        ("an edited reply is not pushed", &["CH-23"], act(edited_as_it_was)),
        ("quotes are in the summary, too", &["CH-23"], edited(|it| resource(it, |of| of["summary"] = of["content"].clone()))),
    ])
}

fn sources() -> Vec<Mutation> {
    rows(&[
        (
            "links ask nobody",
            &["CH-19", "CH-25"],
            dropped(|it| matches!(it, Effect::CallEndpoint { exchange, .. } if exchange == REDIRECT)),
        ),
        ("links lead nowhere", &["CH-19"], dropped(|it| matches!(it, Effect::SentOn { .. }))),
        ("links lead elsewhere", &["CH-19"], edited(elsewhere)),
        ("links name no parent", &["CH-25"], edited(|it| query(it, |of| drop(of.shift_remove("parentId"))))),
        ("links name Desk's own IDs", &["CH-25"], edited(|it| query(it, |of| drop(of.insert("id".into(), "26811000000900001".into()))))),
        ("every link is the ticket's", &["CH-25"], act(of_the_ticket)),
        ("every answer is a place to go to", &["CH-19"], told(all_found)),
    ])
}

/// What the catalogue has of keys that are left out.
fn defaults() -> Vec<Mutation> {
    let default = |at: usize, value: Value| {
        How::Catalog(Arc::new(move |json: &mut Value| {
            let key = json.pointer_mut(&format!("/rules/RES-06/declares/keys/{at}")).expect("a key of a channel's configuration");
            assert!(key["default"] != value, "{key} has another default");
            key["default"] = value.clone();
        }))
    };
    let other = [
        ("replies are edited where nothing is said", default(3, true.into())),
        ("attachments are taken where nothing is said", default(4, true.into())),
        ("replies quote where nothing is said", default(5, true.into())),
        ("HTML is taken where nothing is said", default(6, json!(["text/html"]))),
    ];
    other.into_iter().flat_map(|(name, how)| how.rows(name, &["RES-06"], &[])).collect()
}

const REDIRECT: &str = "channel.redirect";

fn configure(input: &mut Input, key: &str, value: Value) {
    if let Input::Declare { declared, .. } = input
        && let Some(channel) = declared.resources.get_mut("channel")
    {
        channel[key] = value;
    }
}

fn can_reply(input: &mut Input, can: bool) {
    if let Input::EndpointAnswered { answer: Ok(answer), .. } = input {
        let threads = answer.body.pointer_mut("/data/threads").and_then(Value::as_array_mut).into_iter().flatten();
        threads.for_each(|thread| thread["canReply"] = can.into());
        if answer.body.get("canReply").is_some() {
            answer.body["canReply"] = can.into();
        }
    }
}

/// Who listens to the hook is asked, whatever comes of it.
fn asked_first(host: &mut dyn Model, now: Instant, mut input: Input) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Input::Act { action, what: Action::Reply(reply) } = &mut input
        && !reply.attachments.is_empty()
    {
        let bare = Reply { attachments: Vec::new(), ..reply.clone() };
        effects = host.apply(now, Input::Act { action: *action, what: bare.into() });
        if effects.iter().any(|effect| matches!(effect, Effect::AskHook { .. })) {
            return effects;
        }
    }
    effects.extend(host.apply(now, input));
    effects
}

fn without_attachments(what: &mut Action) {
    if let Action::Reply(Reply { attachments, .. }) = what {
        attachments.clear();
    }
}

fn by_whoever_sends(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut effects = host.apply(now, input);
    let sender = host.desk().agents().next().map(|agent| agent.name.clone()).unwrap_or_default();
    effects.iter_mut().for_each(|effect| resource(effect, |of| of["author"]["name"] = sender.as_str().into()));
    effects
}

fn edited_as_it_was(what: &mut Action) {
    if let Action::EditReply(EditReply { ticket, thread, .. }) = what.clone() {
        *what = Action::SendAgain(SendAgain { ticket, thread });
    }
}

fn of_the_ticket(what: &mut Action) {
    if let Action::OpenSource(OpenSource { of, .. }) = what {
        *of = Source::Ticket;
    }
}

fn elsewhere(effect: &mut Effect) {
    if let Effect::SentOn { place, .. } = effect {
        place.push_str("/other");
    }
}

fn all_found(input: &mut Input) {
    if let Input::EndpointAnswered { answer: Ok(answer), .. } = input
        && answer.body.is_null()
    {
        answer.status = 302;
        answer.headers.insert("Location".into(), "https://chat.example/rooms/7".into());
    }
}

fn resource(effect: &mut Effect, change: impl FnOnce(&mut Value)) {
    if let Effect::CallEndpoint { exchange, request, .. } = effect
        && exchange == "channel.push"
    {
        change(&mut request.body["resource"]);
    }
}

fn each_attachment(resource: &mut Value, change: fn(&mut Value)) {
    resource["attachments"].as_array_mut().into_iter().flatten().for_each(change);
}

fn query(effect: &mut Effect, change: fn(&mut serde_json::Map<String, Value>)) {
    if let Effect::CallEndpoint { exchange, request, .. } = effect
        && exchange == REDIRECT
    {
        change(&mut request.query);
    }
}
