//! What the window has beside the document: addresses, texts, copies, and requests to services.

use crate::play::{Play, opening, program, registered};
use deskspec::extension::js::Limits;
use deskspec::extension::{Act, Ask, DefectKind, LocalStorage, Opening, Reply};
use serde_json::{Value, json};

fn logs(script: &str) -> Vec<String> {
    let (before, last) = script.rsplit_once("; ").unwrap_or(("", script));
    let play = Play::open(&format!("<script>const log = []; {before}; console.log(String({last}))</script>"));
    let strange: Vec<_> = play.defects().into_iter().filter(|defect| defect.kind != DefectKind::NotRegistered).collect();
    assert!(strange.is_empty(), "{script}: {strange:?}");
    play.log()
}

#[test]
fn addresses_are_read_and_written() {
    let cases = [
        ("new URL('../a b?q=1#h', 'https://x.example/p/q/r').href", "https://x.example/p/a%20b?q=1#h"),
        ("new URL('HTTP://User:pa%20ss@EXAMPLE.com:80/%7e/./x/../y?é#é').href", "http://User:pa%20ss@example.com/%7e/y?%C3%A9#%C3%A9"),
        (
            "new URL('//other/x', 'https://a/b').href + new URL('?z', 'https://a/b?c#d').href + new URL('#z', 'https://a/b?c#d').href",
            "https://other/xhttps://a/b?zhttps://a/b?c#z",
        ),
        ("new URL('mailto:a@b.c').pathname + new URL('mailto:a@b.c').origin", "a@b.cnull"),
        (
            "try { new URL('nothing') } catch (e) { log.push(e.name) } log.push(URL.canParse('https://a b/'), URL.canParse('/x', 'https://a')); log",
            "TypeError,false,true",
        ),
        (
            "const u = new URL('https://a/b'); u.searchParams.append('x', 'a b&c'); u.pathname = 'y z'; u.port = 8080; u.hash = 'q'; u.href",
            "https://a:8080/y%20z?x=a+b%26c#q",
        ),
        (
            "const u = new URL('https://a/?x=1&y=2&x=3'); u.searchParams.delete('x'); u.search + u.searchParams.size + [...u.searchParams].join()",
            "?y=21y,2",
        ),
        (
            "const p = new URLSearchParams({a: 1, b: 'ü/'}); p.set('a', '2'); p + '|' + p.get('b') + p.has('c') + p.getAll('a')",
            "a=2&b=%C3%BC%2F|ü/false2",
        ),
        ("new URLSearchParams('?a=1+2&b=%zz&c').get('a') + new URLSearchParams([['x', 'y']]).toString()", "1 2x=y"),
        (
            "JSON.stringify({u: new URL('https://a')}) + location.href.split('?')[0]",
            "{\"u\":\"https://a/\"}https://extension.example.com/app/w.html",
        ),
    ];
    for (script, expected) in cases {
        assert_eq!(logs(script), [expected], "{script}");
    }
}

#[test]
fn texts_bytes_and_copies() {
    let cases = [
        ("[...new TextEncoder().encode('aé€😀\\ud800')].join()", "97,195,169,226,130,172,240,159,152,128,239,191,189"),
        (
            "new TextDecoder().decode(new TextEncoder().encode('aé€😀')) + new TextDecoder().decode(new Uint8Array([0xff, 0xe2, 0x82, 65]))",
            "aé€😀\u{fffd}\u{fffd}A",
        ),
        (
            "const a = {d: new Date(0), m: new Map([[1, new Set([2])]]), r: /x/g, e: new TypeError('t'), u: new Uint8Array([1])}; a.self = a; const b = structuredClone(a); b !== a && b.self === b && b.d.getTime() === 0 && b.m.get(1).has(2) && b.r.flags === 'g' && b.e instanceof TypeError && b.u[0] === 1",
            "true",
        ),
        ("try { structuredClone(() => 1) } catch (e) { log.push(e.name) }; log", "DataCloneError"),
        ("atob(btoa('häh')) + btoa('x')", "häheA=="),
    ];
    for (script, expected) in &cases {
        assert_eq!(logs(script), [*expected], "{script}");
    }
    assert_eq!(logs("localStorage.setItem('a', 1); sessionStorage.a === undefined && localStorage.a"), ["1"]);
}

/// What a page logs that is opened with this storage.
fn stored(local: &LocalStorage, script: &str) -> Vec<String> {
    let opening = Opening { local: local.clone(), ..opening() };
    Play::with(&program(&format!("<script>{script}</script>")), opening, Limits { storage_bytes: 20, ..Limits::default() }).log()
}

#[test]
fn local_storage_outlives_a_page_and_session_storage_does_not() {
    let (one, other) = (LocalStorage::default(), LocalStorage::default());
    let script =
        "console.log(localStorage.getItem('n'), sessionStorage.getItem('n'), localStorage.length); localStorage.n = sessionStorage.n = 1";
    assert_eq!(stored(&one, script), ["null null 0"]);
    assert_eq!(stored(&one, script), ["1 null 1"]);
    assert_eq!(stored(&other, script), ["null null 0"]);
    assert_eq!(stored(&one, "localStorage.clear(); console.log(localStorage.n, 'n' in localStorage)"), ["undefined false"]);
    assert_eq!(stored(&one, script), ["null null 0"]);
}

#[test]
fn storage_is_bounded() {
    let script = "for (const s of [localStorage, sessionStorage]) { s.setItem('a', '123456789'); try { s.setItem('bb', '123456789') } catch (e) { console.log(e.name) }
        s.removeItem('a'); s.setItem('bb', '123456789'); s.bb = ''; s.setItem('c', '1'.repeat(17)); console.log(s.length, Object.keys(s), s.key(1), s.key(2)) }";
    let expected = ["QuotaExceededError", "2 [\"bb\",\"c\"] c null"];
    assert_eq!(stored(&LocalStorage::default(), script), [expected, expected].concat());
}

/// The services that were asked: method, address, body.
fn asked(play: &Play) -> Vec<String> {
    let line = |(_, ask): (_, Ask)| match ask {
        Ask::Fetch { call } => Some(format!("{} {} {} {}", call.method, call.url, Value::Object(call.headers), call.body)),
        _ => None,
    };
    play.asks().into_iter().filter_map(line).collect()
}

fn answer(play: &mut Play, reply: Reply) -> Vec<Act> {
    let request = play.asks().last().expect("a question").0;
    play.settle(request, reply)
}

fn http(status: u16, body: Value) -> Reply {
    Reply::Resolve(json!({"data": {"statusCode": status, "statusMessage": body}}))
}

#[test]
fn fetch_asks_the_features_services() {
    let body = "fetch('https://a.example/x?y#z', {method: 'post', headers: {'X-A': 1}, body: JSON.stringify({b: 2})})
        .then(async r => console.log(r.ok, r.status, r.headers.get('Content-Type'), r.url, (await r.clone().json()).n, await r.text()), e => console.log(e.name, e.message))";
    let mut play = Play::open(&registered(body));
    assert_eq!(
        asked(&play),
        ["post https://a.example/x?y {\"content-type\":\"text/plain;charset=UTF-8\",\"x-a\":\"1\"} \"{\\\"b\\\":2}\""]
            .map(|line| line.replacen("post", "POST", 1))
    );
    answer(&mut play, http(201, json!({"n": 7})));
    assert_eq!(play.log(), ["true 201 application/json https://a.example/x?y#z 7 {\"n\":7}"]);
    let mut play = Play::open(&registered(body));
    answer(&mut play, Reply::Reject(json!({"status": "failure", "message": "no service answers"})));
    assert_eq!(play.log(), ["TypeError Failed to fetch: no service answers"]);
    let abort = "const c = new AbortController(); fetch('https://a', {signal: c.signal}).catch(e => console.log(e.name)); c.abort()";
    let mut play = Play::open(&registered(abort));
    assert_eq!((play.log(), answer(&mut play, http(200, Value::Null))), (vec!["AbortError".to_owned()], vec![]));
}

#[test]
fn an_xml_http_request_asks_them_too() {
    let body = "const x = new XMLHttpRequest(); x.open('put', 'https://a.example/data?q=1'); x.setRequestHeader('A', 'b'); x.responseType = 'json';
        x.onreadystatechange = () => console.log(x.readyState); x.onload = () => console.log(x.status, x.response.a, x.getResponseHeader('content-type'), this === window);
        x.onerror = () => console.log('error'); x.onloadend = e => console.log(e.type); x.send('text')";
    let mut play = Play::open(&registered(body));
    assert_eq!(asked(&play), ["PUT https://a.example/data?q=1 {\"a\":\"b\",\"content-type\":\"text/plain;charset=UTF-8\"} \"text\""]);
    answer(&mut play, http(200, json!({"a": [1]})));
    assert_eq!(play.log(), ["2", "3", "4", "200 [1] application/json true", "loadend"]);
    let mut play = Play::open(&registered(body));
    answer(&mut play, Reply::Reject(json!({"message": "no"})));
    assert_eq!(play.log(), ["4", "error", "loadend"]);
    let late = "const x = new XMLHttpRequest(); x.open('GET', 'https://a'); x.timeout = 50; x.ontimeout = () => console.log('late', x.status); x.send()";
    let mut play = Play::open(&registered(late));
    play.pass(50);
    assert_eq!((play.log(), answer(&mut play, http(200, Value::Null))), (vec!["late 0".to_owned()], vec![]));
}

#[test]
fn requests_are_limited_as_questions_are() {
    let play =
        Play::open(&registered("for (let i = 0; i < 1100; i++) fetch('https://a').catch(e => { if (i === 1099) console.log(e.message) })"));
    assert_eq!(asked(&play).len(), 1_000);
    assert_eq!(play.log(), ["more than 1000 questions to the host wait for their answers"]);
}
