//! Contacts and accounts: the people and the companies that tickets and calls belong to.

use super::Desk;
use super::put::put;
use crate::clock::Instant;
use serde_json::{Map, Value, json};
use std::fmt;

/// Where a customer is filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Module {
    /// A person.
    Contact,
    /// A company.
    Account,
}

impl fmt::Display for Module {
    /// As pages and properties name it: `contact`, `account`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Contact => "contact",
            Self::Account => "account",
        })
    }
}

/// A contact or an account. Its properties bear the names of `ZOHODESK.get("contact.<name>")` and `ZOHODESK.get("account.<name>")`
/// (P, "Contact Object", "Account Object").
#[derive(Debug, Clone, PartialEq)]
pub struct Customer {
    /// Which of the two it is.
    pub module: Module,
    /// A string of digits.
    pub id: String,
    /// All properties that are set, `cf` (the map of custom fields) among them.
    pub properties: Map<String, Value>,
}

impl Customer {
    /// A property as text; empty where it is not set.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.properties.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// The numbers at which they are called, as far as they are set.
    pub(super) fn numbers(&self) -> impl Iterator<Item = &str> {
        ["phone", "mobile"].into_iter().map(|name| self.text(name)).filter(|number| !number.is_empty())
    }

    /// First and last name, as far as they are set.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.text("firstName"), self.text("lastName")).trim().to_owned()
    }
}

impl Desk {
    /// The contact or the account with this ID.
    #[must_use]
    pub fn customer(&self, module: Module, id: &str) -> Option<&Customer> {
        self.customers_in(module).find(|customer| customer.id == id)
    }

    /// All contacts or all accounts, in the order in which they came.
    pub fn customers_in(&self, module: Module) -> impl Iterator<Item = &Customer> {
        self.customers.iter().filter(move |customer| customer.module == module)
    }

    pub(super) fn put_customer(&mut self, now: Instant, module: Module, id: String, given: Map<String, Value>) {
        let (custom, own): (Map<_, _>, Map<_, _>) = given.into_iter().partition(|(name, _)| name.starts_with("cf_"));
        let stamp = now.to_string();
        let usual = [("id", json!(id)), ("createdTime", json!(stamp)), ("modifiedTime", json!(stamp)), ("cf", json!({}))];
        let mut properties: Map<String, Value> = usual.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        properties.extend(own);
        if let Some(Value::Object(cf)) = properties.get_mut("cf") {
            cf.extend(custom);
        }
        let customer = Customer { module, id, properties };
        put(&mut self.customers, customer, |known, new| (known.module, &known.id) == (new.module, &new.id));
    }
}
