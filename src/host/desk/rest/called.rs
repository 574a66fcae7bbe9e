//! A request comes in and is answered once: now, or when what Desk calls for it has answered.

use super::super::Desk;
use super::refusal::Refusal;
use crate::clock::Instant;
use crate::host::{CalledId, Effect, Request, ServiceAnswer};
use serde_json::{Value, json};

impl Desk {
    /// A request of an extension's server.
    pub(in super::super) fn called(&mut self, now: Instant, call: CalledId, request: &Request, out: &mut Vec<Effect>) {
        let response = match self.answered_call(now, call, request, out) {
            Ok(None) => return,
            Ok(Some(response)) => response,
            Err(refusal) => refusal.answer(out),
        };
        out.push(Effect::Responded { call, response });
    }

    /// The answer; none yet where Desk calls somebody for it.
    fn answered_call(
        &mut self,
        now: Instant,
        call: CalledId,
        request: &Request,
        out: &mut Vec<Effect>,
    ) -> Result<Option<ServiceAnswer>, Refusal> {
        match self.route(&request.method, &request.url)?.exchange.through {
            Some(_) => self.own_call(now, request, out).map(Some),
            None => self.invoke(now, call, request, out),
        }
    }

    /// What Desk called for an extension's server has answered.
    pub(in super::super) fn invoked(&mut self, call: CalledId, answer: Result<ServiceAnswer, String>, out: &mut Vec<Effect>) {
        let response = match answer {
            Ok(answer) => passed_on(&answer, out),
            Err(reason) => self.refusal("REST-01", 502, "rest.unreachable", &[("reason", &reason)]).answer(out),
        };
        out.push(Effect::Responded { call, response });
    }
}

/// What invoke answers of an answer: its status, its body as text and its headers as text.
pub(super) fn passed_on(answer: &ServiceAnswer, out: &mut Vec<Effect>) -> ServiceAnswer {
    let response = match &answer.body {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let headers = Value::Object(answer.headers.clone()).to_string();
    let told = json!({"statusCode": answer.status, "response": response, "responseHeaders": headers});
    out.push(Effect::Applied { rules: ["REST-01", "Q-41", "Q-42"].map(str::to_owned).into() });
    out.push(Effect::Served { exchange: "invoke".into(), answer: told.clone() });
    ServiceAnswer::new(200, told)
}
