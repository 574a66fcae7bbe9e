//! The few functions that the page's own parts may call. The vendor's code never sees them.

use super::bytecode;
use super::fault::Fault;
use super::program::{self, Own};
use super::shared::{Out, Shared};
use super::{value, wire, zone};
use crate::extension::package::markup;
use crate::extension::{DefectKind, Level, Opening};
use rquickjs::function::{Opt, Rest};
use rquickjs::{Ctx, Exception, Function, Object, Result, Value};
use std::rc::Rc;

/// Makes the object of host functions, and the state that the page's parts share.
pub(super) fn install<'js>(ctx: &Ctx<'js>, shared: &Rc<Shared>, opening: &Opening, now: f64) -> Result<(Object<'js>, Object<'js>)> {
    let (host, page) = (Object::new(ctx.clone())?, Object::new(ctx.clone())?);
    page.set("now", now)?;
    page.set("depth", 0)?;
    page.set("readyState", "loading")?;
    host.set("absent", shared.program.absent.clone())?;
    host.set("seed", seed(opening).to_vec())?;
    host.set("origin", wire::SERVICE_ORIGIN)?;
    host.set("address", vec![wire::PAGE_ORIGIN.to_owned(), shared.program.path.clone(), wire::query()])?;
    host.set("locale", opening.app.get("locale").and_then(serde_json::Value::as_str).unwrap_or("en-US"))?;
    time(ctx, &host, shared, opening)?;
    reports(ctx, &host, shared)?;
    documents(ctx, &host, shared)?;
    Ok((host, page))
}

fn time<'js>(ctx: &Ctx<'js>, host: &Object<'js>, shared: &Rc<Shared>, opening: &Opening) -> Result<()> {
    let tz = opening.time_zone.clone();
    host.set("offset", Function::new(ctx.clone(), move |utc: f64| zone::offset(&tz, utc))?)?;
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
            if state.questions.get() >= state.limits.questions {
                state.counts();
                let text = format!("more than {} questions to the host wait for their answers", state.limits.questions);
                return Err(Exception::throw_range(&ctx, &text));
            }
            state.questions.set(state.questions.get() + 1);
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
    host.set("report", Function::new(ctx.clone(), move |ctx: Ctx<'js>, thrown: Value<'js>| state.fault(&Fault::of(&ctx, &thrown)))?)?;
    let state = shared.clone();
    let unsupported = move |ctx: Ctx<'js>, name: Value<'js>, stack: Value<'js>| -> Result<()> {
        let (name, stack) = (bytecode::text(&ctx, &name)?, bytecode::text(&ctx, &stack)?);
        state.unsupported(format!("{name} is not supported here; leave it out, or do without it where it is missing"), stack);
        Ok(())
    };
    host.set("unsupported", Function::new(ctx.clone(), unsupported)?)?;
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

fn documents<'js>(ctx: &Ctx<'js>, host: &Object<'js>, shared: &Rc<Shared>) -> Result<()> {
    let state = shared.clone();
    let read = move |ctx: Ctx<'js>, html: Opt<Value<'js>>| -> Result<Value<'js>> {
        match html.0 {
            None => ctx.json_parse(state.program.markup.as_str()),
            Some(html) => {
                let html = bytecode::text(&ctx, &html)?;
                if html.len() > state.limits.html_bytes {
                    return Err(Exception::throw_range(&ctx, &format!("innerHTML of more than {} bytes", state.limits.html_bytes)));
                }
                ctx.json_parse(program::as_json(&markup(&html)))
            }
        }
    };
    host.set("markup", Function::new(ctx.clone(), read)?)?;
    let load = |ctx: Ctx<'js>, name: String| part(&ctx, if name == "dom" { &Own::get().dom } else { &Own::get().date });
    host.set("part", Function::new(ctx.clone(), load)?)
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
