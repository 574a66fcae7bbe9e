use crate::clock::Millis;
use crate::extension::{HandlerAnswer, How};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How a scripted widget answers a hook.
#[derive(Debug, Clone, PartialEq)]
pub struct Answering {
    /// The answer; `None` is never.
    pub answer: Option<HandlerAnswer>,
    /// Virtual milliseconds from the question to the answer.
    pub after: Millis,
}

impl Answering {
    /// `return true`
    #[must_use]
    pub fn allow() -> Self {
        Self::now(How::Returned, Some(Value::Bool(true)))
    }

    /// `return false`
    #[must_use]
    pub fn plain_false() -> Self {
        Self::now(How::Returned, Some(Value::Bool(false)))
    }

    /// A promise, rejected with `{msg}`.
    #[must_use]
    pub fn reject(msg: &str) -> Self {
        Self::now(How::Rejected, Some(json!({ "msg": msg })))
    }

    /// A promise, rejected without a reason.
    #[must_use]
    pub fn reject_without_reason() -> Self {
        Self::now(How::Rejected, None)
    }

    /// `throw new Error(message)`
    #[must_use]
    pub fn throw(message: &str) -> Self {
        Self::now(How::Threw, Some(json!({"name": "Error", "message": message})))
    }

    /// A promise, resolved with `value`.
    #[must_use]
    pub fn resolve(value: Value) -> Self {
        Self::now(How::Resolved, Some(value))
    }

    /// A value that is neither a boolean nor a promise; `None` is `undefined`.
    #[must_use]
    pub fn value(value: Option<Value>) -> Self {
        Self::now(How::Returned, value)
    }

    /// Silence.
    #[must_use]
    pub fn never() -> Self {
        Self { answer: None, after: 0 }
    }

    /// The same, but later.
    #[must_use]
    pub fn after(self, after: Millis) -> Self {
        Self { after, ..self }
    }

    fn now(how: How, value: Option<Value>) -> Self {
        Self { answer: Some(HandlerAnswer { how, value }), after: 0 }
    }
}

/// What a scripted widget does when it is asked or told. What is said last holds.
#[derive(Debug, Clone, Default)]
pub struct Script {
    /// By the hook's name.
    pub hooks: BTreeMap<String, Answering>,
    /// Events that it listens to, each with the message that its handler throws, where it throws.
    pub events: BTreeMap<String, Option<String>>,
}
