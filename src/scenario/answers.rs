//! What Desk answered an extension's server, what it keeps for it, and what it called for it.

use super::heard::count;
use super::scenario::Failed;
use super::{Brought, Outcome, Scenario};
use crate::compare::Options;
use crate::host::desk::Stored;
use crate::host::{Effect, ServiceAnswer, ServiceCall};
use crate::stage::Happened;
use serde_json::{Value, json};

impl Scenario {
    /// What the server asked for was answered so: the answer's status is this, its body what is brought.
    pub fn expect_answer(&mut self, status: i64, with: Brought<'_>) -> Outcome {
        let (found, body) = self.answer()?;
        self.expect(status == i64::from(found), || format!("Desk answers {found} with {body}, not {status}"))?;
        match with {
            Brought::Nothing => Ok(()),
            Brought::Fixture(name) => self.matches("the answer", name, &body, Options::default()),
            Brought::DocString => self.matches_inline("the answer", &body, Options::default()),
        }
    }

    /// What the server asked for was answered with this status and this message.
    pub fn expect_answer_says(&mut self, status: i64, message: &str) -> Outcome {
        self.expect_answer(status, Brought::Nothing)?;
        let (_, body) = self.answer()?;
        self.says(&body, message)
    }

    /// The call itself was refused, with this status and this message.
    pub fn expect_refusal(&mut self, status: i64, message: &str) -> Outcome {
        let answer = self.whole_answer()?;
        let (found, body) = (answer.status, answer.body);
        self.expect(status == i64::from(found), || format!("Desk answers the call {found} with {body}, not {status}"))?;
        self.says(&body, message)
    }

    /// The whole answer to the last call is what the doc string says.
    pub fn expect_whole_answer(&mut self) -> Outcome {
        let answer = self.whole_answer()?;
        self.matches_inline("the answer to the call", &answer.body, Options::default())
    }

    fn says(&mut self, body: &Value, message: &str) -> Outcome {
        let found = body.get("message").and_then(Value::as_str).unwrap_or_default().to_owned();
        let named = body.get("errorCode").is_some_and(Value::is_string);
        self.expect(found == message && named, || format!("Desk says \"{found}\", not \"{message}\""))
    }

    fn whole_answer(&mut self) -> Result<ServiceAnswer, Failed> {
        let of_call = |happened: &Happened| match happened {
            Happened::Host(Effect::Responded { response, .. }) => Some(response.clone()),
            _ => None,
        };
        match self.stage.trace.entries.iter().rev().find_map(|entry| of_call(&entry.what)) {
            Some(answer) => Ok(answer),
            None => self.wrong("no server has asked anything of Desk", "say `When the server of \"…\" invokes \"GET https://…\"` before"),
        }
    }

    /// What came of the last call: where invoke passed an answer on, that one's status and body.
    fn answer(&mut self) -> Result<(u16, Value), Failed> {
        let whole = self.whole_answer()?;
        let passed = whole.body.get("statusCode").and_then(Value::as_u64).and_then(|status| u16::try_from(status).ok());
        let Some(status) = passed else { return Ok((whole.status, whole.body)) };
        let text = whole.body.get("response").and_then(Value::as_str).unwrap_or_default();
        Ok((status, serde_json::from_str(text).unwrap_or_else(|_| if text.is_empty() { Value::Null } else { text.into() })))
    }

    /// The storage of an extension is what the fixture says: all objects, in the order in which they came.
    pub fn expect_storage(&mut self, extension: &str, fixture: &str) -> Outcome {
        let storage: Value = self.storage(extension)?.iter().map(Stored::told).collect();
        self.matches("the storage", fixture, &storage, Options::default())
    }

    /// An extension has so many logs that have not expired.
    pub fn expect_logs(&mut self, extension: &str, wanted: i64) -> Outcome {
        let found = self.stage.desk().logs(extension, self.stage.now()).count();
        self.expect(i64::try_from(found) == Ok(wanted), || format!("\"{extension}\" has {found} logs, not {wanted}"))
    }

    /// Since the last action Desk made one such request for a server, with what the doc string has of its headers and body.
    pub fn expect_service_gets(&mut self, line: &str, with: bool) -> Outcome {
        let invoked = |effect: &Effect| match effect {
            Effect::Invoke { request, .. } | Effect::CallService { call: request, .. } => Some(request.clone()),
            _ => None,
        };
        let all: Vec<ServiceCall> = self.stage.trace.effects().filter_map(invoked).collect();
        let lines: Vec<_> = all.iter().map(|call| format!("{} {}", call.method, call.url)).collect();
        let hits = lines.iter().filter(|found| *found == line).count();
        self.expect(hits == 1, || format!("{line} was sent {}, instead of once; what was sent is {lines:?}", count(hits as u64)))?;
        match all.iter().zip(&lines).find(|(_, found)| *found == line) {
            Some((call, _)) if with => {
                let told = json!({"headers": call.headers, "body": call.body});
                self.matches_inline("the request", &told, Options { containing: true, ..Options::default() })
            }
            _ => Ok(()),
        }
    }

    /// Since the last action Desk made no request for a server.
    pub fn expect_no_service(&mut self) -> Outcome {
        let found =
            self.stage.trace.effects().filter(|effect| matches!(effect, Effect::Invoke { .. } | Effect::CallService { .. })).count();
        self.expect(found == 0, || format!("a service was called {}", count(found as u64)))
    }
}
