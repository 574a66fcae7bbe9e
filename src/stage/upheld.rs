//! What holds in every scenario that has a channel, whatever its feature expects. None of it depends on what an extension's server answers: an
//! answer that would break it is refused, or joins what is there. So a breach is a bug of ours, never one of the extension's or the feature's.

use super::{Happened, Trace};
use crate::host::desk::{CHANNEL_STATE, Customer, Delivery, Desk, Module, Ticket};
use crate::host::{Effect, Host, Input, Wake};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What a failed exchange may not change.
#[derive(Debug)]
pub(super) struct Before {
    tickets: Vec<Ticket>,
    contacts: Vec<Customer>,
    states: BTreeMap<String, Option<String>>,
}

impl Before {
    /// What there is before an exchange ends; nothing where none can end by this input.
    pub(super) fn of(host: Host<'_>, input: &Input) -> Option<Self> {
        let Host::Desk(desk) = host else { return None };
        let ends = matches!(input, Input::EndpointAnswered { .. } | Input::Restart | Input::Due { wake: Wake::ExchangeDeadline(_) });
        (ends && desk.installed_channels().next().is_some()).then(|| Self::now(desk))
    }

    fn now(desk: &Desk) -> Self {
        let mut tickets = desk.tickets().to_vec();
        // How far a reply is, is all that a failed push changes.
        tickets.iter_mut().flat_map(|ticket| &mut ticket.threads).for_each(|thread| thread.synced.delivery = None);
        let states = desk.installed_channels().map(|channel| (channel.extension.clone(), state(desk, &channel.extension))).collect();
        Self { tickets, contacts: desk.customers_in(Module::Contact).cloned().collect(), states }
    }

    /// What an exchange has changed though it came to nothing: import is all or nothing (CH-03), and channelState stays (CH-02).
    pub(super) fn broken_by(&self, host: Host<'_>, effects: &[Effect]) -> Vec<String> {
        let Host::Desk(desk) = host else { return Vec::new() };
        let ended = |effect: &Effect| match effect {
            Effect::Exchanged { failed, .. } => Some(failed.is_some()),
            _ => None,
        };
        let ends: Vec<_> = effects.iter().filter_map(ended).collect();
        if ends.is_empty() || ends.contains(&false) {
            return Vec::new();
        }
        let after = Self::now(desk);
        let mut broken = Vec::new();
        if self.tickets != after.tickets || self.contacts != after.contacts {
            broken.push("CH-03: a failed exchange has changed tickets, threads or contacts".to_owned());
        }
        if self.states != after.states {
            broken.push("CH-02: a failed exchange has moved channelState".to_owned());
        }
        broken
    }
}

fn state(desk: &Desk, extension: &str) -> Option<String> {
    let params = desk.installation(extension).map(|installation| installation.params.as_slice()).unwrap_or_default();
    params.iter().find(|param| param.name == CHANNEL_STATE).and_then(|param| param.value.clone())
}

/// What the end of a scenario shows: external IDs that two have (CH-07), replies that are lost (CH-16) or pushed without being sent (CH-13).
pub(super) fn broken(host: Host<'_>, trace: &Trace) -> Vec<String> {
    let Host::Desk(desk) = host else { return Vec::new() };
    if desk.installed_channels().next().is_none() {
        return Vec::new();
    }
    let effects = || trace.entries.iter().filter_map(|entry| if let Happened::Host(effect) = &entry.what { Some(effect) } else { None });
    let lost = lost(desk.tickets(), effects());
    doubled(desk.tickets()).into_iter().chain(lost).chain(pushed_too_often(effects())).collect()
}

/// External IDs of a channel that two of its tickets, or two of its threads, have.
fn doubled(tickets: &[Ticket]) -> Vec<String> {
    let (mut known, mut broken) = (BTreeSet::new(), Vec::new());
    for ticket in tickets.iter().filter(|ticket| ticket.ext_id.is_some()) {
        let own = ticket.ext_id.iter().map(|id| ("ticket", id));
        let threads = ticket.threads.iter().filter_map(|thread| thread.synced.ext_id.as_ref()).map(|id| ("thread", id));
        for (what, id) in own.chain(threads) {
            if !known.insert((ticket.text("channel"), what, id)) {
                broken.push(format!("CH-07: the channel \"{}\" has two {what}s with the external ID \"{id}\"", ticket.text("channel")));
            }
        }
    }
    broken
}

/// Replies that left for a channel, and are nowhere, or are neither pending, sent nor failed.
fn lost<'a>(tickets: &[Ticket], effects: impl Iterator<Item = &'a Effect>) -> Vec<String> {
    let threads = || tickets.iter().flat_map(|ticket| &ticket.threads);
    let is_there = |id: &str| threads().any(|thread| thread.id == id && thread.synced.delivery.is_some());
    let replies: BTreeSet<_> = effects.filter_map(sending).collect();
    replies.into_iter().filter(|id| !is_there(id)).map(|id| format!("CH-16: the reply {id} is lost")).collect()
}

/// Replies that were pushed more often than they were sent.
fn pushed_too_often<'a>(effects: impl Iterator<Item = &'a Effect>) -> Vec<String> {
    let mut open: BTreeMap<String, i64> = BTreeMap::new();
    for effect in effects {
        match effect {
            Effect::CallEndpoint { exchange, request, .. } if exchange == "channel.push" => {
                let reply = request.body.pointer("/resource/id").and_then(Value::as_u64);
                *open.entry(reply.map(|id| id.to_string()).unwrap_or_default()).or_default() += 1;
            }
            _ => sending(effect).into_iter().for_each(|id| *open.entry(id.to_owned()).or_default() -= 1),
        }
    }
    let broken = open.into_iter().filter(|(_, count)| *count > 0);
    broken.map(|(id, _)| format!("CH-13: the reply {id} was pushed more often than it was sent")).collect()
}

/// The reply that is being sent, for the first time or again.
fn sending(effect: &Effect) -> Option<&str> {
    match effect {
        Effect::Delivery { thread, delivery: Delivery::Pending, .. } => Some(thread),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Instant;
    use crate::host::desk::{Synced, Thread};
    use crate::host::{ExchangeId, Request};
    use serde_json::{Map, json};

    fn ticket(channel: &str, ext_id: &str, threads: &[(&str, Option<Delivery>)]) -> Ticket {
        let thread = |(id, delivery): &(&str, Option<Delivery>)| Thread {
            id: (*id).to_owned(),
            content: String::new(),
            to: String::new(),
            cc: String::new(),
            from: String::new(),
            incoming: false,
            at: Instant::START,
            attachments: Vec::new(),
            synced: Synced { ext_id: Some(format!("m-{id}")), delivery: delivery.clone(), ..Synced::default() },
        };
        let properties = Map::from_iter([("channel".to_owned(), channel.into())]);
        let threads = threads.iter().map(thread).collect();
        Ticket { id: "1".into(), properties, comments: Vec::new(), threads, draft: None, ext_id: Some(ext_id.to_owned()) }
    }

    #[test]
    fn no_two_have_one_external_id_in_one_channel() {
        let (one, other) = (ticket("chat", "c", &[("1", None)]), ticket("chat", "d", &[("1", None)]));
        assert_eq!(doubled(&[one.clone(), other]), ["CH-07: the channel \"chat\" has two threads with the external ID \"m-1\""]);
        assert_eq!(doubled(&[one.clone(), ticket("chat", "c", &[])]).len(), 1, "tickets");
        assert!(doubled(&[one, ticket("forum", "c", &[("1", None)])]).is_empty(), "another channel");
    }

    #[test]
    fn a_reply_that_was_sent_is_there_and_was_pushed_once() {
        let sent = |delivery| Effect::Delivery { ticket: "1".into(), thread: "7".into(), delivery };
        let body = json!({"resource": {"id": 7}});
        let request = Request { body, ..Request::default() };
        let push = Effect::CallEndpoint { call: ExchangeId(1), extension: "chat".into(), exchange: "channel.push".into(), request };
        let effects = [sent(Delivery::Pending), push.clone(), sent(Delivery::Sent)];
        let there = [ticket("chat", "c", &[("7", Some(Delivery::Sent))])];
        assert!(lost(&there, effects.iter()).is_empty());
        assert_eq!(lost(&[ticket("chat", "c", &[])], effects.iter()), ["CH-16: the reply 7 is lost"]);
        assert_eq!(lost(&[ticket("chat", "c", &[("7", None)])], effects.iter()).len(), 1, "neither pending, sent nor failed");
        assert!(pushed_too_often(effects.iter()).is_empty());
        let twice = effects.iter().chain([&push]);
        assert_eq!(pushed_too_often(twice), ["CH-13: the reply 7 was pushed more often than it was sent"]);
    }
}
