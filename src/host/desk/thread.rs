//! The conversation of a ticket: what the customer wrote, and what agents replied.

use super::{Desk, Thread, Ticket, text};
use crate::clock::Instant;

impl Desk {
    /// A message of the customer's is on its ticket: nobody at the desk did it, so nobody hears of it.
    pub(super) fn put_thread(&mut self, now: Instant, ticket: &str, given: Thread) {
        let id = if given.id.is_empty() { self.next_record() } else { given.id };
        let support = self.portal.support_address.clone();
        let Some(ticket) = self.ticket_mut(ticket) else { return };
        let from = if given.from.is_empty() { ticket.text("email").to_owned() } else { given.from };
        let to = if given.to.is_empty() { support } else { given.to };
        ticket.threads.push(Thread { id, from, to, content: text::html(&given.content), at: now, ..given });
        ticket.count_threads();
    }

    /// Who else was written to, so that a reply to all reaches them: all addresses of the thread but the portal's and the one that is replied to.
    #[must_use]
    pub fn others_of(&self, ticket: &str, thread: &str) -> String {
        let thread = self.ticket(ticket).and_then(|ticket| ticket.thread(thread));
        let Some(thread) = thread else { return String::new() };
        let (own, replied) = (self.portal.support_address.as_str(), thread.correspondent());
        let known = |address: &&str| !address.is_empty() && *address != own && !addresses(replied).any(|it| it == *address);
        joined(addresses(&thread.to).chain(addresses(&thread.cc)).filter(known))
    }
}

impl Ticket {
    /// The thread with this ID.
    #[must_use]
    pub fn thread(&self, id: &str) -> Option<&Thread> {
        self.threads.iter().find(|thread| thread.id == id)
    }

    /// Whom a reply to this thread goes to; a ticket without a thread has its customer's address. So has one where the thread names nobody but its
    /// channel, or a channel brought it that did not bring the ticket (derived).
    pub(super) fn addressee(&self, thread: Option<&str>) -> &str {
        let named = |thread: &&Thread| match thread.synced.channel.as_deref() {
            Some(channel) => self.ext_id.is_some() && thread.correspondent() != channel,
            None => true,
        };
        thread.and_then(|id| self.thread(id)).filter(named).map_or_else(|| self.text("email"), Thread::correspondent)
    }

    /// `threadCount` says how many there are.
    pub(super) fn count_threads(&mut self) {
        let count = self.threads.len().to_string();
        self.set("threadCount", count.into());
    }
}

impl Thread {
    /// Whoever is at the other end: who wrote it, or whom it went to.
    fn correspondent(&self) -> &str {
        if self.incoming { &self.from } else { &self.to }
    }
}

/// The addresses of a list with commas between.
fn addresses(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').map(str::trim)
}

/// A list with commas between, each address once.
fn joined<'a>(list: impl Iterator<Item = &'a str>) -> String {
    let mut once: Vec<&str> = Vec::new();
    list.filter(|address| !address.is_empty()).for_each(|address| {
        if !once.contains(&address) {
            once.push(address);
        }
    });
    once.join(",")
}

/// Two lists of addresses with commas between, as one.
#[must_use]
pub fn joined_addresses(one: &str, other: &str) -> String {
    joined(addresses(one).chain(addresses(other)))
}
