//! Callbacks: how an extension's server answers them, and what came of them.

use super::heard::count;
use super::meant::meant_one_of;
use super::scenario::Failed;
use super::server::Oddly;
use super::{Outcome, Scenario, Span};
use crate::compare::Options;
use crate::host::desk::hmac_sha256;
use crate::host::{Effect, ExchangeId, Request, ServiceAnswer, as_sent};
use crate::stage::{Answer, Happened, Scripted};
use serde_json::Value;
use std::convert::Infallible;
use std::str::FromStr;

/// A callback, as a sentence and the manifest say it: `onInstall`.
#[derive(Debug, Clone, PartialEq, Eq, cucumber::Parameter)]
#[param(name = "callback", regex = "on[A-Za-z]+")]
pub struct Callback(
    /// As it was written.
    pub String,
);

impl FromStr for Callback {
    type Err = Infallible;

    fn from_str(word: &str) -> Result<Self, Infallible> {
        Ok(Self(word.to_owned()))
    }
}

impl Scenario {
    /// Refuses a callback that the pages do not have.
    pub(super) fn known_callback(&mut self, Callback(event): &Callback) -> Result<String, Failed> {
        let catalog = std::sync::Arc::clone(&self.catalog);
        let known: Vec<_> = catalog.exchanges().filter_map(|it| it.name.strip_prefix("callback.")).collect();
        if known.contains(&event.as_str()) {
            return Ok(event.clone());
        }
        self.wrong(format!("there is no callback {event}"), meant_one_of(event, &known))
    }

    /// From now on an extension's server answers a callback with a status.
    pub fn callback_answers_status(&mut self, extension: &str, callback: &Callback, status: i64) -> Outcome {
        let status = self.http_status(status)?;
        self.callback_answers(extension, callback, Some(Ok(ServiceAnswer::new(status, Value::Null))))
    }

    /// From now on an extension's server answers a callback after a while.
    pub fn callback_answers_after(&mut self, extension: &str, callback: &Callback, span: Span) -> Outcome {
        let after = self.millis(span)?;
        self.callback_answers(extension, callback, Some(Ok(ServiceAnswer { after, ..ServiceAnswer::new(200, Value::Null) })))
    }

    /// From now on an extension's server never answers a callback.
    pub fn callback_is_silent(&mut self, extension: &str, callback: &Callback) -> Outcome {
        self.callback_answers(extension, callback, None)
    }

    fn callback_answers(&mut self, extension: &str, callback: &Callback, answer: Answer) -> Outcome {
        let event = self.known_callback(callback)?;
        self.stage.endpoints.set(extension, &format!("callback.{event}"), Scripted::once(answer));
        Ok(())
    }

    /// Since the last action a callback was called so often.
    pub fn expect_called_back(&mut self, extension: &str, callback: &Callback, times: usize) -> Outcome {
        let found = self.called_back(extension, callback)?.len();
        self.expect(found == times, || {
            let (found, wanted) = (count(found as u64), count(times as u64));
            format!("the callback {} of \"{extension}\" is called {found}, not {wanted}", callback.0)
        })
    }

    /// Since the last action a callback was called once, with what the fixture says.
    pub fn expect_callback_with(&mut self, extension: &str, callback: &Callback, fixture: &str) -> Outcome {
        let request = self.one_callback(extension, callback)?;
        self.matches("the callback", fixture, &request.body, Options::default())
    }

    /// Since the last action a callback was called once, with a HASH that this secret makes of its body.
    pub fn expect_signed(&mut self, extension: &str, callback: &Callback, secret: &str) -> Outcome {
        let request = self.one_callback(extension, callback)?;
        let wanted = hmac_sha256(secret.as_bytes(), &as_sent(&request.body));
        self.expect(request.header("HASH") == Some(&wanted), || {
            format!("the callback {} of \"{extension}\" is not signed with \"{secret}\"", callback.0)
        })
    }

    /// The server has Desk make a request, with the orgId and the securityContext that a callback brought.
    pub fn server_invokes_as_told(&mut self, extension: &str, line: &str, callback: &Callback) -> Outcome {
        let (org_id, context) = self.brought_by(extension, callback)?;
        self.server_invokes(extension, line, false, Oddly::Brought { org_id: &org_id, context: &context })
    }

    /// The orgId and the securityContext that the last call of a callback in the whole scenario brought.
    pub(super) fn brought_by(&mut self, extension: &str, callback: &Callback) -> Result<(String, String), Failed> {
        let event = self.known_callback(callback)?;
        self.ever_known(extension)?;
        let Some((_, _, request)) = self.all_callbacks(extension).into_iter().rfind(|(_, of, _)| *of == event) else {
            let first = format!("say `Given the extension \"{extension}\" declares the callback {event}`");
            let help = format!("{first}, then what it follows: `deskspec explain callback.{event}` has it");
            return self.wrong(format!("the callback {event} of \"{extension}\" has not been called"), help);
        };
        let text = |name: &str| match request.body.get(name) {
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => String::new(),
        };
        Ok((text("orgId"), text("securityContext")))
    }

    /// In the whole scenario an extension was called back in this order.
    pub fn expect_callbacks(&mut self, extension: &str) -> Outcome {
        let wanted = self.column()?;
        for event in &wanted {
            self.known_callback(&Callback(event.clone()))?;
        }
        self.ever_known(extension)?;
        let found: Vec<_> = self.all_callbacks(extension).into_iter().map(|(_, event, _)| event).collect();
        self.expect(found == wanted, || format!("the callbacks of \"{extension}\" are {found:?}, not {wanted:?}"))
    }

    /// In the whole scenario no callback of an extension had this text in it, wherever.
    pub fn expect_in_no_callback(&mut self, extension: &str, text: &str) -> Outcome {
        self.ever_known(extension)?;
        let has = |request: &Request| {
            let parts = [Value::Object(request.query.clone()), Value::Object(request.headers.clone()), request.body.clone()];
            request.url.contains(text) || parts.iter().any(|part| part.to_string().contains(text))
        };
        let found = self.all_callbacks(extension).into_iter().find(|(_, _, request)| has(request)).map(|(_, event, _)| event);
        self.expect(found.is_none(), || format!("the callback {} of \"{extension}\" carries \"{text}\"", found.unwrap_or_default()))
    }

    /// The last call of a callback came to nothing, and this is why.
    pub fn expect_callback_failed(&mut self, extension: &str, callback: &Callback, reason: &str) -> Outcome {
        let event = self.known_callback(callback)?;
        let last = self.all_callbacks(extension).into_iter().rfind(|(_, of, _)| *of == event).map(|(call, _, _)| call);
        let end = self.end_of(last).map(Option::unwrap_or_default);
        if end.as_deref() == Some(reason) {
            self.claim_answers(extension, &format!("callback.{event}"));
        }
        self.expect(end.as_deref() == Some(reason), || {
            format!("the callback {event} of \"{extension}\" has not failed with \"{reason}\" but ended with {end:?}")
        })
    }

    /// Since the last action a callback was called once, and the server has taken it.
    pub fn expect_callback_taken(&mut self, extension: &str, callback: &Callback) -> Outcome {
        self.expect_called_back(extension, callback, 1)?;
        let event = self.known_callback(callback)?;
        let last = self.all_callbacks(extension).into_iter().rfind(|(_, of, _)| *of == event).map(|(call, _, _)| call);
        match self.end_of(last) {
            Some(None) => Ok(()),
            Some(Some(reason)) => self.unmet(format!("the server of \"{extension}\" has not taken the callback {event}: {reason}")),
            None => self.unmet(format!("the server of \"{extension}\" has not taken the callback {event}: it has not answered yet")),
        }
    }

    /// How an exchange ended, with the reason where it came to nothing; `None` while it is open.
    fn end_of(&self, exchange: Option<ExchangeId>) -> Option<Option<String>> {
        let of_it = |happened: &Happened| match happened {
            Happened::Host(Effect::Exchanged { call, failed, .. }) if Some(*call) == exchange => Some(failed.clone()),
            _ => None,
        };
        self.stage.trace.entries.iter().find_map(|entry| of_it(&entry.what))
    }

    fn one_callback(&mut self, extension: &str, callback: &Callback) -> Result<Request, Failed> {
        self.expect_called_back(extension, callback, 1)?;
        Ok(self.called_back(extension, callback)?.remove(0))
    }

    fn called_back(&mut self, extension: &str, callback: &Callback) -> Result<Vec<Request>, Failed> {
        let event = self.known_callback(callback)?;
        self.ever_known(extension)?;
        let calls = self.stage.trace.effects().filter_map(|effect| callback_in(effect, extension));
        Ok(calls.filter(|(_, of, _)| *of == event).map(|(_, _, request)| request).collect())
    }

    fn all_callbacks(&self, extension: &str) -> Vec<(ExchangeId, String, Request)> {
        let effects = self.stage.trace.entries.iter().filter_map(|entry| match &entry.what {
            Happened::Host(effect) => Some(effect),
            _ => None,
        });
        effects.filter_map(|effect| callback_in(effect, extension)).collect()
    }
}

fn callback_in(effect: &Effect, of: &str) -> Option<(ExchangeId, String, Request)> {
    match effect {
        Effect::CallEndpoint { call, extension, exchange, request } if extension == of => {
            Some((*call, exchange.strip_prefix("callback.")?.to_owned(), request.clone()))
        }
        _ => None,
    }
}
