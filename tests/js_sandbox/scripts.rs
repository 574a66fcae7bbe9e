//! Scripts of all kinds, and what they load while they run.

use crate::play::{Play, opening, package};
use deskspec::extension::DefectKind;
use deskspec::extension::js::{Limits, Program};
use deskspec::extension::package::Package;
use std::sync::Arc;

/// Opens the page; its log, and its defects with the package's folder left out.
fn open(html: &str, files: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
    open_with(html, files, &[])
}

/// The same with files that lie elsewhere in the place of addresses and modules: each with its text, where there is one.
fn open_with(html: &str, files: &[(&str, &str)], given: &[(&str, &str, Option<&str>)]) -> (Vec<String>, Vec<String>) {
    let dir = package(html, files);
    let texts: Vec<_> = given.iter().filter_map(|(_, file, text)| Some((*file, (*text)?))).collect();
    let elsewhere = package("", &texts);
    let maps = given.iter().map(|(url, file, _)| ((*url).to_owned(), elsewhere.join(file))).collect();
    let read = Package::read(&dir, &maps).expect("a sound package");
    let program = Arc::new(Program::compile(&read.widgets[0].page));
    let mut play = Play::with(&program, opening(), Limits::default());
    play.pass(100);
    for folder in [&dir, &elsewhere] {
        std::fs::remove_dir_all(folder).expect("the folder is removed");
    }
    let bare = |text: String| [&dir, &elsewhere].iter().fold(text, |text, root| text.replace(&format!("{}/", root.display()), ""));
    let defects = play.defects().into_iter().filter(|defect| defect.kind != DefectKind::NotRegistered);
    (play.log(), defects.map(|defect| bare(crate::play::show(&defect))).collect())
}

const SAY: &str = "console.log(document.currentScript && document.currentScript.id, document.readyState)";

#[test]
fn scripts_run_in_the_standards_order() {
    let html = format!(
        "<script async id=a src=a.js></script><script type=module>console.log('m1', this, import.meta.url)</script><script defer id=d src=a.js></script>
         <script id=i>{SAY}; addEventListener('DOMContentLoaded', () => console.log('content')); onload = () => console.log('load')</script>
         <script type=module src=m.mjs></script><script id=j>{SAY}</script><script nomodule>console.log('old')</script>"
    );
    let (log, defects) = open(&html, &[("app/a.js", SAY), ("app/m.mjs", "console.log('m2', document.currentScript)")]);
    let expected = [
        "i loading",
        "j loading",
        "m1 undefined https://extension.example.com/app/w.html",
        "d interactive",
        "m2 null",
        "content",
        "a interactive",
        "load",
    ];
    assert_eq!((log.iter().map(String::as_str).collect::<Vec<_>>(), defects), (expected.to_vec(), vec![]));
}

#[test]
fn modules_import_each_other() {
    let html = "<script type=importmap>{\"imports\": {\"tools\": \"./lib/tools.js\", \"kit/\": \"/kit/\"}}</script><script type=module src=main.js></script>
        <script type=module>import {n} from './lib/count.js'; console.log('inline', n)</script>";
    let files = [
        ("app/main.js", "import tools, {twice} from 'tools'; import {n, up} from './lib/count.js'; import * as k from 'kit/k.js'; up(); console.log(tools, twice(2), n, k.k, import.meta.url);
            const late = await import('./late.js'); console.log(late.default)"),
        ("app/lib/tools.js", "import {up} from './count.js'; up(); export default 'tools'; export const twice = x => 2 * x"),
        ("app/lib/count.js", "console.log('once'); export let n = 0; export function up() { n++ }"),
        ("app/late.js", "export default 'late'"),
        ("kit/k.js", "export const k = 'k'"),
    ];
    let (log, defects) = open(html, &files);
    assert_eq!(log, ["once", "tools 4 2 k https://extension.example.com/app/main.js", "late", "inline 2"]);
    assert_eq!(defects, [""; 0]);
}

#[test]
fn what_cannot_be_imported_is_told() {
    let cases = [
        (
            "import x from './lib/tols.js'",
            "TypeError: cannot import: the module \"./lib/tols.js\" does not exist in the package; the nearest file is \"/app/lib/tools.js\": name that, or add the file",
        ),
        (
            "import x from 'react'",
            "TypeError: cannot import: \"react\" is no path; write \"./react.js\", add an import map, or bundle the page's scripts",
        ),
        ("import {none} from './lib/tools.js'", "SyntaxError: "),
        ("import './lib/bad.js'", "SyntaxError: "),
        ("import '../../../etc/x.js'", "TypeError: cannot import: the module \"../../../etc/x.js\" does not exist in the package"),
        ("import './lib/throws.js'", "Error: inside"),
    ];
    for (script, expected) in cases {
        let html = format!("<script type=module>{script}</script><script type=module>console.log('next')</script>");
        let files =
            [("app/lib/tools.js", "export default 1"), ("app/lib/bad.js", "export ="), ("app/lib/throws.js", "throw new Error('inside')")];
        let (log, defects) = open(&html, &files);
        assert_eq!(log, ["next"], "{script}");
        assert!(defects.len() == 1 && defects[0].contains(expected), "{script}: {defects:?}");
    }
    let (_, defects) = open("<script type=module src=main.js></script>", &[("app/main.js", "\n  nothing()")]);
    assert_eq!(defects, ["Threw app/main.js:2:3 - threw ReferenceError: nothing is not defined"]);
}

#[test]
fn scripts_are_put_in_while_the_page_runs() {
    let html = "<body><script>const put = (set) => { const s = document.createElement('script'); Object.assign(s, set); s.onload = () => console.log('load', s.id); s.onerror = () => console.log('error', s.id); document.body.appendChild(s); };
        put({id: 'a', src: 'lib/a.js'}); put({id: 'b', textContent: 'console.log(\"inline\")'}); put({id: 'c', src: '/none.js'}); put({id: 'd', src: 'lib/m.js', type: 'module'});
        put({id: 'e', src: 'https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js'}); put({id: 'f', src: 'lib/throws.js'}); put({id: 'g', type: 'text/x', src: 'lib/a.js'});
        document.body.insertAdjacentHTML('beforeend', '<script>console.log(\"never\")<\\/script>'); onload = () => console.log(typeof ZOHODESK, 'window')</script><script>console.log('next')</script>";
    let files = [
        ("app/lib/a.js", "console.log('a')"),
        ("app/lib/m.js", "console.log('m', import.meta.url.slice(-8))"),
        ("app/lib/throws.js", "throw new Error('x')"),
    ];
    let (log, defects) = open(html, &files);
    let expected = ["inline", "next", "a", "load a", "error c", "m lib/m.js", "load d", "load e", "load f", "object window"];
    assert_eq!(log.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    assert_eq!(defects[0], "Threw app/w.html:1:221 - the script \"/none.js\" does not exist in the package; add the file");
    assert_eq!(defects[1], "Threw app/lib/throws.js:1:11 - threw Error: x");
}

#[test]
fn a_script_of_the_web_is_not_loaded() {
    let html = "<body><script>const s = document.createElement('script'); s.src = '//cdn.example/x.js'; s.onerror = () => console.log('error'); document.body.append(s)</script>";
    let (log, defects) = open(html, &[]);
    assert_eq!(log, ["error"]);
    assert!(
        defects[0].contains(
            "the script \"//cdn.example/x.js\" lies on the web, and nothing is loaded from there; ship it in the package, or give a local copy: --map //cdn.example/x.js=FILE"
        ),
        "{defects:?}"
    );
}

#[test]
fn a_script_that_is_given_in_its_place_is_loaded() {
    let html = "<body><script>for (const src of ['https://cdn.example/x.js', '//cdn.example/x.js', 'https://cdn.example/none.js', 'https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js']) {
        const s = document.createElement('script'); s.src = src; s.onload = () => console.log('load', src.slice(-9)); s.onerror = () => console.log('error', src.slice(-9)); document.body.append(s) }</script>";
    let given = [
        ("https://cdn.example/x.js", "given.js", Some("console.log('given', typeof ZOHODESK)")),
        ("https://cdn.example/none.js", "none.js", None),
        (
            "https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js",
            "ZohoDeskClientSDK.js",
            Some("window.mine = 1; throw new Error('sdk')"),
        ),
    ];
    let (log, defects) = open_with(html, &[], &given);
    let expected = ["given undefined", "load mple/x.js", "given undefined", "load mple/x.js", "error e/none.js", "load DK.min.js"];
    assert_eq!(log.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    assert!(
        defects[0].contains("none.js that --map gives for \"https://cdn.example/none.js\" does not exist; give another one:"),
        "{defects:?}"
    );
    assert_eq!(defects.len(), 2, "{defects:?}");
}

#[test]
fn a_module_that_is_given_in_its_place_is_imported() {
    let html = "<script type=importmap>{\"imports\": {\"mapped\": \"https://esm.example/mapped.js\"}}</script>
        <script type=module>import a from 'bare'; import b from 'https://esm.example/b.js'; import c from 'mapped'; console.log(a, b, c); import('https://esm.example/c.js').catch(e => console.log(e.message))</script>";
    let given = [
        ("bare", "a.js", Some("export default import.meta.url")),
        ("https://esm.example/b.js", "b.js", Some("export default import.meta.url")),
        ("https://esm.example/mapped.js", "c.js", Some("import b from 'https://esm.example/b.js'; export default 'c' + b.length")),
    ];
    let (log, defects) = open_with(html, &[], &given);
    let why = "cannot import: the module \"https://esm.example/c.js\" lies on the web, and nothing is loaded from there; ship it in the package, or give a local copy: --map https://esm.example/c.js=FILE";
    assert_eq!((log, defects), (vec!["bare https://esm.example/b.js c24".to_owned(), why.to_owned()], vec![]));
}

#[test]
fn files_of_the_package_are_fetched() {
    let html = "<script>const get = (url, init) => fetch(url, init).then(async r => console.log(r.status, r.ok, r.headers.get('content-type'), r.url.slice(-12), await r.text()), e => console.log(e.message));
        get('data/a%20b.json'); get('/app/x.html?v=1#h'); get('none.json'); get('lib.js', {method: 'HEAD'}); get('lib.js', {method: 'POST', body: 'x'}); get(new URL('lib.js', location.href)); get('../../../etc/passwd');
        fetch('data/a%20b.json').then(r => r.json()).then(j => console.log(j.a[0]));
        const x = new XMLHttpRequest(); x.open('GET', 'data/a%20b.json'); x.responseType = 'json'; x.onload = () => console.log(x.status, x.response.a, x.getResponseHeader('content-type')); x.send(); console.log('asked')</script>";
    let files = [("app/data/a b.json", "{\"a\": [1]}"), ("app/x.html", "<p>x</p>"), ("app/lib.js", "lib()")];
    let (log, defects) = open(html, &files);
    let expected = [
        "asked",
        "200 true application/json a/a%20b.json {\"a\": [1]}",
        "200 true text/html x.html?v=1#h <p>x</p>",
        "404 false null pp/none.json ",
        "200 true null m/app/lib.js ",
        "405 false null m/app/lib.js ",
        "200 true text/javascript m/app/lib.js lib()",
        "404 false null m/etc/passwd ",
        "1",
        "200 [object Object] application/json",
    ];
    let sorted = |mut all: Vec<String>| {
        all.sort();
        all
    };
    assert_eq!(log[0], "asked");
    let expected = expected.map(|line| line.replace("[object Object]", "[1]"));
    assert_eq!((sorted(log), defects), (sorted(expected.to_vec()), vec![]));
}

#[test]
fn what_is_no_text_is_not_fetched() {
    let html = "<script>fetch('logo.png').catch(e => console.log(e.message))</script>";
    let dir = package(html, &[]);
    std::fs::write(dir.join("app/logo.png"), [0x89, 0x50, 0xff, 0xfe]).expect("the file is written");
    let read = Package::read(&dir, &std::collections::BTreeMap::new()).expect("a sound package");
    let mut play = Play::with(&Arc::new(Program::compile(&read.widgets[0].page)), opening(), Limits::default());
    play.pass(1);
    std::fs::remove_dir_all(&dir).expect("the folder is removed");
    let text = "fetching \"/app/logo.png\", which is no text, is not supported here; fetch texts alone";
    assert_eq!(play.log(), [format!("Failed to fetch: {text}")]);
    assert!(play.shown()[0].contains(text), "{:?}", play.shown());
}

#[test]
fn pictures_are_told_whether_the_package_has_their_file() {
    let html = "<body><img id=a src=img/a.svg onload=\"console.log('load', this.id)\"><img id=n src=none.svg onerror=\"console.log('error', this.id, this.complete)\">
        <script>const put = (src) => { const i = new Image(); i.onload = i.onerror = e => console.log(e.type, src.slice(0, 12), i.complete); i.src = src; return i };
        put('img/a.svg'); put('https://web.example/a.svg'); put('data:image/png;base64,AA=='); const twice = put('none.svg'); twice.src = '/app/img/a.svg'; console.log(twice.complete, new Image().complete);
        const box = document.createElement('div'); box.innerHTML = '<img src=\"none.svg\">'; box.firstChild.onerror = () => console.log('inside'); document.body.append(box);
        new Image().decode().catch(e => console.log(e.name)); onload = () => console.log('window')</script>";
    let (log, defects) = open(html, &[("app/img/a.svg", "<svg/>")]);
    let expected = [
        "false true",
        "load a",
        "error n true",
        "load img/a.svg true",
        "error https://web. true",
        "load data:image/p true",
        "load none.svg true",
        "inside",
        "EncodingError",
        "window",
    ];
    let mut wanted: Vec<_> = expected.map(str::to_owned).to_vec();
    let mut had = log.clone();
    wanted.sort();
    had.sort();
    assert_eq!((had, defects), (wanted, vec![]));
    assert_eq!(
        (log[0].as_str(), log.iter().position(|line| line == "window") > log.iter().position(|line| line == "inside")),
        ("false true", true)
    );
}

#[test]
fn a_page_whose_scripts_need_no_document_still_hears_of_its_pictures() {
    let (log, defects) = open("<img src=none.svg onerror=\"console.log('gone')\"><script>console.log('script')</script>", &[]);
    assert_eq!((log, defects), (vec!["script".to_owned(), "gone".to_owned()], vec![]));
}

#[test]
fn links_are_told_whether_the_package_has_their_file() {
    let html = "<script>const put = (rel, href) => { const l = document.createElement('link'); l.rel = rel; l.href = href; l.onload = l.onerror = e => console.log(e.type, href); document.head.append(l) };
        put('stylesheet', 'a.css'); put('stylesheet', new URL('/app/sub/b%20c.css', location.href).href); put('modulepreload', './m.js'); put('stylesheet', 'none.css'); put('stylesheet', 'https://web.example/app/a.css'); put('icon', 'a.css'); console.log('put')</script>";
    let files = [("app/a.css", "a{}"), ("app/sub/b c.css", ""), ("app/m.js", "")];
    let (log, defects) = open(html, &files);
    let expected = [
        "put",
        "load a.css",
        "load https://extension.example.com/app/sub/b%20c.css",
        "load ./m.js",
        "error none.css",
        "error https://web.example/app/a.css",
    ];
    assert_eq!((log.iter().map(String::as_str).collect::<Vec<_>>(), defects), (expected.to_vec(), vec![]));
}

#[test]
fn what_begins_with_the_pages_own_origin_is_of_the_package() {
    let html = "<script src=sub/main.js></script>";
    let main = "const base = document.currentScript.src.replace(/[^/]*$/, ''); const s = document.createElement('script'); s.src = base + 'chunk.js'; s.onload = () => console.log('loaded'); document.head.append(s);
        import(new URL('m.mjs', base).href).then(m => console.log(m.default))";
    let files = [("app/sub/main.js", main), ("app/sub/chunk.js", "console.log('chunk')"), ("app/sub/m.mjs", "export default 'module'")];
    let (mut log, defects) = open(html, &files);
    log.sort();
    assert_eq!((log, defects), (vec!["chunk".to_owned(), "loaded".to_owned(), "module".to_owned()], vec![]));
}
