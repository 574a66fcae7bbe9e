use super::bytecode;
use super::core::Core;
use super::host;
use super::parts::Own;
use super::program::{Prepared, Program};
use super::shared::Shared;
use super::shelf::{Librarian, Wanted};
use super::value;
use crate::clock::Instant;
use crate::extension::Opening;
use crate::extension::package::{Client, When};
use rquickjs::{Ctx, Function, Object, Persistent, Result};
use serde_json::Value as Json;
use std::rc::Rc;
use std::sync::Arc;

/// One thing that happens to a page.
pub(super) enum Step {
    /// Its n-th script's turn has come.
    Script(usize),
    /// It has been read as far as this `document.readyState`; `loaded` is what `DOMContentLoaded` tells.
    Ready(&'static str),
    /// A script that was put in while the page ran is there, or is not.
    Load { id: u32, wanted: Wanted, is_module: bool },
    /// A service answered what the page fetched.
    Fetched(u32, Json),
    /// The agent does something with an element: how, which, and with what.
    Operate(&'static str, String, String),
    /// What the elements of a selector show is looked at.
    Look(Option<String>),
    /// The host's frame sends a message.
    Message(Json),
    /// A timer is due.
    Fire(u32),
    /// The page is taken away.
    Unload,
}

/// One runtime with one page in it. Fields are dropped in this order: what holds values of the engine goes first.
pub(super) struct Engine {
    page: Persistent<Object<'static>>,
    host: Persistent<Object<'static>>,
    core: Core,
    program: Arc<Program>,
    shared: Rc<Shared>,
}

impl Engine {
    /// A page before its first script.
    pub(super) fn start(program: &Arc<Program>, shared: &Rc<Shared>, opening: &Opening, now: Instant) -> Result<Self> {
        let (core, (page, host)) = Core::start(shared, program.has_bytes, |ctx| {
            let (host, page) = host::install(ctx, program, shared, opening, millis(now))?;
            for code in [&Own::get().ground, &Own::get().page, &Own::get().clock] {
                host::part(ctx, code)?.call::<_, ()>((host.clone(), page.clone()))?;
            }
            if program.brings_sdk {
                page.get::<_, Function<'_>>("watch")?.call::<_, ()>(())?;
            }
            Ok((Persistent::save(ctx, page), Persistent::save(ctx, host)))
        })?;
        if !program.shelf.is_empty() {
            core.context.runtime().set_loader(Librarian(program.clone()), Librarian(program.clone()));
        }
        Ok(Self { page, host, core, program: program.clone(), shared: shared.clone() })
    }

    /// Lets one thing happen, and runs the promise jobs that follow from it. Faults and cuts are noted in the shared state.
    pub(super) fn step(&self, now: Instant, step: &Step) {
        self.core.step(|ctx| self.run(ctx, now, step));
    }

    fn run(&self, ctx: &Ctx<'_>, now: Instant, step: &Step) -> Result<()> {
        let page = self.page.clone().restore(ctx)?;
        page.set("now", millis(now))?;
        page.set("depth", 0)?;
        let call = |name: &str| page.get::<_, Function<'_>>(name);
        match step {
            Step::Script(index) => match self.program.turns.get(*index) {
                Some(turn) => {
                    if turn.when == When::InOrder {
                        self.grow(&page, turn.until)?;
                    }
                    page.set("running", if turn.code.is_module() { 0 } else { turn.until })?;
                    if self.script(ctx, &turn.code, || self.program.shelf.url(&turn.at.file)).is_err() {
                        self.core.caught(ctx, Some(&turn.at));
                    }
                    page.set("running", 0)
                }
                None => Ok(()),
            },
            Step::Ready(state) => {
                if *state == "interactive" {
                    self.grow(&page, self.program.pieces)?;
                    if self.program.pictured {
                        call("load")?.call::<_, ()>(("dom",))?;
                    }
                }
                call("ready")?.call((*state,))
            }
            Step::Load { id, wanted, is_module } => {
                let code = match wanted {
                    Wanted::Sdk => Some(&Prepared::Sdk),
                    Wanted::File(path) if *is_module => self.program.shelf.module(path, &self.program.sources),
                    Wanted::File(path) => self.program.shelf.script(path, &self.program.sources),
                    Wanted::Missing(_) => None,
                };
                if let Some(Err(_)) = code.map(|code| self.script(ctx, code, || self.program.shelf.url_of(wanted))) {
                    self.core.caught(ctx, None);
                }
                call("loaded")?.call((*id, code.is_some()))
            }
            Step::Fetched(id, answer) => call("fetched")?.call((*id, ctx.json_parse(answer.to_string())?)),
            Step::Message(message) => call("incoming")?.call((ctx.json_parse(message.to_string())?,)),
            Step::Fire(id) => call("fire")?.call((*id,)),
            Step::Unload => call("unload")?.call(()),
            Step::Operate(how, selector, with) => self.tell(ctx, &page, "operate", (*how, selector.as_str(), with.as_str())),
            Step::Look(selector) => self.tell(ctx, &page, "look", (selector.as_deref(),)),
        }
    }

    /// The page has been read so far.
    fn grow(&self, page: &Object<'_>, until: usize) -> Result<()> {
        page.set("until", until)?;
        page.get::<_, Option<Function<'_>>>("grow")?.map_or(Ok(()), |grow| grow.call(()))
    }

    /// Runs one script; `url` says where a module lies.
    fn script(&self, ctx: &Ctx<'_>, code: &Prepared, url: impl FnOnce() -> String) -> Result<()> {
        match code {
            Prepared::Code(code) => bytecode::run(ctx, code).map(drop),
            Prepared::Module(code) => {
                let done = bytecode::run_module(ctx, code, &url())?;
                let report: Function<'_> = self.host.clone().restore(ctx)?.get("report")?;
                done.catch()?.call((rquickjs::function::This(done.clone()), report))
            }
            Prepared::Sdk => {
                let page = self.page.clone().restore(ctx)?;
                if self.program.client == Client::Freshworks {
                    return host::part(ctx, &Own::get().client)?.call((self.host.clone().restore(ctx)?, page));
                }
                page.get::<_, Function<'_>>("watch")?.call::<_, ()>(())?;
                host::part(ctx, &Own::get().sdk)?.call(())
            }
            Prepared::Broken(defect) => {
                self.shared.defect(defect.clone());
                Ok(())
            }
        }
    }

    /// What a function of the page's says; its document is there then.
    fn tell<'js>(&self, ctx: &Ctx<'js>, page: &Object<'js>, name: &str, with: impl rquickjs::function::IntoArgs<'js>) -> Result<()> {
        page.get::<_, Function<'_>>("load")?.call::<_, ()>(("dom",))?;
        let said = page.get::<_, Function<'_>>(name)?.call(with)?;
        *self.shared.told.borrow_mut() = value::to_json(ctx, &said, self.shared.limits.message_bytes)?;
        Ok(())
    }
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 fit into 53 bits for as long as Date goes")]
pub(super) fn millis(now: Instant) -> f64 {
    now.0 as f64
}
