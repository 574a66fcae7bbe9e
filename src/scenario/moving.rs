//! The agent goes from page to page.

use super::meant::meant_one_of;
use super::{Outcome, Scenario};
use crate::host::desk::{Module, Page, ShiftTicket};
use std::sync::Arc;

/// Modules whose records an agent opens by a sentence of their own.
const OPENED: [&str; 3] = ["ticket", "contact", "account"];

/// The event that enumerates what pages there are.
const EVENT: &str = "pageChange";

impl Scenario {
    /// The agent goes to a page of a module that shows no record.
    pub fn open_page(&mut self, page: &str, module: &str) -> Outcome {
        let page = Page { module: module.to_owned(), page: page.to_owned(), record: None };
        self.known_page(&page)?;
        if page.page == "detail" && OPENED.contains(&module) {
            let help = format!("say `the agent opens the {module} \"…\"`");
            return self.wrong(format!("the page \"detail\" of the module \"{module}\" shows one {module}"), help);
        }
        let told = format!("goes to the page {} of the module {}", page.page, page.module);
        self.go_to(page, told)
    }

    /// The agent goes to a page of a module that shows a record.
    pub fn open_record(&mut self, page: &str, module: &str, record: &str) -> Outcome {
        self.sound_id(record, "ID of a record's", "26811000000760569")?;
        let page = Page { module: module.to_owned(), page: page.to_owned(), record: Some(record.to_owned()) };
        self.known_page(&page)?;
        match module {
            "ticket" => self.known_ticket(record)?,
            "contact" => self.known_customer(Module::Contact, record)?,
            "account" => self.known_customer(Module::Account, record)?,
            _ => {}
        }
        let told = format!("goes to the page {} of the module {} with the record {record}", page.page, page.module);
        self.go_to(page, told)
    }

    /// The agent clicks another ticket in the list beside the open one.
    pub fn shift_ticket(&mut self, id: &str) -> Outcome {
        self.open_one()?;
        self.known_ticket(id)?;
        self.act(format!("clicks the ticket {id} in All Tickets"), ShiftTicket { to: id.to_owned() })
    }

    /// Refuses a module or a type of page that the event's page does not enumerate (EVT-32).
    fn known_page(&mut self, page: &Page) -> Outcome {
        // The newer pages' values are meant in every dialect: 2018 tells fewer types of page, and its portal has no fewer.
        let catalog = Arc::clone(&self.setup.catalog);
        let view = catalog.event(EVENT).and_then(|event| event.payload.keys.iter().find(|key| key.key == "currentView"));
        let section = catalog.event(EVENT).and_then(|event| event.sources.first()).map_or("", String::as_str);
        for (key, what, value) in [("module", "module", &page.module), ("page", "type of page", &page.page)] {
            let known = view.and_then(|view| view.keys.iter().find(|it| it.key == key)).into_iter().flat_map(|it| &it.values);
            let known: Vec<_> = known.map(String::as_str).collect();
            if !known.contains(&value.as_str()) {
                let help = format!("{} ({section})", meant_one_of(value, &known));
                return self.wrong(format!("no {what} is called \"{value}\""), help);
            }
        }
        Ok(())
    }
}
