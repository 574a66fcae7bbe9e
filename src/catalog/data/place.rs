use super::payload::{Payload, is_false};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The page on which a location's widgets are alive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Page {
    /// Every page of the product.
    Product,
    /// The extension's own configuration tab.
    ExtensionPreference,
    /// A ticket's detail page.
    TicketDetail,
    /// One thread on a ticket's detail page.
    TicketThread,
    /// The form that adds a ticket.
    TicketForm,
    /// A contact's detail page.
    ContactDetail,
    /// The form that adds a contact.
    ContactForm,
    /// An account's detail page.
    AccountDetail,
    /// The form that adds an account.
    AccountForm,
    /// A company's detail page.
    CompanyDetail,
    /// The list of contacts.
    ContactList,
    /// The list of companies.
    CompanyList,
    /// The form that sends an email.
    EmailForm,
}

impl Page {
    /// Whether it stands for all pages.
    #[must_use]
    pub fn is_product(self) -> bool {
        self == Self::Product
    }
}

/// A place of the user interface at which a widget may live.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Location {
    /// As a manifest writes it.
    pub name: String,
    /// A few words.
    pub title: String,
    /// What it looks like and what it is for.
    pub text: String,
    /// The page on which its widgets are alive (LOC-06).
    pub page: Page,
    /// The module of a Freshdesk manifest under which it is declared (FD-14); empty where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub module: String,
    /// Whether its widgets are alive without being picked and never die with a page.
    #[serde(default, skip_serializing_if = "is_false")]
    pub always_alive: bool,
    /// Whether its widgets load only when the agent picks them (LOC-06, LOC-08).
    #[serde(default, skip_serializing_if = "is_false")]
    pub picked: bool,
    /// The limit of how many extensions may be active there at a time (LOC-03); `None` where any number may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<String>,
    /// The profile that reaches it whatever the extension's visibility (LOC-05).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open_to: Option<String>,
    /// Whether it is there only once all mandatory params of the extension are set (LOC-05).
    #[serde(default, skip_serializing_if = "is_false")]
    pub once_configured: bool,
    /// The only events and hooks for which the location is known at all (LOC-07); empty for the locations of the table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<String>,
    /// Rules that bear on it.
    pub rules: Vec<String>,
    /// Page and section.
    pub sources: Vec<String>,
    /// Whether no page documents it: real extensions live there.
    #[serde(default, skip_serializing_if = "is_false")]
    pub derived: bool,
    /// Whether the model plays it so far.
    #[serde(default, skip_serializing_if = "is_false")]
    pub played: bool,
    /// The catalogue's file.
    #[serde(default)]
    pub file: String,
}

/// Something that a widget may ask for with `ZOHODESK.get`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Property {
    /// As it is asked for, for example `ticket.cf`.
    pub name: String,
    /// The page's own word for it, where that differs: `customField`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listed_as: Option<String>,
    /// What it holds.
    pub text: String,
    /// Whether Desk itself gives it or counts it, so that no form has a field for it (derived).
    #[serde(default, skip_serializing_if = "is_false")]
    pub given: bool,
    /// Whether it stands for a whole object: its value holds every documented property of the object under the property's own name.
    #[serde(default, skip_serializing_if = "is_false")]
    pub whole: bool,
    /// The shape of the value.
    pub value: Payload,
    /// The value that the page shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sample: Option<Value>,
    /// From where it may be read; `None` where the page names no locations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locations: Option<Vec<String>>,
    /// Rules that bear on it.
    pub rules: Vec<String>,
    /// Quirks that bear on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quirks: Vec<String>,
    /// Page and section.
    pub sources: Vec<String>,
    /// Whether no page documents it: real widgets ask for it all the same.
    #[serde(default, skip_serializing_if = "is_false")]
    pub derived: bool,
    /// Whether the model plays it so far.
    #[serde(default, skip_serializing_if = "is_false")]
    pub played: bool,
    /// The catalogue's file.
    #[serde(default)]
    pub file: String,
}
