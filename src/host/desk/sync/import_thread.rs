//! A thread of a sync response: it joins its ticket, or updates what is there (P, "Create or Update Threads in Desk"; CH-05, CH-08, CH-09, CH-24).

use super::super::{Desk, Module, Thread, joined_addresses, text};
use super::import::instant;
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::Value;

impl Desk {
    pub(super) fn import_thread(&mut self, now: Instant, extension: &str, given: &Value, out: &mut Vec<Effect>) {
        let word = |key: &str| given.get(key).and_then(Value::as_str).unwrap_or_default();
        let (ext_id, parent) = (word("extId"), word("extParentId"));
        let Some(ticket) = self.parent_of(extension, parent, out) else {
            let what = format!("the thread {ext_id} has no ticket {parent}: it is not added, and the rest is");
            return out.push(Effect::Decided { rule: "CH-08".into(), what });
        };
        let says_more = ["createdTime", "modifiedTime", "direction"].iter().any(|key| given.get(key).is_some());
        out.push(Effect::Applied { rules: ["CH-08"].into_iter().chain(says_more.then_some("CH-09")).map(str::to_owned).collect() });
        let contact = self.contact_of(now, extension, given.get("actor").unwrap_or(&Value::Null), out);
        let (ticket, thread) = match self.thread_of(extension, ext_id) {
            Some((ticket, thread)) => {
                self.update_thread(&ticket, &thread, given, out);
                (ticket, thread)
            }
            None => {
                let incoming = word("direction") != "out";
                let contact = contact.and_then(|id| self.customer(Module::Contact, &id)).map(|it| it.text("email").to_owned());
                let to = if incoming { self.portal.support_address.clone() } else { contact.unwrap_or_default() };
                let (id, from) = (self.next_record(), extension.to_owned());
                let channel = Some(extension.to_owned());
                let synced = super::Synced { channel, ext_id: Some(ext_id.to_owned()), ..super::Synced::default() };
                let (content, cc, attachments) = Default::default();
                let mut thread = Thread { id, content, to, cc, from, incoming, at: now, attachments, synced };
                overwrite(&mut thread, given);
                let id = thread.id.clone();
                self.add_thread(now, &ticket, thread, out);
                (ticket, id)
            }
        };
        self.keep_extra(extension, given, &ticket, Some(&thread), out);
        self.fetch_attachments(now, extension, &thread, given, out);
    }

    fn add_thread(&mut self, now: Instant, id: &str, thread: Thread, out: &mut Vec<Effect>) {
        let Some(ticket) = self.ticket_mut(id) else { return };
        ticket.threads.push(thread);
        ticket.threads.sort_by_key(|thread| thread.at);
        let count = ticket.threads.len().to_string();
        out.push(Effect::applied("CH-05"));
        self.change(now, id, "threadCount", count.into(), out);
    }

    /// What is known under this external ID already is never doubled, an agent's own reply neither (CH-24).
    fn update_thread(&mut self, ticket: &str, thread: &str, given: &Value, out: &mut Vec<Effect>) {
        let Some(ticket) = self.ticket_mut(ticket) else { return };
        let Some(known) = ticket.threads.iter_mut().find(|known| known.id == thread) else { return };
        let rule = if known.synced.delivery.is_some() { "CH-24" } else { "CH-07" };
        let before = known.clone();
        overwrite(known, given);
        out.push(Effect::applied(rule));
        if *known != before {
            let (ticket, from, to) = (ticket.id.clone(), before.content.into(), known.content.as_str().into());
            out.push(Effect::Changed { ticket, property: "thread".into(), from, to });
        }
    }

    /// The ID of the ticket that has this external ID, else of the one with a thread that has it: a customer may answer to a reply (CH-15).
    fn parent_of(&self, extension: &str, parent: &str, out: &mut Vec<Effect>) -> Option<String> {
        let ticket = self.ticket_of(extension, parent).map(|ticket| ticket.id.clone());
        ticket.or_else(|| {
            let (ticket, _) = self.thread_of(extension, parent)?;
            out.push(Effect::applied("CH-15"));
            Some(ticket)
        })
    }

    /// The IDs of the thread with this external ID in a channel, and of its ticket, whichever that is since a merge.
    pub(super) fn thread_of(&self, extension: &str, ext_id: &str) -> Option<(String, String)> {
        self.tickets.iter().find_map(|ticket| {
            let thread = ticket.threads.iter().find(|thread| thread.synced.is(extension, ext_id))?;
            Some((ticket.id.clone(), thread.id.clone()))
        })
    }
}

/// What the service says of a thread stands above Desk's own (CH-09).
pub(super) fn overwrite(thread: &mut Thread, given: &Value) {
    let word = |key: &str| given.get(key).and_then(Value::as_str);
    let list = |key: &str| {
        let all = given.get(key).and_then(Value::as_array)?.iter().filter_map(Value::as_str);
        Some(all.fold(String::new(), |list, address| joined_addresses(&list, address)))
    };
    thread.synced.content_type = word("contentType").map(str::to_owned).or(thread.synced.content_type.take());
    let html = |content: &str| match thread.synced.content_type.as_deref() {
        Some("text/plain") => text::escaped(content),
        // HTML stays as the service has it (derived); where it says nothing, it is read as what an agent types.
        _ => text::html(content),
    };
    thread.content = word("content").map_or_else(|| thread.content.clone(), html);
    thread.from = word("from").map_or_else(|| std::mem::take(&mut thread.from), str::to_owned);
    thread.to = list("to").unwrap_or_else(|| std::mem::take(&mut thread.to));
    thread.cc = list("cc").unwrap_or_else(|| std::mem::take(&mut thread.cc));
    thread.synced.bcc = list("bcc").unwrap_or_else(|| std::mem::take(&mut thread.synced.bcc));
    thread.incoming = word("direction").map_or(thread.incoming, |direction| direction == "in");
    thread.at = word("createdTime").and_then(instant).unwrap_or(thread.at);
    thread.synced.modified = word("modifiedTime").and_then(instant).or(thread.synced.modified);
    thread.synced.no_reply = given.get("canReply").and_then(Value::as_bool).map_or(thread.synced.no_reply, |can| !can);
}
