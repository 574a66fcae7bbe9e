//! The house rules that a compiler does not know: who may import whom, what stays out of where, how long a file and a function may be.
//!
//! Sources are looked at without their comments and string literals ([`bare`]), so that a word in a text is no use of it. Each check is a
//! function from a source to its violations, and is shown to bite by [`BITES`].

use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Mutex;

/// A file may have so many lines, and a function so many.
const FILE_LINES: usize = 500;
const FUNCTION_LINES: usize = 70;

/// The modules by their floors, from the ground up. A module imports only from floors below its own.
const FLOORS: [&[&str]; 9] = [
    &["clock", "percent", "spelling"],
    &["gherkin", "catalog", "compare", "record"],
    &["host"],
    &["extension", "fixture"],
    &["stage"],
    &["scenario", "steps"],
    &["run"],
    &["report", "certify", "check", "coverage", "serve"],
    &["cli"],
];

/// Two modules of one floor, of which the first is written in terms of the second.
const NEIGHBOURS: [(&str, &str); 1] = [("steps", "scenario")];

/// Modules that know less than their floor would let them: all that they may import.
const NARROW: [(&str, &[&str]); 4] =
    [("compare", &["spelling"]), ("gherkin", &["spelling"]), ("fixture", &["compare", "spelling"]), ("report", &["record", "clock"])];

/// Words, and the only places that may use them. `""` is nowhere.
const WORDS: [(&str, &[&str], &str); 14] = [
    (r"\brquickjs\b", &["src/extension/js/"], "only extension/js knows the engine"),
    (r"\boxc(_\w+)?\b", &["src/check/code/"], "only check/code knows oxc"),
    (r"\b(reqwest|axum)\b", &["src/extension/endpoint/", "src/serve/door.rs"], "only extension/endpoint and the door of serve know HTTP"),
    (r"\bclap\b", &["src/cli/"], "only cli knows clap"),
    (r"\bcucumber\b", &["src/scenario/", "src/steps/", "src/run/"], "only scenario, steps and run know cucumber"),
    (
        r"\bstd::fs\b|\bstd::\{[^;]*\bfs\b",
        &["src/extension/package/", "src/fixture/", "src/run/", "src/cli/"],
        "files are read by extension/package, fixture, run and cli alone",
    ),
    (r"\bstd::env\b|\bstd::\{[^;]*\benv\b", &["src/cli/"], "the environment is read by cli alone"),
    (
        r"\b(Instant|SystemTime|Timestamp|Zoned)::now\b",
        &["src/run/", "src/cli/", "src/extension/endpoint/"],
        "this machine's clock is read by run, cli and extension/endpoint alone",
    ),
    (
        r"\bstd::net\b|\bstd::\{[^;]*\bnet\b|\bTcp\w+\b|\bUdpSocket\b",
        &["src/extension/endpoint/", "src/serve/door.rs", "src/cli/serve.rs"],
        "only extension/endpoint and serve reach the network",
    ),
    (
        r"\bstd::process\b|\bstd::\{[^;]*\bprocess\b",
        &["src/main.rs", "src/cli/", "src/fixture/write.rs"],
        "the process is cli's business, and names the temporary file of fixture/write",
    ),
    (
        r"\basync\b|\.await\b|\btokio\b",
        &["src/run/", "src/cli/interrupt.rs", "src/extension/endpoint/", "src/serve/door.rs", "src/check/code/handler.rs"],
        "nothing is async but what cucumber's definitions need in run, the network, and signals; check/code names what JavaScript calls so",
    ),
    (r"\bHash(Map|Set)\b", &["src/fixture/", "src/compare/"], "iteration order is defined: use BTreeMap, BTreeSet or a Vec"),
    (r"\b(todo|unimplemented|dbg)!", &[], "nothing is left half-done"),
    (r"#!?\[\s*(ignore|allow)\b|#!?\[\s*cfg_attr\([^\]]*\b(ignore|allow)\b", &[], "use #[expect(…, reason = \"…\")], and run every test"),
];

/// An expression, read once.
fn expression(pattern: &'static str) -> Regex {
    static READ: Mutex<BTreeMap<&str, Regex>> = Mutex::new(BTreeMap::new());
    let mut read = READ.lock().expect("nothing panics here");
    read.entry(pattern).or_insert_with(|| Regex::new(pattern).expect("an expression")).clone()
}

struct Source {
    /// From the repository's root, with `/`.
    path: String,
    text: String,
    bare: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned(), bare: bare(text) }
    }

    /// The module on the floor's table: `host` of `src/host/desk/page.rs`.
    fn module(&self) -> &str {
        let below = self.path.strip_prefix("src/").unwrap_or_default();
        below.split(['/', '.']).next().unwrap_or_default()
    }

    fn at(&self, offset: usize, message: impl std::fmt::Display) -> String {
        format!("{}:{}: {message}", self.path, self.bare[..offset].matches('\n').count() + 1)
    }
}

/// The text with blanks in the place of comments, string literals and characters, so that offsets and lines stay what they are.
fn bare(text: &str) -> String {
    let skip = expression(concat!(
        r###"(?s)(?P<line>//[^\n]*)|(?P<block>/\*.*?\*/)|(?P<raw>\bb?r(?:"[^"]*"|#".*?"#|##".*?"##))"###,
        r###"|(?P<string>"(?:[^"\\]|\\.)*")|(?P<char>'(?:[^'\\\n]|\\(?:x..|u\{[^}]*\}|.))')"###
    ));
    let blank = |found: &regex::Captures| {
        found[0].chars().map(|c| if c == '\n' { "\n".to_owned() } else { " ".repeat(c.len_utf8()) }).collect::<String>()
    };
    skip.replace_all(text, blank).into_owned()
}

type Check = fn(&Source) -> Vec<String>;

const CHECKS: [(&str, Check); 6] = [
    ("floors", floors),
    ("supers", supers),
    ("words", words),
    ("long files", long_files),
    ("long functions", long_functions),
    ("mod.rs", only_names),
];

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|modules| modules.contains(&module))
}

/// A module imports only from floors below its own. Whatever names another module begins with `crate::`.
fn floors(source: &Source) -> Vec<String> {
    let own = source.module();
    if ["lib", "main"].contains(&own) {
        return Vec::new();
    }
    let Some(own_floor) = floor(own) else { return vec![source.at(0, format!("{own} stands on no floor"))] };
    let mut found = Vec::new();
    for named in expression(r"\b(?:crate|deskspec)::(\{|\w+)").captures_iter(&source.bare) {
        let at = named.get(0).map_or(0, |all| all.start());
        let other = &named[1];
        let Some(other_floor) = floor(other) else {
            found.push(source.at(at, format!("`crate::{other}` names no module: write one path a line")));
            continue;
        };
        let narrow = NARROW.iter().find(|(module, _)| *module == own).is_none_or(|(_, allowed)| allowed.contains(&other));
        let below = other_floor < own_floor && narrow;
        if own != other && !below && !NEIGHBOURS.contains(&(own, other)) {
            found.push(source.at(at, format!("{own} (floor {own_floor}) imports {other} (floor {other_floor})")));
        }
    }
    found
}

/// `super::` never leads out of the module on the floors' table, where [`floors`] would not see it.
fn supers(source: &Source) -> Vec<String> {
    let below = source.path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let depth = below.split('/').count();
    let inline = expression(r"\bmod\s+\w+\s*\{").find(&source.bare).map_or(usize::MAX, |found| found.start());
    let chains = expression(r"\b(?:super::)+");
    let leaves = |chain: &regex::Match| chain.as_str().matches("super").count() >= depth + usize::from(chain.start() > inline);
    chains
        .find_iter(&source.bare)
        .filter(leaves)
        .map(|chain| source.at(chain.start(), "super:: leads to the crate's root: write crate::"))
        .collect()
}

/// Words stay in their places.
fn words(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for (word, places, why) in WORDS {
        if places.iter().any(|place| source.path.starts_with(place)) {
            continue;
        }
        let uses = expression(word);
        found.extend(uses.find_iter(&source.bare).map(|named| source.at(named.start(), format!("`{}`: {why}", named.as_str().trim()))));
    }
    found
}

fn long_files(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    if lines > FILE_LINES { vec![format!("{}: {lines} lines, not {FILE_LINES}", source.path)] } else { Vec::new() }
}

/// A function's lines, from `fn` to the brace that closes its body: braces are counted in the bare text.
fn long_functions(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for named in expression(r"\bfn\s+(\w+)").captures_iter(&source.bare) {
        let start = named.get(0).map_or(0, |all| all.start());
        let Some(end) = body_end(&source.bare[start..]) else { continue };
        let lines = source.bare[start..start + end].matches('\n').count() + 1;
        if lines > FUNCTION_LINES {
            found.push(source.at(start, format!("{} has {lines} lines, not {FUNCTION_LINES}", &named[1])));
        }
    }
    found
}

/// Where the body ends of the function that `text` begins with; none where it has no body.
fn body_end(text: &str) -> Option<usize> {
    let (mut round, mut braces) = (0_i32, 0_i32);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => round += 1,
            ')' | ']' => round -= 1,
            ';' if round == 0 && braces == 0 => return None,
            '{' => braces += 1,
            '}' => {
                braces -= 1;
                if braces == 0 && round == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// `mod.rs` and `lib.rs` hold the module's doc, names and re-exports, nothing else.
fn only_names(source: &Source) -> Vec<String> {
    if !source.path.ends_with("/mod.rs") && source.path != "src/lib.rs" {
        return Vec::new();
    }
    let mut found = Vec::new();
    if !source.text.starts_with("//!") {
        found.push(source.at(0, "the module's doc is missing"));
    }
    let attributes = expression(r"#!?\[[^\]]*\]");
    let text = attributes
        .replace_all(&source.bare, |it: &regex::Captures| it[0].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect::<String>());
    let name = expression(r"^(pub(\((in )?[a-z:]+\))?\s+)?(mod\s+\w+|use\s[^;]+)$");
    let mut at = 0;
    for statement in text.split(';') {
        let here = at + (statement.len() - statement.trim_start().len());
        at += statement.len() + 1;
        if !statement.trim().is_empty() && !name.is_match(statement.trim()) {
            let line = source.text[..here.min(source.text.len())].matches('\n').count() + 1;
            found.push(format!("{}:{line}: more than names and re-exports", source.path));
        }
    }
    found
}

fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(&folder)).expect("a folder") {
            let entry = entry.expect("an entry");
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                open.push(path);
            } else if path.ends_with(".rs") {
                found.push(Source::new(&path, &fs::read_to_string(entry.path()).expect("a source")));
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

#[test]
fn the_tree_is_tidy() {
    let sources = sources("src");
    assert!(sources.len() > 100, "the sources are gone");
    let found: Vec<_> = sources.iter().flat_map(|source| CHECKS.iter().flat_map(|(_, check)| check(source))).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Every module stands on a floor, and every floor's module is there.
#[test]
fn the_floors_are_the_modules() {
    let there: BTreeSet<String> =
        sources("src").iter().map(|source| source.module().to_owned()).filter(|it| it != "lib" && it != "main").collect();
    let planned = BTreeSet::from(["certify".to_owned()]);
    let drawn: BTreeSet<String> = FLOORS.iter().copied().flatten().map(|module| (*module).to_owned()).collect();
    assert_eq!(&drawn - &planned, &there - &planned);
}

/// Tests are never switched off, and nothing in them is left half-done.
#[test]
fn the_tests_are_whole() {
    let half = |line: &String| ["nothing is left half-done", "run every test"].iter().any(|why| line.contains(why));
    let found: Vec<_> = sources("tests").iter().flat_map(words).filter(half).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// For each check a source that it lets pass and one that it catches, with the line that it tells.
const BITES: [(&str, &str, &str, &str, usize); 36] = [
    ("floors", "src/host/a.rs", "use crate::clock::Instant;\nuse crate::host::Input;", "\nuse crate::extension::Act;", 2),
    ("floors", "src/host/a.rs", "// crate::stage", "fn f() { crate::stage::g() }", 1),
    ("floors", "src/stage/a.rs", "use crate::catalog::Catalog;", "use crate::run::Plan;", 1),
    ("floors", "src/compare/a.rs", "use crate::compare::Path;", "use crate::fixture::Fixture;", 1),
    ("floors", "src/compare/a.rs", "", "use crate::clock::Instant;", 1),
    ("floors", "src/record/a.rs", "use crate::clock::Instant;", "use crate::gherkin::Pickle;", 1),
    ("floors", "src/fixture/a.rs", "use crate::compare::Path;", "use crate::host::Input;", 1),
    ("floors", "src/report/a.rs", "use crate::record::Failure;", "use crate::host::Effect;", 1),
    ("floors", "src/steps/a.rs", "use crate::scenario::Scenario;", "use crate::run::Plan;", 1),
    ("floors", "src/scenario/a.rs", "use crate::stage::Stage;", "use crate::steps::vocabulary;", 1),
    ("floors", "src/run/a.rs", "use crate::steps::vocabulary;", "use crate::cli::Exit;", 1),
    ("floors", "src/run/a.rs", "", "use crate::{clock, cli};", 1),
    ("floors", "src/attic/a.rs", "", "fn f() {}", 1),
    ("supers", "src/host/desk/page.rs", "use super::super::Input;", "use super::super::super::stage::Stage;", 1),
    ("supers", "src/host/mod.rs", "use desk::Desk;", "use super::stage::Stage;", 1),
    ("supers", "src/host/a.rs", "mod tests {\n use super::super::Input;\n}", "mod tests {\n use super::super::super::run::Plan;\n}", 2),
    ("words", "src/extension/package/a.rs", "fn f() { std::fs::read(p) }", "use rquickjs::Context;", 1),
    ("words", "src/check/code/a.rs", "use oxc_ast::AstKind;", "use rquickjs::Context;", 1),
    ("words", "src/check/a.rs", "// oxc_ast", "use oxc_ast::AstKind;", 1),
    ("words", "src/run/a.rs", "use cucumber::given;", "use clap::Parser;", 1),
    ("words", "src/stage/a.rs", "/// As in cucumber.\nfn f() {}", "use cucumber::World;", 1),
    ("words", "src/host/a.rs", "const A: &str = \"std::fs\";", "\n\nuse std::fs;", 3),
    ("words", "src/catalog/a.rs", "use std::{fmt, io};", "use std::{\n    fmt,\n    fs::File,\n};", 1),
    ("words", "src/run/a.rs", "use std::fs;", "let a = std::env::var(b);", 1),
    ("words", "src/stage/a.rs", "let now = self.now();", "let now = Instant::now();", 1),
    ("words", "src/report/a.rs", "fn f(at: SystemTime) {}", "let now = SystemTime::now();", 1),
    ("words", "src/extension/js/a.rs", "use rquickjs::Runtime;", "use std::net::TcpStream;", 1),
    ("words", "src/stage/a.rs", "use crate::extension::Server;", "use reqwest::Client;", 1),
    ("words", "src/cli/a.rs", "use crate::extension::endpoint::Network;", "use axum::Router;", 1),
    ("words", "src/host/a.rs", "fn f() { g() }", "async fn f() {}", 1),
    ("words", "src/report/a.rs", "use std::collections::BTreeMap;", "use std::collections::{BTreeMap, HashMap};", 1),
    ("words", "src/run/a.rs", "let a = r#\"todo!()\"#;", "fn f() { todo!() }", 1),
    ("words", "src/run/a.rs", "#[expect(dead_code, reason = \"later\")]\nfn allow() {}", "#[allow(dead_code)]\nfn f() {}", 1),
    ("words", "src/run/a.rs", "#[test]\nfn f() {}", "#[test]\n#[ignore]\nfn f() {}", 2),
    (
        "mod.rs",
        "src/host/mod.rs",
        "//! Doc.\n\nmod a;\n#[expect(x, reason = \"[y]\")]\npub(super) mod b;\npub use a::{\n    C,\n    D,\n};\n",
        "//! Doc.\n\nmod a;\n\nfn f() {}\n",
        5,
    ),
    ("mod.rs", "src/host/mod.rs", "//! Doc.\nmod a;", "mod a;", 1),
];

#[test]
fn each_check_bites() {
    let check = |name: &str| CHECKS.iter().find(|(it, _)| *it == name).unwrap_or_else(|| panic!("no check is called {name}")).1;
    for (name, path, good, bad, line) in BITES {
        let (good, bad) = (check(name)(&Source::new(path, good)), check(name)(&Source::new(path, bad)));
        assert!(good.is_empty() || path.contains("attic"), "{name}, {path}: the good one is caught: {good:?}");
        assert!(bad.iter().any(|told| told.starts_with(&format!("{path}:{line}: "))), "{name}, {path}: the bad one is not caught: {bad:?}");
    }
}

#[test]
fn the_check_of_lengths_bites() {
    let long = |lines: usize| Source::new("src/run/a.rs", &"// line\n".repeat(lines));
    assert!(long_files(&long(FILE_LINES)).is_empty());
    assert_eq!(long_files(&long(FILE_LINES + 1)).len(), 1);
    let function = |lines: usize| {
        let body = "    let a = \"}\"; // }\n".repeat(lines - 2);
        Source::new(
            "src/run/a.rs",
            &format!("trait T {{\n    fn none(&self, a: [u8; 2]);\n}}\nimpl T {{\nfn f<'a>(x: &'a str, c: char) {{\n{body}}}\n}}\n"),
        )
    };
    assert!(long_functions(&function(FUNCTION_LINES)).is_empty());
    assert_eq!(long_functions(&function(FUNCTION_LINES + 1)), ["src/run/a.rs:5: f has 71 lines, not 70"]);
}

#[test]
fn a_bare_text_keeps_its_places() {
    for (text, bared) in [
        ("a // b\nc", "a     \nc"),
        ("a /* b\n c */ d", "a     \n      d"),
        ("f(\"a \\\" b\") c", "f(        ) c"),
        ("r#\"a \" b\"# c", "           c"),
        ("'\"' a '\\'' b", "    a      b"),
        ("&'a str, 'b'", "&'a str,    "),
        ("\"// no\" x // é", "        x      "),
    ] {
        assert_eq!(bare(text), bared);
        assert_eq!(bare(text).len(), text.len());
    }
}
