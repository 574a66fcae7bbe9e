//! Time and chance inside the sandbox: from the virtual clock, the portal's zone and the seed, never from this machine.

use crate::play::{Play, answers, opening, program, registered};
use deskspec::extension::js::Limits;
use deskspec::extension::{Act, How, Opening};
use serde_json::json;

fn in_zone(zone: &str, script: &str) -> Vec<String> {
    let opening = Opening { time_zone: jiff::tz::TimeZone::get(zone).expect("a known zone"), ..opening() };
    Play::with(&program(&format!("<script>{script}</script>")), opening, Limits::default()).log()
}

#[test]
fn a_promise_settled_by_a_timer_at_the_last_moment() {
    let mut play =
        Play::open(&registered("App.instance.on('h', () => new Promise((_, no) => setTimeout(() => no({msg: 'late'}), 29999)));"));
    let asked = play.now;
    play.ask("h", json!({}));
    assert!(answers(&play.pass(29_998)).is_none());
    let acts = play.pass(1);
    assert_eq!(play.now, asked + 29_999);
    assert_eq!(answers(&acts).expect("an answer")[0].how, How::Rejected);
}

#[test]
fn timers_are_due_in_order_and_can_be_cleared() {
    let html = "<script>
        const say = (...x) => console.log(Date.now() % 1e6, ...x);
        setTimeout(say, 20, 'b'); setTimeout(say, 10, 'a'); const gone = setTimeout(say, 5, 'gone'); clearTimeout(gone); clearTimeout(gone); clearTimeout(99);
        let n = 0; const each = setInterval(() => { say('each', ++n); if (n === 3) clearInterval(each) }, 7);
        setTimeout('console.log(\"code\")', 30); requestAnimationFrame(t => say('frame', t)); queueMicrotask(() => say('job'));
        setTimeout(say, -5, 'now'); setTimeout(say, 2 ** 31, 'overflows');
    </script>";
    let mut play = Play::open(html);
    play.pass(100);
    let expected = ["0 job", "0 now", "0 overflows", "7 each 1", "10 a", "14 each 2", "16 frame 16", "20 b", "21 each 3", "code"];
    let start = 600_000;
    let expected: Vec<String> = expected
        .iter()
        .map(|line| {
            line.split_once(' ').map_or((*line).to_owned(), |(ms, rest)| format!("{} {rest}", start + ms.parse::<u64>().unwrap_or(0)))
        })
        .collect();
    assert_eq!(play.log(), expected);
}

#[test]
fn no_page_stands_still_in_time() {
    for script in [
        "let n = 0; (function again() { n++; setTimeout(again, 0) })(); setTimeout(() => console.log(n < 300), 1000)",
        "let n = 0; setInterval(() => n++, 0); setTimeout(() => console.log(n < 300), 1000)",
        "let n = 0; const sleep = () => new Promise(ok => setTimeout(ok, 0)); (async () => { for (;;) { n++; await sleep() } })(); setTimeout(() => console.log(n < 300), 1000)",
    ] {
        let mut play = Play::open(&format!("<script>{script}</script>"));
        play.pass(1_000);
        assert_eq!(play.log(), ["true"], "{script}");
    }
}

#[test]
fn the_clock_is_the_virtual_one() {
    let mut play = Play::open(
        "<script>const say = () => console.log(Date.now(), +new Date(), Math.floor(performance.now()), Date().slice(0, 24)); say(); setTimeout(say, 61001)</script>",
    );
    play.pass(100_000);
    assert_eq!(
        play.log(),
        ["1767603600000 1767603600000 0 Mon Jan 05 2026 09:00:00", "1767603661001 1767603661001 61001 Mon Jan 05 2026 09:01:01"]
    );
}

#[test]
fn dates_are_local_to_the_portal() {
    let cases: &[(&str, &str, &str)] = &[
        ("Asia/Kolkata", "new Date().toString()", "Mon Jan 05 2026 14:30:00 GMT+0530"),
        ("Asia/Kolkata", "new Date().getTimezoneOffset()", "-330"),
        ("UTC", "Object.is(new Date().getTimezoneOffset(), 0)", "true"),
        ("America/New_York", "new Date(2026, 0, 5).toISOString()", "2026-01-05T05:00:00.000Z"),
        ("America/New_York", "new Date(2026, 6, 5, 12, 30).toISOString()", "2026-07-05T16:30:00.000Z"),
        ("America/New_York", "new Date(2026, 2, 8, 2, 30).toString()", "Sun Mar 08 2026 03:30:00 GMT-0400"),
        ("America/New_York", "new Date(2026, 10, 1, 1, 30).toISOString()", "2026-11-01T05:30:00.000Z"),
        ("America/New_York", "new Date('2026-03-08T06:59:59Z').getHours() + ' ' + new Date('2026-03-08T07:00:00Z').getHours()", "1 3"),
        ("America/New_York", "new Date('2026-01-05T10:00').toISOString()", "2026-01-05T15:00:00.000Z"),
        ("America/New_York", "new Date('2026-01-05').toISOString()", "2026-01-05T00:00:00.000Z"),
        ("America/New_York", "new Date('2026-01-05T10:00:00.5+02:00').toISOString()", "2026-01-05T08:00:00.500Z"),
        ("America/New_York", "new Date('2026-01-05 10:00').toISOString()", "2026-01-05T15:00:00.000Z"),
        ("America/New_York", "new Date('Jan 5, 2026 10:00').toISOString()", "2026-01-05T15:00:00.000Z"),
        ("America/New_York", "new Date('2026/01/05').toISOString()", "2026-01-05T05:00:00.000Z"),
        ("America/New_York", "new Date('Mon Jan 05 2026 10:00:00 GMT+0100 (CET)').toISOString()", "2026-01-05T09:00:00.000Z"),
        ("America/New_York", "new Date('Mon, 05 Jan 2026 10:00:00 GMT').toISOString()", "2026-01-05T10:00:00.000Z"),
        ("America/New_York", "new Date(new Date(2026, 5, 1, 9).toString()).getHours()", "9"),
        ("America/New_York", "String(new Date('nonsense'))", "Invalid Date"),
        ("America/New_York", "isNaN(Date.parse('x')) && isNaN(new Date(NaN).getHours()) && isNaN(new Date(undefined))", "true"),
        ("America/New_York", "const d = new Date(0); d.setHours(0, 0, 0, 0); d.toISOString()", "1969-12-31T05:00:00.000Z"),
        ("America/New_York", "const d = new Date(2026, 0, 31); d.setMonth(1); d.toDateString()", "Tue Mar 03 2026"),
        ("America/New_York", "const d = new Date(NaN); d.setFullYear(2026); d.toISOString()", "2026-01-01T05:00:00.000Z"),
        ("America/New_York", "const d = new Date(NaN); d.setHours(1); String(d)", "Invalid Date"),
        ("America/New_York", "new Date(2026, 6, 5, 15, 4, 9).toLocaleString()", "7/5/2026, 3:04:09 PM"),
        (
            "America/New_York",
            "new Date(2026, 6, 5).toLocaleDateString('en-US') + ' ' + new Date(2026, 6, 5).toLocaleTimeString()",
            "7/5/2026 12:00:00 AM",
        ),
        ("Asia/Kathmandu", "new Date(2026, 0, 1).toISOString()", "2025-12-31T18:15:00.000Z"),
        ("UTC", "JSON.stringify({d: new Date(2026, 0, 1)})", r#"{"d":"2026-01-01T00:00:00.000Z"}"#),
        (
            "UTC",
            "class D extends Date { twice() { return this.getTime() * 2 } } const d = new D(5); d.twice() + ' ' + (d instanceof Date) + ' ' + d.constructor.name",
            "10 true D",
        ),
        (
            "UTC",
            "Date.name + Date.length + typeof Date() + new Date(99, 0).getFullYear() + new Date(2026, 0).getYear() + (new Date(1) - new Date(0))",
            "Date7string19991261",
        ),
        ("UTC", "new Date(new Date(7)).getTime() + Date.UTC(1970, 0, 1, 0, 0, 1) + `${new Date(0) + 1}`.slice(-2)", "100701"),
        ("UTC", "new Date(8.64e15 + 1).getTime() + ' ' + new Date(8.64e15).getFullYear()", "NaN 275760"),
        (
            "UTC",
            "(1234567.8915).toLocaleString() + ' ' + (-12).toLocaleString() + ' ' + (1000).toLocaleString()",
            "1,234,567.892 -12 1,000",
        ),
    ];
    for (zone, script, expected) in cases {
        let (before, last) = script.rsplit_once("; ").unwrap_or(("", script));
        let log = in_zone(zone, &format!("{before}; console.log(String({last}))"));
        assert_eq!(log, [*expected], "{zone} {script}");
    }
}

#[test]
fn chance_comes_from_the_seed_and_the_widget() {
    let draw = |seed: u64, widget: u32| {
        let opening = Opening { seed, widget: deskspec::host::WidgetId(widget), ..opening() };
        let html = "<script>console.log(Math.random(), crypto.randomUUID(), crypto.getRandomValues(new Uint32Array(4)).join())</script>";
        Play::with(&program(html), opening, Limits::default()).log().join(" ")
    };
    assert_eq!(draw(1, 1), draw(1, 1));
    assert_ne!(draw(1, 1), draw(2, 1));
    assert_ne!(draw(1, 1), draw(1, 2));
    let html = "<script>let low = 0; for (let i = 0; i < 10000; i++) { const r = Math.random(); if (r < 0 || r >= 1) throw r; if (r < 0.5) low++ } console.log(low > 4700 && low < 5300);
        console.log(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()))</script>";
    assert_eq!(Play::open(html).log(), ["true", "true"]);
}

#[test]
fn the_same_inputs_give_the_same_acts() {
    let body = "App.instance.on('h', async p => { const r = Math.random(); console.log(r, new Date()); ZOHODESK.notify({r}); await new Promise(ok => setTimeout(ok, r * 100)); null.x });";
    let run = || {
        let mut play = Play::open(&registered(body));
        play.ask("h", json!({"a": [1, 2]}));
        play.pass(1_000);
        play.acts
    };
    let acts = run();
    assert_eq!(acts, run());
    assert!(acts.iter().any(|act| matches!(act, Act::Answer { .. })));
}

/// What Node writes for half past three in the afternoon of July 5th, 2026, in New York.
#[test]
fn dates_take_options_as_in_en_us() {
    let cases: &[(&str, &str)] = &[
        ("toLocaleDateString('en-US', {year: 'numeric', month: 'long', day: 'numeric'})", "July 5, 2026"),
        ("toLocaleDateString(undefined, {weekday: 'short', month: 'short', day: '2-digit'})", "Sun, Jul 05"),
        ("toLocaleDateString('en-US', {month: '2-digit', day: '2-digit', year: '2-digit'})", "07/05/26"),
        ("toLocaleDateString('en-US', {hour: '2-digit', minute: '2-digit'})", "7/5/2026, 03:04 PM"),
        ("toLocaleDateString('en-US', {month: 'long', year: 'numeric'})", "July 2026"),
        ("toLocaleDateString('en-US', {dateStyle: 'full'})", "Sunday, July 5, 2026"),
        ("toLocaleTimeString([], {hour: '2-digit', minute: '2-digit'})", "03:04 PM"),
        ("toLocaleTimeString('en-US', {hour: 'numeric'})", "3 PM"),
        ("toLocaleTimeString('en-US', {hour12: false})", "15:04:09"),
        ("toLocaleString('en-US', {weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric'})", "Sunday, July 5 at 3 PM"),
        ("toLocaleString('en-US', {timeZone: 'Asia/Kolkata'})", "7/6/2026, 12:34:09 AM"),
        ("toLocaleString('en-US', {timeZone: 'Asia/Kolkata', hour12: false})", "7/6/2026, 24:34:09"),
        ("toLocaleTimeString('en-US', {timeZone: 'Asia/Kolkata', hourCycle: 'h23'})", "00:34:09"),
        ("toLocaleString('en-US', {dateStyle: 'medium', timeStyle: 'short'})", "Jul 5, 2026, 3:04 PM"),
        ("toLocaleString('en-US', {dateStyle: 'long', timeStyle: 'short'})", "July 5, 2026 at 3:04 PM"),
        ("toLocaleString('en-US', {timeZone: 'Nowhere/There'})", "RangeError: Invalid time zone specified: Nowhere/There"),
        ("toLocaleString('en-US', {dateStyle: 'long', day: 'numeric'})", "TypeError: Can't set option day when dateStyle is used"),
    ];
    for (call, expected) in cases {
        let script =
            format!("try {{ console.log(new Date(2026, 6, 5, 15, 4, 9).{call}); }} catch (error) {{ console.log(String(error)); }}");
        assert_eq!(in_zone("America/New_York", &script), [*expected], "{call}");
    }
    assert_eq!(in_zone("UTC", "console.log(new Date(NaN).toLocaleString('en-US', {month: 'long'}))"), ["Invalid Date"]);
}
