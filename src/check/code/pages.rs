use super::page::Scripts;
use super::program::{Program, Text};
use super::used::Used;
use super::uses::{texts, uses};
use crate::extension::Place;
use crate::extension::package::{Client, Code, Page, Survey};
use oxc_allocator::Allocator;
use std::collections::BTreeSet;

/// A page, or a script of none, and what it does with the client SDK.
pub(super) struct Looked {
    /// How a person would open it.
    pub(super) file: String,
    /// Where its widgets live; none for what no widget of the manifest names.
    pub(super) locations: Vec<String>,
    /// Whether it is a page, and whether that loads the client SDK.
    pub(super) is_page: bool,
    pub(super) has_sdk: bool,
    pub(super) uses: Vec<Used>,
    /// Whether it loads modules: what they import is not followed.
    pub(super) has_modules: bool,
    /// Every text that stands in its scripts.
    pub(super) texts: Vec<String>,
    /// Scripts that cannot be read.
    pub(super) errors: Vec<(Place, String)>,
}

/// How much room there is for reading what is nested: a long chain of operators is, too.
const STACK: usize = 256 << 20;

/// Every page of the package, then the scripts that none loads by name.
pub(super) fn pages(survey: &Survey) -> Vec<Looked> {
    with_room(|| read(survey))
}

/// What is read with room for what is nested.
pub(super) fn with_room<T: Default + Send>(read: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let reader = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, read);
        reader.ok().and_then(|reader| reader.join().ok()).unwrap_or_default()
    })
}

fn read(survey: &Survey) -> Vec<Looked> {
    let Some(package) = &survey.package else { return Vec::new() };
    let mut found: Vec<Looked> = Vec::new();
    let mut loaded = BTreeSet::new();
    for widget in &package.widgets {
        if let Some(known) = found.iter_mut().find(|known| known.file == widget.page.file) {
            known.locations.push(widget.location.value.clone());
            continue;
        }
        found.push(of_page(&widget.page, vec![widget.location.value.clone()], &mut loaded));
    }
    for (_, page) in &survey.others {
        found.push(of_page(page, Vec::new(), &mut loaded));
    }
    for entry in survey.entries.iter().filter(|entry| entry.path.ends_with(".js") || entry.path.ends_with(".mjs")) {
        let file = survey.show(&entry.path);
        if let Some(text) = entry.text.as_ref().filter(|_| !loaded.contains(&file) && !Client::Desk.is_sdk(&entry.path)) {
            let at = Place { file: file.clone(), line: 1, column: 1 };
            // What no page loads by name is a module, or what something else loads: only what reads as one is looked at.
            found.push(looked(file, Vec::new(), &[Text::new(&at, text, true)]).quiet());
        }
    }
    found
}

impl Looked {
    fn quiet(self) -> Self {
        Self { errors: Vec::new(), ..self }
    }
}

fn of_page(page: &Page, locations: Vec<String>, loaded: &mut BTreeSet<String>) -> Looked {
    let mut scripts: Vec<Text> = page.scripts.iter().filter_map(Text::of).collect();
    loaded.extend(page.scripts.iter().map(|script| script.at.file.clone()));
    scripts.extend(page.handlers.iter().map(|handler| Text::new(&handler.at, &handler.code, false)));
    let has_sdk = page.scripts.iter().any(|script| script.is_sdk || matches!(script.code, Code::Sdk));
    let has_modules = page.scripts.iter().any(|script| script.is_module);
    Looked { is_page: true, has_sdk, has_modules, ..looked(page.file.clone(), locations, &scripts) }
}

/// Deeper than this, nothing is read: only what is meant to break readers is.
const DEEPEST: usize = 1_000;

fn looked(file: String, locations: Vec<String>, scripts: &[Text]) -> Looked {
    let (deep, scripts): (Vec<&Text>, Vec<&Text>) = scripts.iter().partition(|text| is_too_deep(&text.code));
    let mut errors: Vec<_> = deep.iter().map(|text| (text.at.clone(), "nested too deeply".to_owned())).collect();
    let allocators: Vec<Allocator> = scripts.iter().map(|_| Allocator::default()).collect();
    let programs: Vec<Program<'_>> = allocators.iter().zip(&scripts).map(|(allocator, text)| Program::read(allocator, text)).collect();
    errors.extend(programs.iter().filter_map(|program| {
        let (offset, message) = program.error.as_ref()?;
        Some((program.text.place(*offset), message.clone()))
    }));
    let scripts = Scripts::read(&programs);
    Looked { file, locations, is_page: false, has_sdk: false, has_modules: false, uses: uses(&scripts), texts: texts(&scripts), errors }
}

pub(super) fn is_too_deep(code: &str) -> bool {
    depth(code) > DEEPEST
}

/// How deep brackets are nested, those in texts among them.
fn depth(code: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in code.bytes() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}
