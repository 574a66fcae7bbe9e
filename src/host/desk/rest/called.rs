use super::super::Desk;
use crate::host::{CalledId, Effect, Request, ServiceAnswer};
use serde_json::json;

impl Desk {
    /// A request comes in; it is answered once, now or when what Desk calls for it has answered.
    pub(in super::super) fn called(&mut self, call: CalledId, request: &Request, out: &mut Vec<Effect>) {
        let message = format!("Desk has no {} {}", request.method, request.url);
        let response = ServiceAnswer::new(404, json!({"errorCode": "URL_NOT_FOUND", "message": message}));
        out.push(Effect::Responded { call, response });
    }

    /// What Desk called for an extension's server has answered.
    pub(in super::super) fn invoked(&mut self, call: CalledId, answer: Result<ServiceAnswer, String>, out: &mut Vec<Effect>) {
        let response = answer.unwrap_or_else(|reason| ServiceAnswer::new(502, json!({"errorCode": "BAD_GATEWAY", "message": reason})));
        out.push(Effect::Responded { call, response });
    }
}
