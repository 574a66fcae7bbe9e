//! The client SDK's surface: every documented call goes out, with its place.

use crate::play::{Play, SDK, registered};
use deskspec::extension::{Act, Ask, Level, Reply};
use serde_json::{Value, json};

fn invoke(verb: &str, property: Option<Value>, value: Option<Value>) -> Ask {
    Ask::Invoke { verb: verb.to_owned(), property, value }
}

#[test]
fn every_call_goes_out() {
    let get = |property: &str, value: Option<Value>| Ask::Get { property: property.to_owned(), value };
    let cases: Vec<(&str, Ask)> = vec![
        ("ZOHODESK.get('ticket.subject')", get("ticket.subject", None)),
        ("ZOHODESK.get('database', {key: 'k', from: 1})", get("database", Some(json!({"key": "k", "from": 1})))),
        ("ZOHODESK.get('x', null)", get("x", Some(json!(null)))),
        (
            "ZOHODESK.request({url: 'https://a/{{x}}', type: 'POST', postBody: {a: 1}})",
            Ask::Request { options: json!({"url": "https://a/{{x}}", "type": "POST", "postBody": {"a": 1}}) },
        ),
        (
            "ZOHODESK.notify({title: 't', content: 'c', icon: 'success', autoClose: true})",
            Ask::Notify { value: json!({"title": "t", "content": "c", "icon": "success", "autoClose": true}) },
        ),
        (
            "ZOHODESK.set('database', {key: 'k', value: {a: 1}})",
            Ask::Set { property: "database".into(), value: Some(json!({"key": "k", "value": {"a": 1}})) },
        ),
        ("ZOHODESK.delete('database', {key: 'k'})", Ask::Delete { property: "database".into(), value: Some(json!({"key": "k"})) }),
        ("ZOHODESK.showpopup({title: 't', type: 'confirmation'})", Ask::Popup { value: json!({"title": "t", "type": "confirmation"}) }),
        ("ZOHODESK.invoke('ROUTE_TO', 'ticket.attachments')", invoke("ROUTE_TO", Some(json!("ticket.attachments")), None)),
        (
            "ZOHODESK.invoke('ROUTE_TO', {entity: 'ticket', id: '1'})",
            invoke("ROUTE_TO", Some(json!({"entity": "ticket", "id": "1"})), None),
        ),
        (
            "ZOHODESK.invoke('INSERT', 'ticket.replyEditor', {value: 'x'})",
            invoke("INSERT", Some(json!("ticket.replyEditor")), Some(json!({"value": "x"}))),
        ),
        ("ZOHODESK.invoke('MODAL_CLOSE')", invoke("MODAL_CLOSE", None, None)),
        (
            "App.instance.modal({url: '/m.html', title: 'M'})",
            Ask::Modal { options: json!({"url": "/m.html", "title": "M", "location": "__MODAL__"}) },
        ),
        ("App.instance.getWidgets()", Ask::Widgets),
        (
            "App.instance.getWidgetInstance('w2').emit('hello', {n: 1})",
            Ask::Emit { to: "w2".into(), event: "hello".into(), data: json!({"n": 1}) },
        ),
        ("App.instance.getWidgetInstance('w2').on('modal.opened', () => 1)", Ask::Listen { to: "w2".into(), event: "modal.opened".into() }),
    ];
    for (call, expected) in cases {
        let play = Play::open(&registered(call));
        let acts: Vec<_> = play.acts.iter().collect();
        let [Act::Registered, Act::Ask { ask, at: Some(at), .. }] = acts.as_slice() else { panic!("{call}: {acts:?}") };
        assert_eq!(*ask, expected, "{call}");
        assert_eq!((at.file.as_str(), at.line), ("app/w.html", 3), "{call}");
    }
}

#[test]
fn promises_settle_with_what_the_host_says() {
    let body = "ZOHODESK.showpopup({}).then(r => console.log('yes', r), e => console.log('no', e)); ZOHODESK.set('a', 1).then(r => console.log('yes', r), e => console.log('no', e));";
    let mut play = Play::open(&registered(body));
    let asks = play.asks();
    play.settle(asks[1].0, Reply::Reject(json!("refused")));
    play.settle(asks[0].0, Reply::Resolve(json!({"result": true})));
    assert_eq!(play.log(), ["no refused", r#"yes {"result":true}"#]);
}

#[test]
fn log_is_written_and_its_promise_resolves_at_once() {
    let play = Play::open(&registered("ZOHODESK.log('hi').then(() => ZOHODESK.log({a: 1}))"));
    let log = |text: &str| Act::Log { level: Level::Info, text: text.to_owned() };
    assert_eq!(play.acts, [Act::Registered, log("hi"), log(r#"{"a":1}"#)]);
}

#[test]
fn wrong_arguments_throw_as_documented() {
    let body = "for (const f of [
          () => App.instance.on(1, () => 1), () => App.instance.on('x'), () => App.instance.on('x', {}),
          () => App.instance.getWidgetInstance(7), () => ZOHODESK.notify(() => 1),
        ]) try { f(); console.log('fine') } catch (e) { console.log(e.message) }
        console.log(typeof ZOHODESK.on, Object.keys(ZOHODESK).sort().join());";
    let play = Play::open(&registered(body));
    let expected = [
        "Invalid eventname parameter passed.",
        "Invalid function parameter passed.",
        "Invalid function parameter passed.",
        "Invalid WidgetID passed",
        "DataCloneError: a function cannot be sent in a message",
        "undefined delete,extension,get,invoke,log,notify,request,set,showpopup",
    ];
    assert_eq!(play.log(), expected);
    assert_eq!(play.shown(), [""; 0]);
}

#[test]
fn calls_before_registration_throw() {
    let play = Play::open(&format!(
        "{SDK}<script>for (const f of ['get', 'set', 'delete', 'request', 'notify', 'showpopup', 'log', 'invoke']) try {{ ZOHODESK[f]('a') }} catch (e) {{ console.log(f + ': ' + e.message) }}</script>"
    ));
    assert_eq!(play.log().len(), 8);
    assert!(play.log().iter().all(|line| line.ends_with(": Parentwindow reference not found.")), "{:?}", play.log());
}

#[test]
fn files_are_read_before_they_go_out() {
    let body = "ZOHODESK.request({url: 'https://a', type: 'POST', fileObj: [{file: new File(['a', 'é'], 'a.txt', {type: 'Text/Plain'}), key: 'k'}, {file: 'none', key: 'n'}]}).then(x => console.log(x))";
    let mut play = Play::open(&registered(body));
    play.pass(1);
    let asked = play.asks().pop().expect("a question");
    let files = json!([{"fileName": "a.txt", "fileType": "text/plain", "content": "aé", "key": "k"}]);
    assert_eq!(asked.1, Ask::Request { options: json!({"url": "https://a", "type": "POST", "fileObj": files}) });
    play.settle(asked.0, Reply::Resolve(json!("sent")));
    assert_eq!(play.log(), ["sent"]);
}
