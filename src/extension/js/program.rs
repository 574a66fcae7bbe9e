use super::around::around;
use super::bytecode::{self, Bytecode, Keep};
use super::context;
use super::fault::Fault;
use super::parts::{PARTS, STAND_INS};
use super::shelf::Shelf;
use super::stack::Sources;
use crate::extension::package::{Client, Code, Markup, Page, Script, When};
use crate::extension::{Defect, Place};
use std::sync::Arc;

/// A page made ready to be run any number of times, on any thread: its scripts compiled, once.
pub struct Program {
    pub(super) turns: Vec<Turn>,
    /// The code of attributes such as `onclick`, each a function.
    pub(super) handlers: Vec<Prepared>,
    /// What scripts can load while they run.
    pub(super) shelf: Shelf,
    pub(super) sources: Arc<Sources>,
    pub(super) markup: String,
    /// How many pieces the markup has.
    pub(super) pieces: usize,
    /// What browsers have and the sandbox has not, as far as the scripts speak of it.
    pub(super) absent: Vec<&'static str>,
    /// What is made when it is asked for, as far as the scripts speak of it.
    pub(super) parts: Vec<(&'static str, Vec<&'static str>)>,
    /// Whether the scripts speak of typed arrays and the like.
    pub(super) has_bytes: bool,
    /// The IDs of elements that the scripts may mean by their names alone.
    pub(super) named: Vec<String>,
    /// Whether the page's own pictures run code when they are there, or are not.
    pub(super) pictured: bool,
    /// The page's path, as its `location` shows it.
    pub(super) path: String,
    /// Whether it may have a client SDK of its own: a script speaks the protocol.
    pub(super) brings_sdk: bool,
    /// Whose client SDK it talks to its host with.
    pub(super) client: Client,
}

/// What every end of the client SDK's protocol has to say.
const HANDSHAKE: &str = "__REGISTER__";

/// A script of the page, and its turn.
pub(super) struct Turn {
    pub(super) code: Prepared,
    /// Where it stands.
    pub(super) at: Place,
    pub(super) when: When,
    /// How much of the markup is there when it runs in its order.
    pub(super) until: usize,
}

/// One script, ready.
pub(super) enum Prepared {
    Sdk,
    Code(Bytecode),
    Module(Bytecode),
    /// It does not compile: reported when its turn comes, as a browser does.
    Broken(Defect),
}

impl Prepared {
    pub(super) fn is_module(&self) -> bool {
        matches!(self, Self::Module(_))
    }
}

impl Program {
    /// What is wrong with the scripts that do not compile.
    pub fn broken(&self) -> impl Iterator<Item = &Defect> {
        self.turns.iter().map(|turn| &turn.code).chain(&self.handlers).filter_map(|script| match script {
            Prepared::Broken(defect) => Some(defect),
            _ => None,
        })
    }

    /// Compiles every script of a page. A script that does not compile is kept as its defect.
    #[must_use]
    pub fn compile(page: &Page) -> Self {
        let (mut sources, mut texts) = (Sources::of(around(page.client)), Vec::<Arc<str>>::new());
        let mut turns = Vec::new();
        for script in &page.scripts {
            let code = match text_of(script) {
                None => Prepared::Sdk,
                Some(text) => {
                    texts.push(Arc::clone(&text));
                    if !script.is_sdk {
                        sources.add(&script.at.file, Arc::clone(&text), first(&script.at));
                    }
                    if script.is_module { module(&script.at.file, &text, &sources) } else { classic(&script.at.file, &text, &sources) }
                }
            };
            turns.push(Turn { code, at: script.at.clone(), when: script.when, until: script.until });
        }
        let mut handlers = Vec::new();
        for handler in &page.handlers {
            let text: Arc<str> = (padded(&handler.at, "(function(event){", &handler.code) + "\n})").into();
            sources.add(&handler.at.file, Arc::clone(&text), first(&handler.at));
            handlers.push(classic(&handler.at.file, &text, &sources));
            texts.push(text);
        }
        let shelf = Shelf::new(page);
        for (file, text, is_sdk) in shelf.texts() {
            if !is_sdk {
                sources.add(file, Arc::clone(text), (1, 0));
            }
            texts.push(Arc::clone(text));
        }
        let is_said = |name: &&&str| texts.iter().any(|text| text.contains(**name));
        let named = ids(&page.markup).filter(|id| texts.iter().any(|text| text.contains(*id))).map(str::to_owned).collect();
        let parts = PARTS.iter().map(|(part, names)| (*part, names.iter().filter(is_said).copied().collect::<Vec<_>>()));
        Self {
            absent: STAND_INS.iter().filter(is_said).copied().collect(),
            parts: parts.filter(|(_, names)| !names.is_empty()).collect(),
            has_bytes: texts.iter().any(|text| context::has_bytes(text)),
            named,
            pictured: page.markup.iter().any(is_heard_picture),
            turns,
            handlers,
            shelf,
            sources: Arc::new(sources),
            markup: as_json(&page.markup),
            pieces: page.markup.len(),
            path: page.path.clone(),
            client: page.client,
            brings_sdk: page.client == Client::Desk && texts.iter().any(|text| text.contains(HANDSHAKE)),
        }
    }
}

/// The IDs of a page's elements.
fn ids(markup: &[Markup]) -> impl Iterator<Item = &str> {
    let starts = markup.iter().filter_map(|piece| if let Markup::Start(_, attributes) = piece { Some(attributes) } else { None });
    starts.flatten().filter(|(name, id)| name == "id" && !id.is_empty()).map(|(_, id)| id.as_str())
}

fn is_heard_picture(piece: &Markup) -> bool {
    let hears = |(name, _): &(String, String)| name == "onload" || name == "onerror";
    matches!(piece, Markup::Start(name, attributes) if name == "img" && attributes.iter().any(hears))
}

/// A script's text as it is compiled; `None` for the client SDK that is ours.
fn text_of(script: &Script) -> Option<Arc<str>> {
    match &script.code {
        Code::Sdk => None,
        Code::Source(code) => Some(padded(&script.at, "", code).into()),
        Code::OnLoad(code) => Some((padded(&script.at, "onload=function(event){", code) + "\n}").into()),
    }
}

pub(super) fn classic(file: &str, text: &str, sources: &Sources) -> Prepared {
    let code = bytecode::compile(text, file, Keep::Source, |ctx| Fault::of(ctx, &ctx.catch()));
    code.map_or_else(|fault| Prepared::Broken(fault.defect(sources, None)), Prepared::Code)
}

pub(super) fn module(file: &str, text: &str, sources: &Sources) -> Prepared {
    let code = bytecode::compile_module(text, file, |ctx| Fault::of(ctx, &ctx.catch()));
    code.map_or_else(|fault| Prepared::Broken(fault.defect(sources, None)), Prepared::Module)
}

/// The markup as the document's builder takes it.
pub(super) fn as_json(markup: &[Markup]) -> String {
    serde_json::to_string(markup).unwrap_or_else(|_| "[]".to_owned())
}

fn first(at: &Place) -> (usize, usize) {
    (at.line as usize, at.column.saturating_sub(1) as usize)
}

/// The code where it stands in its file, so that the engine's lines and columns are those of the file; `before` goes onto the line before it.
fn padded(at: &Place, before: &str, code: &str) -> String {
    let (lines, columns) = (at.line.saturating_sub(1) as usize, at.column.saturating_sub(1) as usize);
    let mut text = "\n".repeat(lines);
    text.insert_str(lines.saturating_sub(1), before);
    text.push_str(&" ".repeat(columns));
    text.push_str(code);
    text
}
