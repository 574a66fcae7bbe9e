//! Code without end: it is cut, reported, and the rest goes on.

use crate::play::{Play, answers, defects, kinds, opening, program, registered, show};
use deskspec::extension::DefectKind::{OutOfFuel, OutOfMemory, TooDeep, Unsupported};
use deskspec::extension::js::Limits;
use deskspec::extension::{DefectKind, How};
use serde_json::json;

fn small() -> Limits {
    Limits { fuel: 20, jobs: 2_000, memory: 4 << 20, timers: 50, log_bytes: 1_000, questions: 50, acts: 500, ..Limits::default() }
}

fn play(handler: &str) -> Play {
    let body = format!("App.instance.on('h', () => {{ {handler} }}); App.instance.on('ok', () => true);");
    Play::with(&program(&registered(&body)), opening(), small())
}

/// What is cut: the defect, silence, and a widget that does nothing any more.
#[test]
fn what_never_ends_is_cut() {
    let cases: &[(&str, DefectKind)] = &[
        ("for (;;);", OutOfFuel),
        ("try { for (;;); } catch (e) { return true } finally { return true }", OutOfFuel),
        ("for (;;) try { null.x } catch {}", OutOfFuel),
        ("return (async () => { for (;;) await null })()", OutOfFuel),
        ("return new Promise(() => (function again() { Promise.resolve().then(again) })())", OutOfFuel),
        ("return new Promise(() => { for (;;); })", OutOfFuel),
        ("return Promise.resolve({then() { for (;;); }})", OutOfFuel),
        ("throw {get msg() { for (;;); }}", OutOfFuel),
        ("return {get a() { for (;;); }}", OutOfFuel),
        ("/(x+x+)+y/.test('x'.repeat(40))", OutOfFuel),
        ("Error.prepareStackTrace = () => { for (;;); }; new Error('x').stack", OutOfFuel),
        ("for (;;) console.log('x')", OutOfFuel),
        ("for (;;) setTimeout(() => 1)", OutOfFuel),
        ("for (;;) try { ZOHODESK.notify({}) } catch {}", OutOfFuel),
        ("for (;;) App.instance.getWidgetInstance('w').emit('e')", OutOfFuel),
        ("const all = []; for (;;) all.push({})", OutOfMemory),
        ("const all = []; try { for (;;) all.push({}) } catch { return true }", OutOfMemory),
        ("for (;;) try { 'x'.repeat(2 ** 25) } catch {}", OutOfMemory),
        ("return [...Array(1e7).keys()]", OutOfMemory),
        ("return Promise.resolve().then(() => { const all = []; for (;;) all.push([1, 2, 3]) })", OutOfMemory),
        ("const one = new Uint8Array(2 ** 28)", OutOfMemory),
    ];
    for (handler, kind) in cases {
        let mut play = play(handler);
        let acts = play.ask("h", json!({}));
        let last = defects(&acts).pop().unwrap_or_else(|| panic!("{handler}: {acts:?}"));
        assert_eq!((last.kind, last.handler.as_deref()), (*kind, Some("h")), "{handler}");
        assert_eq!(answers(&acts), None, "{handler}");
        assert_eq!(play.ask("ok", json!({})), [], "{handler}: a cut widget is dead");
        assert_eq!(play.deliver("e", json!({})), []);
        assert_eq!(play.pass(60_000), [], "{handler}");
    }
}

/// Native loops over a length with nothing in it: those of the engine that ask for fuel, and those that never would.
#[test]
fn native_loops_without_end_are_cut() {
    let all = [
        "concat",
        "copyWithin",
        "every",
        "fill",
        "filter",
        "find",
        "findIndex",
        "findLast",
        "flat",
        "flatMap",
        "forEach",
        "includes",
        "indexOf",
        "join",
        "lastIndexOf",
        "map",
        "reduce",
        "reduceRight",
        "reverse",
        "shift",
        "slice",
        "some",
        "sort",
        "splice",
        "unshift",
    ];
    for name in all {
        let length = if matches!(name, "map" | "unshift") { "2 ** 32 - 1" } else { "2 ** 53 - 1" };
        let loops = format!("return Array.prototype.{name}.call({{length: {length}}}, () => undefined)");
        let mut play = play(&loops);
        let acts = play.ask("h", json!({}));
        // What fills an empty object runs out of memory first.
        assert_eq!(kinds(&acts), [if name == "fill" { OutOfMemory } else { OutOfFuel }], "{name}");
        assert_eq!(play.ask("ok", json!({})), [], "{name}: a cut widget is dead");
    }
    for sparse in [
        "const a = []; a.length = 2 ** 32 - 1; return a.indexOf(1)",
        "return [].concat({length: 2 ** 32 - 1, [Symbol.isConcatSpreadable]: true})",
    ] {
        assert_eq!(kinds(&play(sparse).ask("h", json!({}))), [OutOfFuel], "{sparse}");
    }
}

/// What is too large for the engine or the memory is refused or cut at once.
#[test]
fn what_is_too_large_is_refused() {
    let thrown = [
        "Array.from({length: 2 ** 53 - 1})",
        "new Uint8Array({length: 2 ** 53 - 1})",
        "Array.prototype.toSorted.call({length: 2 ** 32})",
        "2n ** 10000000n",
    ];
    for script in thrown {
        let mut play = play(&format!("try {{ {script} }} catch (e) {{ return e.name }}"));
        assert_eq!(play.verdicts("h", json!({})).expect("an answer")[0].value, Some(json!("RangeError")), "{script}");
    }
    for script in ["return 'x'.repeat(2 ** 29)", "return 'x'.padEnd(2 ** 29)", "return 'a'.repeat(2 ** 21).split('')"] {
        assert_eq!(kinds(&play(script).ask("h", json!({}))), [OutOfMemory], "{script}");
    }
    let deep = "let o = {}; for (let i = 0; i < 1e4; i++) o = {o}; JSON.stringify(o)";
    assert_eq!(kinds(&play(deep).ask("h", json!({}))), [TooDeep]);
}

#[test]
fn the_place_of_a_cut_is_shown() {
    for handler in ["\n  let n = 0;\n  for (;;) n += Math.abs(1);\n", "\n\n  const a = []; for (;;) a.push({});\n"] {
        let acts = play(handler).ask("h", json!({}));
        let shown: Vec<_> = defects(&acts).iter().map(show).collect();
        // Where the fuel runs out depends on what ran before: where it ends between two calls, the function is shown.
        let near = ["app/w.html:5:", "app/w.html:3:"].iter().any(|place| shown[0].contains(place));
        assert!(near, "{handler:?} {shown:?}");
    }
}

#[test]
fn recursion_is_an_exception() {
    for handler in ["const f = () => f() + 1; f()", "const o = {toString() { return '' + o }}; '' + o", "JSON.parse('['.repeat(1e6))"] {
        let mut play = play(handler);
        let acts = play.ask("h", json!({}));
        assert_eq!(kinds(&acts), [TooDeep], "{handler}");
        assert_eq!(answers(&acts).expect("an answer")[0].how, How::Threw, "{handler}");
        assert_eq!(play.verdicts("ok", json!({})).expect("it lives")[0].value, Some(json!(true)));
    }
    assert_eq!(kinds(&play("const f = () => f() + 1; try { f() } catch { return false }").ask("h", json!({}))), []);
}

#[test]
fn code_that_ends_is_not_cut() {
    let mut play = play(
        "let n = 0; for (let i = 0; i < 4e4; i++) n += i; console.log(n); return new Promise(async ok => { for (let i = 0; i < 500; i++) await null; ok(n) })",
    );
    for _ in 0..5 {
        let acts = play.ask("h", json!({}));
        let all = answers(&acts).unwrap_or_else(|| panic!("every entry has all its fuel: {acts:?}"));
        assert_eq!(all[0].value, Some(json!(799_980_000_i64)));
    }
}

#[test]
fn a_page_that_spins_while_it_loads_is_cut() {
    let play = Play::with(
        &program("<script>\nfunction go() {\n  while (true) String(1);\n}\ngo();\n</script><script>console.log('never')</script>"),
        opening(),
        small(),
    );
    assert_eq!(kinds(&play.acts), [OutOfFuel]);
    assert!(play.shown()[0].starts_with("OutOfFuel app/w.html:3:"), "{:?}", play.shown());
    assert_eq!(play.log(), [""; 0]);
}

#[test]
fn the_log_is_limited() {
    let mut play = play("for (let i = 0; i < 30; i++) console.log('x'.repeat(100))");
    play.ask("h", json!({}));
    assert_eq!(play.log().len(), 11);
    assert_eq!(play.log()[10], "the log is full: further lines are dropped");
}

#[test]
fn open_questions_are_limited() {
    let mut play = play("for (let i = 0; i < 60; i++) try { ZOHODESK.get('a') } catch (e) { console.log(e.message) } return true");
    let acts = play.ask("h", json!({}));
    assert_eq!(play.asks().len(), 50);
    assert_eq!(play.log()[0], "more than 50 questions to the host wait for their answers");
    assert!(answers(&acts).is_some());
}

#[test]
fn what_a_cut_widget_did_before_still_counts() {
    let mut play = play("ZOHODESK.notify({title: 'a'}); console.log('before'); alert('x'); ");
    let acts = play.ask("h", json!({}));
    assert_eq!(kinds(&acts), [Unsupported]);
    let mut play = self::play("ZOHODESK.notify({title: 'a'}); console.log('before'); for (;;);");
    play.ask("h", json!({}));
    assert_eq!((play.asks().len(), play.log()), (1, vec!["before".to_owned()]));
}

#[test]
fn the_stack_counts_from_the_entry_and_not_from_where_the_sandbox_was_made() {
    fn deeper(depth: u32, play: &mut Play) -> DefectKind {
        let pad = std::hint::black_box([depth; 256]);
        if depth == 0 { kinds(&play.ask("h", json!({})))[0] } else { std::hint::black_box(deeper(depth - 1, play)) }
            .min(if pad[0] == u32::MAX { OutOfFuel } else { DefectKind::NotRegistered })
    }
    let mut play = play("const f = () => f() + 1; f()");
    assert_eq!(deeper(300, &mut play), TooDeep);
}
