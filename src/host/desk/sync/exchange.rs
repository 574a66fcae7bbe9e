//! Requests to an extension's own server: each is answered once, in time, or not at all.

use super::super::{Desk, hmac_sha256};
use super::Channel;
use crate::clock::{Instant, Millis};
use crate::host::{ChannelId, Effect, ExchangeId, Request, ServiceAnswer, Wake, as_sent};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The exchange that asks for news (P, "Pull Request from Desk").
pub(super) const PULL: &str = "channel.pull";
/// The exchange that brings a reply (C, "Push Reply from Desk").
pub(super) const PUSH: &str = "channel.push";

/// The exchange that leads the agent's browser to a source (P, "Source Redirection").
pub(super) const REDIRECT: &str = "channel.redirect";
/// The exchange that tells of tickets (P, "Extension webhook").
pub(in super::super) const WEBHOOK: &str = "webhook";

/// What Desk keeps of channel sync.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Sync {
    /// In the order of their installation.
    pub(super) channels: BTreeMap<ChannelId, Channel>,
    /// How many channels there were.
    pub(super) connected: u32,
    /// Requests that wait for their answer.
    pub(super) open: BTreeMap<ExchangeId, Open>,
    count: u32,
    /// The IDs of tickets that channels brought and that were merged into others, by the channel and the external ID.
    pub(super) merged: BTreeMap<(String, String), String>,
    /// Contacts' IDs, by the extension and the external ID of a person (CH-11).
    pub(super) profiles: BTreeMap<(String, String), String>,
}

/// A request that waits for its answer.
#[derive(Debug, Clone)]
pub(super) struct Open {
    pub(super) extension: String,
    pub(super) of: For,
    until: Instant,
}

/// What a request was for.
#[derive(Debug, Clone)]
pub(in super::super) enum For {
    /// News.
    Pull,
    /// A reply, by the IDs of its ticket and thread.
    Push { ticket: String, thread: String },
    /// The agent's browser, which asks with this query.
    Redirect(Map<String, Value>),
    /// An attachment of a thread's.
    Attachment { thread: String, url: String },
    /// What became of an installation, by the exchange's name.
    Callback(String),
    /// What became of a ticket.
    Webhook,
}

impl For {
    /// Its name in the catalogue; none is documented for what is fetched from anywhere.
    fn exchange(&self) -> &str {
        match self {
            Self::Pull => PULL,
            Self::Push { .. } => PUSH,
            Self::Redirect(_) => REDIRECT,
            Self::Attachment { .. } => "",
            Self::Callback(exchange) => exchange,
            Self::Webhook => WEBHOOK,
        }
    }

    /// What is said where nobody answers, by the text's name.
    fn silence(&self) -> &'static str {
        match self {
            Self::Attachment { .. } => "attachment.silent",
            _ => said(self.exchange(), "channel.silent", "server.silent"),
        }
    }
}

impl Desk {
    pub(in super::super) fn call_endpoint(&mut self, now: Instant, extension: String, body: Value, of: For, out: &mut Vec<Effect>) {
        let exchange = of.exchange().to_owned();
        // Only callbacks are signed.
        out.push(Effect::applied("REST-11"));
        let request = self.request_of(&extension, &of, body);
        let call = self.open_exchange(now, &extension, of, out);
        out.push(Effect::CallEndpoint { call, extension, exchange, request });
    }

    /// One more request waits for its answer, until its time is up.
    pub(super) fn open_exchange(&mut self, now: Instant, extension: &str, of: For, out: &mut Vec<Effect>) -> ExchangeId {
        self.sync.count += 1;
        let call = ExchangeId(self.sync.count);
        let until = now + self.time_for(&of);
        out.push(Effect::WakeAt { at: until, wake: Wake::ExchangeDeadline(call) });
        self.sync.open.insert(call, Open { extension: extension.to_owned(), of, until });
        call
    }

    /// Where an exchange of an extension's goes; `None` where the extension declares no address for it.
    pub(in super::super) fn address_of(&self, extension: &str, exchange: &str) -> Option<&str> {
        self.installation(extension)?.declared.address(&self.catalog.exchange(exchange)?.address)
    }

    fn request_of(&self, extension: &str, of: &For, body: Value) -> Request {
        let exchange = of.exchange();
        let documented = self.catalog.exchange(exchange);
        let query = match of {
            For::Redirect(query) => query.clone(),
            _ if documented.is_some_and(|it| it.query.is_some()) => self.identity(extension),
            _ => Map::new(),
        };
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
        Map::from_iter([("HASH".to_owned(), hmac_sha256(secret.as_bytes(), &as_sent(body)).into())])
    }

    /// How long an answer may take: the catalogue's entry names the limit; what is fetched has one of its own.
    fn time_for(&self, of: &For) -> Millis {
        let named = self.catalog.exchange(of.exchange()).map(|it| it.limits.as_slice()).unwrap_or_default();
        let own = named.iter().find(|id| id.ends_with(".answer.deadline")).map_or("channel.attachment.deadline", String::as_str);
        self.catalog.limit(own).map_or(Millis::MAX, |limit| limit.value)
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
        self.end_exchange(now, call, open, answer, out);
    }

    /// The server has not answered in time: it is as if it could not be reached (derived, CH-16).
    pub(in super::super) fn exchange_is_late(&mut self, now: Instant, call: ExchangeId, out: &mut Vec<Effect>) {
        if self.sync.open.get(&call).is_none_or(|open| now < open.until) {
            return;
        }
        let Some(open) = self.sync.open.remove(&call) else { return };
        let seconds = self.time_for(&open.of) / 1_000;
        let reason = self.catalog.wording(open.of.silence(), &[("seconds", &seconds.to_string())]);
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

    pub(super) fn end_exchange(
        &mut self,
        now: Instant,
        call: ExchangeId,
        open: Open,
        answer: Result<ServiceAnswer, String>,
        out: &mut Vec<Effect>,
    ) {
        let exchange = open.of.exchange().to_owned();
        if let For::Attachment { thread, url } = &open.of {
            return self.fetched(call, thread, url, answer, out);
        }
        let answer = match &open.of {
            For::Redirect(_) => self.sent_on(answer),
            For::Push { thread, .. } => {
                let sound = self.sound_answer(&open.extension, &exchange, answer, out);
                sound.and_then(|answer| self.with_an_id_of_its_own(&open.extension, thread, answer, out))
            }
            _ => self.sound_answer(&open.extension, &exchange, answer, out),
        };
        out.push(Effect::Exchanged { call, exchange, failed: answer.as_ref().err().cloned() });
        match (open.of, answer) {
            (For::Pull, Ok(news)) => self.import(now, &open.extension, &news, out),
            (For::Pull, Err(_)) => {
                out.push(Effect::Decided { rule: "CH-02".into(), what: "nothing is imported: channelState stays".into() })
            }
            (For::Redirect(_), Ok(place)) => out.push(Effect::SentOn { call, place: place.as_str().unwrap_or_default().to_owned() }),
            (For::Redirect(_), Err(_)) => {
                out.push(Effect::Decided { rule: "CH-19".into(), what: "the agent's browser stays where it is".into() })
            }
            (For::Push { ticket, thread }, answer) => self.pushed(&open.extension, &ticket, &thread, answer, out),
            (For::Callback(_), Err(_)) => {
                out.push(Effect::Decided { rule: "PCB-03".into(), what: "what the callback told of stays".into() })
            }
            (For::Callback(_) | For::Webhook | For::Attachment { .. }, _) => {}
        }
    }
}

/// What a channel's exchange ends with is said of the channel, any other one's of the server.
pub(super) fn said(exchange: &str, of_channel: &'static str, of_server: &'static str) -> &'static str {
    if exchange.starts_with("channel.") { of_channel } else { of_server }
}
