use super::super::core::Core;
use super::super::engine::millis;
use super::super::host::{ground, named_parts, part};
use super::super::parts::Own;
use super::super::program::Prepared;
use super::super::shared::Shared;
use super::super::{bytecode, value};
use super::program::AppProgram;
use crate::clock::Instant;
use crate::extension::Opening;
use crate::extension::app::SERVER;
use rquickjs::{Ctx, Exception, Function, IntoJs, Object, Persistent, Result, Value};
use serde_json::Value as Json;
use std::rc::Rc;
use std::sync::Arc;

/// One runtime with one invocation of an app's server in it. What holds values of the engine goes first.
pub(super) struct AppEngine {
    page: Persistent<Object<'static>>,
    core: Core,
    shared: Rc<Shared>,
}

impl AppEngine {
    /// Before server.js.
    pub(super) fn start(program: &Arc<AppProgram>, shared: &Rc<Shared>, opening: &Opening, now: Instant) -> Result<Self> {
        let (core, page) = Core::start(shared, program.has_bytes, |ctx| {
            let (host, page) = ground(ctx, shared, opening, millis(now))?;
            host.set("absent", Vec::<&str>::new())?;
            host.set("parts", named_parts(ctx, &program.parts)?)?;
            host.set("main", SERVER)?;
            host.set("iparams", ctx.json_parse(opening.app["iparams"].to_string())?)?;
            modules(ctx, &host, program)?;
            for code in [&Own::get().ground, &Own::get().clock, &Own::get().app] {
                part(ctx, code)?.call::<_, ()>((host.clone(), page.clone()))?;
            }
            Ok(Persistent::save(ctx, page))
        })?;
        Ok(Self { page, core, shared: shared.clone() })
    }

    /// Runs server.js: what it exports, where it comes to its end.
    pub(super) fn load(&self) -> Option<Json> {
        let mut exported = None;
        self.core.step(|ctx| {
            let said = self.function(ctx, "start")?.call::<_, Value<'_>>(())?;
            exported = value::to_json(ctx, &said, self.shared.limits.message_bytes)?;
            Ok(())
        });
        exported
    }

    /// Calls handlers, each a function's name or its place in `exports.events`.
    pub(super) fn invoke(&self, handlers: &[Json], payload: &Json) {
        self.core.step(|ctx| {
            let handlers = ctx.json_parse(Json::from(handlers).to_string())?;
            self.function(ctx, "invoke")?.call((handlers, payload.to_string()))
        });
    }

    /// The host answers a call.
    pub(super) fn settle(&self, now: Instant, id: u32, is_success: bool, data: &Json) {
        self.core.step(|ctx| {
            self.page.clone().restore(ctx)?.set("now", millis(now))?;
            self.function(ctx, "settle")?.call((id, is_success, ctx.json_parse(data.to_string())?))
        });
    }

    fn function<'js>(&self, ctx: &Ctx<'js>, name: &str) -> Result<Function<'js>> {
        self.page.clone().restore(ctx)?.get(name)
    }
}

/// What `require` needs.
fn modules<'js>(ctx: &Ctx<'js>, host: &Object<'js>, program: &Arc<AppProgram>) -> Result<()> {
    let known = Arc::clone(program);
    let resolve = move |ctx: Ctx<'js>, from: String, name: Value<'js>| -> Result<String> {
        let name = bytecode::text(&ctx, &name)?;
        known.modules.resolve(&from, &name).map_err(|why| Exception::throw_message(&ctx, &why))
    };
    host.set("resolve", Function::new(ctx.clone(), resolve)?)?;
    let known = Arc::clone(program);
    let module = move |ctx: Ctx<'js>, path: String| -> Result<Value<'js>> {
        match known.script(&path) {
            Some(Prepared::Code(code)) => bytecode::run(&ctx, code),
            Some(Prepared::Broken(defect)) => {
                let at = defect.at.as_ref().map(|at| format!(" ({}:{}:{})", at.file, at.line, at.column)).unwrap_or_default();
                let why = defect.text.trim_start_matches("threw SyntaxError: ");
                Err(Exception::throw_syntax(&ctx, &format!("{why}{at}")))
            }
            _ => known.json(&path).unwrap_or_default().into_js(&ctx),
        }
    };
    host.set("module", Function::new(ctx.clone(), module)?)?;
    let known = Arc::clone(program);
    let file = move |path: String| known.modules.get(&path).map(|module| module.file.clone()).unwrap_or_default();
    host.set("file", Function::new(ctx.clone(), file)?)
}
