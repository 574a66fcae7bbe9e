//! Requests to an extension's own server: each is answered once, in time, or not at all.

use super::super::{Desk, hmac_sha256};
use super::Channel;
use crate::clock::{Instant, Millis};
use crate::host::{ChannelId, Effect, ExchangeId, Request, ServiceAnswer, Wake};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The exchange that asks for news (P, "Pull Request from Desk").
pub(super) const PULL: &str = "channel.pull";
/// The exchange that brings a reply (C, "Push Reply from Desk").
pub(super) const PUSH: &str = "channel.push";

/// What Desk keeps of channel sync.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Sync {
    /// In the order of their installation; keys count from 1.
    pub(super) channels: BTreeMap<ChannelId, Channel>,
    pub(super) last_channel: u32,
    /// Requests that wait for their answer.
    open: BTreeMap<ExchangeId, Open>,
    count: u32,
    /// Contacts' IDs, by the extension and the external ID of a person (CH-11).
    pub(super) profiles: BTreeMap<(String, String), String>,
}

/// A request that waits for its answer.
#[derive(Debug, Clone)]
struct Open {
    extension: String,
    exchange: String,
    of: For,
    until: Instant,
}

/// What a request was for.
#[derive(Debug, Clone)]
pub(in super::super) enum For {
    /// News.
    Pull,
    /// A reply, by the IDs of its ticket and thread.
    Push { ticket: String, thread: String },
    /// What became of an installation.
    Callback,
    /// What became of a ticket.
    Webhook,
}

impl Sync {
    pub(super) fn channel(&self, id: ChannelId) -> Option<&Channel> {
        self.channels.get(&id)
    }

    pub(super) fn channel_mut(&mut self, id: ChannelId) -> Option<&mut Channel> {
        self.channels.get_mut(&id)
    }
}

impl Desk {
    pub(in super::super) fn call_endpoint(
        &mut self,
        now: Instant,
        extension: String,
        exchange: &str,
        body: Value,
        of: For,
        out: &mut Vec<Effect>,
    ) {
        self.sync.count += 1;
        let call = ExchangeId(self.sync.count);
        let until = now + self.exchange_limit(exchange);
        self.sync.open.insert(call, Open { extension: extension.clone(), exchange: exchange.to_owned(), of, until });
        // Only callbacks are signed.
        out.push(Effect::applied("REST-11"));
        let request = self.request_of(&extension, exchange, body);
        out.push(Effect::CallEndpoint { call, extension, exchange: exchange.to_owned(), request });
        out.push(Effect::WakeAt { at: until, wake: Wake::ExchangeDeadline(call) });
    }

    /// Where an exchange of an extension's goes; `None` where the extension declares no address for it.
    pub(in super::super) fn address_of(&self, extension: &str, exchange: &str) -> Option<&str> {
        self.installation(extension)?.declared.address(&self.catalog.exchange(exchange)?.address)
    }

    fn request_of(&self, extension: &str, exchange: &str, body: Value) -> Request {
        let documented = self.catalog.exchange(exchange);
        let names_installation = documented.is_some_and(|it| it.query.is_some());
        let query = if names_installation { self.identity(extension) } else { Map::new() };
        let is_signed = documented.is_some_and(|it| it.headers.is_some());
        let headers = if is_signed { self.signature(extension, &body) } else { Map::new() };
        Request {
            method: documented.map_or_else(String::new, |it| it.method.to_string()),
            url: self.address_of(extension, exchange).unwrap_or_default().to_owned(),
            query,
            headers,
            body,
        }
    }

    /// The body as it is sent, hashed with the manifest's secret (derived, Q-43).
    fn signature(&self, extension: &str, body: &Value) -> Map<String, Value> {
        let secret = self.installation(extension).and_then(|it| it.declared.manifest.get("secret")?.as_str()).unwrap_or_default();
        Map::from_iter([("HASH".to_owned(), hmac_sha256(secret.as_bytes(), &body.to_string()).into())])
    }

    /// How long an answer may take: the entry names the limit.
    fn exchange_limit(&self, exchange: &str) -> Millis {
        let limits = self.catalog.exchange(exchange).map(|it| it.limits.as_slice()).unwrap_or_default();
        let limit = limits.iter().find(|id| id.ends_with(".answer.deadline")).and_then(|id| self.catalog.limit(id));
        limit.map_or(Millis::MAX, |limit| limit.value)
    }

    /// The server answers. An answer to what is over changes nothing.
    pub(in super::super) fn exchanged(
        &mut self,
        now: Instant,
        call: ExchangeId,
        answer: Result<ServiceAnswer, String>,
        out: &mut Vec<Effect>,
    ) {
        let Some(open) = self.sync.open.remove(&call) else { return };
        let answer = self.sound_answer(&open.exchange, answer, out);
        self.end_exchange(now, call, open, answer, out);
    }

    /// The server has not answered in time: it is as if it could not be reached (derived, CH-16).
    pub(in super::super) fn exchange_is_late(&mut self, now: Instant, call: ExchangeId, out: &mut Vec<Effect>) {
        if self.sync.open.get(&call).is_none_or(|open| now < open.until) {
            return;
        }
        let Some(open) = self.sync.open.remove(&call) else { return };
        let seconds = self.exchange_limit(&open.exchange) / 1_000;
        let reason = self.catalog.wording(said(&open.exchange, "channel.silent", "server.silent"), &[("seconds", &seconds.to_string())]);
        self.end_exchange(now, call, open, Err(reason), out);
    }

    /// The extension is uninstalled: nothing waits for its server any more.
    pub(in super::super) fn end_exchanges_of(&mut self, now: Instant, extension: &str, out: &mut Vec<Effect>) {
        let calls: Vec<_> = self.sync.open.iter().filter(|(_, open)| open.extension == extension).map(|(call, _)| *call).collect();
        for call in calls {
            let Some(open) = self.sync.open.remove(&call) else { continue };
            let reason = self.catalog.wording("server.uninstalled", &[]);
            self.end_exchange(now, call, open, Err(reason), out);
        }
    }

    fn end_exchange(&mut self, now: Instant, call: ExchangeId, open: Open, answer: Result<Value, String>, out: &mut Vec<Effect>) {
        out.push(Effect::Exchanged { call, exchange: open.exchange.clone(), failed: answer.as_ref().err().cloned() });
        match (open.of, answer) {
            (For::Pull, Ok(news)) => self.import(now, &open.extension, &news, out),
            (For::Pull, Err(_)) => out.push(Effect::Decided { rule: "CH-02", what: "nothing is imported: channelState stays".into() }),
            (For::Push { ticket, thread }, answer) => self.pushed(&ticket, &thread, answer, out),
            (For::Callback, Err(_)) => out.push(Effect::Decided { rule: "PCB-03", what: "what the callback told of stays".into() }),
            (For::Callback | For::Webhook, _) => {}
        }
    }
}

/// What a channel's exchange ends with is said of the channel, any other one's of the server.
pub(super) fn said(exchange: &str, of_channel: &'static str, of_server: &'static str) -> &'static str {
    if exchange.starts_with("channel.") { of_channel } else { of_server }
}
