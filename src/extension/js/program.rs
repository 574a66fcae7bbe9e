use super::bytecode::{self, Bytecode, Keep};
use super::fault::Fault;
use super::stack::Sources;
use crate::extension::Defect;
use crate::extension::package::{Code, Markup, Page, Script};
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// A page made ready to be run any number of times, on any thread: its scripts compiled, once.
pub struct Program {
    pub(super) scripts: Vec<Prepared>,
    pub(super) sources: Sources,
    pub(super) markup: String,
    /// What browsers have and the sandbox has not, as far as the scripts speak of it.
    pub(super) absent: Vec<&'static str>,
    /// The page's path, as its `location` shows it.
    pub(super) path: String,
    /// Whether it may have a client SDK of its own: a script speaks the protocol.
    pub(super) brings_sdk: bool,
}

/// What every end of the client SDK's protocol has to say.
const HANDSHAKE: &str = "__REGISTER__";

/// Globals of browsers for which there are stand-ins that say so when they are called: pages call them without a look whether they are there.
const STAND_INS: [&str; 13] = [
    "EventSource",
    "Intl",
    "WebSocket",
    "XMLHttpRequest",
    "alert",
    "close",
    "confirm",
    "fetch",
    "getComputedStyle",
    "getSelection",
    "open",
    "print",
    "prompt",
];

/// Globals of browsers that are left out: pages look whether they are there, and do without.
pub(super) const LEFT_OUT: [&str; 32] = [
    "AbortController",
    "Audio",
    "Blob",
    "BroadcastChannel",
    "DOMParser",
    "File",
    "FileReader",
    "FormData",
    "Headers",
    "Image",
    "IntersectionObserver",
    "MessageChannel",
    "MutationObserver",
    "Notification",
    "Request",
    "ResizeObserver",
    "Response",
    "SharedWorker",
    "TextDecoder",
    "TextEncoder",
    "URL",
    "URLSearchParams",
    "WebAssembly",
    "Worker",
    "XMLSerializer",
    "caches",
    "customElements",
    "indexedDB",
    "matchMedia",
    "requestIdleCallback",
    "speechSynthesis",
    "structuredClone",
];

/// One script, ready.
pub(super) enum Prepared {
    Sdk,
    Code(Bytecode),
    /// It does not compile: reported when its turn comes, as a browser does.
    Broken(Defect),
}

impl Program {
    /// What is wrong with the scripts that do not compile.
    pub fn broken(&self) -> impl Iterator<Item = &Defect> {
        self.scripts.iter().filter_map(|script| match script {
            Prepared::Broken(defect) => Some(defect),
            _ => None,
        })
    }

    /// Compiles every script of a page. A script that does not compile is kept as its defect.
    #[must_use]
    pub fn compile(page: &Page) -> Self {
        let (mut scripts, mut sources, mut absent) = (Vec::new(), Sources::default(), BTreeSet::new());
        let mut brings_sdk = false;
        for script in &page.scripts {
            let text: Arc<str> = match &script.code {
                Code::Sdk => {
                    scripts.push(Prepared::Sdk);
                    continue;
                }
                Code::Source(code) => padded(script, "", code).into(),
                Code::OnLoad(code) => (padded(script, "onload=function(event){", code) + "\n}").into(),
            };
            brings_sdk |= text.contains(HANDSHAKE);
            absent.extend(STAND_INS.iter().filter(|name| text.contains(**name)));
            if !script.is_sdk {
                let first = (script.at.line as usize, script.at.column.saturating_sub(1) as usize);
                sources.add(&script.at.file, text.clone(), first);
            }
            let code = bytecode::compile(&text, &script.at.file, Keep::Source, |ctx| Fault::of(ctx, &ctx.catch()));
            scripts.push(code.map_or_else(|fault| Prepared::Broken(fault.defect(&sources, None)), Prepared::Code));
        }
        let name = page.file.rsplit(['/', '\\']).next().unwrap_or_default();
        Self { scripts, sources, markup: as_json(&page.markup), absent: absent.into_iter().collect(), path: format!("/{name}"), brings_sdk }
    }
}

/// The markup as the document's builder takes it.
pub(super) fn as_json(markup: &[Markup]) -> String {
    serde_json::to_string(markup).unwrap_or_else(|_| "[]".to_owned())
}

/// The code where it stands in its file, so that the engine's lines and columns are those of the file; `before` goes onto the line before it.
fn padded(script: &Script, before: &str, code: &str) -> String {
    let (lines, columns) = (script.at.line.saturating_sub(1) as usize, script.at.column.saturating_sub(1) as usize);
    let mut text = "\n".repeat(lines);
    text.insert_str(lines.saturating_sub(1), before);
    text.push_str(&" ".repeat(columns));
    text.push_str(code);
    text
}

/// The parts of the page that are ours, compiled once in this process.
pub(super) struct Own {
    pub(super) clock: Bytecode,
    pub(super) page: Bytecode,
    pub(super) date: Bytecode,
    pub(super) dom: Bytecode,
    pub(super) sdk: Bytecode,
}

impl Own {
    pub(super) fn get() -> &'static Self {
        static OWN: OnceLock<Own> = OnceLock::new();
        OWN.get_or_init(|| {
            let compile = |source: &str, name: &str| {
                let code = bytecode::compile(source, name, Keep::Nothing, |ctx| Fault::of(ctx, &ctx.catch()));
                code.unwrap_or_else(|fault| panic!("{name} does not compile: {fault:?}"))
            };
            Self {
                clock: compile(include_str!("clock.js"), "deskspec:clock.js"),
                page: compile(include_str!("page.js"), "deskspec:page.js"),
                date: compile(include_str!("date.js"), "deskspec:date.js"),
                dom: compile(include_str!("dom.js"), "deskspec:dom.js"),
                sdk: compile(include_str!("sdk.js"), "deskspec:sdk.js"),
            }
        })
    }
}
