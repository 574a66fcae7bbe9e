//! From the engine's values to JSON, as a message carries them.
//!
//! Like the structured clone of `postMessage`, but for what JSON cannot hold: `undefined` leaves no key, an error becomes
//! `{name, message, stack}`, a date its ISO text, bytes their text, a number that is none `null`.

use super::bytecode;
use super::stack::cleaned;
use rquickjs::{Coerced, Ctx, Error, Exception, Object, Result, Value};
use serde_json::{Map, Number, Value as Json};

/// How deep a message may be nested.
const MAX_DEPTH: usize = 100;

/// What every value counts besides its text.
const COST: usize = 8;

/// The value as JSON; `None` is `undefined`. At most about `budget` bytes of it.
///
/// Throws in the engine where the value cannot be cloned: a function, a symbol, a promise, a cycle, too large a value.
pub(super) fn to_json<'js>(ctx: &Ctx<'js>, value: &Value<'js>, budget: usize) -> Result<Option<Json>> {
    Walk { ctx, left: budget, inside: Vec::new() }.value(value)
}

struct Walk<'c, 'js> {
    ctx: &'c Ctx<'js>,
    left: usize,
    /// The objects that hold the one at hand, the outermost first.
    inside: Vec<Value<'js>>,
}

impl<'js> Walk<'_, 'js> {
    fn value(&mut self, value: &Value<'js>) -> Result<Option<Json>> {
        self.spend(COST)?;
        if value.is_undefined() {
            return Ok(None);
        }
        if value.is_string() || value.is_big_int() {
            return self.text(value).map(Json::String).map(Some);
        }
        if let Some(object) = value.as_object() {
            if self.inside.contains(value) {
                // An object that holds itself travels in a browser; what is asked of it here stands near its top.
                return Ok(Some(Json::Null));
            }
            if self.inside.len() >= MAX_DEPTH {
                return Err(self.refuse("an object that is nested more than 100 deep"));
            }
            self.inside.push(value.clone());
            let found = self.object(value, object);
            self.inside.pop();
            return found.map(Some);
        }
        Ok(Some(match (value.as_bool(), value.as_int(), value.as_float()) {
            (Some(flag), ..) => Json::Bool(flag),
            (_, Some(int), _) => Json::from(int),
            (.., Some(float)) => number(float),
            _ if value.is_null() => Json::Null,
            _ => return Err(self.refuse("a symbol")),
        }))
    }

    fn object(&mut self, value: &Value<'js>, object: &Object<'js>) -> Result<Json> {
        if value.is_function() {
            return Err(self.refuse("a function"));
        }
        if value.is_promise() {
            return Err(self.refuse("a promise"));
        }
        if bytecode::is_date(value) {
            return Ok(iso(value.get::<Coerced<f64>>()?.0).map_or(Json::Null, Json::String));
        }
        if value.is_error() {
            let mut fields = Map::new();
            for name in ["name", "message", "stack"] {
                let field: Value<'js> = object.get(name)?;
                let text = if field.is_undefined() { String::new() } else { self.text(&field)? };
                let text = if name == "stack" { cleaned(&text) } else { text };
                fields.insert(name.to_owned(), Json::String(text));
            }
            return Ok(Json::Object(fields));
        }
        if value.is_array() {
            return self.array(object);
        }
        if let Some(buffer) = object.as_array_buffer() {
            self.spend(buffer.len())?;
            return Ok(Json::String(bytecode::text_of(buffer)));
        }
        let mut fields = Map::new();
        for key in object.keys::<Value<'js>>() {
            let key = key?;
            let name = self.text(&key)?;
            let field: Value<'js> = object.get(key)?;
            if let Some(field) = self.value(&field)? {
                fields.insert(name, field);
            }
        }
        Ok(Json::Object(fields))
    }

    fn array(&mut self, array: &Object<'js>) -> Result<Json> {
        // A length may be up to 2^32 - 1, which the safe API's own `len` does not hold.
        let (length, mut items, mut index) = (array.get::<_, f64>("length")?, Vec::new(), 0_u32);
        while f64::from(index) < length {
            let item: Value<'js> = array.get(index)?;
            items.push(self.value(&item)?.unwrap_or(Json::Null));
            index += 1;
        }
        Ok(Json::Array(items))
    }

    fn text(&mut self, value: &Value<'js>) -> Result<String> {
        let text = bytecode::text(self.ctx, value)?;
        self.spend(text.len())?;
        Ok(text)
    }

    fn spend(&mut self, bytes: usize) -> Result<()> {
        match self.left.checked_sub(bytes) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(self.refuse("a value of that size")),
        }
    }

    fn refuse(&self, what: &str) -> Error {
        Exception::throw_type(self.ctx, &format!("DataCloneError: {what} cannot be sent in a message"))
    }
}

/// Whole numbers are written whole.
fn number(float: f64) -> Json {
    if float.fract() == 0.0 && float.abs() < 9_007_199_254_740_992.0 {
        #[expect(clippy::cast_possible_truncation, reason = "whole, and within 53 bits")]
        let whole = float as i64;
        return Json::from(whole);
    }
    Number::from_f64(float).map_or(Json::Null, Json::Number)
}

/// The text that `toISOString` gives, for years 0 to 9999.
fn iso(ms: f64) -> Option<String> {
    #[expect(clippy::cast_possible_truncation, reason = "a date's time is whole and within 53 bits")]
    let stamp = jiff::Timestamp::from_millisecond(if ms.is_finite() { ms as i64 } else { return None }).ok()?;
    Some(format!("{stamp:.3}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(source: &str) -> std::result::Result<Option<String>, String> {
        let runtime = rquickjs::Runtime::new().map_err(|e| e.to_string())?;
        let context = rquickjs::Context::full(&runtime).map_err(|e| e.to_string())?;
        context.with(|ctx| {
            let value: Value<'_> = ctx.eval(source).map_err(|e| e.to_string())?;
            let json = to_json(&ctx, &value, 10_000).map_err(|_| super::super::fault::Fault::of(&ctx, &ctx.catch()).message)?;
            Ok(json.map(|json| json.to_string()))
        })
    }

    #[test]
    fn values_travel_as_json() {
        let cases = [
            ("undefined", None),
            ("null", Some("null")),
            (
                "({b: 1, a: [true, undefined, 'x', , 1.5, 5.0, 1e300, NaN, 2 ** 40], u: undefined})",
                Some(r#"{"b":1,"a":[true,null,"x",null,1.5,5,1e+300,null,1099511627776]}"#),
            ),
            ("({d: new Date(0), e: new Date(NaN)})", Some(r#"{"d":"1970-01-01T00:00:00.000Z","e":null}"#)),
            ("'a\\ud800b'", Some("\"a\u{fffd}\u{fffd}\u{fffd}b\"")),
            ("10n ** 20n", Some("\"100000000000000000000\"")),
            ("JSON.parse('{\"__proto__\": 1}')", Some(r#"{"__proto__":1}"#)),
            ("const e = new TypeError('no'); e.stack = ''; e", Some(r#"{"name":"TypeError","message":"no","stack":""}"#)),
        ];
        for (source, expected) in cases {
            assert_eq!(json(source), Ok(expected.map(str::to_owned)), "{source}");
        }
    }

    #[test]
    fn what_holds_itself_travels_without_itself() {
        let found = json("const o = {msg: 'no', list: []}; o.list.push(o, 1); o");
        assert_eq!(found, Ok(Some(r#"{"msg":"no","list":[null,1]}"#.to_owned())));
        let deep = json("let o = {}; for (let i = 0; i < 200; i++) o = {o}; o");
        assert!(deep.is_err_and(|message| message.contains("more than 100 deep")));
    }

    #[test]
    fn what_cannot_travel_throws() {
        let cases = [
            ("() => 1", "a function"),
            ("({p: Promise.resolve(1)})", "a promise"),
            ("Symbol('x')", "a symbol"),
            ("'x'.repeat(20000)", "a value of that size"),
            ("let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; a", "a value of that size"),
            ("new Array(4e9)", "a value of that size"),
        ];
        for (source, expected) in cases {
            assert!(json(source).is_err_and(|message| message.contains(expected)), "{source}: {:?}", json(source));
        }
    }
}
