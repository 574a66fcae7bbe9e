//! The protocol where it has no call of the SDK's: the handshake's ends, messages as texts, copies of the SDK in the package.

use crate::play::{Play, SDK, kinds, opening, package, real, registered};
use deskspec::extension::js::{Limits, Program};
use deskspec::extension::package::Package;
use deskspec::extension::{Act, Ask, DefectKind, Reply, Subject};
use deskspec::host::WidgetId;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

const ON: &str =
    "ZOHODESK.extension.onload().then(App => { App.instance.on('e', p => console.log('heard', p)); App.instance.on('h', () => false); })";

#[test]
fn each_onload_before_the_handshake_has_its_app() {
    let html = format!(
        "{SDK}<script>for (const n of [1, 2]) ZOHODESK.extension.onload().then(App => console.log(n, App.uniqueID, App.instance.dcType))</script>"
    );
    assert_eq!(Play::open(&html).log(), ["1 key-1 US", "2 key-1 US"]);
}

#[test]
fn a_page_that_is_taken_away_deregisters() {
    let html = format!(
        "{SDK}<script>{ON}; addEventListener('unload', () => console.log('unload')); onpagehide = () => console.log('hide')</script>"
    );
    let mut play = Play::open(&html);
    play.close();
    assert_eq!((play.log(), play.defects()), (vec!["hide".to_owned(), "unload".to_owned()], vec![]));
    assert_eq!(play.deliver("e", json!(1)), []);
    assert_eq!(play.ask("h", json!(1)), []);
}

#[test]
fn who_has_deregistered_hears_nothing() {
    let html =
        format!("{SDK}<script>{ON}; setTimeout(() => parent.postMessage({{type: '__DEREGISTER__', uniqueID: 'key-1'}}, '*'), 5)</script>");
    let mut play = Play::open(&html);
    play.deliver("e", json!(1));
    play.pass(5);
    assert_eq!((play.deliver("e", json!(2)), play.ask("h", json!(1))), (vec![], vec![]));
    assert_eq!(play.log(), ["heard 1"]);
    assert_eq!(play.pass(60_000), [], "it has been registered in time");
}

#[test]
fn a_message_may_be_a_text() {
    let body = "App.instance.on('e', p => console.log('heard', p));
        const message = JSON.stringify({eventName: 'e', widgetID: 'key-1', data: {n: 1}});
        dispatchEvent(Object.assign(new Event('message'), {data: message, source: parent, origin: 'https://desk.zoho.com'}));";
    assert_eq!(Play::open(&registered(body)).log(), [r#"heard {"n":1}"#]);
    let said = "parent.postMessage(JSON.stringify({type: '__EVENT_BIND__', eventName: 'e', count: 1}), '*')";
    let play = Play::open(&registered(said));
    assert!(matches!(play.acts.as_slice(), [Act::Registered, Act::Subscribe { name, handlers: 1, .. }] if name == "e"), "{:?}", play.acts);
}

#[test]
fn sizes_that_the_public_sdk_fills_in_are_none_that_were_given() {
    let said =
        |property: &str| format!("parent.postMessage({{eventName: 'DESK_EVENT', data: {{type: 'RESIZE', property: {property}}}}}, '*')");
    let asked = |property: &str| Play::open(&registered(&said(property))).asks().into_iter().map(|(_, ask)| ask).collect::<Vec<_>>();
    let resize = |property: Option<Value>| Ask::Invoke { verb: "RESIZE".to_owned(), property, value: None };
    assert_eq!(asked("{width: 300, height: 200}"), [resize(None)]);
    assert_eq!(asked("{width: '30%', height: '20%'}"), [resize(Some(json!({"width": "30%", "height": "20%"})))]);
}

#[test]
fn an_event_is_for_the_instance_that_it_names() {
    let other = WidgetId(9);
    let body = format!(
        "App.instance.on('e', p => console.log('own', p)); App.instance.getWidgetInstance('{other}').on('e', p => console.log('other', p));"
    );
    let mut play = Play::open(&registered(&body));
    play.deliver("e", json!(1));
    let acts = play.sandbox.deliver_of(play.now, other, "e", &json!(2));
    assert_eq!(play.log(), ["own 1"]);
    assert!(matches!(acts.as_slice(), [Act::Log { text, .. }] if text == "other 2"), "{acts:?}");
}

/// A page whose SDK lies in the package under its own name, in a bundle with its code, and beside the one from the web.
#[test]
fn a_copy_in_the_package_runs_as_it_is() {
    let Some(real) = real() else {
        println!("skipped: DESKSPEC_REAL_SDK names no copy of the client SDK");
        return;
    };
    let copy = std::fs::read_to_string(real).expect("the copy is readable");
    let own = format!("{ON}; setTimeout(() => {{ ZOHODESK.extension.onload() }}, 10)");
    let bundle = format!("{copy};{own}");
    let late = format!("setTimeout(() => {{ {ON} }}, 700)");
    let cases = [
        ("<script src=ZohoDeskClientSDK.min.js></script><script src=own.js></script>", own.as_str(), 1),
        ("<script src=sdk.js></script><script src=own.js></script>", own.as_str(), 1),
        ("<script src=bundle.js></script>", own.as_str(), 1),
        ("<script src=sdk.js></script><script src=own.js></script>", late.as_str(), 0),
    ];
    for (html, own, late) in cases {
        let files =
            [("app/ZohoDeskClientSDK.min.js", copy.as_str()), ("app/sdk.js", &copy), ("app/bundle.js", &bundle), ("app/own.js", own)];
        let dir = package(html, &files);
        let read = Package::read(&dir, &BTreeMap::new()).expect("a sound package");
        std::fs::remove_dir_all(&dir).expect("the folder is removed");
        let mut play = Play::with(&Arc::new(Program::compile(&read.widgets[0].page)), opening(), Limits::default());
        play.pass(700);
        play.deliver("e", json!(1));
        assert_eq!(play.log(), ["heard 1"], "{html} {own}");
        assert_eq!(kinds(&play.acts), vec![DefectKind::NotRegistered; late], "{html} {own}");
    }
}

/// The real SDK's own way in, which ours does not have: subscriptions made before the handshake are sent after it.
#[test]
fn subscriptions_wait_for_the_handshake() {
    if real().is_none() {
        println!("skipped: DESKSPEC_REAL_SDK names no copy of the client SDK");
        return;
    }
    let html = format!("{SDK}<script>ZSDK._getRootInstance().on('e', p => console.log('heard', p)); ZOHODESK.extension.onload()</script>");
    let mut play = Play::open(&html);
    play.deliver("e", json!(1));
    let first = play.acts.iter().find(|act| **act != Act::Registered);
    assert!(matches!(first, Some(Act::Subscribe { name, handlers: 1, .. }) if name == "e"), "{:?}", play.acts);
    assert_eq!(play.log(), ["heard 1"]);
}

/// Whatever a page posts: objects of the protocol's words and of others, deep or broken.
fn message() -> impl Strategy<Value = Value> {
    const WORDS: [&str; 18] = [
        "__REGISTER__",
        "__DEREGISTER__",
        "__EVENT__",
        "__EVENT_BIND__",
        "__EVENT_RESPONSE__",
        "__EMIT__",
        "__HTTP__",
        "__CREATE_INSTANCE__",
        "__WIDGETS_INFO__",
        "DESK_EVENT",
        "GET_DATA",
        "SET_DATA",
        "POPUP",
        "LOG",
        "RESIZE",
        "key-1",
        "Host0",
        "h",
    ];
    const KEYS: [&str; 14] = [
        "type",
        "eventName",
        "data",
        "options",
        "isPromise",
        "promiseID",
        "widgetID",
        "uniqueID",
        "count",
        "property",
        "value",
        "response",
        "isSuccess",
        "how",
    ];
    let word = prop::sample::select(WORDS.to_vec()).prop_map(Value::from);
    let leaf = prop_oneof![
        word,
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from)
    ];
    leaf.prop_recursive(4, 24, 6, |inner| {
        let key = prop::sample::select(KEYS.to_vec()).prop_map(str::to_owned);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key, inner, 0..6).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_message_makes_the_host_panic(messages in prop::collection::vec(message(), 1..20), as_text in any::<bool>()) {
        let said = messages.iter().map(|message| if as_text { Value::from(message.to_string()) } else { message.clone() });
        let said = Value::from(said.collect::<Vec<_>>()).to_string().replace("</", "<\\/");
        let mut play = Play::open(&format!("{SDK}<script>{ON}; onmessage = () => {{ for (const m of {said}) parent.postMessage(m, '*') }}</script>"));
        for (request, _) in play.asks() {
            play.settle(request, Reply::Resolve(json!({"a": 1})));
        }
        play.deliver("e", json!({"n": 1}));
        play.ask("h", json!({}));
        play.close();
    }
}
