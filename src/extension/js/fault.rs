//! What an exception of the engine means.

use super::around::Around;
use super::bytecode;
use super::stack::{Sources, cleaned};
use crate::extension::{Defect, DefectKind};
use rquickjs::{Ctx, Value};
use serde_json::Value as Json;

/// An exception, read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fault {
    pub(super) name: String,
    pub(super) message: String,
    pub(super) stack: String,
    is_error: bool,
}

impl Fault {
    /// Reads whatever was thrown. It may run the vendor's getters: their faults are swallowed.
    pub(super) fn of<'js>(ctx: &Ctx<'js>, thrown: &Value<'js>) -> Self {
        let text = |value: &Value<'js>| {
            bytecode::text(ctx, value).unwrap_or_else(|_| {
                ctx.catch();
                "something that has no text".to_owned()
            })
        };
        let Some(error) = thrown.as_object().filter(|_| thrown.is_error()) else {
            let shown = thrown.as_object().and_then(|_| super::value::to_json(ctx, thrown, 1_000).ok().flatten());
            let message = shown.map_or_else(|| text(thrown), |json| json.to_string());
            return Self { name: String::new(), message: shorten(message), stack: String::new(), is_error: false };
        };
        let field = |name: &str| match error.get::<_, Value<'js>>(name) {
            Ok(value) if value.is_undefined() => String::new(),
            Ok(value) => text(&value),
            Err(_) => {
                ctx.catch();
                String::new()
            }
        };
        Self { name: shorten(field("name")), message: shorten(field("message")), stack: cleaned(&field("stack")), is_error: true }
    }

    /// An error as it travels in a message: an object of a name, a message and a stack.
    pub(super) fn of_json(value: &Json) -> Option<Self> {
        let fields = value.as_object().filter(|fields| fields.len() == 3)?;
        let field = |name: &str| fields.get(name).and_then(Json::as_str).map(str::to_owned);
        Some(Self { name: field("name")?, message: field("message")?, stack: field("stack")?, is_error: true })
    }

    /// A thrown value that is no error; `None` is `undefined`.
    pub(super) fn thrown(value: Option<&Json>) -> Self {
        let message = shorten(value.map_or_else(|| "undefined".to_owned(), Json::to_string));
        Self { name: String::new(), message, stack: String::new(), is_error: false }
    }

    fn kind(&self, around: &Around) -> DefectKind {
        match (self.name.as_str(), self.message.as_str()) {
            ("RangeError", "Maximum call stack size exceeded") => DefectKind::TooDeep,
            _ if self.left_out(around).is_some() => around.lack,
            _ => DefectKind::Threw,
        }
    }

    /// The global that is left out around the code, where its absence was thrown.
    fn left_out(&self, around: &Around) -> Option<&str> {
        let name = self.message.strip_suffix(" is not defined").filter(|_| self.name == "ReferenceError")?;
        around.left_out.contains(&name).then_some(name)
    }

    /// Whether an error is one that the engine raises, so that a rejection with it is no verdict but a mistake.
    pub(super) fn is_mistake(&self) -> bool {
        matches!(self.name.as_str(), "TypeError" | "ReferenceError" | "RangeError" | "SyntaxError" | "InternalError")
    }

    fn shown(&self, called: Option<&str>) -> String {
        match (self.is_error, called) {
            (true, Some(called)) => format!("{}: {called} is {}", self.name, self.message),
            (true, None) => format!("{}: {}", self.name, self.message),
            (false, _) => self.message.clone(),
        }
    }

    /// What the vendor must mend.
    pub(super) fn defect(&self, sources: &Sources, handler: Option<&str>) -> Defect {
        let called = (self.message == "not a function").then(|| sources.called(&self.stack)).flatten();
        let around = sources.around;
        let is_own = called.as_deref().is_some_and(around.is_own);
        let (kind, text) = match self.kind(around) {
            DefectKind::TooDeep => (DefectKind::TooDeep, "recursed past the stack's limit; end the recursion".to_owned()),
            _ if is_own => {
                let called = called.unwrap_or_default();
                (DefectKind::NoSuchCall, format!("{} has no {called}: threw {}", around.own, self.shown(None)))
            }
            kind => {
                let missing = self.left_out(around).map(around.says).unwrap_or_default();
                (kind, format!("{missing}threw {}", self.shown(called.as_deref())))
            }
        };
        Defect { kind, text, at: sources.place(&self.stack), handler: handler.map(str::to_owned) }
    }

    /// The same as a rejection that nobody caught.
    pub(super) fn unhandled(&self, sources: &Sources, handler: Option<&str>) -> Defect {
        let defect = self.defect(sources, handler);
        let text = format!("a promise was rejected and nobody caught it: {}; add a catch", self.shown(None).trim_end_matches('.'));
        let kind = if defect.kind == DefectKind::Threw { DefectKind::UnhandledRejection } else { defect.kind };
        Defect { kind, text, ..defect }
    }
}

/// The first 500 characters.
fn shorten(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(500) {
        text.truncate(end);
        text.push('…');
    }
    text
}
