//! The form in which the agent adds or edits a ticket; no page documents that widgets read it, and real ones do (SDK-15, derived).

use super::super::sdk::Refused;
use super::super::{Desk, Form};
use super::reader::{Asking, One};
use crate::spelling::nearest;
use serde_json::{Map, Value};

/// The module whose forms these are.
const MODULE: &str = "ticket";

impl Desk {
    /// Every field of the form, and the custom ones that hold something.
    pub(super) fn read_form(&self, asking: &Asking<'_>) -> One {
        let form = self.ticket_form(asking)?;
        let mut fields: Map<String, Value> =
            self.catalog.form_fields(MODULE).into_iter().map(|(name, _)| (name.to_owned(), self.in_field(name))).collect();
        fields.extend(form.values.clone());
        Ok(Value::Object(fields))
    }

    pub(super) fn read_form_field(&self, asking: &Asking<'_>) -> One {
        self.ticket_form(asking)?;
        let field = asking.property.split_once('.').map_or("", |(_, field)| field);
        if field.starts_with("cf_") || self.catalog.form_field(MODULE, field).is_some() {
            return Ok(self.in_field(field));
        }
        let known = self.catalog.form_fields(MODULE).into_iter().map(|(name, _)| name);
        let near = nearest(field, known).map(|near| format!(" Did you mean ticketForm.{near}?")).unwrap_or_default();
        Err(self.never_there("SDK-06", "get.unknown-property", &[("property", asking.property)], &near))
    }

    fn ticket_form(&self, asking: &Asking<'_>) -> Result<&Form, Refused> {
        self.form().filter(|form| form.page.module == MODULE).ok_or_else(|| self.not_there(asking, "open form of a ticket"))
    }
}
