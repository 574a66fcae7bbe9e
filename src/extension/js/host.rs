//! The few functions that the page's own parts may call. The vendor's code never sees them.

use super::bytecode;
use super::context;
use super::fault::Fault;
use super::parts::{Own, WITH_BYTES};
use super::program::{self, Prepared, Program};
use super::shared::{Out, Shared};
use super::shelf::Wanted;
use super::{value, wire, zone};
use crate::extension::package::{TooMuch, markup};
use crate::extension::{Defect, DefectKind, Level, LocalStorage, Opening};
use crate::host::ServiceCall;
use rquickjs::function::{Opt, Rest};
use rquickjs::{Ctx, Exception, Function, IntoJs, Object, Result, Value};
use std::rc::Rc;
use std::sync::Arc;

/// Makes the object of host functions, and the state that the page's parts share.
pub(super) fn install<'js>(
    ctx: &Ctx<'js>,
    program: &Arc<Program>,
    shared: &Rc<Shared>,
    opening: &Opening,
    now: f64,
) -> Result<(Object<'js>, Object<'js>)> {
    let (host, page) = ground(ctx, shared, opening, now)?;
    page.set("depth", 0)?;
    page.set("readyState", "loading")?;
    page.set("until", 0)?;
    host.set("absent", program.absent.clone())?;
    host.set("parts", named_parts(ctx, &program.parts)?)?;
    host.set("named", program.named.clone())?;
    host.set("origin", wire::origin(program.client, opening))?;
    host.set("address", vec![wire::PAGE_ORIGIN.to_owned(), program.path.clone(), wire::query(program.client)])?;
    host.set("locale", opening.app.get("locale").and_then(serde_json::Value::as_str).unwrap_or("en-US"))?;
    documents(ctx, &host, program, shared)?;
    loads(ctx, &host, program, shared)?;
    if program.parts.iter().any(|(part, names)| *part == "storage" && !names.is_empty()) {
        storage(ctx, &host, shared, &opening.local)?;
    }
    Ok((host, page))
}

/// What every sandbox has, whatever runs in it.
pub(super) fn ground<'js>(ctx: &Ctx<'js>, shared: &Rc<Shared>, opening: &Opening, now: f64) -> Result<(Object<'js>, Object<'js>)> {
    let (host, page) = (Object::new(ctx.clone())?, Object::new(ctx.clone())?);
    page.set("now", now)?;
    host.set("seed", seed(opening).to_vec())?;
    time(ctx, &host, shared, opening)?;
    reports(ctx, &host, shared)?;
    let load = |ctx: Ctx<'js>, name: String| {
        if WITH_BYTES.contains(&name.as_str()) {
            context::add_bytes(&ctx)?;
        }
        Own::get().part(&name).iter().map(|code| part(&ctx, code)).collect::<Result<Vec<_>>>()
    };
    host.set("part", Function::new(ctx.clone(), load)?)?;
    Ok((host, page))
}

/// The parts that are made when they are asked for, with the names of what they make.
pub(super) fn named_parts<'js>(ctx: &Ctx<'js>, parts: &[(&'static str, Vec<&'static str>)]) -> Result<Vec<Vec<Value<'js>>>> {
    parts.iter().map(|(part, names)| Ok(vec![(*part).into_js(ctx)?, names.clone().into_js(ctx)?])).collect()
}

fn time<'js>(ctx: &Ctx<'js>, host: &Object<'js>, shared: &Rc<Shared>, opening: &Opening) -> Result<()> {
    let tz = opening.time_zone.clone();
    host.set("offset", Function::new(ctx.clone(), move |utc: f64| zone::offset(&tz, utc))?)?;
    let zoned = |name: String, utc: f64| jiff::tz::TimeZone::get(&name).map_or(f64::NAN, |tz| zone::offset(&tz, utc));
    host.set("zoned", Function::new(ctx.clone(), zoned)?)?;
    let tz = opening.time_zone.clone();
    host.set("utc", Function::new(ctx.clone(), move |local: f64| zone::utc(&tz, local))?)?;
    let state = shared.clone();
    let timer = move |ctx: Ctx<'js>, id: u32, ms: u32, again: bool| -> Result<()> {
        if !again {
            if state.timers.get() >= state.limits.timers {
                let text = format!("set more than {} timers at once; clear some", state.limits.timers);
                state.stop(DefectKind::OutOfFuel, text.clone());
                return Err(Exception::throw_range(&ctx, &text));
            }
            state.timers.set(state.timers.get() + 1);
        }
        state.push(Out::Timer { id, ms });
        Ok(())
    };
    host.set("timer", Function::new(ctx.clone(), timer)?)?;
    let state = shared.clone();
    host.set("clear", Function::new(ctx.clone(), move || state.timers.set(state.timers.get().saturating_sub(1)))?)
}

fn reports<'js>(ctx: &Ctx<'js>, host: &Object<'js>, shared: &Rc<Shared>) -> Result<()> {
    let state = shared.clone();
    let post = move |ctx: Ctx<'js>, message: Value<'js>, stack: Value<'js>| -> Result<()> {
        let json = value::to_json(&ctx, &message, state.limits.message_bytes)?;
        if wire::is_question(json.as_ref()) {
            state.question().map_err(|text| Exception::throw_range(&ctx, &text))?;
        }
        let at = stack.as_string().and_then(|_| bytecode::text(&ctx, &stack).ok()).and_then(|stack| state.place(&stack));
        state.push(Out::Message(json.unwrap_or_default(), at));
        Ok(())
    };
    host.set("post", Function::new(ctx.clone(), post)?)?;
    let state = shared.clone();
    let log = move |ctx: Ctx<'js>, level: String, parts: Rest<Value<'js>>| {
        let level = match level.as_str() {
            "debug" => Level::Debug,
            "warn" => Level::Warn,
            "error" => Level::Error,
            _ => Level::Info,
        };
        let shown: Vec<String> = parts.iter().map(|part| show(&ctx, part, state.limits.log_bytes)).collect();
        state.log(level, shown.join(" "));
    };
    host.set("log", Function::new(ctx.clone(), log)?)?;
    let state = shared.clone();
    host.set("report", Function::new(ctx.clone(), move |ctx: Ctx<'js>, thrown: Value<'js>| state.fault(&Fault::of(&ctx, &thrown), None))?)?;
    let state = shared.clone();
    let unsupported = move |ctx: Ctx<'js>, name: Value<'js>, stack: Value<'js>| -> Result<()> {
        let (name, stack) = (bytecode::text(&ctx, &name)?, bytecode::text(&ctx, &stack)?);
        state.unsupported(format!("{name} is not supported here; leave it out, or do without it where it is missing"), stack);
        Ok(())
    };
    host.set("unsupported", Function::new(ctx.clone(), unsupported)?)?;
    let state = shared.clone();
    let endless = move |ctx: Ctx<'js>| -> Result<()> {
        state.out_of_fuel();
        Err(Exception::throw_range(&ctx, "a loop without end"))
    };
    host.set("endless", Function::new(ctx.clone(), endless)?)?;
    let state = shared.clone();
    let ready = move |ctx: Ctx<'js>, stack: Value<'js>| -> Result<()> {
        let at = state.place(&bytecode::text(&ctx, &stack)?);
        state.push(Out::Ready(at));
        Ok(())
    };
    host.set("ready", Function::new(ctx.clone(), ready)?)?;
    let state = shared.clone();
    host.set("sdk", Function::new(ctx.clone(), move || state.shows_sdk.set(true))?)
}

fn documents<'js>(ctx: &Ctx<'js>, host: &Object<'js>, program: &Arc<Program>, shared: &Rc<Shared>) -> Result<()> {
    let (state, page) = (shared.clone(), Arc::clone(program));
    let read = move |ctx: Ctx<'js>, html: Opt<Value<'js>>, context: Opt<Value<'js>>| -> Result<Value<'js>> {
        let (Some(html), Some(context)) = (html.0, context.0) else { return ctx.json_parse(page.markup.as_str()) };
        let (html, context) = (bytecode::text(&ctx, &html)?, bytecode::text(&ctx, &context)?);
        if html.len() > state.limits.html_bytes {
            return Err(Exception::throw_range(&ctx, &format!("innerHTML of more than {} bytes", state.limits.html_bytes)));
        }
        match markup(&html, &context) {
            Ok(markup) => ctx.json_parse(program::as_json(&markup)),
            Err(TooMuch(what)) => Err(Exception::throw_range(&ctx, &format!("innerHTML with {what}"))),
        }
    };
    host.set("markup", Function::new(ctx.clone(), read)?)?;
    let (state, page) = (shared.clone(), Arc::clone(program));
    let handler = move |ctx: Ctx<'js>, index: usize| -> Result<Value<'js>> {
        match page.handlers.get(index) {
            Some(Prepared::Code(code)) => bytecode::run(&ctx, code),
            Some(Prepared::Broken(defect)) => {
                state.defect(defect.clone());
                Ok(Value::new_null(ctx))
            }
            _ => Ok(Value::new_null(ctx)),
        }
    };
    host.set("handler", Function::new(ctx.clone(), handler)?)
}

fn loads<'js>(ctx: &Ctx<'js>, host: &Object<'js>, program: &Arc<Program>, shared: &Rc<Shared>) -> Result<()> {
    let (state, page) = (shared.clone(), Arc::clone(program));
    let load = move |ctx: Ctx<'js>, id: u32, src: Value<'js>, is_module: bool, stack: Value<'js>| -> Result<()> {
        let wanted = page.shelf.wanted(&bytecode::text(&ctx, &src)?);
        if let Wanted::Missing(text) = &wanted {
            let (at, handler) = (state.place(&bytecode::text(&ctx, &stack)?), state.handler.borrow().clone());
            state.defect(Defect { kind: DefectKind::Threw, text: text.clone(), at, handler });
        }
        state.push(Out::Load { id, wanted, is_module });
        Ok(())
    };
    host.set("load", Function::new(ctx.clone(), load)?)?;
    let page = Arc::clone(program);
    host.set("has", Function::new(ctx.clone(), move |path: String| page.shelf.has(&path))?)?;
    let (state, page) = (shared.clone(), Arc::clone(program));
    let fetch =
        move |ctx: Ctx<'js>, method: String, url: Value<'js>, headers: Value<'js>, body: Value<'js>, stack: Value<'js>| -> Result<u32> {
            state.question().map_err(|text| Exception::throw_range(&ctx, &text))?;
            let (url, stack) = (bytecode::text(&ctx, &url)?, bytecode::text(&ctx, &stack)?);
            let id = state.fetched.get() + 1;
            state.fetched.set(id);
            if let Some(found) = page.shelf.fetched(&method, &url) {
                state.fetch_own(id, found, stack);
                return Ok(id);
            }
            let budget = state.limits.message_bytes;
            let headers = match value::to_json(&ctx, &headers, budget)? {
                Some(serde_json::Value::Object(headers)) => headers,
                _ => serde_json::Map::new(),
            };
            let body = value::to_json(&ctx, &body, budget)?.unwrap_or_default();
            let call = ServiceCall { method, url, headers, body, json: true };
            let at = state.place(&stack);
            state.push(Out::Fetch { id, call, at });
            Ok(id)
        };
    host.set("fetch", Function::new(ctx.clone(), fetch)?)
}

/// What the page keeps in `localStorage`.
fn storage<'js>(ctx: &Ctx<'js>, host: &Object<'js>, shared: &Rc<Shared>, local: &LocalStorage) -> Result<()> {
    let (held, most) = (Object::new(ctx.clone())?, shared.limits.storage_bytes);
    host.set("storageBytes", most)?;
    let own = local.clone();
    let get = move |ctx: Ctx<'js>, key: Value<'js>| Ok::<_, rquickjs::Error>(own.get(&bytecode::text(&ctx, &key)?));
    held.set("get", Function::new(ctx.clone(), get)?)?;
    let own = local.clone();
    let set = move |ctx: Ctx<'js>, key: Value<'js>, value: Value<'js>| {
        Ok::<_, rquickjs::Error>(own.set(bytecode::text(&ctx, &key)?, bytecode::text(&ctx, &value)?, most))
    };
    held.set("set", Function::new(ctx.clone(), set)?)?;
    let own = local.clone();
    let remove = move |ctx: Ctx<'js>, key: Opt<Value<'js>>| {
        let key = key.0.map(|key| bytecode::text(&ctx, &key)).transpose()?;
        own.remove(key.as_deref());
        Ok::<_, rquickjs::Error>(())
    };
    held.set("remove", Function::new(ctx.clone(), remove)?)?;
    let own = local.clone();
    held.set("keys", Function::new(ctx.clone(), move || own.keys())?)?;
    host.set("local", held)
}

/// A part of the page: a script that gives a function.
pub(super) fn part<'js>(ctx: &Ctx<'js>, code: &bytecode::Bytecode) -> Result<Function<'js>> {
    bytecode::run(ctx, code)?.get()
}

/// A value as the console shows it.
fn show<'js>(ctx: &Ctx<'js>, value: &Value<'js>, budget: usize) -> String {
    if value.is_error() {
        let fault = Fault::of(ctx, value);
        return format!("{}: {}", fault.name, fault.message);
    }
    let is_plain = value.as_object().is_some() && !value.is_function() && !value.is_promise();
    let json = if is_plain { value::to_json(ctx, value, budget) } else { Ok(None) };
    match json {
        Ok(Some(json)) => json.to_string(),
        Ok(None) => bytecode::text(ctx, value).unwrap_or_else(|_| {
            ctx.catch();
            "?".to_owned()
        }),
        Err(_) => {
            ctx.catch();
            "[object]".to_owned()
        }
    }
}

/// Four words for the sandbox's generator: the seed, mixed with the widget's own key, so that two widgets do not draw alike.
fn seed(opening: &Opening) -> [i32; 4] {
    let mut state = opening.seed ^ (u64::from(opening.widget.0) << 32);
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    let words = [next(), next()];
    let low = |word: u64| i32::from_le_bytes([word.to_le_bytes()[0], word.to_le_bytes()[1], word.to_le_bytes()[2], word.to_le_bytes()[3]]);
    [low(words[0]), low(words[0] >> 32), low(words[1]), low(words[1] >> 32)]
}
