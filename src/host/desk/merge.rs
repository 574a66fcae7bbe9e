//! Several tickets become one.

use super::action::{Action, Deed};
use super::{Desk, Page, text};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Value, json};

/// The tickets' button "Merge" (H, "On merging tickets"; HOOK-23). The page does not say what becomes of the tickets. Derived: one stays and takes in
/// what was said on the others, which are gone from the list; whoever had one of those open is on the page of the one that stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// The ID of the ticket that stays.
    pub into: String,
    /// The IDs of those that it takes in.
    pub merged: Vec<String>,
}

impl Merge {
    fn all(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.into).chain(&self.merged)
    }
}

impl Deed for Merge {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket.merge")
    }

    fn ticket(&self) -> Option<&str> {
        Some(&self.into)
    }

    /// The one that stays comes first (derived), then the others in the order in which the agent chose them.
    fn payload(&self, desk: &Desk) -> Value {
        self.all().filter_map(|id| desk.ticket(id)).map(|ticket| json!({"id": ticket.id, "status": ticket.status()})).collect()
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        if self.merged.is_empty() {
            return Some("there is one ticket alone: nothing is merged".into());
        }
        if let Some(twice) = self.all().enumerate().find(|(at, id)| self.all().take(*at).any(|other| other == *id)) {
            return Some(format!("the ticket {} cannot be merged with itself", twice.1));
        }
        self.all().find_map(|id| desk.ticket_or_why(id).err())
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        for id in &self.merged {
            desk.take_in(now, &self.into, id, out);
        }
        out.push(Effect::Decided { rule: "HOOK-23".into(), what: "one ticket stays, and what was said on the others is on it".into() });
        if desk.page.shown_ticket().is_some_and(|open| self.merged.iter().any(|id| id == open)) {
            desk.go_to(Page::ticket(&self.into), out);
        }
        None
    }
}

impl Desk {
    /// The ticket in which a merged one lives on.
    #[must_use]
    pub fn merged_into(&self, id: &str) -> Option<&str> {
        self.merged.iter().rev().find(|(merged, _)| merged == id).map(|(_, into)| into.as_str())
    }

    /// The ticket in which a merged one lives on in the end: the one that it was merged into may have been merged itself. One that is there is itself.
    pub(super) fn lives_on_in<'a>(&'a self, id: &'a str) -> &'a str {
        let mut found = id;
        while self.ticket(found).is_none() {
            let Some(into) = self.merged_into(found) else { break };
            found = into;
        }
        found
    }

    /// Comments, threads, tasks and the draft of a ticket go over to another one, each in the order of time.
    fn take_in(&mut self, now: Instant, into: &str, merged: &str, out: &mut Vec<Effect>) {
        let Some(at) = self.tickets.iter().position(|ticket| ticket.id == merged) else { return };
        let gone = self.tickets.remove(at);
        self.keep_finding(&gone);
        let stamp = text::short_time(now, &self.portal.time_zone);
        let Some(ticket) = self.ticket_mut(into) else { return };
        ticket.comments.extend(gone.comments);
        ticket.comments.sort_by_key(|comment| comment.at);
        ticket.threads.extend(gone.threads);
        ticket.threads.sort_by_key(|thread| thread.at);
        // A draft answers a thread, which came along.
        ticket.draft = ticket.draft.take().or(gone.draft);
        let counts = [("commentCount", ticket.comments.len()), ("threadCount", ticket.threads.len())];
        for (property, count) in counts {
            ticket.set(property, count.to_string().into());
        }
        ticket.set("modifiedTime", stamp.into());
        self.tasks.iter_mut().filter(|task| task.ticket == merged).for_each(|task| task.ticket = into.to_owned());
        self.merged.push((merged.to_owned(), into.to_owned()));
        out.push(Effect::Merged { ticket: merged.to_owned(), into: into.to_owned() });
    }
}
