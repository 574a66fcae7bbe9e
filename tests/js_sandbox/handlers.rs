//! Hooks and events: what a handler may answer, and what becomes of its faults.

use crate::play::{Play, answers, defects, kinds, real, registered, show, told};
use deskspec::extension::How::{Rejected, Resolved, Returned, Threw};
use deskspec::extension::{Act, DefectKind, HandlerAnswer, How, Reply};
use serde_json::{Value, json};

/// One handler for `ticket.close`, and its verdict.
fn verdict(handler: &str) -> (How, Option<Value>) {
    let mut play = Play::open(&registered(&format!("App.instance.on('ticket.close', {handler});")));
    let all = play.verdicts("ticket.close", json!({"ticket.id": "7"})).expect("an answer at once");
    assert_eq!(all.len(), 1, "{handler}");
    let HandlerAnswer { how, value } = told(all[0].clone());
    (how, value)
}

#[test]
fn every_shape_of_a_verdict() {
    let cases: &[(&str, How, Option<Value>)] = &[
        ("() => true", Returned, Some(json!(true))),
        ("() => false", Returned, Some(json!(false))),
        ("() => {}", Returned, None),
        ("() => null", Returned, Some(json!(null))),
        ("() => 'no'", Returned, Some(json!("no"))),
        ("() => 0", Returned, Some(json!(0))),
        ("() => ({result: false})", Returned, Some(json!({"result": false}))),
        ("p => p['ticket.id']", Returned, Some(json!("7"))),
        ("() => Promise.resolve()", Resolved, None),
        ("() => Promise.resolve(true)", Resolved, Some(json!(true))),
        ("() => Promise.resolve(false)", Resolved, Some(json!(false))),
        ("async () => ({result: false})", Resolved, Some(json!({"result": false}))),
        ("function () { return this === App.instance }", Returned, Some(json!(true))),
        ("() => Promise.reject()", Rejected, None),
        ("() => Promise.reject({msg: 'Issue 7 is open'})", Rejected, Some(json!({"msg": "Issue 7 is open"}))),
        ("async () => { throw 'no' }", Rejected, Some(json!("no"))),
        ("() => { throw 'no' }", Threw, Some(json!("no"))),
        ("() => { throw undefined }", Threw, None),
    ];
    for (handler, how, value) in cases {
        let expected = told(HandlerAnswer { how: *how, value: value.clone() });
        assert_eq!(verdict(handler), (expected.how, expected.value), "{handler}");
    }
}

#[test]
fn a_throwing_handler_is_an_answer_and_a_defect_at_its_place() {
    let mut play = Play::open(&registered("App.instance.on('ticket.close', function check(p) {\n  return p.no.more;\n});"));
    let acts = play.ask("ticket.close", json!({}));
    assert_eq!(
        defects(&acts).iter().map(show).collect::<Vec<_>>(),
        ["Threw app/w.html:4:10 ticket.close threw TypeError: cannot read property 'more' of undefined"]
    );
    let [answer] = answers(&acts).expect("an answer").try_into().expect("one answer");
    let stack = "    at check (app/w.html:4:10)\n";
    let value = json!({"name": "TypeError", "message": "cannot read property 'more' of undefined", "stack": stack});
    assert_eq!(told(answer), told(HandlerAnswer { how: Threw, value: Some(value) }));
}

#[test]
fn faults_are_told_from_verdicts() {
    let cases: &[(&str, &[&str])] = &[
        // A rejection with an error of one's own is a verdict; with one that the engine raises, a mistake.
        ("async () => { throw new Error('no') }", &[]),
        ("async () => { missing() }", &["Threw app/w.html:3:47 ticket.close threw ReferenceError: missing is not defined"]),
        (
            "() => ZOHODESK.on('x')",
            &["NoSuchCall app/w.html:3:48 ticket.close the client SDK has no ZOHODESK.on: threw TypeError: not a function"],
        ),
        (
            "() => App.instance.off('x')",
            &["NoSuchCall app/w.html:3:52 ticket.close the client SDK has no App.instance.off: threw TypeError: not a function"],
        ),
        ("() => { let go; go(1) }", &["Threw app/w.html:3:49 ticket.close threw TypeError: go is not a function"]),
        (
            "() => { Promise.reject(new Error('lost')); }",
            &["UnhandledRejection app/w.html:3:60 ticket.close a promise was rejected and nobody caught it: Error: lost; add a catch"],
        ),
        ("() => { const p = Promise.reject(1); p.catch(() => {}) }", &[]),
    ];
    for (handler, expected) in cases {
        let mut play = Play::open(&registered(&format!("App.instance.on('ticket.close', {handler});")));
        let acts = play.ask("ticket.close", json!({}));
        assert_eq!(defects(&acts).iter().map(show).collect::<Vec<_>>(), *expected, "{handler}");
        assert!(answers(&acts).is_some(), "{handler}");
    }
}

/// A copy of the real SDK tells it as a rejection.
#[test]
fn what_is_thrown_and_is_no_error_is_a_defect_where_it_is_told() {
    for (handler, expected) in
        [("() => { throw 5 }", "Threw ? ticket.close threw 5"), ("() => { throw {msg: 'x'} }", r#"Threw ? ticket.close threw {"msg":"x"}"#)]
    {
        let mut play = Play::open(&registered(&format!("App.instance.on('ticket.close', {handler});")));
        let acts = play.ask("ticket.close", json!({}));
        assert_eq!(defects(&acts).iter().map(show).collect::<Vec<_>>(), [expected][usize::from(real().is_some())..], "{handler}");
    }
}

#[test]
fn two_handlers_answer_once_in_the_order_of_subscription() {
    let body = "App.instance.on('ticket.close', () => new Promise(ok => setTimeout(ok, 500, 'late')));\nApp.instance.on('ticket.close', () => false);";
    let mut play = Play::open(&registered(body));
    let counts: Vec<u32> =
        play.acts.iter().filter_map(|act| if let Act::Subscribe { handlers, .. } = act { Some(*handlers) } else { None }).collect();
    assert_eq!(counts, [1, 2]);
    assert_eq!(play.verdicts("ticket.close", json!({})), None);
    assert_eq!(answers(&play.pass(499)), None);
    let all = answers(&play.pass(1)).expect("an answer");
    let expected =
        [HandlerAnswer { how: Resolved, value: Some(json!("late")) }, HandlerAnswer { how: Returned, value: Some(json!(false)) }];
    assert_eq!(all.into_iter().map(told).collect::<Vec<_>>(), expected.map(told));
}

#[test]
fn one_handler_that_never_settles_keeps_the_widget_silent() {
    let mut play = Play::open(&registered("App.instance.on('h', () => true); App.instance.on('h', () => new Promise(() => {}));"));
    assert_eq!(play.ask("h", json!({})), []);
    assert_eq!(play.pass(100_000), []);
}

#[test]
fn a_hook_without_a_handler_is_answered_with_none() {
    let mut play = Play::open(&registered(""));
    assert_eq!(play.verdicts("ticket.close", json!({})), Some(Vec::new()));
}

#[test]
fn calls_are_answered_apart() {
    let body = "App.instance.on('h', p => new Promise(ok => setTimeout(ok, p.wait, p.wait)));";
    let mut play = Play::open(&registered(body));
    for wait in [300, 100] {
        assert_eq!(answers(&play.ask("h", json!({"wait": wait}))), None);
    }
    let order: Vec<_> = play
        .pass(1_000)
        .iter()
        .filter_map(|act| if let Act::Answer { call, answers } = act { Some((call.0, answers[0].value.clone())) } else { None })
        .collect();
    assert_eq!(order, [(2, Some(json!(100))), (1, Some(json!(300)))]);
}

#[test]
fn an_answer_that_cannot_travel_is_told_in_its_place() {
    for handler in ["async () => () => 1", "() => ({then(resolve) { resolve(1) }})"] {
        let mut play = Play::open(&registered(&format!("App.instance.on('h', () => true); App.instance.on('h', {handler});")));
        let acts = play.ask("h", json!({}));
        let all = answers(&acts).expect("an answer");
        assert_eq!(all.iter().map(|answer| answer.how).collect::<Vec<_>>(), [Threw], "{handler}");
        assert_eq!(kinds(&acts), [DefectKind::Threw], "{handler}");
        assert!(show(&defects(&acts)[0]).contains("DataCloneError: a function cannot be sent in a message"), "{acts:?}");
    }
}

#[test]
fn events_reach_every_handler_even_if_one_throws() {
    let body =
        "App.instance.on('e', p => { console.log('one', p.n); throw new Error('x') }); App.instance.on('e', p => console.log('two', p.n));";
    let mut play = Play::open(&registered(body));
    let acts = play.deliver("e", json!({"n": 1}));
    assert_eq!(play.log(), ["one 1", "two 1"]);
    // A copy of the real SDK keeps it to itself.
    let expected = ["Threw app/w.html:3:64 e threw Error: x"];
    assert_eq!(defects(&acts).iter().map(show).collect::<Vec<_>>(), expected[usize::from(real().is_some())..]);
    assert_eq!(play.deliver("other", json!({})), []);
}

#[test]
fn what_the_host_answers_settles_the_promise() {
    let body =
        "App.instance.on('h', () => ZOHODESK.get('ticket.id').then(r => r['ticket.id'] === '7', e => Promise.reject({msg: e.why})));";
    for (reply, expected) in [
        (Reply::Resolve(json!({"status": "success", "ticket.id": "7"})), HandlerAnswer { how: Resolved, value: Some(json!(true)) }),
        (Reply::Reject(json!({"why": "no ticket"})), HandlerAnswer { how: Rejected, value: Some(json!({"msg": "no ticket"})) }),
    ] {
        let mut play = Play::open(&registered(body));
        play.ask("h", json!({}));
        let request = play.asks()[0].0;
        let all = answers(&play.settle(request, reply.clone())).expect("an answer");
        assert_eq!(all.into_iter().map(told).collect::<Vec<_>>(), [told(expected)]);
        assert_eq!(play.settle(request, reply), [], "a second reply changes nothing");
    }
}
