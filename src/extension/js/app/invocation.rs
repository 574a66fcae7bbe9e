use super::super::shared::{Out, Shared};
use super::engine::AppEngine;
use crate::clock::Instant;
use crate::extension::{Act, Ask, Defect, DefectKind, HandlerAnswer, How, Place};
use crate::host::{CallId, RequestId};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::rc::Rc;

/// One run of server.js for one event, hook or called function; of its own opening, without a handler.
pub(super) struct Invocation {
    pub(super) engine: AppEngine,
    pub(super) shared: Rc<Shared>,
    /// The event, the hook or the function.
    pub(super) name: Option<String>,
    /// When the host waits for it no longer.
    pub(super) until: Instant,
    /// Who waits for `renderData()`.
    pub(super) awaited: Option<Awaited>,
    /// What it has asked the host, by the host's key.
    pub(super) asked: BTreeMap<RequestId, Asked>,
}

/// Who waits for `renderData()`.
#[derive(Clone, Copy)]
pub(super) struct Awaited {
    pub(super) call: CallId,
    /// Whether the platform itself asks: what it reads of an error is its message.
    pub(super) is_hook: bool,
}

/// A call of the host's that waits for its answer.
pub(super) struct Asked {
    /// As the sandbox knows it.
    pub(super) id: u32,
    name: String,
    at: Option<Place>,
}

impl Invocation {
    /// Whether anything can come of it still.
    pub(super) fn waits(&self) -> bool {
        self.awaited.is_some() || !self.asked.is_empty()
    }

    /// What it has done, as acts.
    pub(super) fn collect(&mut self, last_request: &mut u32) -> Vec<Act> {
        let mut acts = Vec::new();
        for out in self.shared.out.take() {
            match out {
                Out::Message(message, at) => acts.extend(self.message(&message, at, last_request)),
                Out::Log(level, text) => acts.push(Act::Log { level, text }),
                Out::Defect(defect) => acts.push(Act::Defect(defect)),
                // Only pages have these.
                Out::Timer { .. } | Out::Load { .. } | Out::Fetch { .. } | Out::Fetched(..) | Out::Ready(_) => {}
            }
        }
        acts
    }

    fn message(&mut self, message: &Json, at: Option<Place>, last_request: &mut u32) -> Option<Act> {
        if let Some(call) = message["call"].as_str() {
            *last_request += 1;
            let (request, id) = (RequestId(*last_request), u32::try_from(message["id"].as_u64()?).ok()?);
            self.asked.insert(request, Asked { id, name: call.to_owned(), at: at.clone() });
            return Some(ask(request, call, &message["given"], at));
        }
        let answer = match (message.get("render"), self.awaited) {
            (Some(given), None) => {
                *last_request += 1;
                return Some(ask(RequestId(*last_request), "renderData", given, at));
            }
            (Some(given), Some(awaited)) => rendered(given, awaited.is_hook),
            (None, _) => HandlerAnswer { how: How::Threw, value: None },
        };
        self.awaited.take().map(|awaited| Act::Answer { call: awaited.call, answers: vec![answer] })
    }

    /// It waits still, and the host does no longer.
    pub(super) fn cut(&self, seconds: u64) -> Defect {
        let first = self.asked.values().next();
        let what =
            first.map_or_else(|| "renderData() has not been called".to_owned(), |asked| format!("{} is not answered yet", asked.name));
        let text = format!("waited past the {seconds} s that a handler has, and was cut: {what}; end earlier");
        Defect { kind: DefectKind::TooLong, text, at: first.and_then(|asked| asked.at.clone()), handler: self.name.clone() }
    }
}

fn ask(request: RequestId, name: &str, given: &Json, at: Option<Place>) -> Act {
    let given = given.as_array().cloned().unwrap_or_default();
    Act::Ask { request, ask: Ask::Call { name: name.to_owned(), given }, at }
}

/// What `renderData(error, data)` answers (FD-15).
fn rendered(given: &Json, is_hook: bool) -> HandlerAnswer {
    let (error, data) = (&given[0], given.get(1).filter(|data| !data.is_null()).cloned());
    let is_error = !matches!(error, Json::Null | Json::Bool(false)) && error != "";
    match (is_error, is_hook) {
        (false, _) => HandlerAnswer { how: How::Resolved, value: data },
        (true, false) => HandlerAnswer { how: How::Rejected, value: Some(error.clone()) },
        (true, true) => {
            let message = error.get("message").unwrap_or(error);
            HandlerAnswer { how: How::Rejected, value: Some(json!({"msg": message})) }
        }
    }
}
