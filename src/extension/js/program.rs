use super::bytecode::{self, Bytecode, Keep};
use super::fault::Fault;
use super::stack::Sources;
use crate::extension::Defect;
use crate::extension::package::{Code, Markup, Page, Script};
use std::sync::{Arc, OnceLock};

/// A page made ready to be run any number of times, on any thread: its scripts compiled, once.
pub struct Program {
    pub(super) scripts: Vec<Prepared>,
    pub(super) sources: Sources,
    pub(super) markup: String,
    /// The page's path, as its `location` shows it.
    pub(super) path: String,
}

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
            Prepared::Sdk | Prepared::Code(_) => None,
        })
    }

    /// Compiles every script of a page. A script that does not compile is kept as its defect.
    #[must_use]
    pub fn compile(page: &Page) -> Self {
        let mut sources = Sources::default();
        let mut scripts = Vec::new();
        for script in &page.scripts {
            let text = match &script.code {
                Code::Sdk => None,
                Code::Source(code) => Some(padded(script, "", code)),
                Code::OnLoad(code) => Some(padded(script, "onload=function(event){", code) + "\n}"),
            };
            scripts.push(match text {
                None => Prepared::Sdk,
                Some(text) => {
                    let text: Arc<str> = text.into();
                    sources.add(&script.at.file, text.clone(), script.at.line as usize);
                    let describe = |ctx: &rquickjs::Ctx<'_>| Fault::of(ctx, &ctx.catch());
                    let code = bytecode::compile(&text, &script.at.file, Keep::Source, describe);
                    code.map_or_else(|fault| Prepared::Broken(fault.defect(&sources, None)), Prepared::Code)
                }
            });
        }
        let name = page.file.rsplit(['/', '\\']).next().unwrap_or_default();
        Self { scripts, sources, markup: as_json(&page.markup), path: format!("/{name}") }
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
    pub(super) dom: Bytecode,
    pub(super) sdk: Bytecode,
}

impl Own {
    pub(super) fn get() -> &'static Self {
        static OWN: OnceLock<Own> = OnceLock::new();
        OWN.get_or_init(|| {
            let compile = |source: &str, name: &str| {
                let describe = |ctx: &rquickjs::Ctx<'_>| Fault::of(ctx, &ctx.catch());
                bytecode::compile(source, name, Keep::Nothing, describe)
                    .unwrap_or_else(|fault| panic!("{name} does not compile: {fault:?}"))
            };
            Self {
                clock: compile(include_str!("clock.js"), "deskspec:clock.js"),
                page: compile(include_str!("page.js"), "deskspec:page.js"),
                dom: compile(include_str!("dom.js"), "deskspec:dom.js"),
                sdk: compile(include_str!("sdk.js"), "deskspec:sdk.js"),
            }
        })
    }
}
