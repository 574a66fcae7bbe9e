//! A reply that failed is sent again (CH-16).

use super::super::Desk;
use super::super::action::{Action, Deed};
use super::Delivery;
use crate::clock::Instant;
use crate::host::Effect;

/// A failed reply's button "Send again" (derived, CH-16): no hook is documented for it, and the one of the reply has been asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendAgain {
    /// The ticket's ID.
    pub ticket: String,
    /// The reply's ID.
    pub thread: String,
}

impl Desk {
    /// The channel through which a reply leaves, wherever its ticket lives on.
    fn channel_of(&self, ticket: &str, thread: &str) -> Option<String> {
        let reply = self.ticket(ticket)?.thread(thread)?;
        self.channel(reply.synced.channel.as_deref()?).map(|channel| channel.extension.clone())
    }
}

impl Deed for SendAgain {
    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let reply = match desk.ticket_or_why(&self.ticket) {
            Ok(ticket) => ticket.thread(&self.thread),
            Err(why) => return Some(why),
        };
        let failed = reply.is_some_and(|reply| matches!(reply.synced.delivery, Some(Delivery::Failed(_))));
        if !failed {
            return Some("the reply has not failed: it is not sent again".to_owned());
        }
        let gone = desk.channel_of(&self.ticket, &self.thread).is_none();
        gone.then(|| "the channel of the reply is gone: it is not sent again".to_owned())
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        out.push(Effect::applied("CH-16"));
        if let Some(extension) = desk.channel_of(&self.ticket, &self.thread) {
            desk.push(now, extension, &self.ticket, &self.thread, out);
        }
        None
    }
}
