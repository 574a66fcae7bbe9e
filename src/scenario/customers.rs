//! Contacts and accounts, and their pages.

use super::arguments::properties;
use super::meant::meant;
use super::{Outcome, Scenario};
use crate::host::Input;
use crate::host::desk::{Customer, Module, Page};
use serde_json::{Map, Value};

impl Scenario {
    /// A contact or an account of which the feature says no more than the ID.
    pub fn put_customer(&mut self, module: Module, id: &str) -> Outcome {
        self.add_customer(module, id, Map::new())
    }

    /// A contact or an account with the properties of the step's table.
    pub fn put_customer_with_table(&mut self, module: Module, id: &str) -> Outcome {
        if self.is_on_freshdesk() {
            return self.put_table_contact_on_freshdesk(id);
        }
        let pairs = self.pairs()?;
        let properties = properties(pairs, &self.catalog, &module.to_string());
        self.add_customer(module, id, properties)
    }

    /// A contact or an account with the properties of a fixture.
    pub fn put_customer_from(&mut self, module: Module, id: &str, fixture: &str) -> Outcome {
        let properties = self.fixture_object(fixture, "properties", "{\"lastName\": \"…\", \"phone\": \"…\"}")?;
        self.add_customer(module, id, properties)
    }

    /// The agent opens the detail page of a contact or an account.
    pub fn open_customer(&mut self, module: Module, id: &str) -> Outcome {
        self.known_customer(module, id)?;
        self.go_to(Page::detail(module, id), format!("opens the {module} {id}"))
    }

    /// Desk has so many contacts in all.
    pub fn expect_contacts(&mut self, wanted: i64) -> Outcome {
        let found: Vec<_> = self.stage.desk().customers_in(Module::Contact).map(Customer::name).collect();
        self.expect(i64::try_from(found.len()) == Ok(wanted), || format!("Desk has {} contacts, not {wanted}: {found:?}", found.len()))
    }

    /// Desk has one contact of a name, with this property.
    pub fn expect_contact(&mut self, name: &str, property: &str, value: &str) -> Outcome {
        let all: Vec<_> = self.stage.desk().customers_in(Module::Contact).cloned().collect();
        let found: Vec<_> = all.iter().filter(|contact| contact.name() == name).collect();
        let names: Vec<_> = all.iter().map(Customer::name).collect();
        let [contact] = found[..] else {
            return self.unmet(format!("Desk has {} contacts \"{name}\", not one; its contacts are {names:?}", found.len()));
        };
        let held = contact.text(property);
        self.expect(held == value, || format!("the \"{property}\" of the contact \"{name}\" is \"{held}\", not \"{value}\""))
    }

    fn add_customer(&mut self, module: Module, id: &str, properties: Map<String, Value>) -> Outcome {
        if self.is_on_freshdesk() {
            return self.put_contact_on_freshdesk(id, properties);
        }
        self.sound_id(id, &format!("ID of {}", a(module)), "26811000000480001")?;
        self.sound_properties(&module.to_string(), &properties)?;
        self.stage.input(Input::PutCustomer { module, id: id.to_owned(), properties });
        Ok(())
    }

    /// Refuses a contact or an account that is not there.
    pub(super) fn known_customer(&mut self, module: Module, id: &str) -> Outcome {
        let desk = self.stage.desk();
        if desk.customer(module, id).is_some() {
            return Ok(());
        }
        let known = desk.customers_in(module).map(|customer| customer.id.as_str());
        let help = meant(id, known, format!("say `Given the {module} \"{id}\"` before"));
        self.wrong(format!("there is no {module} \"{id}\""), help)
    }
}

fn a(module: Module) -> &'static str {
    match module {
        Module::Contact => "a contact",
        Module::Account => "an account",
    }
}
