//! What happens to contacts (Freshdesk › onContactCreate, onContactUpdate; FD-09, FD-10).

use super::action::{Deed, Nothing};
use super::update::Change;
use super::{Agent, Contact, Freshdesk, time};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value, json};

/// A new contact.
#[derive(Debug, Clone, PartialEq)]
pub struct CreateContact {
    /// Its ID; `None` for the next one.
    pub id: Option<u64>,
    /// By the names of the payload.
    pub attributes: Map<String, Value>,
}

/// A contact's details or tags.
#[derive(Debug, Clone, PartialEq)]
pub struct UpdateContact {
    /// The contact's ID.
    pub contact: u64,
    /// What they become, by the names of the payload.
    pub attributes: Map<String, Value>,
}

/// A contact, deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeleteContact {
    /// The contact's ID.
    pub contact: u64,
}

/// A contact, blocked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockContact {
    /// The contact's ID.
    pub contact: u64,
}

/// A contact, whitelisted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhitelistContact {
    /// The contact's ID.
    pub contact: u64,
}

/// A contact, verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivateContact {
    /// The contact's ID.
    pub contact: u64,
}

/// A contact that becomes an agent: no update of the contact (FD-10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MakeAgent {
    /// The contact's ID.
    pub contact: u64,
}

impl Deed for CreateContact {
    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
        let known = self.id.filter(|id| freshdesk.contact(*id).is_some());
        known.map(|id| ("FD-09", format!("there is a contact {id} already: nothing is created")))
    }

    fn carry_out(&self, freshdesk: &mut Freshdesk, now: Instant, out: &mut Vec<Effect>) {
        let id = self.id.unwrap_or_else(|| freshdesk.next_record());
        freshdesk.put_contact(now, id, self.attributes.clone());
        out.push(Effect::Created { module: "contact".into(), id: id.to_string() });
        if let Some(contact) = freshdesk.contact(id) {
            freshdesk.tell(now, "onContactCreate", &json!({"contact": contact.attributes}), out);
        }
    }
}

impl Deed for UpdateContact {
    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
        let none = freshdesk.contact_differences(self).is_empty();
        let nothing = || none.then(|| ("FD-10", "the contact has all of it already: nothing changes".to_owned()));
        freshdesk.no_contact(self.contact).or_else(nothing)
    }

    fn carry_out(&self, freshdesk: &mut Freshdesk, now: Instant, out: &mut Vec<Effect>) {
        let changes = freshdesk.contact_differences(self);
        freshdesk.change_contact(now, self.contact, changes, out);
    }
}

/// The four that say one thing of a contact.
macro_rules! flags {
    ($($name:ident: $key:literal, $flag:expr;)*) => {
        $(impl Deed for $name {
            fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
                let is: fn(&Contact) -> bool = $flag;
                let already = || freshdesk.contact(self.contact).filter(|contact| is(contact));
                freshdesk.no_contact(self.contact).or_else(|| {
                    already().map(|_| ("FD-10", concat!("the contact is ", $key, " already: nothing changes").to_owned()))
                })
            }

            fn carry_out(&self, freshdesk: &mut Freshdesk, now: Instant, out: &mut Vec<Effect>) {
                let change = Change { name: $key.to_owned(), from: false.into(), to: true.into() };
                freshdesk.change_contact(now, self.contact, vec![change], out);
            }
        })*
    };
}

flags! {
    DeleteContact: "deleted", |contact| contact.deleted;
    BlockContact: "blocked", |contact| contact.blocked;
    WhitelistContact: "whitelisted", |contact| contact.whitelisted;
    ActivateContact: "active", |contact| contact.attributes.get("active") == Some(&Value::Bool(true));
}

impl Deed for MakeAgent {
    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
        let already = || freshdesk.contact(self.contact).filter(|contact| contact.agent);
        freshdesk.no_contact(self.contact).or_else(|| already().map(|_| ("FD-10", "the contact is an agent already".to_owned())))
    }

    fn carry_out(&self, freshdesk: &mut Freshdesk, _now: Instant, out: &mut Vec<Effect>) {
        let Some(contact) = freshdesk.contact_mut(self.contact) else { return };
        contact.agent = true;
        let agent = Agent { id: contact.id, name: contact.name().to_owned(), email: contact.email().to_owned() };
        freshdesk.put_agent(agent);
        let what = "a contact that becomes an agent is not updated: no onContactUpdate follows".into();
        out.push(Effect::Decided { rule: "FD-10".into(), what });
    }
}

impl Freshdesk {
    fn no_contact(&self, id: u64) -> Option<Nothing> {
        self.contact(id).is_none().then(|| ("FD-10", format!("there is no contact {id}: nothing changes")))
    }

    /// What a contact does not have yet; custom fields are one detail, told as a whole (derived).
    fn contact_differences(&self, update: &UpdateContact) -> Vec<Change> {
        let Some(contact) = self.contact(update.contact) else { return Vec::new() };
        let held = |name: &str| contact.attributes.get(name).cloned().unwrap_or_default();
        let wanted = |name: &str, value: &Value| match (held(name), value) {
            (Value::Object(mut fields), Value::Object(given)) => {
                fields.extend(given.clone());
                fields.into()
            }
            _ => self.contact_value(name, value),
        };
        let changes =
            update.attributes.iter().map(|(name, value)| Change { name: name.clone(), from: held(name), to: wanted(name, value) });
        changes.filter(|change| change.from != change.to).collect()
    }

    /// A contact changes, and everybody is told.
    fn change_contact(&mut self, now: Instant, id: u64, changes: Vec<Change>, out: &mut Vec<Effect>) {
        let Some(contact) = self.contact_mut(id) else { return };
        contact.attributes.insert("updated_at".into(), time::stamp(now).into());
        for Change { name, to, .. } in &changes {
            let is = to.as_bool().unwrap_or(false);
            match name.as_str() {
                "deleted" => contact.deleted = is,
                "blocked" => contact.blocked = is,
                "whitelisted" => contact.whitelisted = is,
                _ => drop(contact.attributes.insert(name.clone(), to.clone())),
            }
        }
        let mut told = contact.attributes.clone();
        let changes: Map<_, _> = changes.into_iter().map(|change| (change.name, json!([change.from, change.to]))).collect();
        told.insert("changes".into(), changes.into());
        self.tell(now, "onContactUpdate", &json!({"contact": told}), out);
    }
}
