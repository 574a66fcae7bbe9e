//! Contacts of Freshdesk, and what becomes of them.

use super::shape::Object;
use crate::host::freshdesk::{
    Action, ActivateContact, BlockContact, CreateContact, DeleteContact, MakeAgent, Put, UpdateContact, WhitelistContact,
};
use crate::scenario::meant::meant;
use crate::scenario::{Failed, Outcome, Scenario};
use serde_json::{Map, Value};

/// What becomes of a contact, beside its details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is deleted.
    Deleted,
    /// It is blocked.
    Blocked,
    /// It is whitelisted.
    Whitelisted,
    /// It is activated.
    Activated,
    /// It becomes an agent.
    Agent,
}

impl Fate {
    fn action(self, contact: u64) -> Action {
        match self {
            Self::Deleted => DeleteContact { contact }.into(),
            Self::Blocked => BlockContact { contact }.into(),
            Self::Whitelisted => WhitelistContact { contact }.into(),
            Self::Activated => ActivateContact { contact }.into(),
            Self::Agent => MakeAgent { contact }.into(),
        }
    }

    fn told(self, name: &str) -> String {
        match self {
            Self::Deleted => format!("deletes the contact {name}"),
            Self::Blocked => format!("blocks the contact {name}"),
            Self::Whitelisted => format!("whitelists the contact {name}"),
            Self::Activated => format!("activates the contact {name}"),
            Self::Agent => format!("makes the contact {name} an agent"),
        }
    }
}

impl Scenario {
    /// A contact with these attributes.
    pub(in crate::scenario) fn put_contact_on_freshdesk(&mut self, id: &str, attributes: Map<String, Value>) -> Outcome {
        let id = self.number(id, "contact")?;
        let attributes = self.sound_attributes(Object::Contact, attributes)?;
        self.stage.put_on_freshdesk(Put::Contact { id, attributes });
        Ok(())
    }

    /// A contact with the attributes of the step's table.
    pub(in crate::scenario) fn put_table_contact_on_freshdesk(&mut self, id: &str) -> Outcome {
        let attributes = self.attributes(Object::Contact)?;
        self.put_contact_on_freshdesk(id, attributes)
    }

    /// A new contact, with the attributes of the step's table.
    pub fn create_contact(&mut self) -> Outcome {
        let mut attributes = self.attributes(Object::Contact)?;
        let id = attributes.shift_remove("id").and_then(|id| id.as_u64());
        self.act_on_freshdesk("a contact is created".into(), CreateContact { id, attributes })
    }

    /// The agent changes a contact's details or tags, as the step's table says.
    pub fn update_contact(&mut self, called: &str) -> Outcome {
        let contact = self.known_contact(called)?;
        let attributes = self.attributes(Object::Contact)?;
        self.act_on_freshdesk(format!("updates the contact {called}"), UpdateContact { contact, attributes })
    }

    /// Something becomes of a contact.
    pub fn decide_on_contact(&mut self, called: &str, fate: Fate) -> Outcome {
        let contact = self.known_contact(called)?;
        self.act_on_freshdesk(fate.told(called), fate.action(contact))
    }

    /// The contact of this name, e-mail address or ID.
    fn known_contact(&mut self, called: &str) -> Result<u64, Failed> {
        if let Some(contact) = self.stage.host().freshdesk().contact_called(called) {
            return Ok(contact.id);
        }
        let known: Vec<_> = self.stage.host().freshdesk().contacts().iter().map(|contact| contact.name().to_owned()).collect();
        let help = meant(called, known.iter().map(String::as_str), "say `Given the contact \"7\" with` and its name in a table before");
        self.wrong(format!("there is no contact \"{called}\""), help)
    }
}
