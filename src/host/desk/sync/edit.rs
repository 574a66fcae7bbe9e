//! A reply that the service has is written anew (P, "CHANNEL_INTEGRATION_CONFIGURATION"; CH-23).

use super::super::action::{Action, Barred, Deed};
use super::super::{Desk, text};
use super::Delivery;
use crate::clock::Instant;
use crate::host::Effect;

/// A reply's menu entry "Edit", with what the agent wrote. No hook is documented for it, and no event. The reply is pushed again under the ID that Desk
/// gave it, since the pages have no other exchange for it (derived).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditReply {
    /// The ticket's ID.
    pub ticket: String,
    /// The reply's ID.
    pub thread: String,
    /// As typed.
    pub content: String,
}

impl Deed for EditReply {
    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn barred(&self, desk: &Desk) -> Option<Barred> {
        desk.channel_forbids(&self.ticket, "updateRecords").then_some(Barred { rule: "CH-23", message: "channel.no-edit" })
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let reply = match desk.ticket_or_why(&self.ticket) {
            Ok(ticket) => ticket.thread(&self.thread).filter(|thread| !thread.incoming),
            Err(why) => return Some(why),
        };
        let Some(reply) = reply else { return Some(format!("the ticket has no reply {}", self.thread)) };
        match reply.synced.delivery {
            None => Some("the reply is not of a channel: it cannot be edited".into()),
            Some(Delivery::Pending) => Some("the reply waits for the answer to its push: it cannot be edited yet".into()),
            Some(_) => (reply.content == text::html(&self.content)).then(|| "the reply says so already: nothing changes".into()),
        }
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let extension = desk.channel_behind(&self.ticket)?;
        let reply = desk.thread_mut(&self.thread)?;
        let to = text::html(&self.content);
        let from = std::mem::replace(&mut reply.content, to.clone());
        reply.synced.modified = Some(now);
        out.push(Effect::applied("CH-23"));
        out.push(Effect::Changed { ticket: self.ticket.clone(), property: "thread".to_owned(), from: from.into(), to: to.into() });
        desk.push(now, extension, &self.ticket, &self.thread, out);
        None
    }
}
