use super::super::page::Scripts;
use super::super::pages::{is_too_deep, with_room};
use super::super::program::{Program, Text};
use super::super::uses::texts;
use super::calls::{Called, Require, absent, calls, requires};
use super::exports::{Exports, exports};
use super::functions::{Function, functions};
use super::iparams::iparams;
use crate::extension::Place;
use crate::extension::package::{Folder, Page};
use oxc_allocator::Allocator;
use oxc_ast::AstKind;
use std::collections::BTreeSet;

/// One script.
#[derive(Debug, Default)]
pub(crate) struct Script {
    /// Its path inside the app.
    pub(crate) path: String,
    /// Why it cannot be read, and where.
    pub(crate) error: Option<(Place, String)>,
    pub(crate) exports: Option<Exports>,
    pub(crate) requires: Vec<Require>,
    pub(crate) calls: Vec<Called>,
    /// Names that servers do not have, and where.
    pub(crate) absent: Vec<(String, Place)>,
    /// Installation parameters that it reads.
    pub(crate) iparams: Vec<(String, Place)>,
    pub(crate) functions: Vec<Function>,
    /// Every text and every name that stands in it.
    pub(crate) words: BTreeSet<String>,
}

/// The server's script, then those that it requires, each once.
pub(crate) fn server_scripts(folder: &Folder, main: &str) -> Vec<Script> {
    with_room(|| {
        let mut wanted = vec![main.to_owned()];
        let mut read: Vec<Script> = Vec::new();
        while let Some(path) = wanted.pop() {
            let Some(code) = folder.entry(&path).and_then(|entry| entry.text.as_ref()) else { continue };
            if !path.ends_with(".js") || read.iter().any(|script| script.path == path) {
                continue;
            }
            let at = Place { file: folder.show(&path), line: 1, column: 1 };
            let script = script(path, &Text::new(&at, code, false));
            wanted.extend(script.requires.iter().rev().filter_map(|it| it.found(folder, &script.path)));
            read.push(script);
        }
        read
    })
}

/// The scripts of a page that lie in the app.
pub(crate) fn page_scripts(page: &Page) -> Vec<Script> {
    with_room(|| {
        // What is to be compiled first is no JavaScript yet.
        let is_plain = |text: &Text| ![".jsx", ".ts", ".tsx"].iter().any(|ending| text.at.file.ends_with(ending));
        let mut texts: Vec<Text> = page.scripts.iter().filter_map(Text::of).filter(is_plain).collect();
        texts.extend(page.handlers.iter().map(|handler| Text::new(&handler.at, &handler.code, false)));
        texts.iter().map(|text| script(page.path.clone(), text)).collect()
    })
}

fn script(path: String, text: &Text) -> Script {
    if is_too_deep(&text.code) {
        return Script { path, error: Some((text.at.clone(), "nested too deeply".to_owned())), ..Script::default() };
    }
    let allocator = Allocator::default();
    let programs = [Program::read(&allocator, text)];
    let program = &programs[0];
    if let Some((offset, message)) = &program.error {
        return Script { path, error: Some((text.place(*offset), message.clone())), ..Script::default() };
    }
    let scripts = Scripts::read(&programs);
    let exports = exports(&scripts);
    let mut words: BTreeSet<String> = texts(&scripts).into_iter().collect();
    words.extend(program.semantic.nodes().iter().filter_map(|node| match node.kind() {
        AstKind::IdentifierReference(it) => Some(it.name.to_string()),
        _ => None,
    }));
    Script {
        path,
        error: None,
        requires: requires(&scripts),
        calls: calls(&scripts),
        absent: absent(&scripts),
        iparams: iparams(&scripts),
        functions: functions(program, exports.as_ref().map(|it| it.offset)),
        exports,
        words,
    }
}
