//! The engine's compiler and loader for classic (sloppy) scripts, which the safe API does not offer.

use rquickjs::loader::{ImportAttributes, Loader, Resolver};
use rquickjs::module::Declared;
use rquickjs::{ArrayBuffer, Context, Ctx, Error, Module, Promise, Result, Runtime, Value, qjs};
use std::ffi::CString;
use std::sync::Arc;

/// A compiled script. Made and read in this process only: reading foreign bytecode would not be safe, so the bytes stay private.
#[derive(Clone)]
pub(super) struct Bytecode(Arc<[u8]>);

/// Whether a script's functions can be printed with their source.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    Source,
    Nothing,
}

/// Compiles in a context of its own; `Err` is the exception as `describe` tells it.
pub(super) fn compile<E>(source: &str, file: &str, keep: Keep, describe: impl FnOnce(&Ctx<'_>) -> E) -> std::result::Result<Bytecode, E> {
    let context = Runtime::new().and_then(|runtime| Context::full(&runtime));
    let Ok(context) = context else { panic!("no memory for the JavaScript engine") };
    context.with(|ctx| compile_in(&ctx, source, file, qjs::JS_EVAL_TYPE_GLOBAL, keep).map_err(|_| describe(&ctx)))
}

/// Compiles an ES module. What it imports is looked for when it runs.
pub(super) fn compile_module<E>(source: &str, file: &str, describe: impl FnOnce(&Ctx<'_>) -> E) -> std::result::Result<Bytecode, E> {
    let made = Runtime::new().and_then(|runtime| Ok((Context::full(&runtime)?, runtime)));
    let Ok((context, runtime)) = made else { panic!("no memory for the JavaScript engine") };
    runtime.set_loader(Anything, Anything);
    context.with(|ctx| compile_in(&ctx, source, file, qjs::JS_EVAL_TYPE_MODULE, Keep::Source).map_err(|_| describe(&ctx)))
}

/// The engine looks for what a module imports while it compiles it: an empty module will do.
struct Anything;

impl Resolver for Anything {
    fn resolve<'js>(&mut self, _: &Ctx<'js>, _: &str, name: &str, _: Option<ImportAttributes<'js>>) -> Result<String> {
        Ok(name.to_owned())
    }
}

impl Loader for Anything {
    fn load<'js>(&mut self, ctx: &Ctx<'js>, name: &str, _: Option<ImportAttributes<'js>>) -> Result<Module<'js, Declared>> {
        Module::declare(ctx.clone(), name, "")
    }
}

#[expect(unsafe_code, reason = "compile-only evaluation and the object writer exist in the raw bindings only")]
fn compile_in(ctx: &Ctx<'_>, source: &str, file: &str, kind: u32, keep: Keep) -> Result<Bytecode> {
    let file = CString::new(file.replace('\0', "?"))?;
    let mut text = source.as_bytes().to_vec();
    text.push(0);
    let flags = kind | qjs::JS_EVAL_FLAG_COMPILE_ONLY;
    let how = qjs::JS_WRITE_OBJ_BYTECODE | if keep == Keep::Nothing { qjs::JS_WRITE_OBJ_STRIP_SOURCE } else { 0 };
    // SAFETY: the context is alive and ours alone while `ctx` is borrowed; `text` ends in a zero that its length leaves out, as JS_Eval asks;
    // the compiled function is freed here, and the written bytes are copied before the engine frees them.
    unsafe {
        let raw = ctx.as_raw().as_ptr();
        let function = qjs::JS_Eval(raw, text.as_ptr().cast(), source.len() as _, file.as_ptr(), flags as i32);
        if qjs::JS_IsException(function) {
            return Err(Error::Exception);
        }
        let mut length = 0;
        let bytes = qjs::JS_WriteObject(raw, &raw mut length, function, how as i32);
        qjs::JS_FreeValue(raw, function);
        if bytes.is_null() {
            return Err(Error::Exception);
        }
        let copy = std::slice::from_raw_parts(bytes, length as usize).into();
        qjs::js_free(raw, bytes.cast());
        Ok(Bytecode(copy))
    }
}

/// Runs a compiled script in the global scope, and gives its completion value.
#[expect(unsafe_code, reason = "the object reader exists in the raw bindings only")]
pub(super) fn run<'js>(ctx: &Ctx<'js>, code: &Bytecode) -> Result<Value<'js>> {
    // SAFETY: the bytes were written by `compile_in` in this process, by this very engine, and nobody could change them since;
    // JS_EvalFunction consumes the function, and `from_raw` takes over the one reference that the result has.
    unsafe {
        let raw = ctx.as_raw().as_ptr();
        let function = qjs::JS_ReadObject(raw, code.0.as_ptr(), code.0.len() as _, qjs::JS_READ_OBJ_BYTECODE as i32);
        if qjs::JS_IsException(function) {
            return Err(Error::Exception);
        }
        let value = qjs::JS_EvalFunction(raw, function);
        if qjs::JS_IsException(value) { Err(Error::Exception) } else { Ok(Value::from_raw(ctx.clone(), value)) }
    }
}

/// A compiled module in this context, which lies at `url`.
#[expect(unsafe_code, reason = "the object reader trusts its bytes")]
pub(super) fn declare<'js>(ctx: &Ctx<'js>, code: &Bytecode, url: &str) -> Result<Module<'js, Declared>> {
    // SAFETY: the bytes were written by `compile_in` in this process, by this very engine, and nobody could change them since.
    let module = unsafe { Module::load(ctx.clone(), &code.0)? };
    module.meta()?.set("url", url)?;
    Ok(module)
}

/// Runs a compiled module with all that it imports; the promise is settled when it is done.
#[expect(unsafe_code, reason = "what a module imports is looked for by the raw bindings only")]
pub(super) fn run_module<'js>(ctx: &Ctx<'js>, code: &Bytecode, url: &str) -> Result<Promise<'js>> {
    // SAFETY: as in `run`; the engine's own list keeps the module, JS_ResolveModule borrows it and frees it where it fails,
    // JS_EvalFunction consumes the one reference that was read.
    unsafe {
        let raw = ctx.as_raw().as_ptr();
        let module = qjs::JS_ReadObject(raw, code.0.as_ptr(), code.0.len() as _, qjs::JS_READ_OBJ_BYTECODE as i32);
        if qjs::JS_IsException(module) {
            return Err(Error::Exception);
        }
        let meta = qjs::JS_GetImportMeta(raw, qjs::JS_VALUE_GET_PTR(module).cast());
        if qjs::JS_IsException(meta) {
            return Err(Error::Exception);
        }
        let meta = Value::from_raw(ctx.clone(), meta);
        meta.as_object().map_or(Ok(()), |meta| meta.set("url", url))?;
        if qjs::JS_ResolveModule(raw, module) < 0 {
            return Err(Error::Exception);
        }
        let done = qjs::JS_EvalFunction(raw, module);
        if qjs::JS_IsException(done) { Err(Error::Exception) } else { Value::from_raw(ctx.clone(), done).get() }
    }
}

/// Tells the engine where the native stack stands now, so that the stack's limit counts from here.
#[expect(unsafe_code, reason = "the safe API does this for runtimes that are shared between threads only")]
pub(super) fn rebase_stack(ctx: &Ctx<'_>) {
    // SAFETY: the runtime is alive as long as `ctx` is, and runs on this thread.
    unsafe { qjs::JS_UpdateStackTop(qjs::JS_GetRuntime(ctx.as_raw().as_ptr())) }
}

/// The text that bytes are in UTF-8; what is none becomes replacement characters.
#[expect(unsafe_code, reason = "the safe API lends no bytes of the engine's")]
pub(super) fn text_of(buffer: &ArrayBuffer<'_>) -> String {
    // SAFETY: the buffer is alive, and the engine does not run while its bytes are read.
    let bytes = unsafe { buffer.as_bytes() }.unwrap_or_default();
    String::from_utf8_lossy(bytes).into_owned()
}

/// Whether a value is a `Date`.
#[expect(unsafe_code, reason = "the class of an object is known to the raw bindings only")]
pub(super) fn is_date(value: &Value<'_>) -> bool {
    // SAFETY: the value is alive; the call only looks at its class.
    unsafe { qjs::JS_IsDate(value.as_raw()) }
}

/// The text of a value as `String(value)` gives it; halves of surrogate pairs become replacement characters. `Err`: it threw.
#[expect(unsafe_code, reason = "the safe API refuses strings that are no well-formed UTF-16")]
pub(super) fn text(ctx: &Ctx<'_>, value: &Value<'_>) -> Result<String> {
    let raw = ctx.as_raw().as_ptr();
    let mut length = 0;
    // SAFETY: value and context are alive; the engine's bytes are copied before they are given back.
    unsafe {
        let bytes = qjs::JS_ToCStringLen(raw, &raw mut length, value.as_raw());
        if bytes.is_null() {
            return Err(Error::Exception);
        }
        let copy = String::from_utf8_lossy(std::slice::from_raw_parts(bytes.cast(), length)).into_owned();
        qjs::JS_FreeCString(raw, bytes);
        Ok(copy)
    }
}
