use super::shape::{part, shaped};
use super::{Conversation, Freshdesk, time};
use crate::catalog::Payload;
use crate::clock::Instant;
use crate::host::desk::{html, plain, put};
use serde_json::{Map, Value, json};

/// A ticket (FD-04).
#[derive(Debug, Clone, PartialEq)]
pub struct Ticket {
    /// Counts from 1 in an account.
    pub id: u64,
    /// By the names of onTicketCreate's payload; what a number stands for is a number (FD-12).
    pub attributes: Map<String, Value>,
    /// By their API names.
    pub custom_fields: Map<String, Value>,
    /// Whether it is in the bin.
    pub deleted: bool,
    /// Whether an agent has replied, so that the first response is given.
    pub responded: bool,
    /// Replies and notes, in that order in which they were added.
    pub conversations: Vec<Conversation>,
}

impl Ticket {
    /// An attribute, or a custom field by its API name (`cf_…`).
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&Value> {
        self.attributes.get(name).or_else(|| self.custom_fields.get(name))
    }

    /// The requester's ID.
    #[must_use]
    pub fn requester(&self) -> Option<u64> {
        self.attributes.get("requester_id").and_then(Value::as_u64)
    }

    /// Sets an attribute or a custom field; what it was before.
    pub(super) fn set(&mut self, name: &str, value: Value) -> Value {
        let fields = if is_custom(name) { &mut self.custom_fields } else { &mut self.attributes };
        fields.insert(name.to_owned(), value).unwrap_or_default()
    }

    /// The ticket as plain data, with its conversations, for whoever compares it with a fixture.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let mut value = self.attributes.clone();
        value.insert("custom_fields".into(), self.custom_fields.clone().into());
        value.insert("deleted".into(), self.deleted.into());
        value.insert("conversations".into(), self.conversations.iter().map(|it| Value::Object(it.attributes.clone())).collect());
        value.into()
    }
}

/// Whether a name is a custom field's: their API names begin so.
pub(super) fn is_custom(name: &str) -> bool {
    name.starts_with("cf_")
}

impl Freshdesk {
    /// The ticket with this ID.
    #[must_use]
    pub fn ticket(&self, id: u64) -> Option<&Ticket> {
        self.tickets.iter().find(|ticket| ticket.id == id)
    }

    /// All tickets, in the order in which they came.
    #[must_use]
    pub fn tickets(&self) -> &[Ticket] {
        &self.tickets
    }

    pub(super) fn ticket_mut(&mut self, id: u64) -> Option<&mut Ticket> {
        self.tickets.iter_mut().find(|ticket| ticket.id == id)
    }

    /// Why nothing can be done to a ticket that is not there.
    pub(super) fn ticket_or_why(&self, id: u64) -> Result<&Ticket, String> {
        self.ticket(id).ok_or_else(|| format!("there is no ticket {id}"))
    }

    /// The ID of the next ticket.
    #[must_use]
    pub fn next_ticket(&self) -> u64 {
        self.tickets.iter().map(|ticket| ticket.id).max().unwrap_or(0) + 1
    }

    /// A ticket is there, with what every ticket has beside what is said (FD-04).
    pub(super) fn put_ticket(&mut self, now: Instant, id: u64, given: Map<String, Value>) {
        let stamp = time::stamp(now);
        let Value::Object(mut said) = json!({
            "id": id, "subject": "", "description": "", "status": "Open", "priority": "Low", "source": "Portal", "spam": false,
            "fr_escalated": false, "is_escalated": false, "created_at": stamp, "updated_at": stamp,
        }) else {
            return;
        };
        complete(&mut said, given);
        if said.get("requester_id").is_none_or(Value::is_null) {
            said.insert("requester_id".into(), self.some_requester(now).into());
        }
        let requester = said.get("requester_id").and_then(Value::as_u64).and_then(|id| self.contact(id));
        let company = requester.and_then(|contact| contact.attributes.get("company_id")).cloned().unwrap_or_default();
        said.entry("company_id").or_insert(company);
        let (custom, named): (Map<_, _>, Map<_, _>) = said.into_iter().partition(|(name, _)| is_custom(name));
        let attributes = named.into_iter().map(|(name, value)| (name.clone(), self.ticket_value(&name, &value)));
        let attributes: Map<_, _> = self.unset_ticket().into_iter().chain(attributes).collect();
        let ticket = Ticket { id, attributes, custom_fields: custom, deleted: false, responded: false, conversations: Vec::new() };
        put(&mut self.tickets, ticket, |known, new| known.id == new.id);
    }

    /// A value of an attribute as payloads have it: `4` for `Urgent` (FD-12).
    #[must_use]
    pub fn ticket_value(&self, name: &str, value: &Value) -> Value {
        match self.ticket_shape().and_then(|shape| part(shape, &[name])) {
            Some(shape) => shaped(&self.catalog, shape, value),
            None => value.clone(),
        }
    }

    /// Every documented attribute, unset.
    fn unset_ticket(&self) -> Map<String, Value> {
        let unset = self.ticket_shape().map(|shape| shaped(&self.catalog, shape, &json!({})));
        unset.and_then(|it| it.as_object().cloned()).unwrap_or_default()
    }

    fn ticket_shape(&self) -> Option<&Payload> {
        part(&self.catalog.event("onTicketCreate")?.payload, &["data", "ticket"])
    }

    /// What the events tell of a ticket, beside changes: their shapes leave out what they do not have.
    pub(super) fn told_ticket(&self, ticket: &Ticket, changes: Option<Map<String, Value>>) -> Value {
        let mut told = ticket.attributes.clone();
        told.extend(changes.map(|changes| ("changes".to_owned(), changes.into())));
        let requester = ticket.requester().and_then(|id| self.contact(id)).map(|contact| contact.attributes.clone());
        json!({"ticket": told, "requester": requester.unwrap_or_default()})
    }
}

/// What is given over what is there; a description is HTML and plain text, whichever of the two is given.
pub(super) fn complete(said: &mut Map<String, Value>, mut given: Map<String, Value>) {
    let text = |given: &Map<String, Value>, name: &str| given.get(name).and_then(Value::as_str).map(str::to_owned);
    if let Some(description) = text(&given, "description") {
        given.insert("description".into(), html(&description).into());
        given.entry("description_text").or_insert_with(|| plain(&html(&description)).into());
    } else if let Some(typed) = text(&given, "description_text") {
        given.insert("description".into(), html(&typed).into());
    }
    said.extend(given);
}
