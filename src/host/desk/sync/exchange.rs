//! Requests to an extension's own server: each is answered once, in time, or not at all.

use super::super::Desk;
use super::Channel;
use crate::clock::{Instant, Millis};
use crate::host::{ChannelId, Effect, ExchangeId, Request, ServiceAnswer, Wake};
use serde_json::Value;
use std::collections::BTreeMap;

/// The exchange that asks for news (P, "Pull Request from Desk").
pub(super) const PULL: &str = "channel.pull";
/// The exchange that brings a reply (C, "Push Reply from Desk").
pub(super) const PUSH: &str = "channel.push";

/// What Desk keeps of channel sync.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Sync {
    /// In the order of their installation; keys count from 1.
    pub(super) channels: Vec<Channel>,
    /// Requests that wait for their answer.
    pub(super) open: BTreeMap<ExchangeId, Open>,
    count: u32,
    /// Contacts' IDs, by the extension and the external ID of a person (CH-11).
    pub(super) profiles: BTreeMap<(String, String), String>,
}

/// A request that waits for its answer.
#[derive(Debug, Clone)]
pub(super) struct Open {
    extension: String,
    exchange: &'static str,
    of: For,
    until: Instant,
}

/// What a request was for.
#[derive(Debug, Clone)]
pub(super) enum For {
    /// News.
    Pull,
    /// A reply, by the IDs of its ticket and thread.
    Push { ticket: String, thread: String },
}

impl Sync {
    pub(super) fn channel(&self, id: ChannelId) -> Option<&Channel> {
        self.channels.get(usize::try_from(id.0).ok()?.checked_sub(1)?)
    }

    pub(super) fn channel_mut(&mut self, id: ChannelId) -> Option<&mut Channel> {
        self.channels.get_mut(usize::try_from(id.0).ok()?.checked_sub(1)?)
    }
}

impl Desk {
    pub(super) fn call_endpoint(
        &mut self,
        now: Instant,
        extension: String,
        exchange: &'static str,
        body: Value,
        of: For,
        out: &mut Vec<Effect>,
    ) {
        self.sync.count += 1;
        let call = ExchangeId(self.sync.count);
        let until = now + self.exchange_limit();
        self.sync.open.insert(call, Open { extension: extension.clone(), exchange, of, until });
        let request = self.request_of(&extension, exchange, body);
        out.push(Effect::CallEndpoint { call, extension, exchange: exchange.to_owned(), request });
        out.push(Effect::WakeAt { at: until, wake: Wake::ExchangeDeadline(call) });
    }

    /// Where an exchange of an extension's goes; `None` where the extension declares no address for it.
    pub(super) fn address_of(&self, extension: &str, exchange: &str) -> Option<&str> {
        self.installation(extension)?.declared.address(&self.catalog.exchange(exchange)?.address)
    }

    fn request_of(&self, extension: &str, exchange: &str, body: Value) -> Request {
        let documented = self.catalog.exchange(exchange);
        let query = documented.is_some_and(|it| it.query.is_some()).then(|| self.identity(extension)).unwrap_or_default();
        Request {
            method: documented.map_or_else(String::new, |it| it.method.to_string()),
            url: self.address_of(extension, exchange).unwrap_or_default().to_owned(),
            query,
            headers: serde_json::Map::new(),
            body,
        }
    }

    fn exchange_limit(&self) -> Millis {
        self.catalog.limit("channel.answer.deadline").map_or(Millis::MAX, |limit| limit.value)
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
        let answer = self.sound_answer(&open.extension, open.exchange, answer, out);
        self.end_exchange(now, call, open, answer, out);
    }

    /// The server has not answered in time: it is as if it could not be reached (derived, CH-16).
    pub(in super::super) fn exchange_is_late(&mut self, now: Instant, call: ExchangeId, out: &mut Vec<Effect>) {
        if self.sync.open.get(&call).is_none_or(|open| now < open.until) {
            return;
        }
        let Some(open) = self.sync.open.remove(&call) else { return };
        let seconds = self.exchange_limit() / 1_000;
        let reason = self.catalog.wording("channel.silent", &[("seconds", &seconds.to_string())]);
        self.end_exchange(now, call, open, Err(reason), out);
    }

    pub(super) fn end_exchange(
        &mut self,
        now: Instant,
        call: ExchangeId,
        open: Open,
        answer: Result<Value, String>,
        out: &mut Vec<Effect>,
    ) {
        let answer = match &open.of {
            For::Push { thread, .. } => answer.and_then(|answer| self.free_answer(now, &open.extension, thread, answer, out)),
            For::Pull => answer,
        };
        out.push(Effect::Exchanged { call, exchange: open.exchange.to_owned(), failed: answer.as_ref().err().cloned() });
        match (open.of, answer) {
            (For::Pull, Ok(news)) => self.import(now, &open.extension, &news, out),
            (For::Pull, Err(_)) => out.push(Effect::Decided { rule: "CH-02", what: "nothing is imported: channelState stays".into() }),
            (For::Push { ticket, thread }, answer) => self.pushed(&ticket, &thread, answer, out),
        }
    }
}
