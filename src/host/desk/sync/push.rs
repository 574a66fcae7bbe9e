//! An agent's reply on a ticket of a channel's: it waits, is pushed, and is sent or failed (C, "Push Reply from Desk"; CH-13 … CH-17).

use super::super::{Agent, Desk, Thread, Ticket};
use super::exchange::For;
use super::import_thread::overwrite;
use super::{Delivery, Synced};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Value, json};

impl Desk {
    /// The channel that brought a ticket, by its extension's name: replies leave through it, and not as mails (CH-13, CH-17).
    pub(in super::super) fn channel_behind(&self, ticket: &str) -> Option<String> {
        let ticket = self.ticket(ticket).filter(|ticket| ticket.ext_id.is_some())?;
        self.channel(ticket.text("channel")).map(|channel| channel.extension.clone())
    }

    /// What a reply has on a channel's ticket from its beginning; the thread that it answers is the newest that the service knows where the agent
    /// answers none of them (derived).
    pub(in super::super) fn to_be_pushed(ticket: &Ticket, author: Agent, answered: Option<&str>) -> Synced {
        let Some(parent) = ticket.ext_id.clone() else { return Synced::default() };
        let channel = Some(ticket.text("channel").to_owned());
        // A ticket of another channel's may have been merged into this one, with threads that the service knows nothing of.
        let known = |thread: &Thread| thread.synced.ext_id.clone().filter(|_| thread.synced.channel == channel);
        let answered = answered.and_then(|id| ticket.thread(id)).and_then(known);
        let reply_to = answered.or_else(|| ticket.threads.iter().rev().find_map(known));
        Synced { channel, parent: Some(parent), author: Some(Box::new(author)), reply_to, ..Synced::default() }
    }

    /// The reply is pending, and leaves for the extension's own server.
    pub(in super::super) fn push(&mut self, now: Instant, extension: String, ticket: &str, thread: &str, out: &mut Vec<Effect>) {
        out.push(Effect::Applied { rules: vec!["CH-13".into(), "CH-14".into(), "CH-26".into()] });
        self.deliver_reply(ticket, thread, Delivery::Pending, out);
        let params = self.open_params(&extension, out);
        let resource = self.pushed_reply(&extension, ticket, thread, out);
        let request = json!({"configParams": params, "resource": resource});
        let of = For::Push { ticket: ticket.to_owned(), thread: thread.to_owned() };
        self.call_endpoint(now, extension, request, of, out);
    }

    /// A good answer says what the service calls the reply; any other one, or none, leaves it failed, and there (CH-15, CH-16).
    pub(super) fn pushed(&mut self, extension: &str, ticket: &str, thread: &str, answer: Result<Value, String>, out: &mut Vec<Effect>) {
        let answer = match answer {
            Ok(answer) => answer,
            Err(reason) => {
                out.push(Effect::Decided { rule: "CH-16".into(), what: "the reply is not lost: it can be sent again".into() });
                return self.deliver_reply(ticket, thread, Delivery::Failed(reason), out);
            }
        };
        out.push(Effect::applied("CH-15"));
        if let Some(reply) = self.thread_mut(thread) {
            reply.synced.ext_id = answer.get("extId").and_then(Value::as_str).map(str::to_owned);
            // The page's default of `from`; what the answer says of it stands above that.
            reply.from = extension.to_owned();
            overwrite(reply, &answer);
        }
        let living = self.lives_on_in(ticket).to_owned();
        self.keep_extra(extension, &answer, &living, Some(thread), out);
        self.deliver_reply(ticket, thread, Delivery::Sent, out);
    }

    pub(super) fn deliver_reply(&mut self, ticket: &str, thread: &str, delivery: Delivery, out: &mut Vec<Effect>) {
        if let Some(reply) = self.thread_mut(thread) {
            reply.synced.delivery = Some(delivery.clone());
            out.push(Effect::Delivery { ticket: ticket.to_owned(), thread: thread.to_owned(), delivery });
        }
    }
}
