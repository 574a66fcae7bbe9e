//! The forms for new records and for a ticket's changes: what they hold while an agent fills them in.

use super::action::Action;
use super::{Desk, Module, Page, Ticket, create, edit};
use crate::catalog::Type;
use crate::host::Effect;
use serde_json::{Map, Value};

/// A form that the agent has open. Its fields bear the names of a record's properties, and custom fields their API names (`cf_…`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Which of the forms that the agent has opened in the course of the day, counted from 1.
    pub number: u32,
    /// The page that it stands on.
    pub page: Page,
    /// What the fields hold; a field that holds nothing is not in it.
    pub values: Map<String, Value>,
    /// The fields that the agent has changed, in the order in which each was set first.
    pub changed: Vec<String>,
}

impl Form {
    /// Whether it adds a record, rather than change one.
    #[must_use]
    pub fn adds(&self) -> bool {
        self.page.page == ADD
    }

    /// What the agent does who submits it as it is now.
    #[must_use]
    pub fn submit(self) -> Action {
        let customer = [Module::Contact, Module::Account].into_iter().find(|module| module.to_string() == self.page.module);
        match (self.adds(), customer) {
            (false, _) => edit::SaveTicket { form: self }.into(),
            (true, Some(module)) => create::CreateCustomer { module, form: self }.into(),
            (true, None) => create::CreateTicket { form: self }.into(),
        }
    }
}

/// As the event `pageChange` calls them (EVT-08).
const ADD: &str = "addForm";
const EDIT: &str = "editForm";

impl Page {
    /// The form for a new record of a module (P, "Ticket Form Page", "Contact Form Page", "Account Form Page").
    #[must_use]
    pub fn add_form(module: impl Into<String>) -> Self {
        Self { module: module.into(), page: ADD.into(), record: None }
    }

    /// The form in which a ticket is edited (H, "Editing a ticket").
    #[must_use]
    pub fn edit_form(ticket: impl Into<String>) -> Self {
        Self { module: "ticket".into(), page: EDIT.into(), record: Some(ticket.into()) }
    }
}

impl Desk {
    /// The form that the agent has open.
    #[must_use]
    pub fn form(&self) -> Option<&Form> {
        self.form.as_ref().filter(|form| form.page == self.page)
    }

    /// Whether a form stands on a page: the pages know those that add a ticket, a contact or an account, and the one that edits a ticket.
    fn has_form(&self, page: &Page) -> bool {
        match page.page.as_str() {
            ADD => self.catalog.form_modules().contains(&page.module.as_str()),
            EDIT => page.module == "ticket",
            _ => false,
        }
    }

    /// Whether a form is open still.
    pub(super) fn has_open(&self, form: &Form) -> bool {
        self.form().is_some_and(|open| open.number == form.number)
    }

    /// Why nothing comes of a form that is not open any more: an agent who leaves it creates and changes nothing (derived).
    pub(super) fn has_left(&self, form: &Form) -> Option<String> {
        (!self.has_open(form)).then(|| "the agent has left the form: nothing comes of it".to_owned())
    }

    /// The agent goes to a page; a form that stands on it is a new one.
    pub(super) fn open_page(&mut self, page: Page, out: &mut Vec<Effect>) {
        let is_new = page != self.page;
        self.go_to(page, out);
        if is_new && self.has_form(&self.page) {
            let values = match self.page.record.as_deref().and_then(|id| self.ticket(id)) {
                Some(ticket) => self.in_form(ticket),
                None => self.in_new_form(&self.page.module),
            };
            self.put_form(values);
        }
    }

    /// The form of this page is there, and holds these values.
    pub(super) fn put_form(&mut self, values: Map<String, Value>) {
        let number = self.form.as_ref().map_or(0, |form| form.number) + 1;
        self.form = Some(Form { number, page: self.page.clone(), values, changed: Vec::new() });
    }

    /// What a new form holds: a ticket is open, of the portal's first department, and by phone (derived: the channel of the pages' sample).
    fn in_new_form(&self, module: &str) -> Map<String, Value> {
        let ticket = [("status", "Open"), ("channel", "Phone"), ("departmentId", &self.portal.department_id)];
        let values = ticket.into_iter().filter(|_| module == "ticket");
        values.map(|(field, value)| (field.to_owned(), value.into())).collect()
    }

    /// What a ticket fills into its form.
    pub(super) fn in_form(&self, ticket: &Ticket) -> Map<String, Value> {
        let of = |field: &str| Some((field.to_owned(), ticket.properties.get(field).filter(|value| !is_empty(value))?.clone()));
        let custom = ticket.properties.get("cf").and_then(Value::as_object).cloned().unwrap_or_default();
        self.catalog.form_fields("ticket").into_iter().filter_map(|(field, _)| of(field)).chain(custom).collect()
    }

    /// What a field holds that holds nothing: text has no letter, anything else is null.
    pub(super) fn empty(&self, module: &str, field: &str) -> Value {
        let text = field.starts_with("cf_") || self.catalog.form_field(module, field).is_some_and(|payload| payload.of == Type::String);
        if text { "".into() } else { Value::Null }
    }

    /// What a field of the open form holds.
    #[must_use]
    pub fn in_field(&self, field: &str) -> Value {
        let Some(form) = self.form() else { return Value::Null };
        form.values.get(field).cloned().unwrap_or_else(|| self.empty(&form.page.module, field))
    }
}

/// Whether a value stands for none.
pub(super) fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_str() == Some("")
}
