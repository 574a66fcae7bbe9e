//! The open contact, and the open account (P, "Contact Object", "Account Object"; SDK-03, SDK-04, SDK-16, SDK-17).

use super::super::{Customer, Desk, Module};
use super::reader::{Asking, Values};
use serde_json::{Map, Value, json};

impl Desk {
    /// The contact on whose page the agent is.
    pub(super) fn read_contact(&self, asking: &Asking<'_>) -> Values {
        self.read_customer(Module::Contact, asking)
    }

    /// The account on whose page the agent is.
    pub(super) fn read_account(&self, asking: &Asking<'_>) -> Values {
        self.read_customer(Module::Account, asking)
    }

    fn read_customer(&self, module: Module, asking: &Asking<'_>) -> Values {
        let shown = self.page.shown(&module.to_string()).and_then(|id| self.customer(module, id));
        let customer = shown.ok_or_else(|| self.not_there(asking, &format!("open {module}")))?;
        let mut values = self.usual(customer);
        values.extend(customer.properties.clone());
        Ok(values)
    }

    /// What Desk itself gives a customer of whom nothing else is said (derived).
    fn usual(&self, customer: &Customer) -> Map<String, Value> {
        let folder = match customer.module {
            Module::Contact => "Contacts",
            Module::Account => "Accounts",
        };
        let layout = self.derived_id(&format!("{folder}/layout"));
        let nothing = json!({"badPercentage": "0", "okPercentage": "0", "goodPercentage": "0"});
        let flags = ["isAnonymous", "isDeleted", "isEndUser", "isFollowing", "isSpam", "isTrashed"].map(|flag| (flag, json!(false)));
        let given = [
            ("customerHappiness", nothing),
            ("layoutDetails", json!({"id": layout, "layoutName": self.portal.name})),
            ("layoutId", json!(layout)),
            ("link", json!(self.web_address(folder, &customer.id))),
            ("ownerId", json!(self.agent.id)),
        ];
        flags.into_iter().chain(given).map(|(name, value)| (name.to_owned(), value)).collect()
    }
}
