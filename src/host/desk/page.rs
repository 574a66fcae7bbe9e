use crate::catalog;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Where an agent is: a module and a type of page, in the words of the event `pageChange` (EVT-08), and the record that the page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// `ticket`, `contact`, `account`, `dashboard` …
    pub module: String,
    /// `list`, `detail`, `addForm`, `editForm`, `dashboard` …
    pub page: String,
    /// The ID of the record that it shows.
    pub record: Option<String>,
}

impl Page {
    /// The list of tickets, on which a day begins.
    #[must_use]
    pub fn ticket_list() -> Self {
        Self { module: "ticket".into(), page: "list".into(), record: None }
    }

    /// A ticket's detail page.
    #[must_use]
    pub fn ticket(id: impl Into<String>) -> Self {
        Self::detail("ticket", id)
    }

    /// The detail page of a record of any module.
    #[must_use]
    pub fn detail(module: impl ToString, id: impl Into<String>) -> Self {
        Self { module: module.to_string(), page: "detail".into(), record: Some(id.into()) }
    }

    /// The page of an extension's own settings.
    #[must_use]
    pub fn extension(name: impl Into<String>) -> Self {
        Self { module: "extension".into(), page: "detail".into(), record: Some(name.into()) }
    }

    /// The ticket that the page shows.
    #[must_use]
    pub fn shown_ticket(&self) -> Option<&str> {
        self.shown("ticket")
    }

    /// The record of this module whose detail page it is.
    #[must_use]
    pub fn shown(&self, module: &str) -> Option<&str> {
        self.record.as_deref().filter(|_| self.module == module && self.page == "detail")
    }
}

impl Page {
    /// Whether the locations of this kind are on the page (LOC-06).
    #[must_use]
    pub fn has(&self, locations: catalog::Page) -> bool {
        use catalog::Page as At;
        let (module, page) = match locations {
            At::Product => return true,
            At::ExtensionPreference => ("extension", "detail"),
            At::TicketDetail | At::TicketThread => ("ticket", "detail"),
            At::TicketForm => ("ticket", "addForm"),
            At::ContactDetail => ("contact", "detail"),
            At::ContactForm => ("contact", "addForm"),
            At::AccountDetail => ("account", "detail"),
            At::AccountForm => ("account", "addForm"),
            At::CompanyDetail => ("company", "detail"),
            At::ContactList => ("contact", "list"),
            At::CompanyList => ("company", "list"),
            At::EmailForm => ("email", "addForm"),
        };
        self.module == module && self.page == page
    }
}

impl fmt::Display for Page {
    /// `ticket detail 26811000000760569`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.module, self.page)?;
        self.record.iter().try_for_each(|record| write!(f, " {record}"))
    }
}
