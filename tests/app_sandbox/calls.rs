//! What a handler asks of the host, and how it hears the answer.

use super::play::{PATIENCE, Play, folder};
use deskspec::extension::Reply;
use serde_json::json;

/// The lines of a server whose handler for onTicketCreate has this body, when a ticket is created.
fn created(body: &str) -> (Play, Vec<String>) {
    let (mut play, _) =
        Play::one(&format!("exports = {{ created: function (args) {{ {body} }}, installed: function () {{ renderData(); }} }};"), &[], &[]);
    let said = play.deliver("onTicketCreate", &json!({"data": {"ticket": {"id": 7}}, "iparams": {"key": "k"}}));
    (play, said)
}

#[test]
fn a_call_of_the_hosts_leaves_with_its_arguments_and_its_place() {
    for (body, expected) in [
        ("$db.get('k')", "#1 $db.get[\"k\"] (server/server.js:1:43)"),
        ("$db.set('k', {a: 1})", "#1 $db.set[\"k\",{\"a\":1}] (server/server.js:1:43)"),
        ("$db.update('k', 'increment', {a: 1})", "#1 $db.update[\"k\",\"increment\",{\"a\":1}] (server/server.js:1:43)"),
        ("$db.delete('k')", "#1 $db.delete[\"k\"] (server/server.js:1:43)"),
        ("$request.invokeTemplate('t', {body: '{}'})", "#1 $request.invokeTemplate[\"t\",{\"body\":\"{}\"}] (server/server.js:1:43)"),
        ("$request.post('https://x.example/', {})", "#1 $request.post[\"https://x.example/\",{}] (server/server.js:1:43)"),
        ("$schedule.create({name: 'n'})", "#1 $schedule.create[{\"name\":\"n\"}] (server/server.js:1:43)"),
        ("generateTargetUrl()", "#1 generateTargetUrl[] (server/server.js:1:43)"),
        ("renderData(null, {a: 1})", "#1 renderData[null,{\"a\":1}] (server/server.js:1:43)"),
    ] {
        let (_, said) = created(body);
        // Behind a member of an argument, the engine points at that.
        assert_eq!(said[0].split(" (").next(), expected.split(" (").next(), "{body}");
    }
}

#[test]
fn the_answer_comes_by_every_kind_of_callback() {
    let good = Reply::Resolve(json!({"a": 1}));
    let bad = Reply::Reject(json!({"status": 404}));
    let told = "a => console.log('yes', a)";
    let refused = "e => console.log('no', e.status)";
    for (chain, by_good, by_bad) in [
        (format!(".then({told}, {refused})"), &["Info yes {\"a\":1}"][..], &["Info no 404"][..]),
        (format!(".then({told}).catch({refused})"), &["Info yes {\"a\":1}"], &["Info no 404"]),
        (format!(".then({told}).fail({refused})"), &["Info yes {\"a\":1}"], &["Info no 404"]),
        (format!(".done({told}).fail({refused})"), &["Info yes {\"a\":1}"], &["Info no 404"]),
        (format!(".fail({refused}).done({told})"), &["Info yes {\"a\":1}"], &["Info no 404"]),
        (format!(".fail({refused}).always(() => console.log('over'))"), &["Info over"], &["Info no 404", "Info over"]),
        (
            format!(".done({told})"),
            &["Info yes {\"a\":1}"],
            &["UnhandledRejection: a promise was rejected and nobody caught it: {\"status\":404}; add a catch in onTicketCreate"],
        ),
    ] {
        for (reply, expected) in [(&good, by_good), (&bad, by_bad)] {
            let (mut play, _) = created(&format!("$db.get('k'){chain}"));
            assert_eq!(play.settle(1, reply), expected, "{chain}");
        }
    }
}

#[test]
fn what_throws_or_rejects_is_reported_where_it_does() {
    for (body, expected) in [
        (
            "args.data.contact.id",
            "Threw: threw TypeError: cannot read property 'id' of undefined (server/server.js:1:40) in onTicketCreate",
        ),
        (
            "$db.nothing('k')",
            "NoSuchCall: the Freshworks sandbox has no $db.nothing: threw TypeError: not a function (server/server.js:1:43) in onTicketCreate",
        ),
        (
            "setTimeout(() => 1, 10)",
            "LeftOut: setTimeout is not there in the Freshworks sandbox; do what is due later in onScheduledEvent, with $schedule.create: threw ReferenceError: setTimeout is not defined (server/server.js:1:40) in onTicketCreate",
        ),
        (
            "process.env.KEY",
            "LeftOut: process is not there in the Freshworks sandbox; keep what differs between installations in config/iparams.json: threw ReferenceError: process is not defined (server/server.js:1:40) in onTicketCreate",
        ),
        (
            "return (async () => { throw new Error('late'); })()",
            "UnhandledRejection: a promise was rejected and nobody caught it: Error: late; add a catch (server/server.js:1:72) in onTicketCreate",
        ),
        (
            "for (;;) {}",
            "OutOfFuel: ran past its budget of instructions and was cut; end the loop (server/server.js:1:1) in onTicketCreate",
        ),
        (
            "$db.listAll()",
            "Unsupported: $db.listAll is not supported here; leave it out, or do without it where it is missing (server/server.js:1:43) in onTicketCreate",
        ),
    ] {
        let (_, said) = created(body);
        assert_eq!(said, [expected], "{body}");
    }
}

#[test]
fn an_invocation_that_is_cut_leaves_the_others_alone() {
    let (mut play, _) = created("if (args.data.ticket.id === 7) { for (;;) {} } console.log('well')");
    assert_eq!(play.deliver("onTicketCreate", &json!({"data": {"ticket": {"id": 8}}})), ["Info well"]);
}

#[test]
fn installation_parameters_are_those_that_come_with_the_payload() {
    let (_, said) = created("console.log($iparams.key)");
    assert_eq!(said, ["Info k"]);
}

#[test]
fn from_platform_3_on_a_payload_says_for_which_account_it_is() {
    let server = "exports = { created(args) { console.log(JSON.stringify(args.currentHost)); } };";
    let events = r#"{"events": {"onTicketCreate": {"handler": "created"}}}"#;
    let three = format!(r#"{{"modules": {{"common": {{}}, "service_ticket": {{}}, "support_ticket": {events}}}}}"#);
    let two = format!(r#"{{"product": {{"freshdesk": {events}}}}}"#);
    let hosted = r#"{"subscribed_modules":["support_ticket"],"endpoint_urls":{"freshdesk":"https://x.freshdesk.com"}}"#;
    for (manifest, payload, expected) in [
        (&three, json!({"domain": "x.freshdesk.com"}), hosted),
        (&three, json!({"domain": "x.freshdesk.com", "currentHost": 1}), "1"),
        (&three, json!({}), "undefined"),
        (&two, json!({"domain": "x.freshdesk.com"}), "undefined"),
    ] {
        let mut play = Play::of(&folder(&[("manifest.json", manifest), ("server/server.js", server)]), &[]);
        play.open();
        assert_eq!(play.deliver("onTicketCreate", &payload), [format!("Info {expected}")], "{manifest} {payload}");
    }
}

#[test]
fn nothing_is_kept_from_one_invocation_to_the_next() {
    let (mut play, said) =
        Play::one("let count = 0; console.log('loaded'); exports = { created() { console.log(++count); }, installed() {} };", &[], &[]);
    assert_eq!(said[0], "Info loaded");
    for _ in 0..2 {
        assert_eq!(play.deliver("onTicketCreate", &json!({})), ["Info 1"]);
    }
}

#[test]
fn who_waits_past_the_limit_is_cut() {
    let (mut play, said) = created("$db.get('k').then(() => $db.get('l')).then(() => console.log('late'))");
    assert_eq!(said, ["#1 $db.get[\"k\"] (server/server.js:1:43)", "wake 2 in 20000 ms"]);
    play.now = play.now + (PATIENCE - 1);
    assert_eq!(play.wake(2), [""; 0]);
    assert_eq!(play.settle(1, &Reply::Resolve(json!({}))), ["#2 $db.get[\"l\"] (server/server.js:1:67)"]);
    play.now = play.now + 1;
    let cut = "TooLong: waited past the 20 s that a handler has, and was cut: $db.get is not answered yet; end earlier (server/server.js:1:67) in onTicketCreate";
    assert_eq!(play.wake(2), [cut]);
    assert_eq!(play.settle(2, &Reply::Resolve(json!({}))), [""; 0]);
}

#[test]
fn render_data_answers_a_hook() {
    for (body, expected) in [
        ("renderData()", "answers 7: Resolved undefined"),
        ("renderData(null, {a: 1})", "answers 7: Resolved {\"a\":1}"),
        ("renderData({message: 'no'})", "answers 7: Rejected {\"msg\":\"no\"}"),
        ("renderData('no')", "answers 7: Rejected {\"msg\":\"no\"}"),
        ("renderData(new Error('no'))", "answers 7: Rejected {\"msg\":\"no\"}"),
    ] {
        let (mut play, _) = Play::one(&format!("exports = {{ created() {{}}, installed() {{ {body} }} }};"), &[], &[]);
        assert_eq!(play.ask("onAppInstall", &json!({})), [expected], "{body}");
    }
}

#[test]
fn a_hook_that_never_calls_render_data_is_told_of() {
    let (mut play, _) = Play::one("exports = { created() {}, installed() {} };", &[], &[]);
    assert_eq!(play.ask("onAppInstall", &json!({})), ["wake 2 in 20000 ms"]);
    play.now = play.now + PATIENCE;
    assert_eq!(
        play.wake(2),
        ["TooLong: waited past the 20 s that a handler has, and was cut: renderData() has not been called; end earlier in onAppInstall"]
    );
}

#[test]
fn a_hook_that_throws_has_answered() {
    let (mut play, _) = Play::one("exports = { created() {}, installed() { throw new Error('boom'); } };", &[], &[]);
    assert_eq!(
        play.ask("onAppInstall", &json!({})),
        ["Threw: threw Error: boom (server/server.js:1:51) in onAppInstall", "answers 7: Threw undefined"]
    );
}

#[test]
fn a_page_calls_functions_of_the_server() {
    let server = "exports = { created() {}, installed() {}, sum(args) { renderData(null, {sum: args.a + this.one()}); }, one() { return 1; }, no() { renderData({status: 400}); } };";
    let (mut play, _) = Play::one(server, &[], &[]);
    assert_eq!(play.ask("sum", &json!({"a": 2})), ["answers 7: Resolved {\"sum\":3}"]);
    assert_eq!(play.ask("no", &json!({})), ["answers 7: Rejected {\"status\":400}"]);
    let text = "server.js exports no function \"sums\"; the nearest is \"sum\": name that, or export sums";
    let said = play.ask("sums", &json!({}));
    assert_eq!(said[0], format!("NoSuchHandler: {text} (server/server.js:1:1) in sums"));
    assert_eq!(said[1], format!("answers 7: Rejected {}", json!({"message": text})));
}
