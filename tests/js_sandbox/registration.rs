//! From the page's first script to its registration.

use crate::play::{Play, SDK, kinds, opening, program, registered};
use deskspec::clock::Instant;
use deskspec::extension::js::{Limits, Sandbox};
use deskspec::extension::{Act, DefectKind, Reply, Subject};
use deskspec::host::{CallId, RequestId};
use serde_json::json;

const ON: &str = "ZOHODESK.extension.onload().then(App => App.instance.on('h', () => true))";

fn subscribes(play: &Play) -> bool {
    play.acts.iter().any(|act| matches!(act, Act::Subscribe { name, handlers: 1, at: Some(_) } if name == "h"))
}

#[test]
fn a_page_registers_whenever_it_asks_while_it_loads() {
    for script in [
        ON.to_owned(),
        format!("window.onload = () => {ON}"),
        format!("window.addEventListener('load', () => {ON})"),
        format!("document.addEventListener('DOMContentLoaded', () => {ON})"),
        format!("Promise.resolve().then(() => {{ {ON} }})"),
        format!("async function go() {{ await null; {ON} }} go()"),
    ] {
        let play = Play::open(&format!("{SDK}<script>{script}</script>"));
        assert!(subscribes(&play) && play.defects().is_empty(), "{script}: {:?}", play.acts);
    }
    let play = Play::open(&format!("<head>{SDK}</head><body onload=\"go()\"><script>function go() {{ {ON} }}</script>"));
    assert!(subscribes(&play), "{:?}", play.acts);
}

#[test]
fn the_load_handler_that_is_set_last_counts() {
    let play = Play::open("<body onload=\"console.log('body')\"><script>onload = () => console.log('script')</script>");
    assert_eq!(play.log(), ["script"]);
    let play = Play::open("<script>onload = () => console.log('script')</script><body onload=\"console.log('body')\">");
    assert_eq!(play.log(), ["body"]);
}

#[test]
fn the_page_lives_in_order() {
    let html = "<script>console.log('a', document.readyState); onload = () => console.log('load', document.readyState);
        document.addEventListener('DOMContentLoaded', () => console.log('ready', document.readyState)); Promise.resolve().then(() => console.log('job'));</script>
        <script>console.log('b'); setTimeout(() => console.log('timer'))</script>";
    let mut play = Play::open(html);
    play.pass(0);
    assert_eq!(play.log(), ["a loading", "job", "b", "ready interactive", "load complete", "timer"]);
}

#[test]
fn a_late_page_has_fifteen_seconds() {
    let late = |ms: u32| format!("{SDK}<script>setTimeout(() => {{ {ON} }}, {ms})</script>");
    let mut play = Play::open(&late(14_999));
    assert!(play.defects().is_empty());
    play.pass(14_998);
    assert!(!subscribes(&play));
    play.pass(1);
    assert!(subscribes(&play));
    play.pass(60_000);
    assert!(play.defects().is_empty(), "{:?}", play.shown());

    let mut play = Play::open(&late(15_001));
    play.pass(14_999);
    assert!(!play.acts.contains(&Act::Unregistered));
    play.pass(1);
    assert!(!subscribes(&play) && play.acts.contains(&Act::Unregistered));
    assert_eq!(kinds(&play.acts), [DefectKind::NotRegistered]);
    assert!(play.shown()[0].contains("within 15000 ms"), "{:?}", play.shown());
    play.pass(1);
    assert!(!subscribes(&play), "nobody waits for it any more");
}

#[test]
fn a_page_that_never_asks_is_told_so_once_nothing_can_come() {
    let play = Play::open(&format!("{SDK}<script>1</script>"));
    assert_eq!(play.shown(), ["NotRegistered ? - the page never called ZOHODESK.extension.onload(); call it while the page loads"]);
    let mut play = Play::open(&format!("{SDK}<script>setTimeout(() => 1, 700)</script>"));
    assert!(play.defects().is_empty());
    play.pass(700);
    assert_eq!(kinds(&play.acts), [DefectKind::NotRegistered]);
    assert_eq!(play.ask("h", json!({})), []);
    assert_eq!(play.pass(14_300), [Act::Unregistered], "what has been told is told once");
}

#[test]
fn a_second_onload_after_registration_never_resolves() {
    let body = "setTimeout(() => ZOHODESK.extension.onload().then(() => console.log('never')), 1);";
    let mut play = Play::open(&registered(body));
    play.pass(10);
    assert_eq!(play.log(), [""; 0]);
    assert_eq!(kinds(&play.acts), [DefectKind::NotRegistered]);
    assert!(play.shown()[0].starts_with("NotRegistered app/w.html:3:"), "{:?}", play.shown());
}

#[test]
fn faults_of_the_page_have_their_places() {
    let html = format!(
        "{SDK}\n<script>\n  let é = 1; missing();\n</script>\n<p><script>var x = ;</script>\n<script>ZOHODESK.get('user')</script><script>{ON}</script>"
    );
    let play = Play::open(&html);
    assert_eq!(
        play.shown(),
        [
            "Threw app/w.html:3:14 - threw ReferenceError: missing is not defined",
            "Threw app/w.html:5:20 - threw SyntaxError: unexpected token in expression: ';'",
            "Threw app/w.html:6:18 - threw Error: Parentwindow reference not found.",
        ]
    );
    assert!(subscribes(&play), "the page goes on after a script that fails");
    let play = Play::open(&registered("App.model.get()"));
    assert_eq!(
        play.shown(),
        [
            "UnhandledRejection app/w.html:3:1 - a promise was rejected and nobody caught it: TypeError: cannot read property 'get' of undefined; add a catch"
        ]
    );
}

#[test]
fn the_app_is_what_the_opening_says() {
    let play = Play::open(&registered("console.log(App.meta.dcType, App.locale, typeof App.instance.on, App.uniqueID)"));
    assert_eq!(play.log(), ["us en-US function key-1"]);
}

#[test]
fn nothing_happens_before_the_page_is_opened_or_registered() {
    let mut sandbox = Sandbox::new(program("<script>1</script>"), opening(), Limits::default());
    let now = Instant::START;
    assert_eq!(sandbox.ask(now, CallId(1), "h", &json!({})), []);
    assert_eq!(sandbox.deliver(now, "e", &json!({})), []);
    assert_eq!(sandbox.settle(now, RequestId(1), &Reply::Resolve(json!(1))), []);
    assert_eq!(sandbox.wake(now, deskspec::extension::WakeId(9)), []);
}
