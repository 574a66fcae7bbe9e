//! The engine's compiler and loader for classic (sloppy) scripts, which the safe API does not offer.

use rquickjs::{Context, Ctx, Error, Result, Runtime, Value, qjs};
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
    context.with(|ctx| compile_in(&ctx, source, file, keep).map_err(|_| describe(&ctx)))
}

#[expect(unsafe_code, reason = "compile-only evaluation and the object writer exist in the raw bindings only")]
fn compile_in(ctx: &Ctx<'_>, source: &str, file: &str, keep: Keep) -> Result<Bytecode> {
    let file = CString::new(file.replace('\0', "?"))?;
    let mut text = source.as_bytes().to_vec();
    text.push(0);
    let flags = qjs::JS_EVAL_TYPE_GLOBAL | qjs::JS_EVAL_FLAG_COMPILE_ONLY;
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

/// Tells the engine where the native stack stands now, so that the stack's limit counts from here.
#[expect(unsafe_code, reason = "the safe API does this for runtimes that are shared between threads only")]
pub(super) fn rebase_stack(ctx: &Ctx<'_>) {
    // SAFETY: the runtime is alive as long as `ctx` is, and runs on this thread.
    unsafe { qjs::JS_UpdateStackTop(qjs::JS_GetRuntime(ctx.as_raw().as_ptr())) }
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
