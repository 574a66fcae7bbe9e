//! Random days of channels: whatever is pulled, in whichever order and how often, and however pushes are answered, nothing is there twice and no
//! reply is lost.

use deskspec::catalog::Catalog;
use deskspec::clock::Millis;
use deskspec::host::desk::{
    CHANNEL_STATE, Declared, Delivery, Desk, Fetching, Merge, Page, Portal, Reply, SendAgain, Thread, Ticket, UninstallExtension,
};
use deskspec::host::{Effect, ExchangeId, Input, Model as _, ServiceAnswer};
use deskspec::stage::{Happened, Scripted, Service, Stage};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const CHANNELS: [&str; 2] = ["chat", "forum"];
const FILES: [&str; 2] = ["https://files.example/here.png", "https://files.example/gone.png"];
/// A ticket that no channel brought.
const MAIL: &str = "26811000000760569";

/// One thing that happens on such a day.
#[derive(Debug, Clone)]
enum Move {
    /// A channel's server answers pulls so from now on.
    News(usize, Answering, Value),
    /// A channel's server answers pushes so from now on.
    Pushes(usize, Answering),
    Wait(Millis),
    /// The agent replies on one of the tickets.
    Reply(usize),
    /// The agent sends one of the failed replies again.
    Again(usize),
    /// The agent merges one ticket into another.
    Merge(usize, usize),
}

/// How a server answers.
#[derive(Debug, Clone, Copy)]
enum Answering {
    Well(Millis),
    Status(u16),
    Garbage,
    Never,
}

fn answering() -> impl Strategy<Value = Answering> {
    prop_oneof![
        5 => prop_oneof![Just(0), 0..40_000_u64, Just(29_999), Just(30_000), Just(30_001)].prop_map(Answering::Well),
        1 => prop::sample::select(&[204_u16, 404, 429, 503][..]).prop_map(Answering::Status),
        1 => Just(Answering::Garbage),
        1 => Just(Answering::Never),
    ]
}

/// Few IDs, so that batches overlap; replies that were taken come back as `r-1` …
fn ids(letter: char) -> impl Strategy<Value = String> {
    (0..4_u32).prop_map(move |number| format!("{letter}-{number}"))
}

fn actors() -> impl Strategy<Value = Value> {
    (0..3_u32, any::<bool>()).prop_map(|(number, email)| {
        let mut actor = json!({"extId": format!("u-{number}"), "name": format!("Person {number}")});
        if email {
            actor["email"] = format!("person{number}@example.com").into();
        }
        actor
    })
}

fn news() -> impl Strategy<Value = Value> {
    let ticket = (ids('c'), actors(), "[a-z]{1,3}").prop_map(|(id, actor, subject)| {
        let extra = json!({"key": format!("{id} {{{{ticket.id}}}}"), "queriableValue": "all", "value": {}});
        json!({"extId": id, "actor": actor, "subject": subject, "extra": extra})
    });
    let file = prop::option::of(prop::sample::select(&FILES[..]));
    let parent = prop_oneof![4 => ids('c'), 1 => ids('m'), 1 => ids('r')];
    let thread = (prop_oneof![4 => ids('m'), 1 => ids('r')], parent, actors(), "[a-z]{1,3}", file).prop_map(|(id, parent, actor, content, file)| {
        let direction = if id.starts_with('r') { "out" } else { "in" };
            json!({"extId": id, "extParentId": parent, "actor": actor, "content": content, "direction": direction, "attachmentUrls": Vec::from_iter(file)})
    });
    let state = prop::option::of("[a-z]{1,3}");
    (prop::collection::vec(ticket, 0..4), prop::collection::vec(thread, 0..6), state).prop_map(|(tickets, threads, state)| {
        let mut news = json!({"data": {"tickets": tickets, "threads": threads}});
        if let Some(state) = state {
            news["channelState"] = state.into();
        }
        news
    })
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let channel = || 0..CHANNELS.len();
    let wait = prop_oneof![3 => Just(240_000), 2 => 0..300_000_u64, 1 => Just(10_000)];
    let one = prop_oneof![
        4 => (channel(), answering(), news()).prop_map(|(channel, how, news)| Move::News(channel, how, news)),
        2 => (channel(), answering()).prop_map(|(channel, how)| Move::Pushes(channel, how)),
        4 => wait.prop_map(Move::Wait),
        3 => (0..6_usize).prop_map(Move::Reply),
        2 => (0..4_usize).prop_map(Move::Again),
        1 => (0..6_usize, 0..6_usize).prop_map(|(one, other)| Move::Merge(one, other)),
    ];
    prop::collection::vec(one, 0..30)
}

struct Day {
    stage: Stage,
    /// How many replies the agent wrote, by what they say.
    written: BTreeSet<String>,
    /// How many answers to pushes there were: a few IDs, so that some are other messages' already.
    taken: usize,
}

fn declared(extension: &str) -> Input {
    let sync = json!({"push": format!("https://{extension}.example/push"), "pull": format!("https://{extension}.example/pull")});
    let resources = Map::from_iter([("channel".to_owned(), json!({"sync": sync}))]);
    Input::Declare { extension: extension.to_owned(), declared: Declared { resources, ..Declared::default() } }
}

impl Day {
    fn new() -> Self {
        let mut stage = Stage::new(Box::new(Desk::new(Arc::clone(Catalog::documented()), Portal::default())));
        stage.input(Input::PutTicket { id: MAIL.into(), properties: Map::new() });
        CHANNELS.into_iter().for_each(|extension| stage.input(declared(extension)));
        for (url, status) in FILES.into_iter().zip([200, 404]) {
            stage.services.add(Service {
                method: None,
                url: url.to_owned(),
                answer: Some(Ok(ServiceAnswer { after: 500, ..ServiceAnswer::new(status, "x".into()) })),
            });
        }
        Self { stage, written: BTreeSet::new(), taken: 0 }
    }

    fn play(&mut self, what: &Move) {
        match what {
            Move::News(channel, how, news) => self.stage.endpoints.set(CHANNELS[*channel], "channel.pull", answer(*how, news.clone())),
            Move::Pushes(channel, how) => {
                self.taken += 1;
                let body = json!({"extId": format!("r-{}", self.taken % 4), "canReply": true});
                self.stage.endpoints.set(CHANNELS[*channel], "channel.push", answer(*how, body));
            }
            Move::Wait(span) => self.stage.pass(*span),
            Move::Reply(at) => {
                let ticket = self.pick(*at);
                let content = format!("reply {}", self.written.len());
                let before: BTreeSet<_> = self.threads().map(|(_, thread)| thread.id.clone()).collect();
                self.stage.input(Input::GoTo { page: Page::ticket(&ticket) });
                let reply =
                    Reply { ticket, thread: None, content: content.clone(), cc: String::new(), attachments: Vec::new(), close: false };
                self.stage.act("replies".into(), reply.into());
                // By its ID: what the service says of it later may be another text (CH-24).
                let own = self.threads().filter(|(_, thread)| thread.content == format!("<div>{content}</div>"));
                let own: Vec<_> = own.map(|(_, thread)| thread.id.clone()).filter(|id| !before.contains(id)).collect();
                assert_eq!(own.len(), 1, "one reply is there");
                self.written.extend(own);
            }
            Move::Again(at) => {
                let failed: Vec<_> = self.threads().filter(|(_, it)| matches!(it.synced.delivery, Some(Delivery::Failed(_)))).collect();
                let Some((ticket, thread)) = failed.get(*at).map(|(ticket, thread)| (ticket.id.clone(), thread.id.clone())) else { return };
                self.stage.act("sends again".into(), SendAgain { ticket, thread }.into());
            }
            Move::Merge(one, other) => {
                let (merged, into) = (self.pick(*one), self.pick(*other));
                self.stage.act("merges".into(), Merge { into, merged: vec![merged] }.into());
            }
        }
    }

    fn pick(&self, at: usize) -> String {
        let tickets = self.stage.desk().tickets();
        tickets[at % tickets.len()].id.clone()
    }

    fn threads(&self) -> impl Iterator<Item = (&Ticket, &Thread)> {
        self.stage.desk().tickets().iter().flat_map(|ticket| ticket.threads.iter().map(move |thread| (ticket, thread)))
    }

    fn state(&self, extension: &str) -> Option<String> {
        let params = &self.stage.desk().installation(extension)?.params;
        params.iter().find(|param| param.name == CHANNEL_STATE)?.value.clone()
    }
}

fn answer(how: Answering, body: Value) -> Scripted {
    let answer = match how {
        Answering::Well(after) => ServiceAnswer { after, ..ServiceAnswer::new(200, body) },
        Answering::Status(status) => ServiceAnswer::new(status, body),
        Answering::Garbage => ServiceAnswer::new(200, "<html>".into()),
        Answering::Never => return Scripted::once(None),
    };
    Scripted::once(Some(Ok(answer)))
}

fn played(moves: &[Move]) -> Day {
    let mut day = Day::new();
    moves.iter().for_each(|what| day.play(what));
    // Whatever waits has its time; pulls go on, and find nothing.
    CHANNELS.into_iter().for_each(|channel| day.stage.endpoints.set(channel, "channel.pull", answer(Answering::Garbage, Value::Null)));
    day.stage.pass(60_000);
    day
}

/// Each value once.
fn once<T: Ord>(all: impl Iterator<Item = T>) -> bool {
    let mut seen = BTreeSet::new();
    let mut all = all;
    all.all(|it| seen.insert(it))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_there_twice(moves in moves()) {
        let day = played(&moves);
        let desk = day.stage.desk();
        prop_assert!(day.stage.breaches.is_empty(), "{:?}", day.stage.breaches);
        let tickets = desk.tickets().iter().filter_map(|it| Some((it.text("channel").to_owned(), it.ext_id.clone()?)));
        prop_assert!(once(tickets), "a ticket is there twice");
        let threads = day.threads().filter_map(|(_, it)| Some((it.synced.channel.clone()?, it.synced.ext_id.clone()?)));
        prop_assert!(once(threads), "a thread is there twice");
        prop_assert!(once(day.threads().map(|(_, thread)| thread.id.clone())));
        for ticket in desk.tickets() {
            prop_assert_eq!(ticket.text("threadCount"), ticket.threads.len().to_string());
        }
    }

    #[test]
    fn whatever_came_once_is_found_for_ever(moves in moves()) {
        let mut day = Day::new();
        let mut come: BTreeSet<(String, String)> = BTreeSet::new();
        for what in &moves {
            day.play(what);
            let desk = day.stage.desk();
            come.extend(desk.tickets().iter().filter_map(|it| Some((it.text("channel").to_owned(), it.ext_id.clone()?))));
            for (channel, ext_id) in &come {
                prop_assert!(desk.ticket_of(channel, ext_id).is_some(), "{} of {} is lost", ext_id, channel);
            }
        }
    }

    #[test]
    fn no_reply_is_lost_and_each_is_as_far_as_its_last_push(moves in moves()) {
        let day = played(&moves);
        let mut ends: BTreeMap<String, Delivery> = BTreeMap::new();
        let (mut of, mut pushed) = (BTreeMap::new(), BTreeMap::new());
        for entry in &day.stage.trace.entries {
            match &entry.what {
                Happened::Host(Effect::CallEndpoint { call, exchange, request, .. }) if exchange == "channel.push" => {
                    let thread = request.body["resource"]["id"].to_string();
                    *pushed.entry(thread.clone()).or_insert(0) += 1;
                    of.insert(*call, thread);
                }
                Happened::Host(Effect::Exchanged { call, failed, .. }) => {
                    if let Some(thread) = of.get(call) {
                        ends.insert(thread.clone(), failed.clone().map_or(Delivery::Sent, Delivery::Failed));
                    }
                }
                _ => {}
            }
        }
        let written: BTreeSet<_> = day.threads().map(|(_, it)| it.id.clone()).filter(|id| day.written.contains(id)).collect();
        prop_assert_eq!(&written, &day.written, "replies are lost");
        prop_assert!(day.threads().all(|(_, it)| it.synced.delivery.is_none() || day.written.contains(&it.id)), "replies are made up");
        for (_, reply) in day.threads().filter(|(_, it)| day.written.contains(&it.id)) {
            prop_assert_eq!(reply.synced.delivery.as_ref(), ends.get(&reply.id), "{} is not as far as its push", reply.id);
            prop_assert_eq!(reply.synced.ext_id.is_some(), reply.synced.delivery == Some(Delivery::Sent));
            prop_assert_eq!(reply.synced.channel.is_some(), pushed.contains_key(&reply.id), "pushed, or mailed");
        }
    }

    #[test]
    fn the_state_moves_with_a_good_pull_alone(moves in moves()) {
        let mut day = Day::new();
        for what in &moves {
            let (before, from) = (CHANNELS.map(|channel| day.state(channel)), day.stage.trace.entries.len());
            day.play(what);
            let mut told: BTreeMap<ExchangeId, (String, Value)> = BTreeMap::new();
            let mut wanted = before;
            for entry in &day.stage.trace.entries {
                match &entry.what {
                    Happened::Host(Effect::CallEndpoint { call, extension, exchange, .. }) if exchange == "channel.pull" => {
                        told.insert(*call, (extension.clone(), Value::Null));
                    }
                    Happened::Endpoint(call, Ok(answer)) => {
                        told.entry(*call).and_modify(|it| it.1 = answer.body.clone());
                    }
                    _ => {}
                }
            }
            for entry in &day.stage.trace.entries[from..] {
                if let Happened::Host(Effect::Exchanged { call, failed: None, .. }) = &entry.what
                    && let Some((extension, body)) = told.get(call)
                    && let Some(state) = body["channelState"].as_str()
                {
                    let at = CHANNELS.iter().position(|channel| channel == extension).expect("a channel");
                    wanted[at] = Some(state.to_owned());
                }
            }
            prop_assert_eq!(CHANNELS.map(|channel| day.state(channel)), wanted);
        }
    }

    #[test]
    fn every_attachment_is_there_or_has_failed_once(moves in moves()) {
        let day = played(&moves);
        for (_, thread) in day.threads() {
            prop_assert!(once(thread.synced.attachments.iter().map(|it| it.url.clone())), "a file is there twice");
            for file in &thread.synced.attachments {
                prop_assert_eq!(matches!(file.state, Fetching::Here { .. }), file.url == FILES[0], "{:?}", file);
                prop_assert!(file.state != Fetching::Waiting, "{:?}", file);
            }
        }
    }
}

/// A desk alone, to which a channel brought a ticket with a reply that is on its way, and an attachment.
fn on_the_way() -> (Desk, Vec<Effect>) {
    let mut stage = Stage::new(Box::new(Desk::new(Arc::clone(Catalog::documented()), Portal::default())));
    stage.input(declared("chat"));
    let actor = json!({"extId": "u", "name": "Ada"});
    let extra = json!({"key": "k", "queriableValue": "q", "value": {}});
    let ticket = json!({"extId": "c", "subject": "Hello", "actor": actor, "extra": extra});
    let thread = json!({"extId": "m", "extParentId": "c", "content": "Hello", "actor": actor, "attachmentUrls": [FILES[0]]});
    stage.endpoints.set("chat", "channel.pull", answer(Answering::Well(0), json!({"data": {"tickets": [ticket], "threads": [thread]}})));
    stage.services.add(Service { method: None, url: FILES[0].into(), answer: None });
    stage.endpoints.set("chat", "channel.push", Scripted::once(None));
    stage.pass(240_000);
    let ticket = stage.desk().tickets()[0].id.clone();
    stage.act(
        "replies".into(),
        Reply { ticket, thread: None, content: "Hi".into(), cc: String::new(), attachments: Vec::new(), close: false }.into(),
    );
    let mut desk = stage.desk().clone();
    let what = UninstallExtension { extension: "chat".into() }.into();
    let effects = desk.apply(deskspec::clock::Instant::START + 240_000, Input::Act { action: deskspec::host::ActionId(8), what });
    (desk, effects)
}

#[test]
fn a_channel_that_is_gone_leaves_nothing_that_waits() {
    let (mut desk, effects) = on_the_way();
    assert!(desk.channel("chat").is_none());
    let threads = desk.tickets()[0].threads.clone();
    let gone = "The extension was uninstalled.".to_owned();
    assert_eq!(threads[0].synced.attachments[0].state, Fetching::Failed(gone.clone()));
    assert_eq!(threads[1].synced.delivery, Some(Delivery::Failed(gone)));
    assert!(effects.iter().any(|it| matches!(it, Effect::Delivery { .. })), "{effects:?}");
    // What comes of the requests all the same comes to nobody: the push was the third one, behind the pull and the attachment.
    let at = deskspec::clock::Instant(deskspec::clock::Instant::START.0 + 240_000);
    for call in 1..=3 {
        let answer = Ok(deskspec::host::ServiceAnswer::new(200, json!({"extId": "r"})));
        assert_eq!(desk.apply(at, Input::EndpointAnswered { call: ExchangeId(call), answer }), []);
    }
    assert_eq!(desk.tickets()[0].threads, threads);
}

#[test]
fn a_channel_that_is_gone_is_pulled_no_more_until_it_comes_again() {
    let (mut desk, _) = on_the_way();
    let again = desk.tickets()[0].threads[1].id.clone();
    let ticket = desk.tickets()[0].id.clone();
    let start = deskspec::clock::Instant::START;
    let pull = |effects: &[Effect]| effects.iter().any(|it| matches!(it, Effect::CallEndpoint { .. }));
    let due = |desk: &mut Desk, at, id| desk.apply(at, Input::Due { wake: deskspec::host::Wake::Pull(deskspec::host::ChannelId(id)) });
    assert!(!pull(&due(&mut desk, start + 480_000, 1)), "it is pulled");
    let act = Input::Act { action: deskspec::host::ActionId(9), what: SendAgain { ticket, thread: again }.into() };
    assert!(!pull(&desk.apply(start + 480_000, act)), "a reply is pushed");
    desk.apply(start + 480_000, declared("chat"));
    assert!(!pull(&due(&mut desk, start + 720_000, 1)), "the old one is pulled");
    assert!(pull(&due(&mut desk, start + 720_000, 2)), "the new one is not pulled");
}
