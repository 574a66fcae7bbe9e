//! A channel of an installation, and when it is asked for news (P, "Pull Request from Desk", "Channel State"; CH-01, CH-20 … CH-22).

use super::super::{Desk, Param, Ticket};
use super::exchange::{For, PULL};
use crate::clock::{Instant, Millis};
use crate::host::{ChannelId, Effect, Wake};
use serde_json::{Map, Value};

/// The config param that every channel has (P, "Channel State"; CH-21).
pub const CHANNEL_STATE: &str = "channelState";

/// A channel that an extension brought. A ticket's `channel` is its extension's name (derived).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// The extension's name.
    pub extension: String,
    /// When it is asked for news next; `None` for never (CH-22).
    pub next_pull: Option<Instant>,
}

impl Desk {
    /// The channel of an extension.
    #[must_use]
    pub fn channel(&self, extension: &str) -> Option<&Channel> {
        self.installed_channels().find(|channel| channel.extension == extension)
    }

    /// All channels, in the order of their installation.
    pub fn installed_channels(&self) -> impl Iterator<Item = &Channel> {
        self.sync.channels.values()
    }

    /// The ticket that a channel brought under this external ID, or the one in which that lives on since a merge (derived). The same ID in another
    /// channel is another ticket's (CH-07).
    #[must_use]
    pub fn ticket_of(&self, channel: &str, ext_id: &str) -> Option<&Ticket> {
        let is_it = |ticket: &&Ticket| ticket.ext_id.as_deref() == Some(ext_id) && ticket.text("channel") == channel;
        self.tickets.iter().find(is_it).or_else(|| {
            let merged = self.sync.merged.get(&(channel.to_owned(), ext_id.to_owned()))?;
            self.ticket(self.lives_on_in(merged))
        })
    }

    /// What is merged into another ticket keeps being found by what its service calls it.
    pub(in super::super) fn keep_finding(&mut self, merged: &Ticket) {
        if let Some(ext_id) = &merged.ext_id {
            self.sync.merged.insert((merged.text("channel").to_owned(), ext_id.clone()), merged.id.clone());
        }
    }

    /// A channel begins with its installation: it has a state, and is asked for news from time to time.
    pub(in super::super) fn connect(&mut self, now: Instant, extension: String, out: &mut Vec<Effect>) {
        let brings_channel = self.installation(&extension).is_some_and(|it| it.declared.resources.contains_key("channel"));
        if !brings_channel || self.channel(&extension).is_some() {
            return;
        }
        let pull = self.address_of(&extension, PULL).is_some();
        let state = Param { name: CHANNEL_STATE.into(), mandatory: false, secure: false, value: None };
        self.declare_param(extension.clone(), state);
        out.push(Effect::applied("CH-21"));
        self.stand(&extension, out);
        self.sync.connected += 1;
        let id = ChannelId(self.sync.connected);
        self.sync.channels.insert(id, Channel { extension, next_pull: None });
        if pull {
            self.wake_for_pull(now, id, out);
        } else {
            out.push(Effect::Decided { rule: "CH-22".into(), what: "the channel has no address for pulls: none is made".into() });
        }
    }

    /// A channel ends with its installation: it is pulled no more, and nothing is pushed to it.
    pub(in super::super) fn disconnect(&mut self, extension: &str) {
        self.sync.channels.retain(|_, channel| channel.extension != extension);
        self.sync.profiles.retain(|(of, _), _| of != extension);
    }

    /// One pull, and the next one is planned. A wake that is not of the planned instant is none.
    pub(in super::super) fn pull(&mut self, now: Instant, id: ChannelId, out: &mut Vec<Effect>) {
        let due = |channel: &&Channel| channel.next_pull == Some(now);
        let Some(extension) = self.sync.channels.get(&id).filter(due).map(|channel| channel.extension.clone()) else { return };
        out.push(Effect::applied("CH-01"));
        let request = self.open_params(&extension, out);
        self.call_endpoint(now, extension, request, For::Pull, out);
        self.wake_for_pull(now, id, out);
    }

    fn wake_for_pull(&mut self, now: Instant, id: ChannelId, out: &mut Vec<Effect>) {
        let at = now + self.catalog.limit("channel.pull.interval").map_or(Millis::MAX, |limit| limit.value);
        if let Some(channel) = self.sync.channels.get_mut(&id) {
            channel.next_pull = Some(at);
            out.push(Effect::WakeAt { at, wake: Wake::Pull(id) });
        }
    }

    /// What an extension's own server is told of its config params: all but the secure ones; one without a value is empty (derived).
    pub(super) fn open_params(&self, extension: &str, out: &mut Vec<Effect>) -> Value {
        let params = self.installation(extension).into_iter().flat_map(|installation| &installation.params);
        let (secret, open): (Vec<_>, Vec<_>) = params.partition(|param| param.secure);
        if !secret.is_empty() {
            out.push(Effect::applied("CH-20"));
        }
        let told = |param: &Param| (param.name.clone(), param.value.clone().unwrap_or_default().into());
        Value::Object(open.into_iter().map(told).collect::<Map<_, _>>())
    }

    /// A good answer may bring a new channelState; without one, the old one stays (CH-02).
    pub(super) fn keep_state(&mut self, extension: &str, answer: &Value, out: &mut Vec<Effect>) {
        out.push(Effect::applied("CH-02"));
        let Some(state) = answer.get(CHANNEL_STATE).and_then(Value::as_str) else { return };
        let params = self.installations.get_mut(extension).into_iter().flat_map(|installation| &mut installation.params);
        params.filter(|param| param.name == CHANNEL_STATE).for_each(|param| param.value = Some(state.to_owned()));
    }
}
