//! Extensions' own servers that really run: what goes there in the place of what the feature says, and what is kept of it.

use super::stage::Due;
use super::{Happened, Stage};
use crate::catalog::Party;
use crate::clock::Rank;
use crate::extension::{NoAnswer, Outgoing, Server};
use crate::host::{ExchangeId, Input, Request, ServiceAnswer};
use serde_json::{Value, json};

/// What the feature says that a server answers, and what a real one has answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Promised {
    /// The extension's name.
    pub extension: String,
    /// The exchange's name in the catalogue.
    pub exchange: String,
    /// The body that the feature says.
    pub said: Value,
    /// What came; a lowercase fragment where nothing did.
    pub came: Result<ServiceAnswer, String>,
}

impl Stage {
    /// From now on real servers answer for the extensions that they know.
    pub fn connect_server(&mut self, server: Box<dyn Server>) {
        self.server = Some(server);
    }

    /// A step begins, or ends: what real servers have asked of Desk since is answered.
    pub fn answer_servers(&mut self) {
        let Some(mut server) = self.server.take() else { return };
        server.begin();
        server.answer_waiting(&mut |request| self.called_meanwhile(request));
        self.server = Some(server);
        self.run(self.now);
    }

    /// What real servers have answered since, where the feature says it.
    pub fn take_promised(&mut self) -> Vec<Promised> {
        std::mem::take(&mut self.promised)
    }

    /// Desk calls an extension's server: the real one, where there is one; or the feature plays it. A good answer that the feature says is what the
    /// real server must give; any other one, and none, is the network's fault that the feature plays.
    pub(super) fn call_endpoint(&mut self, call: ExchangeId, extension: &str, exchange: &str, request: Request) {
        let real = self.server.as_ref().is_some_and(|server| server.answers(extension));
        let said = (!real || self.endpoints.knows(extension, exchange)).then(|| self.endpoints.answer(extension, exchange));
        let promised = match said {
            Some(Ok(Some(answer))) if real && self.is_good(exchange, &answer) => Some(answer.body),
            Some(played) => {
                let Some(answer) = played.transpose() else { return };
                let after = answer.as_ref().map_or(0, |answer| answer.after);
                return self.later(self.now + after, Rank::Timer, Due::Endpoint(call, answer));
            }
            None => None,
        };
        // Not here: what the server asks of Desk while it is called needs a host whose effects are all carried out.
        let due = Due::Server { call, extension: extension.to_owned(), exchange: exchange.to_owned(), request, promised };
        self.later(self.now, Rank::Timer, due);
    }

    /// Whether an answer is what the documents allow, at once.
    fn is_good(&self, exchange: &str, answer: &ServiceAnswer) -> bool {
        let catalog = self.host().catalog();
        let Some(documented) = catalog.exchange(exchange) else { return false };
        let sound = |body: &crate::catalog::Body| catalog.violations(&body.payload, &answer.body).is_empty();
        // Where no page names a status, a browser is sent on, and any other answer is one of success (derived).
        let good = match (documented.status, documented.caller) {
            (Some(status), _) => status..=status,
            (None, Party::Agent) => 300..=399,
            (None, _) => 200..=299,
        };
        answer.after == 0 && good.contains(&answer.status) && documented.response.as_ref().is_none_or(sound)
    }

    /// The real server is called; the virtual clock stands until it has answered, or its real time is up.
    pub(super) fn call_server(
        &mut self,
        call: ExchangeId,
        extension: String,
        exchange: String,
        request: &Request,
        promised: Option<Value>,
    ) {
        let Some(mut server) = self.server.take() else { return };
        let security_context =
            self.desk().installation(&extension).map(|installation| installation.security_context.clone()).unwrap_or_default();
        let within = self.host().catalog().limit("channel.answer.deadline").map_or(0, |limit| limit.value);
        let outgoing = Outgoing { extension: &extension, security_context: &security_context, request, within };
        let came = server.call(outgoing, &mut |request| self.called_meanwhile(request));
        self.server = Some(server);
        let told = came.clone().map_err(|none| none.reason().to_owned());
        self.trace.add(self.now, Happened::Endpoint(call, told.clone()));
        if let Some(said) = promised {
            self.promised.push(Promised { extension, exchange, said, came: told.clone() });
        }
        // One whose time is up is silent: the host's own deadline decides, as for one that the feature plays.
        if !matches!(came, Err(NoAnswer::Late(_))) {
            self.queue.push_back(Input::EndpointAnswered { call, answer: told });
        }
    }

    /// What a server asks while it is called: nothing that is due beside it happens before it has its answer.
    fn called_meanwhile(&mut self, request: Request) -> ServiceAnswer {
        let (call, before) = self.begin_called(request);
        self.settle();
        self.responded(call, before)
    }

    /// The answer to what a server asked, which stands in the trace behind this place.
    pub(super) fn responded(&self, call: crate::host::CalledId, before: usize) -> ServiceAnswer {
        let of_it = |happened: &Happened| match happened {
            Happened::Host(crate::host::Effect::Responded { call: of, response }) if *of == call => Some(response.clone()),
            _ => None,
        };
        let answer = self.trace.entries[before..].iter().find_map(|entry| of_it(&entry.what));
        answer.unwrap_or_else(|| ServiceAnswer::new(504, json!({"errorCode": "GATEWAY_TIMEOUT", "message": "Desk has no answer"})))
    }
}
