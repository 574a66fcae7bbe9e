use super::shape::{part, shaped};
use super::{Freshdesk, time};
use crate::catalog::Payload;
use crate::clock::Instant;
use crate::host::desk::put;
use serde_json::{Map, Value, json};

/// A contact: who asks for support (FD-09).
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// Its ID.
    pub id: u64,
    /// By the names of onContactCreate's payload, `custom_fields` (a map) among them.
    pub attributes: Map<String, Value>,
    /// Whether it is in the bin.
    pub deleted: bool,
    /// Whether its tickets are refused.
    pub blocked: bool,
    /// Whether its tickets are never taken for spam.
    pub whitelisted: bool,
    /// Whether it has become an agent.
    pub agent: bool,
}

impl Contact {
    /// The full name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.text("name")
    }

    /// The primary e-mail address.
    #[must_use]
    pub fn email(&self) -> &str {
        self.text("email")
    }

    fn text(&self, name: &str) -> &str {
        self.attributes.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// The contact as plain data, for whoever compares it with a fixture.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let mut value = self.attributes.clone();
        value.extend(
            [("deleted", self.deleted), ("blocked", self.blocked), ("whitelisted", self.whitelisted)]
                .map(|(name, is)| (name.into(), is.into())),
        );
        value.into()
    }
}

/// Whom a ticket is from that says nothing of it (derived).
const SOMEBODY: (&str, &str) = ("Casey Customer", "casey@customer.example");

impl Freshdesk {
    /// The contact with this ID.
    #[must_use]
    pub fn contact(&self, id: u64) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.id == id)
    }

    /// The contact of this name, e-mail address or ID.
    #[must_use]
    pub fn contact_called(&self, called: &str) -> Option<&Contact> {
        self.contacts.iter().find(|it| it.name() == called || it.email() == called || it.id.to_string() == called)
    }

    /// All contacts, in the order in which they came.
    #[must_use]
    pub fn contacts(&self) -> &[Contact] {
        &self.contacts
    }

    pub(super) fn contact_mut(&mut self, id: u64) -> Option<&mut Contact> {
        self.contacts.iter_mut().find(|contact| contact.id == id)
    }

    /// A contact is there, with what every contact has beside what is said (FD-09).
    pub(super) fn put_contact(&mut self, now: Instant, id: u64, given: Map<String, Value>) {
        let stamp = time::stamp(now);
        let Value::Object(mut said) =
            json!({"id": id, "active": false, "language": "en", "created_at": stamp, "updated_at": stamp, "custom_fields": {}})
        else {
            return;
        };
        said.extend(given);
        let attributes = said.into_iter().map(|(name, value)| (name.clone(), self.contact_value(&name, &value)));
        let attributes = self.unset_contact().into_iter().chain(attributes).collect();
        let contact = Contact { id, attributes, deleted: false, blocked: false, whitelisted: false, agent: false };
        put(&mut self.contacts, contact, |known, new| known.id == new.id);
    }

    /// Somebody, for a ticket that names no requester: the same contact each time.
    pub(super) fn some_requester(&mut self, now: Instant) -> u64 {
        let (name, email) = SOMEBODY;
        if let Some(known) = self.contact_called(email) {
            return known.id;
        }
        let id = self.next_record();
        self.put_contact(now, id, Map::from_iter([("name".into(), name.into()), ("email".into(), email.into())]));
        id
    }

    /// A value of an attribute as payloads have it.
    #[must_use]
    pub fn contact_value(&self, name: &str, value: &Value) -> Value {
        match self.contact_shape().and_then(|shape| part(shape, &[name])) {
            Some(shape) => shaped(&self.catalog, shape, value),
            None => value.clone(),
        }
    }

    fn unset_contact(&self) -> Map<String, Value> {
        let unset = self.contact_shape().map(|shape| shaped(&self.catalog, shape, &json!({})));
        unset.and_then(|it| it.as_object().cloned()).unwrap_or_default()
    }

    fn contact_shape(&self) -> Option<&Payload> {
        part(&self.catalog.event("onContactCreate")?.payload, &["data", "contact"])
    }
}
