//! What a sync response brings: tickets are created or updated, threads join them (P, "Create or Update Tickets in Desk"; CH-04, CH-07).

use super::super::{Customer, Desk, Module, text};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value};

/// Keys of a ticket in a sync response that are no properties of it, or not in the same words.
const NOT_AS_THEY_ARE: [&str; 6] = ["extId", "actor", "extra", "createdTime", "dueDate", "customFields"];

impl Desk {
    /// Tickets first, so that threads of the same response find theirs (CH-08). The state is kept last, when all of it is there.
    pub(in super::super) fn import(&mut self, now: Instant, extension: &str, news: &Value, out: &mut Vec<Effect>) {
        let list = |key: &str| news.get("data").and_then(|data| data.get(key)).and_then(Value::as_array).into_iter().flatten();
        // What comes through a channel does not come through the user interface (EVT-30).
        self.outside = true;
        list("tickets").for_each(|ticket| self.import_ticket(now, extension, ticket, out));
        list("threads").for_each(|thread| self.import_thread(now, extension, thread, out));
        self.outside = false;
        self.keep_state(extension, news, out);
    }

    fn import_ticket(&mut self, now: Instant, extension: &str, given: &Value, out: &mut Vec<Effect>) {
        let Some(ext_id) = given.get("extId").and_then(Value::as_str) else { return };
        let contact = self.contact_of(now, extension, given.get("actor").unwrap_or(&Value::Null), out);
        let mut properties = self.imported_properties(given);
        out.push(Effect::applied("CH-07"));
        let id = match self.ticket_of(extension, ext_id).map(|ticket| ticket.id.clone()) {
            Some(id) => {
                self.update_imported(now, &id, properties, out);
                id
            }
            None => {
                let contact = contact.and_then(|id| self.customer(Module::Contact, &id));
                let mut whole = contact.map(of_contact).unwrap_or_default();
                whole.insert("channel".into(), extension.into());
                whole.append(&mut properties);
                let id = self.next_record();
                self.put_ticket(now, id.clone(), whole);
                self.ticket_mut(&id).into_iter().for_each(|ticket| ticket.ext_id = Some(ext_id.to_owned()));
                out.push(Effect::applied("CH-04"));
                out.push(Effect::Created { module: "ticket".into(), id: id.clone() });
                id
            }
        };
        self.keep_extra(extension, given, &id, None, out);
    }

    /// Only what is another value is changed. Widgets are told of the ticket that they are on, and of no other (derived): an event names none.
    fn update_imported(&mut self, now: Instant, id: &str, properties: Map<String, Value>, out: &mut Vec<Effect>) {
        let shown = self.page.shown_ticket() == Some(id);
        let mut reassigned = false;
        for (name, value) in properties {
            if self.ticket(id).is_none_or(|ticket| ticket.property(&name) == Some(&value)) {
                continue;
            }
            reassigned |= name == "assigneeId" || name == "teamId";
            if shown { self.change_and_tell(now, id, &name, value, out) } else { drop(self.change(now, id, &name, value, out)) }
        }
        if reassigned {
            self.assign_anew(id);
        }
    }

    /// What the ticket shows of its owner follows the IDs that came.
    fn assign_anew(&mut self, id: &str) {
        let mut tickets = std::mem::take(&mut self.tickets);
        for ticket in tickets.iter_mut().filter(|ticket| ticket.id == id) {
            ["assignee", "owner"].into_iter().for_each(|shown| drop(ticket.properties.shift_remove(shown)));
            self.complete_assignee(ticket);
        }
        self.tickets = tickets;
    }

    /// A ticket of a sync response in the words of a ticket's properties: IDs are strings of digits, times are written as Desk writes them.
    fn imported_properties(&self, given: &Value) -> Map<String, Value> {
        let zone = &self.portal.time_zone;
        let time = |key: &str| given.get(key).and_then(Value::as_str).and_then(instant);
        let as_it_is = |(name, value): (&String, &Value)| {
            let value = if value.is_number() { value.to_string().into() } else { value.clone() };
            (name.clone(), value)
        };
        let plain = given.as_object().into_iter().flatten().filter(|(name, _)| !NOT_AS_THEY_ARE.contains(&name.as_str())).map(as_it_is);
        let times =
            ["createdTime", "dueDate"].into_iter().filter_map(|key| Some((key.to_owned(), text::short_time(time(key)?, zone).into())));
        let custom = given.get("customFields").and_then(Value::as_object).into_iter().flatten().map(as_it_is);
        plain.chain(times).chain(custom).collect()
    }
}

fn of_contact(contact: &Customer) -> Map<String, Value> {
    let mut told =
        Map::from_iter([("contactId".to_owned(), contact.id.as_str().into()), ("contactName".to_owned(), contact.name().into())]);
    let known = ["email", "phone"].into_iter().filter(|key| !contact.text(key).is_empty());
    told.extend(known.map(|key| (key.to_owned(), contact.text(key).into())));
    told
}

/// A time in ISO 8601, as the pages' samples have it.
pub(super) fn instant(text: &str) -> Option<Instant> {
    text.parse().ok().map(|stamp: jiff::Timestamp| Instant(stamp.as_millisecond()))
}
