//! Why Desk does not do what a request asks for.

use super::super::Desk;
use crate::catalog::Violation;
use crate::host::{Effect, ServiceAnswer};
use serde_json::json;
use std::borrow::Cow;

/// A request is refused: nothing has changed.
#[derive(Debug)]
pub(in super::super) struct Refusal {
    rule: Cow<'static, str>,
    status: u16,
    message: String,
}

impl Refusal {
    /// Ends a message with what may be meant.
    pub(super) fn hint(mut self, near: Option<&str>) -> Self {
        if let Some(near) = near {
            self.message = format!("{} Did you mean {near}?", self.message);
        }
        self
    }

    /// The rule that decides, and what the extension reads.
    pub(in super::super) fn told(self) -> (String, String) {
        (self.rule.into_owned(), self.message)
    }

    /// What the extension's server reads; the rule that decides is told.
    pub(super) fn answer(self, out: &mut Vec<Effect>) -> ServiceAnswer {
        out.push(Effect::Decided { rule: self.rule, what: self.message.clone() });
        ServiceAnswer::new(self.status, json!({"errorCode": code(self.status), "message": self.message}))
    }
}

/// The pages name no error codes: these are in the words of HTTP (derived).
fn code(status: u16) -> &'static str {
    match status {
        401 => "UNAUTHORIZED",
        403 => "FORBIDDEN",
        404 => "URL_NOT_FOUND",
        405 => "METHOD_NOT_ALLOWED",
        422 => "INVALID_DATA",
        502 => "BAD_GATEWAY",
        _ => "BAD_REQUEST",
    }
}

impl Desk {
    /// A refusal in the words of one of the host's own texts.
    pub(super) fn refusal(&self, rule: impl Into<Cow<'static, str>>, status: u16, message: &str, values: &[(&str, &str)]) -> Refusal {
        Refusal { rule: rule.into(), status, message: self.catalog.wording(message, values) }
    }

    /// Refuses what is not as the pages document it: names the first place.
    pub(super) fn sound(&self, rule: impl Into<Cow<'static, str>>, found: &[Violation]) -> Result<(), Refusal> {
        match found.first() {
            Some(first) => Err(self.refusal(rule, 422, "rest.shape", &[("fault", &first.to_string())])),
            None => Ok(()),
        }
    }
}
