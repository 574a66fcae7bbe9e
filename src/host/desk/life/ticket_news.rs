//! What a webhook may tell of tickets, found by what they were before (P, "Extension webhook": the five events; RES-04). Whoever did it, an agent,
//! the API or a channel, it is the same.

use super::super::{Comment, Thread, Ticket};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Properties that only follow what an event of its own tells, or every change.
const FOLLOW: [&str; 3] = ["modifiedTime", "threadCount", "commentCount"];

/// One thing that happened to a ticket.
pub(super) struct News {
    /// The event's name, as resources.json subscribes to it.
    pub(super) event: &'static str,
    /// The ticket, as it is now.
    pub(super) ticket: Ticket,
    /// The ticket, thread or comment.
    pub(super) payload: Value,
    /// The ticket as it was, for an update.
    pub(super) before: Option<Value>,
}

/// What became of the tickets, in their order. What moves from one ticket to another is not new.
pub(super) fn news(before: &[Ticket], now: &[Ticket]) -> Vec<News> {
    let known: BTreeSet<&str> = before.iter().flat_map(ids).collect();
    now.iter()
        .flat_map(|ticket| {
            let was = before.iter().find(|was| was.id == ticket.id);
            let itself = match was {
                None => Some(("Ticket_Add", properties(ticket), None)),
                Some(was) => differs(was, ticket).then(|| ("Ticket_Update", properties(ticket), Some(properties(was)))),
            };
            let threads = ticket.threads.iter().filter(|thread| !known.contains(thread.id.as_str()));
            let threads = threads.map(|thread| ("Ticket_Thread_Add", of_thread(ticket, thread), None));
            let comments = ticket.comments.iter().filter_map(|comment| {
                let event = match was.and_then(|was| was.comments.iter().find(|it| it.id == comment.id)) {
                    Some(was) if was.content != comment.content => "Ticket_Comment_Update",
                    None if !known.contains(comment.id.as_str()) => "Ticket_Comment_Add",
                    _ => return None,
                };
                Some((event, of_comment(ticket, comment), None))
            });
            let told = itself.into_iter().chain(threads).chain(comments);
            told.map(|(event, payload, before)| News { event, ticket: ticket.clone(), payload, before }).collect::<Vec<_>>()
        })
        .collect()
}

fn ids(ticket: &Ticket) -> impl Iterator<Item = &str> {
    ticket.threads.iter().map(|thread| thread.id.as_str()).chain(ticket.comments.iter().map(|comment| comment.id.as_str()))
}

fn differs(was: &Ticket, now: &Ticket) -> bool {
    let own = |ticket: &Ticket| -> Map<String, Value> {
        let told = ticket.properties.iter().filter(|(name, _)| !FOLLOW.contains(&name.as_str()));
        told.map(|(name, value)| (name.clone(), value.clone())).collect()
    };
    own(was) != own(now)
}

fn properties(ticket: &Ticket) -> Value {
    Value::Object(ticket.properties.clone())
}

fn of_thread(ticket: &Ticket, it: &Thread) -> Value {
    let direction = if it.incoming { "in" } else { "out" };
    json!({"id": it.id, "ticketId": ticket.id, "content": it.content, "direction": direction, "from": it.from, "to": it.to, "cc": it.cc})
}

fn of_comment(ticket: &Ticket, it: &Comment) -> Value {
    json!({"id": it.id, "ticketId": ticket.id, "content": it.content, "isPublic": it.public, "author": it.author})
}
