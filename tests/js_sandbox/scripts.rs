//! Scripts of all kinds, and what they load while they run.

use crate::play::{Play, opening, package};
use deskspec::extension::DefectKind;
use deskspec::extension::js::{Limits, Program};
use deskspec::extension::package::Package;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Opens the page; its log, and its defects with the package's folder left out.
fn open(html: &str, files: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
    let dir = package(html, files);
    let read = Package::read(&dir, &BTreeMap::new()).expect("a sound package");
    let program = Arc::new(Program::compile(&read.widgets[0].page));
    let mut play = Play::with(&program, opening(), Limits::default());
    play.pass(100);
    std::fs::remove_dir_all(&dir).expect("the folder is removed");
    let root = format!("{}/", dir.display());
    let defects = play.defects().into_iter().filter(|defect| defect.kind != DefectKind::NotRegistered);
    (play.log(), defects.map(|defect| crate::play::show(&defect).replace(&root, "")).collect())
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
        defects[0].contains("the script \"//cdn.example/x.js\" lies on the web, and nothing is loaded from there; ship it in the package"),
        "{defects:?}"
    );
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
