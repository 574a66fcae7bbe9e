//! Whatever a channel's server answers, Desk takes all of it or nothing; and where our own model does not, the stage says so.

use deskspec::catalog::Catalog;
use deskspec::clock::Instant;
use deskspec::host::desk::{CHANNEL_STATE, Declared, Delivery, Desk, Page, Portal, Reply, SendAgain, Thread};
use deskspec::host::{Effect, Host, Input, Model, ServiceAnswer};
use deskspec::record::Severity;
use deskspec::stage::{Scripted, Stage};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const MINUTES: u64 = 60_000;

/// A stage with the channel of "chat" on it, whose server answers pulls so.
fn pulled(host: Box<dyn Model>, answer: ServiceAnswer) -> Stage {
    let mut stage = Stage::new(host);
    let channel = json!({"sync": {"pull": "https://chat.example/pull", "push": "https://chat.example/push"}});
    let declared = Declared { resources: Map::from_iter([("channel".to_owned(), channel)]), ..Declared::default() };
    stage.input(Input::Declare { extension: "chat".into(), declared });
    stage.endpoints.set("chat", "channel.pull", Scripted::once(Some(Ok(answer))));
    stage.pass(8 * MINUTES);
    stage
}

fn desk() -> Box<dyn Model> {
    Box::new(Desk::new(std::sync::Arc::clone(Catalog::documented()), Portal::default()))
}

fn state(stage: &Stage) -> Option<String> {
    let params = &stage.desk().installation("chat").expect("it is installed").params;
    params.iter().find(|param| param.name == CHANNEL_STATE).and_then(|param| param.value.clone())
}

fn ticket(ext_id: &str) -> Value {
    let actor = json!({"extId": "u", "name": "Ada"});
    json!({"extId": ext_id, "subject": "", "actor": actor, "extra": {"key": "k", "value": {}, "queriableValue": "q"}})
}

/// A host that does something else beside each exchange that has failed.
struct Broken(Box<dyn Model>, Input);

impl Model for Broken {
    fn apply(&mut self, now: Instant, input: Input) -> Vec<Effect> {
        let mut effects = self.0.apply(now, input);
        if effects.iter().any(|it| matches!(it, Effect::Exchanged { failed: Some(_), .. })) {
            effects.extend(self.0.apply(now, self.1.clone()));
        }
        effects
    }

    fn host(&self) -> Host<'_> {
        self.0.host()
    }
}

#[test]
fn a_failed_exchange_that_changes_something_is_our_fault() {
    let fails = || ServiceAnswer::new(500, Value::Null);
    assert_eq!(pulled(desk(), fails()).broken(), Vec::<String>::new());
    let ticket = Input::PutTicket { id: "7".into(), properties: Map::new() };
    let broken = pulled(Box::new(Broken(desk(), ticket)), fails()).broken();
    assert!(broken.iter().any(|it| it.starts_with("CH-03: ")), "{broken:?}");
    let moved = Input::SetParam { extension: "chat".into(), name: CHANNEL_STATE.into(), value: "moved".into() };
    let broken = pulled(Box::new(Broken(desk(), moved)), fails()).broken();
    assert!(broken.iter().any(|it| it.starts_with("CH-02: ")), "{broken:?}");
}

/// The port of a vendor's own server: what breaks its shape is told to the vendor, with the rule that it breaks.
#[test]
fn what_a_real_server_answers_wrongly_is_a_finding() {
    let news = |items: Value| ServiceAnswer::new(200, json!({"data": items}));
    for (answer, rule) in [
        (ServiceAnswer::new(500, Value::Null), "CH-01"),
        (ServiceAnswer::new(200, "garbage".into()), "CH-03"),
        (news(json!({"tickets": vec![ticket("c"); 1001]})), "CH-03"),
        (news(json!({"tickets": [{"extId": "c"}]})), "CH-04"),
        (news(json!({"threads": [{"extId": "c"}]})), "CH-05"),
        (news(json!({"tickets": [ticket("c 7")]})), "CH-06"),
    ] {
        let stage = pulled(desk(), ServiceAnswer { genuine: true, ..answer.clone() });
        let found = stage.trace.findings();
        let told: Vec<_> = found.iter().map(|it| (it.severity, it.extension.as_str(), it.rule.as_deref())).collect();
        assert_eq!(told, [(Severity::Error, "chat", Some(rule))]);
        assert_eq!(pulled(desk(), answer).trace.findings(), vec![], "what the feature says is no vendor's concern");
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let key = prop_oneof![Just("extId"), Just("actor"), Just("data"), Just("tickets"), Just("threads"), Just("name"), Just("x")];
        let object = prop::collection::vec((key, inner.clone()), 0..5);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            object.prop_map(|keys| Value::Object(keys.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())),
        ]
    })
}

/// A good batch, and one thing in it may be anything.
fn any_batch() -> impl Strategy<Value = Value> {
    let keys = prop_oneof![Just("extId"), Just("subject"), Just("actor"), Just("extra"), Just("createdTime"), Just("x")];
    (1..6usize, 0..6usize, keys, any_json()).prop_map(|(count, at, key, value)| {
        let mut tickets: Vec<Value> = (0..count).map(|id| ticket(&format!("c-{id}"))).collect();
        if let Some(ticket) = tickets.get_mut(at) {
            ticket[key] = value;
        }
        json!({"channelState": "moved", "data": {"tickets": tickets}})
    })
}

/// A stage with a ticket of the channel's on it, to which the agent has replied once for each answer, each a quarter of a minute after the last.
fn pushed(answers: &[Result<ServiceAnswer, String>]) -> Stage {
    let first = json!({"extId": "m-1", "extParentId": "c", "content": "Hello", "direction": "in", "actor": {"extId": "u", "name": "Ada"}});
    let mut stage = pulled(desk(), ServiceAnswer::new(200, json!({"data": {"tickets": [ticket("c")], "threads": [first]}})));
    stage.endpoints.set("chat", "channel.pull", Scripted::once(Some(Ok(ServiceAnswer::new(200, json!({"data": {}}))))));
    let id = stage.desk().tickets()[0].id.clone();
    stage.input(Input::GoTo { page: Page::ticket(&id) });
    for (number, answer) in answers.iter().enumerate() {
        stage.endpoints.set("chat", "channel.push", Scripted::once(Some(answer.clone())));
        let content = format!("reply {number}");
        let reply = Reply { ticket: id.clone(), thread: None, content, cc: String::new(), attachments: Vec::new(), close: false };
        stage.act("replies".into(), reply.into());
        stage.pass(MINUTES / 4);
    }
    stage
}

fn replies(stage: &Stage) -> Vec<Thread> {
    stage.desk().tickets().iter().flat_map(|ticket| &ticket.threads).filter(|thread| !thread.incoming).cloned().collect()
}

/// What a service may call a reply: a name of its own, one that is taken, one that breaks the format, or anything.
fn any_push_answer() -> impl Strategy<Value = Value> {
    let id = prop_oneof![prop::sample::select(&["m-1", "m-2", "m-3", "c", "m 4", ""][..]).prop_map(Value::from), any_json()];
    let key = prop::sample::select(&["canReply", "from", "to", "extra", "x"][..]);
    let good = (id, prop::option::of((key, any_json()))).prop_map(|(id, more)| {
        let mut answer = json!({"extId": id});
        more.into_iter().for_each(|(key, value)| answer[key] = value);
        answer
    });
    prop_oneof![3 => good, 1 => any_json()]
}

fn any_push() -> impl Strategy<Value = Result<ServiceAnswer, String>> {
    let status = prop_oneof![4 => Just(200u16), 1 => 100..600u16];
    let answered = (status, any_push_answer()).prop_map(|(status, body)| Ok(ServiceAnswer::new(status, body)));
    prop_oneof![6 => answered, 1 => Just(Err("The connection is gone.".to_owned()))]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answer_is_taken_whole_or_not_at_all(body in prop_oneof![any_json(), any_batch()], status in prop_oneof![Just(200u16), 100..600u16]) {
        let stage = pulled(desk(), ServiceAnswer::new(status, body.clone()));
        let failed = |entry: &deskspec::stage::Entry| {
            matches!(&entry.what, deskspec::stage::Happened::Host(Effect::Exchanged { failed: Some(_), .. }))
        };
        let told = body["data"]["tickets"].as_array().map_or(0, Vec::len);
        let imported = stage.desk().tickets().len();
        if stage.trace.entries.iter().any(failed) {
            prop_assert_eq!((imported, state(&stage)), (0, None), "a part of {} is imported", body);
        } else {
            let ids: std::collections::BTreeSet<_> = body["data"]["tickets"].as_array().into_iter().flatten().map(|it| it["extId"].to_string()).collect();
            prop_assert!(imported == ids.len() && imported <= told, "{} of {} are imported", imported, body);
            prop_assert_eq!(state(&stage), body["channelState"].as_str().map(str::to_owned));
        }
        prop_assert_eq!(stage.broken(), Vec::<String>::new());
    }

    #[test]
    fn no_reply_is_lost_and_none_has_the_id_of_another(answers in prop::collection::vec(any_push(), 1..5), again in any_push()) {
        let mut stage = pushed(&answers);
        let written: Vec<_> = (0..answers.len()).map(|number| format!("<div>reply {number}</div>")).collect();
        let kept = |stage: &Stage| replies(stage).into_iter().map(|reply| reply.content).collect::<Vec<_>>();
        prop_assert_eq!(kept(&stage), written.clone());
        for (reply, answer) in replies(&stage).iter().zip(&answers) {
            let said = answer.as_ref().ok().filter(|answer| (200..300).contains(&answer.status)).and_then(|answer| answer.body["extId"].as_str());
            match &reply.synced.delivery {
                Some(Delivery::Sent) => prop_assert_eq!(reply.synced.ext_id.as_deref(), said, "{:?} is not its ID", answer),
                Some(Delivery::Failed(_)) => prop_assert_eq!(&reply.synced.ext_id, &None, "a failed reply has an ID"),
                other => prop_assert!(false, "a reply is {:?} after {:?}", other, answer),
            }
        }
        stage.endpoints.set("chat", "channel.push", Scripted::once(Some(again)));
        for reply in replies(&stage).into_iter().filter(|reply| matches!(reply.synced.delivery, Some(Delivery::Failed(_)))) {
            let ticket = stage.desk().tickets()[0].id.clone();
            stage.act("sends again".into(), SendAgain { ticket, thread: reply.id }.into());
            stage.pass(MINUTES / 4);
        }
        prop_assert_eq!(kept(&stage), written);
        let mut ids: Vec<_> = stage.desk().tickets().iter().flat_map(|ticket| &ticket.threads).filter_map(|it| it.synced.ext_id.clone()).collect();
        ids.sort();
        let all = ids.len();
        ids.dedup();
        prop_assert_eq!(ids.len(), all, "two threads have one external ID: {:?}", ids);
        prop_assert_eq!(stage.broken(), Vec::<String>::new());
    }
}
