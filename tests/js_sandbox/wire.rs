//! The message protocol itself: a page with an SDK of its own runs on the same path.

use crate::play::{Play, SDK, answers, kinds, opening, package};
use deskspec::extension::How::{Rejected, Resolved, Returned, Threw};
use deskspec::extension::js::{Limits, Program};
use deskspec::extension::package::Package;
use deskspec::extension::{Act, Ask, DefectKind, HandlerAnswer, Reply};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// A page that brings its own end of the protocol. It says nothing of how its handlers came to their answers.
fn foreign(handler: &str) -> String {
    format!(
        "<script>
        const origin = decodeURIComponent(location.search.match(/serviceOrigin=([^&]*)/)[1]);
        let key;
        const post = m => window.parent.postMessage(Object.assign(m, {{uniqueID: key, widgetID: key, time: 1, widgetOrigin: encodeURIComponent(location.href)}}), origin);
        window.addEventListener('message', e => {{
          const m = typeof e.data === 'string' ? JSON.parse(e.data) : e.data;
          if (e.origin !== origin) return;
          if (m.type === '__REGISTER__') {{
            key = m.uniqueID;
            post({{type: '__REGISTER__'}});
            post({{type: '__EVENT_BIND__', eventName: 'h', count: 1}});
            post({{type: '__EVENT__', eventName: 'DESK_EVENT', isPromise: true, promiseID: 'Promise100', data: {{type: 'GET_DATA', property: 'ticket.id'}}}});
          }} else if (m.type === '__EVENT_RESPONSE__') console.log(m.promiseID, m.isSuccess, m.data);
          else if (m.isPromise) ({handler})(m, response => post({{type: '__EVENT_RESPONSE__', eventName: m.eventName, promiseID: m.promiseID, data: {{response, widgetID: key, sourceWidgetID: key}}}}));
          else console.log('event', m.eventName, m.widgetID, m.data);
        }});
        </script>"
    )
}

#[test]
fn a_foreign_sdk_registers_subscribes_asks_and_hears() {
    let mut play = Play::open(&foreign("(m, answer) => answer([])"));
    let [Act::Registered, Act::Subscribe { name, handlers: 1, .. }, Act::Ask { request, ask: Ask::Get { property, value: None }, .. }] =
        play.acts.as_slice()
    else {
        panic!("{:?}", play.acts)
    };
    assert_eq!((name.as_str(), property.as_str()), ("h", "ticket.id"));
    let request = *request;
    play.settle(request, Reply::Resolve(json!(7)));
    play.deliver("e", json!({"n": 1}));
    assert_eq!(play.log(), ["Promise100 true 7", r#"event e key-1 {"n":1}"#]);
    assert_eq!(play.verdicts("h", json!({})), Some(vec![]));
}

#[test]
fn how_a_foreign_verdict_came_about_is_inferred() {
    let cases = [
        ("[{isSuccess: true, response: false}]", vec![HandlerAnswer { how: Returned, value: Some(json!(false)) }]),
        ("[{isSuccess: true, response: undefined}]", vec![HandlerAnswer { how: Resolved, value: None }]),
        ("[{isSuccess: false, response: {msg: 'x'}}]", vec![HandlerAnswer { how: Rejected, value: Some(json!({"msg": "x"})) }]),
        (
            "[{isSuccess: false}, {isSuccess: true, response: 1}]",
            vec![HandlerAnswer { how: Rejected, value: None }, HandlerAnswer { how: Resolved, value: Some(json!(1)) }],
        ),
    ];
    for (response, expected) in cases {
        let mut play = Play::open(&foreign(&format!("(m, answer) => answer({response})")));
        assert_eq!(play.verdicts("h", json!({})), Some(expected), "{response}");
    }
    let mut play = Play::open(&foreign("(m, answer) => { try { null.x } catch (e) { answer([{isSuccess: false, response: e}]) } }"));
    let acts = play.ask("h", json!({}));
    assert_eq!(answers(&acts).expect("an answer")[0].how, Threw);
    assert_eq!(kinds(&acts), [DefectKind::Threw]);
}

#[test]
fn only_the_first_answer_to_a_call_counts() {
    let mut play = Play::open(&foreign("(m, answer) => { answer([{isSuccess: true}]); answer([]); m.promiseID = 'Host99'; answer([]); }"));
    let acts = play.ask("h", json!({}));
    assert_eq!(acts.len(), 1, "{acts:?}");
}

#[test]
fn messages_that_the_host_does_not_know_are_defects() {
    for message in ["1", "'x'", "null", "undefined", "[]", "{}", "{type: '__NO__'}", "{type: '__EVENT__', eventName: 7}", "'{\"type\": 3}'"]
    {
        let play = Play::open(&format!("<script>window.parent.postMessage({message}, '*')</script>"));
        assert_eq!(kinds(&play.acts), [DefectKind::Unsupported, DefectKind::NotRegistered], "{message}");
        assert!(play.shown()[0].contains("posted a message that the host does not know"), "{message}");
    }
}

/// The same page with our SDK and with the real one, if `DESKSPEC_REAL_SDK` names a copy of it: the host cannot tell which is which.
#[test]
fn the_real_sdk_speaks_as_ours_does() {
    let Some(real) = std::env::var_os("DESKSPEC_REAL_SDK") else {
        println!("skipped: DESKSPEC_REAL_SDK names no copy of the client SDK");
        return;
    };
    let html = format!(
        "{SDK}<script>
        window.onload = () => ZOHODESK.extension.onload().then(App => {{
          App.instance.on('h', p => new Promise((ok, no) => setTimeout(() => no({{msg: 'x'}}), 100)));
          App.instance.on('h', p => p.n === 1);
          App.instance.on('h', async p => {{}});
          App.instance.on('h', p => p.no.x);
          App.instance.on('e', p => console.log('event', p));
          ZOHODESK.get('ticket.id').then(r => console.log('got', r), r => console.log('not got', r));
          ZOHODESK.get('database', {{key: 'k'}}).then(r => console.log('got', r), r => console.log('not got', r));
          ZOHODESK.set('a', {{b: 1}}); ZOHODESK.delete('a', 1); ZOHODESK.notify({{t: 1}}); ZOHODESK.showpopup({{a: 1}}); ZOHODESK.log('hi').then(() => console.log('logged'));
          ZOHODESK.request({{url: 'x'}}).then(r => console.log('http', r));
          ZOHODESK.invoke('ROUTE_TO', 'x', 1); ZOHODESK.invoke('MODAL_CLOSE'); ZOHODESK.invoke('RESIZE', {{width: '50%'}});
          App.instance.modal({{url: 'm'}}); App.instance.getWidgets();
          App.instance.getWidgetInstance('w').emit('a', 1); App.instance.getWidgetInstance('w').on('modal.opened', () => 1);
          for (const f of [() => App.instance.on(1), () => App.instance.on('x'), () => App.instance.getWidgetInstance(1)]) try {{ f() }} catch (e) {{ console.log(e.message) }}
        }});
        try {{ ZOHODESK.get('user') }} catch (e) {{ console.log(e.message) }}
        </script>"
    );
    let play = |maps: BTreeMap<String, PathBuf>| {
        let dir = package(&html, &[]);
        let read = Package::read(&dir, &maps).expect("a sound package");
        std::fs::remove_dir_all(&dir).expect("the folder is removed");
        let mut play = Play::with(&Arc::new(Program::compile(&read.widgets[0].page)), opening(), Limits::default());
        for (index, (request, _)) in play.asks().into_iter().enumerate() {
            let reply = if index % 2 == 0 { Reply::Resolve(json!({"n": index})) } else { Reply::Reject(json!("no")) };
            play.settle(request, reply);
        }
        play.deliver("e", json!({"n": 1}));
        play.ask("h", json!({"n": 1}));
        play.pass(1_000);
        let dir = format!("{}/", dir.display());
        play.acts.iter().map(|act| unsaid(act, &dir)).collect::<Vec<_>>()
    };
    let url = SDK.split('"').nth(1).expect("the SDK's URL").to_owned();
    let ours = play(BTreeMap::new());
    assert!(ours.len() > 30, "{ours:#?}");
    assert_eq!(ours, play(BTreeMap::from([(url, PathBuf::from(real))])));
}

/// An act without what the real SDK does not say: whether a promise was resolved or a value returned, and the stack below a handler.
fn unsaid(act: &Act, dir: &str) -> String {
    let mut act = act.clone();
    if let Act::Answer { answers, .. } = &mut act {
        for answer in answers {
            answer.how = if answer.how == Resolved { Returned } else { answer.how };
            if let Some(error) = answer.value.as_mut().and_then(serde_json::Value::as_object_mut) {
                error.remove("stack");
            }
        }
    }
    format!("{act:?}").replace(dir, "")
}
