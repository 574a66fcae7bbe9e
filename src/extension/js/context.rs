//! The engine's own globals. Those for bytes are a twentieth of a sandbox's start, and few widgets ask for any.

use rquickjs::context::intrinsic::{Date, Eval, Json, MapSet, Performance, Promise, Proxy, RegExp, WeakRef};
use rquickjs::{Context, Ctx, Error, Result, Runtime, qjs};

/// What `Context::full` has, but for typed arrays and what `add_base64` adds.
type Always = (Date, Eval, RegExp, Json, Proxy, MapSet, Promise, WeakRef, Performance);

/// What every name of a global for bytes has in it, `Uint8Array` written in two pieces too.
const BYTES: [&str; 10] = ["nt8", "nt16", "nt32", "nt64", "Float16", "Float32", "Float64", "Buffer", "DataView", "Atomics"];

/// Whether a script speaks of bytes.
pub(super) fn has_bytes(text: &str) -> bool {
    BYTES.iter().any(|name| text.contains(name))
}

/// A context, with globals for bytes where its scripts speak of them.
pub(super) fn new(runtime: &Runtime, has_bytes: bool) -> Result<Context> {
    if has_bytes {
        return Context::full(runtime);
    }
    let context = Context::custom::<Always>(runtime)?;
    add_base64(&context)?;
    Ok(context)
}

/// `atob`, `btoa` and the `DOMException` that they throw.
#[expect(unsafe_code, reason = "the safe API knows these only together with all the others")]
fn add_base64(context: &Context) -> Result<()> {
    // SAFETY: the context is alive, and nothing has run in it.
    let status = unsafe { qjs::JS_AddIntrinsicAToB(context.as_raw().as_ptr()) };
    if status < 0 { Err(Error::Allocation) } else { Ok(()) }
}

/// Typed arrays, buffers and views, where they are not there yet.
#[expect(unsafe_code, reason = "the safe API adds intrinsics to a new context only")]
pub(super) fn add_bytes(ctx: &Ctx<'_>) -> Result<()> {
    if ctx.globals().contains_key("ArrayBuffer")? {
        return Ok(());
    }
    // SAFETY: the context is alive; the call defines globals and prototypes that nobody has used, since they were not there.
    let status = unsafe { qjs::JS_AddIntrinsicTypedArrays(ctx.as_raw().as_ptr()) };
    if status < 0 { Err(Error::Exception) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of a context's globals.
    fn globals(context: &Context) -> Vec<String> {
        context.with(|ctx| {
            let mut names: Vec<_> =
                ctx.globals().own_keys::<String>(rquickjs::Filter::new().string()).collect::<Result<_>>().expect("names are strings");
            names.sort();
            names
        })
    }

    #[test]
    fn only_what_speaks_of_bytes_is_put_off() {
        // Each in a runtime of its own, as in sandboxes: the engine adds some globals to a runtime's first context only.
        let made = |has_bytes| Runtime::new().and_then(|runtime| new(&runtime, has_bytes)).expect("memory");
        let (full, small) = (made(true), made(false));
        let (all, some) = (globals(&full), globals(&small));
        let missing: Vec<_> = all.iter().filter(|name| !some.contains(name)).collect();
        assert!(missing.len() > 10 && missing.iter().all(|name| has_bytes(name)), "{missing:?}");
        assert!(some.iter().all(|name| all.contains(name)), "{some:?}");
        small.with(|ctx| add_bytes(&ctx).and_then(|()| add_bytes(&ctx))).expect("memory");
        assert_eq!(globals(&small), all);
    }
}
