//! The page around the vendor's code: the window, the document, storage, and what is not there.

use crate::play::{Play, kinds, opening, program, registered, show};
use deskspec::extension::js::Limits;
use deskspec::extension::{Act, DefectKind, Level};
use serde_json::json;

fn logs(html: &str) -> Vec<String> {
    let play = Play::open(html);
    let strange: Vec<_> = play.defects().into_iter().filter(|defect| defect.kind != DefectKind::NotRegistered).collect();
    assert!(strange.is_empty(), "{html}: {strange:?}");
    play.log()
}

#[test]
fn the_document_answers_for_its_html() {
    let html = "<html><head><title>The widget</title></head><body class='a b'>
        <div id=out data-ticket-id='7'>Hello <b>you</b> &amp; me</div><ul id=list><li class=one>1<li class='two x'>2</ul>
        <input id=name value='Ann' disabled><textarea id=note>text</textarea><select id=s><option value=a>A<option value=b selected>B</select>";
    let cases = [
        ("document.getElementById('out').textContent", "Hello you & me"),
        ("document.getElementById('none')", "null"),
        ("document.querySelector('#out b').innerHTML", "you"),
        ("document.querySelectorAll('li').map ? 'array' : 'list'", "list"),
        ("[...document.querySelectorAll('ul > li.two, li.one')].length", "2"),
        ("document.querySelector('[data-ticket-id=\"7\"]').id + document.querySelector('input:disabled').value", "outAnn"),
        ("document.title + '|' + document.body.className + '|' + document.body.classList.contains('b')", "The widget|a b|true"),
        (
            "const e = document.getElementById('out'); e.innerHTML = '<p id=p>x<br>y</p><i>z</i>'; e.children.length + document.getElementById('p').outerHTML",
            "2<p id=\"p\">x<br>y</p>",
        ),
        ("const e = document.getElementById('out'); e.textContent = '<b>'; e.innerHTML", "&lt;b&gt;"),
        (
            "const e = document.createElement('div'); e.id = 'new'; e.className = 'k'; document.body.appendChild(e); document.querySelector('#new.k') === e && e.isConnected",
            "true",
        ),
        ("const e = document.getElementById('out'); e.dataset.ticketId + e.dataset.none + ('x' in e.dataset)", "7undefinedfalse"),
        (
            "const e = document.getElementById('out'); e.setAttribute('title', 5); e.getAttribute('title') + e.title + e.hasAttribute('nope') + e.getAttribute('nope')",
            "55falsenull",
        ),
        (
            "const e = document.getElementById('out'); e.style.display = 'none'; e.style.backgroundColor = 'red'; e.style.cssText + e.style.color + '.'",
            "display: none; background-color: red;.",
        ),
        (
            "const e = document.getElementById('out'); e.classList.add('x', 'y'); e.classList.toggle('x'); e.classList.toggle('z', true); e.className",
            "y z",
        ),
        ("const i = document.getElementById('name'); i.value = 'Bob'; i.value + i.getAttribute('value') + i.disabled", "BobAnntrue"),
        ("document.getElementById('note').value + document.getElementById('s').value", "textb"),
        (
            "let n = 0; const e = document.querySelector('b'); document.getElementById('out').addEventListener('click', ev => { n += ev.target === e ? 1 : 9; ev.preventDefault() }); document.onclick = () => n += 10; e.click(); n",
            "11",
        ),
        (
            "let n = ''; const e = document.createElement('a'); e.addEventListener('x', ev => { n += ev.detail; ev.stopImmediatePropagation() }); e.addEventListener('x', () => n += 'no'); e.dispatchEvent(new CustomEvent('x', {detail: 'd'})); n",
            "d",
        ),
        (
            "const l = document.getElementById('list'); l.insertBefore(document.createTextNode('t'), l.firstChild); l.removeChild(l.lastChild); l.textContent",
            "t1",
        ),
        (
            "const f = document.createDocumentFragment(); f.append('a', document.createElement('hr')); document.body.append(f); document.body.lastElementChild.tagName",
            "HR",
        ),
        ("document.querySelector('b').closest('body') === document.body && document.body.matches('.a')", "true"),
        ("'' + document.documentElement.tagName + document.head.children.length + document.readyState", "HTML1loading"),
        ("String(document.body) + (document.body instanceof HTMLElement)", "[object HTMLBodyElement]true"),
    ];
    for (script, expected) in cases {
        let (before, last) = script.rsplit_once("; ").unwrap_or(("", script));
        assert_eq!(logs(&format!("{html}<script>{before}; console.log(String({last}))</script>")), [expected], "{script}");
    }
}

#[test]
fn the_window_is_its_own() {
    let cases = [
        ("window === self && window === globalThis && window.parent !== window && top === parent", "true"),
        ("this === window && (function () { return this })() === window", "true"),
        ("var shared = 5; window.shared", "5"),
        ("location.hostname + location.pathname + /serviceOrigin=https%3A/.test(location.search)", "extension.example.com/app/w.htmltrue"),
        (
            "typeof process + typeof require + typeof __host + typeof host + typeof page + typeof std + typeof os",
            "undefinedundefinedundefinedundefinedundefinedundefinedundefined",
        ),
        ("Object.getOwnPropertyNames(window).filter(n => n.includes('__')).join()", ""),
        ("try { undeclared } catch (e) { var caught = e.name }; caught", "ReferenceError"),
        ("typeof navigator.userAgent + navigator.language + innerWidth", "stringen-US1280"),
        ("atob(btoa('hi')) + encodeURIComponent('a b')", "hia%20b"),
        (
            "localStorage.setItem('a', 1); localStorage.b = 2; localStorage.getItem('a') + localStorage.a + localStorage.getItem('b') + localStorage.getItem('c') + localStorage.length + Object.keys(localStorage)",
            "112null2a,b",
        ),
        ("localStorage.x = 1; localStorage.removeItem('x'); sessionStorage.length + localStorage.length", "0"),
        (
            "let n = 0; const f = () => n++; addEventListener('x', f); addEventListener('x', f); dispatchEvent(new Event('x')); removeEventListener('x', f); window.dispatchEvent(new Event('x')); n",
            "1",
        ),
    ];
    for (script, expected) in cases {
        let (before, last) = script.rsplit_once("; ").unwrap_or(("", script));
        assert_eq!(logs(&format!("<script>{before}; console.log(String({last}))</script>")), [expected], "{script}");
    }
}

#[test]
fn what_is_missing_says_so_when_it_is_called() {
    let cases = [
        ("alert('x')", "alert"),
        ("window.confirm('x')", "confirm"),
        ("new Intl.NumberFormat('de')", "new Intl.NumberFormat"),
        ("Intl.DateTimeFormat().format()", "Intl.DateTimeFormat"),
        ("new WebSocket('wss://x')", "new WebSocket"),
        ("new XMLSerializer()", "XMLSerializer"),
        ("requestIdleCallback(() => 1)", "requestIdleCallback"),
        ("document.body.attachShadow({})", "element.attachShadow"),
        ("new DOMParser().parseFromString('<a/>', 'text/xml')", "DOMParser with text/xml"),
        ("document.write('x')", "document.write"),
        ("document.querySelector('a:hover')", "the selector \"a:hover\""),
        ("location.reload()", "location.reload"),
        ("crypto.subtle.digest('x')", "crypto.subtle.digest"),
        (
            "new Date().toLocaleString('en-US', {timeZoneName: 'short'})",
            "Date.prototype.toLocaleString with the option timeZoneName: \"short\"",
        ),
        ("new Date().toLocaleDateString('de-DE')", "Date.prototype.toLocaleDateString with a locale other than en-US, or with options"),
        (
            "(5).toLocaleString('en-US', {style: 'percent'})",
            "Number.prototype.toLocaleString with a locale other than en-US, or with options",
        ),
    ];
    for (script, name) in cases {
        let play = Play::open(&format!("<p></p><script>\n  {script};\n</script>"));
        let first = show(&play.defects()[0]);
        assert!(
            first.starts_with("Unsupported app/w.html:2:") && first.contains(&format!("- {name} is not supported here")),
            "{script}: {first}"
        );
        assert_eq!(kinds(&play.acts), [DefectKind::Unsupported, DefectKind::NotRegistered], "{script}: reported once");
    }
    assert_eq!(
        logs(
            "<script>console.log(typeof alert, typeof Intl, !!window.WebSocket); window.alert = () => 'own'; console.log(alert())</script>"
        ),
        ["function function true", "own"]
    );
    assert_eq!(logs("<script>function open() { return 'mine' } var close = 7; console.log(open(), close)</script>"), ["mine 7"]);
}

#[test]
fn the_console_is_the_log() {
    let play = Play::open(
        "<script>console.log('a', 1, true, null, undefined, {b: [1, {c: 2}]}, () => 1, new TypeError('bad')); console.warn('w'); console.error('e'); console.debug('d'); console.info(NaN);
         const loop = {}; loop.loop = loop; console.log(loop, Symbol('s')); console.assert(1 === 1); console.assert(false, 'why')</script>",
    );
    let lines: Vec<_> =
        play.acts.iter().filter_map(|act| if let Act::Log { level, text } = act { Some((*level, text.as_str())) } else { None }).collect();
    let expected = [
        (Level::Info, "a 1 true null undefined {\"b\":[1,{\"c\":2}]} () => 1 TypeError: bad"),
        (Level::Warn, "w"),
        (Level::Error, "e"),
        (Level::Debug, "d"),
        (Level::Info, "NaN"),
        (Level::Info, "{\"loop\":null} ?"),
        (Level::Error, "assertion failed why"),
    ];
    assert_eq!(lines, expected);
}

#[test]
fn one_page_does_not_see_another() {
    let program = program(&registered(
        "console.log(Object.prototype.dirty, [].dirty, window.mark, localStorage.getItem('k'));
         Object.prototype.dirty = 1; Array.prototype.dirty = 2; window.mark = 3; localStorage.setItem('k', 4); Promise.prototype.then = null; JSON.stringify = null;",
    ));
    for _ in 0..3 {
        let play = Play::with(&program, opening(), Limits::default());
        assert_eq!(play.log(), ["undefined undefined undefined null"]);
    }
}

#[test]
fn a_polluted_page_harms_itself_alone() {
    for dirt in [
        "Object.prototype.isSuccess = true; Object.prototype.toJSON = () => 1;",
        "Array.prototype.map = null; Array.prototype[Symbol.iterator] = null;",
        "Object.defineProperty(Object.prototype, 'type', {get() { throw 1 }});",
        "window.parent.postMessage = null;",
        "Error.prepareStackTrace = () => { throw 1 }; Error.stackTraceLimit = 0;",
        "WeakMap.prototype.get = () => { throw 1 };",
        "window.Promise = null; window.Error = null; delete window.Object; window.addEventListener = null;",
        "Object.freeze(Object.prototype); Object.freeze(Array.prototype);",
    ] {
        let mut play = Play::open(&registered(&format!("App.instance.on('h', () => true); {dirt}")));
        play.ask("h", json!({}));
        play.pass(10);
    }
}

#[test]
fn a_program_is_shared_between_threads() {
    let program = program(&registered("App.instance.on('h', () => 5);"));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            let program = program.clone();
            scope.spawn(move || {
                let mut play = Play::with(&program, opening(), Limits::default());
                assert_eq!(play.verdicts("h", json!({})).expect("an answer")[0].value, Some(json!(5)));
            });
        }
    });
}

#[test]
fn deferred_scripts_and_files_have_their_places() {
    let dir = crate::play::package(
        "<script defer src='js/late.js'></script>\n<script src='js/lib.js?v=1'></script><script>console.log('inline', lib()); boom()</script>",
        &[
            ("app/js/lib.js", "const lib = () => 'lib';\nfunction boom() { return window.no.x }"),
            ("app/js/late.js", "\u{feff}console.log('late');\r\n\r\n  throw new Error('x')"),
        ],
    );
    let package = deskspec::extension::package::Package::read(&dir, &std::collections::BTreeMap::new()).expect("a sound package");
    let program = std::sync::Arc::new(deskspec::extension::js::Program::compile(&package.widgets[0].page));
    let play = Play::with(&program, opening(), Limits::default());
    assert_eq!(play.log(), ["inline lib", "late"]);
    let root = dir.display();
    let expected = [
        format!("Threw {root}/app/js/lib.js:2:26 - threw TypeError: cannot read property 'x' of undefined"),
        format!("Threw {root}/app/js/late.js:3:13 - threw Error: x"),
    ];
    assert_eq!(play.shown()[..2], expected);
    std::fs::remove_dir_all(&dir).expect("the folder is removed");
}
