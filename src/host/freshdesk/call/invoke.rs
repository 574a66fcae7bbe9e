//! `client.request.invoke(…)`: a page calls a function of its app's server, which answers with renderData (derived from what real apps do).

use super::super::{Due, Freshdesk};
use super::calling::{Calling, Done, Refused};
use crate::clock::Instant;
use crate::host::{CallId, Effect, HandlerAnswer, How, Reply, RequestId, WidgetId};
use serde_json::{Map, Value, json};

/// A page that waits for a function of its server's.
#[derive(Debug, Clone)]
pub(in super::super) struct Invoked {
    widget: WidgetId,
    request: RequestId,
    function: String,
}

impl Freshdesk {
    /// `client.request.invoke(function, data)`
    pub(super) fn invoke(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let Some(server) = self.server(&calling.app).filter(|id| self.widgets.get(id).is_some_and(|server| server.alive)) else {
            return Err(self.refused(404, "invoke.no-server", &[]));
        };
        let (function, mut payload) = (calling.text(0).to_owned(), calling.object(1));
        payload.insert("iparams".into(), self.app(&calling.app).and_then(|app| app.iparams.clone()).unwrap_or_default().into());
        let call = self.arbitration.call_aside(server);
        out.push(Effect::WakeAt { at: calling.now + self.deadline(), wake: Due::Invoked(call).into() });
        out.push(Effect::AskHook { call, widget: server, hook: function.clone(), payload: payload.into() });
        self.invoked.insert(call, Invoked { widget: calling.widget, request: calling.request, function });
        Ok(None)
    }

    /// The server answers a page; `false` where no page waits for this.
    pub(in super::super) fn invocation_answered(&mut self, call: CallId, answers: &[HandlerAnswer], out: &mut Vec<Effect>) -> bool {
        let Some(invoked) = self.invoked.remove(&call) else { return false };
        let failed = || self.refused(500, "invoke.failed", &[("function", &invoked.function)]);
        let reply = match answers.first().map(|answer| (answer.how, answer.value.clone())) {
            Some((How::Resolved | How::Returned, response)) => Ok(json!({"requestID": call.0.to_string(), "response": response})),
            Some((How::Rejected, Some(error))) => Err(said(call, error)),
            Some((How::Rejected | How::Threw, _)) | None => Err(refusal(call, &failed())),
        };
        invoked.reply(reply, out);
        true
    }

    /// The server has not answered a page in its time (FD-16).
    pub(in super::super) fn invocation_is_late(&mut self, now: Instant, call: CallId, out: &mut Vec<Effect>) {
        let Some(invoked) = self.invoked.remove(&call) else { return };
        let seconds = (self.deadline() / 1_000).to_string();
        let late = self.refused(504, "invoke.late", &[("function", &invoked.function), ("seconds", &seconds)]);
        let what = format!("{} has not answered until {now}", invoked.function);
        out.push(Effect::Decided { rule: "FD-16".into(), what });
        invoked.reply(Err(refusal(call, &late)), out);
    }
}

impl Invoked {
    fn reply(self, reply: Result<Value, Value>, out: &mut Vec<Effect>) {
        let reply = reply.map_or_else(Reply::Reject, Reply::Resolve);
        out.push(Effect::Reply { widget: self.widget, request: self.request, reply });
    }
}

/// The error that a server rendered, as its page reads it.
fn said(call: CallId, error: Value) -> Value {
    let mut told = match error {
        Value::Object(error) => error,
        other => Map::from_iter([("message".to_owned(), other)]),
    };
    told.insert("requestID".into(), call.0.to_string().into());
    told.into()
}

fn refusal(call: CallId, refused: &Refused) -> Value {
    json!({"requestID": call.0.to_string(), "status": refused.status, "message": refused.message})
}
