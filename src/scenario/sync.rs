//! What came of channel sync: what was asked of a channel, what Desk has of it, and how far replies are.

use super::heard::count;
use super::scenario::Failed;
use super::{Exchanging, Outcome, Scenario};
use crate::compare::Options;
use crate::host::desk::{CHANNEL_STATE, Delivery, SendAgain, Thread};
use crate::host::{Effect, ExchangeId, Request};
use crate::spelling::nearest;
use crate::stage::Happened;
use serde_json::Value;

impl Scenario {
    /// The agent opens the ticket that a channel brought.
    pub fn open_channel_ticket(&mut self, channel: &str, ext_id: &str) -> Outcome {
        let id = self.channel_ticket(channel, ext_id)?;
        self.open_ticket(&id)
    }

    /// Desk has exactly one ticket of a channel under this external ID.
    pub fn expect_channel_ticket(&mut self, channel: &str, ext_id: &str) -> Outcome {
        self.channel_ticket(channel, ext_id)?;
        let found = self.external_ids(channel).iter().filter(|id| *id == ext_id).count() as u64;
        // None has it of its own where its ticket was merged into another, which was found.
        self.expect(found <= 1, || format!("Desk has the ticket \"{ext_id}\" of the channel \"{channel}\" {}", count(found)))
    }

    /// Desk has no ticket of a channel under this external ID.
    pub fn expect_no_channel_ticket(&mut self, channel: &str, ext_id: &str) -> Outcome {
        self.channel_is_there(channel)?;
        let found = self.stage.desk().ticket_of(channel, ext_id).is_some();
        self.expect(!found, || format!("Desk has a ticket \"{ext_id}\" of the channel \"{channel}\""))
    }

    /// Desk has so many tickets in all.
    pub fn expect_tickets(&mut self, wanted: i64) -> Outcome {
        let found = self.stage.desk().tickets().len();
        self.expect(i64::try_from(found) == Ok(wanted), || format!("Desk has {found} tickets, not {wanted}"))
    }

    fn channel_ticket(&mut self, channel: &str, ext_id: &str) -> Result<String, Failed> {
        self.channel_is_there(channel)?;
        if let Some(ticket) = self.stage.desk().ticket_of(channel, ext_id) {
            return Ok(ticket.id.clone());
        }
        let known = self.external_ids(channel);
        let near = nearest(ext_id, known.iter().map(String::as_str)).map(|near| format!(" (the nearest one is \"{near}\")"));
        self.unmet(format!("Desk has no ticket \"{ext_id}\" of the channel \"{channel}\"{}", near.unwrap_or_default()))
    }

    fn external_ids(&self, channel: &str) -> Vec<String> {
        let tickets = self.stage.desk().tickets().iter().filter(|ticket| ticket.text("channel") == channel);
        tickets.filter_map(|ticket| ticket.ext_id.clone()).collect()
    }

    /// The last pull of a channel carried what the fixture says.
    pub fn expect_pulled_with(&mut self, extension: &str, fixture: &str) -> Outcome {
        let request = self.last_pull(extension)?;
        self.matches("the pull", fixture, &request, Options::default())
    }

    /// The last pull of a channel carried what the doc string says.
    pub fn expect_pulled_inline(&mut self, extension: &str) -> Outcome {
        let request = self.last_pull(extension)?;
        self.matches_inline("the pull", &request, Options::default())
    }

    /// A channel was pulled so often in all.
    pub fn expect_pulls(&mut self, extension: &str, wanted: i64) -> Outcome {
        let found = self.exchanges(extension, "channel.pull")?.len();
        self.expect(i64::try_from(found) == Ok(wanted), || {
            format!("the channel of \"{extension}\" has been pulled {}, not {wanted} times", count(found as u64))
        })
    }

    fn last_pull(&mut self, extension: &str) -> Result<Value, Failed> {
        match self.exchanges(extension, "channel.pull")?.pop() {
            Some((_, request)) => Ok(request.body),
            None => self.unmet(format!("the channel of \"{extension}\" has not been pulled")),
        }
    }

    /// Since the last action a channel was pushed one thing: what the fixture says.
    pub fn expect_pushed(&mut self, extension: &str, fixture: &str) -> Outcome {
        match self.pushes(extension)?.as_slice() {
            [request] => self.matches("the push", fixture, request, Options::default()),
            requests => {
                let found = count(requests.len() as u64);
                self.unmet(format!("the channel of \"{extension}\" was pushed {found}, instead of once"))
            }
        }
    }

    /// Since the last action a channel was pushed nothing.
    pub fn expect_not_pushed(&mut self, extension: &str) -> Outcome {
        let found = self.pushes(extension)?.len() as u64;
        self.expect(found == 0, || format!("the channel of \"{extension}\" was pushed {}", count(found)))
    }

    fn pushes(&mut self, extension: &str) -> Result<Vec<Value>, Failed> {
        Ok(self.exchanges_since(extension, "channel.push")?.into_iter().map(|request| request.body).collect())
    }

    /// The requests of one kind to a channel since the last action, in order.
    pub(super) fn exchanges_since(&mut self, extension: &str, kind: &str) -> Result<Vec<Request>, Failed> {
        self.channel_is_there(extension)?;
        let of_it = self.stage.trace.effects().filter_map(|effect| exchange_in(effect, extension, kind));
        Ok(of_it.map(|(_, request)| request).collect())
    }

    /// All requests of one kind to a channel, in order.
    pub(super) fn exchanges(&mut self, extension: &str, kind: &str) -> Result<Vec<(ExchangeId, Request)>, Failed> {
        self.channel_is_there(extension)?;
        let of_it = |happened: &Happened| match happened {
            Happened::Host(effect) => exchange_in(effect, extension, kind),
            _ => None,
        };
        Ok(self.stage.trace.entries.iter().filter_map(|entry| of_it(&entry.what)).collect())
    }

    /// The last exchange of a channel came to nothing, and this is why.
    pub fn expect_exchange_failed(&mut self, extension: &str, Exchanging(exchange): &Exchanging, reason: &str) -> Outcome {
        let last = self.exchanges(extension, exchange)?.pop().map(|(call, _)| call);
        let of_it = |happened: &Happened| match happened {
            Happened::Host(Effect::Exchanged { call, failed, .. }) if Some(*call) == last => Some(failed.clone()),
            _ => None,
        };
        let end = self.stage.trace.entries.iter().find_map(|entry| of_it(&entry.what));
        let told = match &end {
            None => "it is not over".to_owned(),
            Some(None) => "it came to a good end".to_owned(),
            Some(Some(found)) => format!("it failed with \"{found}\""),
        };
        let same = end.flatten().is_some_and(|found| found == reason);
        if same {
            self.claim_answers(extension, exchange);
        }
        self.expect(same, || format!("the last {exchange} of \"{extension}\" has not failed with \"{reason}\": {told}"))
    }

    /// What a real server did wrong is what the feature wants to see: it is no defect that nobody expects.
    pub(super) fn claim_answers(&mut self, extension: &str, exchange: &str) {
        let findings = self.stage.trace.findings().into_iter().enumerate();
        let of_it = findings.filter(|(_, finding)| finding.extension == extension && finding.location == *exchange);
        self.claimed.extend(of_it.map(|(index, _)| index));
    }

    /// The last pull of a channel came to a good end and changed nothing in Desk.
    pub fn expect_no_news(&mut self, extension: &str) -> Outcome {
        let Some((call, _)) = self.exchanges(extension, "channel.pull")?.pop() else {
            return self.unmet(format!("the channel of \"{extension}\" has not been pulled"));
        };
        let over =
            |happened: &Happened| matches!(happened, Happened::Host(Effect::Exchanged { call: of, failed: None, .. }) if *of == call);
        let behind: Vec<_> = self.stage.trace.entries.iter().skip_while(|entry| !over(&entry.what)).collect();
        let changes = |happened: &Happened| matches!(happened, Happened::Host(Effect::Created { .. } | Effect::Changed { .. }));
        let (ended, changed) = (!behind.is_empty(), behind.iter().filter(|entry| changes(&entry.what)).count());
        self.expect(ended && changed == 0, || {
            let told = if ended { format!("{changed} things changed after it") } else { "it came to no good end".to_owned() };
            format!("the last pull of \"{extension}\" was not without news: {told}")
        })
    }

    /// A channel's state is this text.
    pub fn expect_channel_state(&mut self, extension: &str, wanted: &str) -> Outcome {
        self.channel_is_there(extension)?;
        let params = self.stage.desk().installation(extension).map(|installation| installation.params.clone()).unwrap_or_default();
        let found = params.into_iter().find(|param| param.name == CHANNEL_STATE).and_then(|param| param.value).unwrap_or_default();
        self.expect(found == wanted, || format!("the channel state of \"{extension}\" is \"{found}\", not \"{wanted}\""))
    }

    /// The open ticket's newest reply is this far.
    pub fn expect_delivery(&mut self, wanted: &Delivery) -> Outcome {
        let reply = self.newest_reply()?;
        let told = match &reply.synced.delivery {
            None => "it left as a mail".to_owned(),
            Some(Delivery::Pending) => "it is pending".to_owned(),
            Some(Delivery::Sent) => "it is sent".to_owned(),
            Some(Delivery::Failed(reason)) => format!("it has failed with \"{reason}\""),
        };
        self.expect(reply.synced.delivery.as_ref() == Some(wanted), || format!("the reply is at another point: {told}"))
    }

    /// The agent has the open ticket's newest reply sent again.
    pub fn send_again(&mut self) -> Outcome {
        let (ticket, thread) = (self.open_one()?, self.newest_reply()?.id);
        self.act("sends the reply again".into(), SendAgain { ticket, thread })
    }

    fn newest_reply(&mut self) -> Result<Thread, Failed> {
        let ticket = self.open_one()?;
        let threads = self.stage.desk().ticket(&ticket).map(|ticket| ticket.threads.clone()).unwrap_or_default();
        match threads.into_iter().rev().find(|thread| !thread.incoming) {
            Some(reply) => Ok(reply),
            None => self.wrong("the ticket has no reply", "say `When the agent replies \"…\"` before"),
        }
    }
}

fn exchange_in(effect: &Effect, of: &str, kind: &str) -> Option<(ExchangeId, Request)> {
    match effect {
        Effect::CallEndpoint { call, extension, exchange, request } if extension == of && exchange == kind => {
            Some((*call, request.clone()))
        }
        _ => None,
    }
}
