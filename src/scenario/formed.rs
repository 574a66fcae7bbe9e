//! What came of a form: what it holds, what was created, where the agent is.

use super::arguments::{cell, is_as_said};
use super::meant::CUSTOM_FIELDS;
use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::catalog::Kind;
use crate::compare::Options;
use crate::host::Effect;
use crate::host::desk::{Module, Page, Ticket};
use crate::stage::Happened;
use serde_json::Value;
use std::sync::Arc;

impl Scenario {
    /// A field of the open form holds this text, or this JSON.
    pub fn expect_form_field(&mut self, field: &str, expected: &str) -> Outcome {
        self.known_form_field(field)?;
        let found = self.stage.desk().in_field(field);
        self.expect(is_as_said(&found, expected), || format!("the form's \"{field}\" is {found}, not \"{expected}\""))
    }

    /// Since the last action a form's panel heard exactly these changes of a field: in each row of the step's table the old value and the new one.
    pub fn expect_field_changes(&mut self, extension: &str, location: &str, field: &str) -> Outcome {
        let widget = self.widget(extension, location)?;
        let catalog = Arc::clone(&self.catalog);
        let called = |module: &str| catalog.form_event().map(|event| event.called(&[module, field]));
        let mut of_forms = catalog.form_modules().into_iter().filter_map(called);
        let Some(event) = of_forms.find(|event| catalog.may_receive(event, location)) else {
            let near = catalog.form_modules().first().map(|module| format!("desk.{module}.form.rightpanel")).unwrap_or_default();
            return self.wrong(format!("no form's field is heard at {location}"), format!("write the panel of a form, such as \"{near}\""));
        };
        let expected: Vec<_> = self.pairs()?.into_iter().map(|(old, new)| (cell(&old), cell(&new))).collect();
        let heard = self.stage.trace.deliveries(widget, &event).into_iter().filter_map(|payload| payload.as_object()?.values().next());
        let found: Vec<_> = heard.map(|change| (change["oldValue"].clone(), change["newValue"].clone())).collect();
        let told = |changes: &[(Value, Value)]| changes.iter().map(|(old, new)| format!("{old} to {new}")).collect::<Vec<_>>().join(", ");
        let hint = self.why_unheard(widget, &event);
        self.expect(found == expected, || {
            format!("\"{extension}\" at \"{location}\" does not hear {event} of {}, but of {}{hint}", told(&expected), told(&found))
        })
    }

    /// Since the last action one record of this module was created on its form.
    pub fn expect_created(&mut self, module: &str) -> Outcome {
        self.expect_so_many(module, 1)
    }

    /// Since the last action no record of this module was created on its form.
    pub fn expect_none_created(&mut self, module: &str) -> Outcome {
        self.expect_so_many(module, 0)
    }

    fn expect_so_many(&mut self, module: &str, wanted: usize) -> Outcome {
        self.known_form(module)?;
        let found = self.stage.trace.effects().filter(|effect| created(effect, module).is_some()).count();
        let many = |count| if count == 1 { "1 was".to_owned() } else { format!("{count} were") };
        self.expect(found == wanted, || format!("not {wanted} of module {module}, but {} created", many(found)))
    }

    /// A property of the record of this module that was created last is this text, or this JSON.
    pub fn expect_new_property(&mut self, module: &str, property: &str, expected: &str) -> Outcome {
        self.known_form(module)?;
        let id = self.new_record(module)?;
        let Some(filed) = [Module::Contact, Module::Account].into_iter().find(|filed| filed.to_string() == module) else {
            return self.expect_property_of(&id, property, expected);
        };
        self.known_property_of(module, property)?;
        let customer = self.stage.desk().customer(filed, &id);
        let value =
            customer.and_then(|customer| customer.properties.get(property).or_else(|| customer.properties.get("cf")?.get(property)));
        let found = value.cloned().unwrap_or(Value::Null);
        self.expect(is_as_said(&found, expected), || format!("the new {module}'s \"{property}\" is {found}, not \"{expected}\""))
    }

    /// Refuses a property that records of this module do not have.
    fn known_property_of(&mut self, module: &str, property: &str) -> Outcome {
        let catalog = Arc::clone(&self.catalog);
        let name = format!("{module}.{property}");
        if property.starts_with("cf_") || catalog.property(&name).is_some() {
            return Ok(());
        }
        let near = catalog.nearest(Kind::Property, &name).and_then(|near| near.strip_prefix(module)?.strip_prefix('.'));
        let help = near.map_or_else(|| CUSTOM_FIELDS.to_owned(), |near| format!("did you mean `{near}`?"));
        self.wrong(format!("a new {module} has no property \"{property}\""), help)
    }

    /// The new ticket contains what the fixture says.
    pub fn expect_new_ticket(&mut self, fixture: &str) -> Outcome {
        let id = self.new_record("ticket")?;
        let actual = self.stage.desk().ticket(&id).map(Ticket::to_value).unwrap_or_default();
        self.matches("the new ticket", fixture, &actual, Options { containing: true, ..Options::default() })
    }

    /// The ID of the record of this module that was created last.
    fn new_record(&mut self, module: &str) -> Result<String, Failed> {
        let effects = self.stage.trace.entries.iter().rev().filter_map(|entry| match &entry.what {
            Happened::Host(effect) => Some(effect),
            _ => None,
        });
        let id = effects.filter_map(|effect| created(effect, module)).next().map(str::to_owned);
        id.map_or_else(|| self.unmet(format!("no {module} was created on its form")), Ok)
    }

    /// The agent is on the form for a new record.
    pub fn expect_on_form(&mut self, module: &str) -> Outcome {
        self.known_form(module)?;
        self.expect_page(&Page::add_form(module))
    }

    /// The agent is on the edit form of a record.
    pub fn expect_on_edit_form(&mut self, module: &str, id: &str) -> Outcome {
        if module == "ticket" {
            self.known_ticket(id)?;
        }
        self.expect_page(&Page { module: module.to_owned(), ..Page::edit_form(id) })
    }

    /// The agent is on the page of the record that was created last.
    pub fn expect_on_new(&mut self, module: &str) -> Outcome {
        self.known_form(module)?;
        let record = Some(self.new_record(module)?);
        self.expect_page(&Page { module: module.to_owned(), page: "detail".into(), record })
    }

    /// The agent is on a ticket's page.
    pub fn expect_on_ticket(&mut self, id: &str) -> Outcome {
        self.known_ticket(id)?;
        self.expect_page(&Page::ticket(id))
    }

    fn expect_page(&mut self, wanted: &Page) -> Outcome {
        let found = self.stage.desk().page().clone();
        self.expect(found == *wanted, || format!("the agent is on the page {found}, not on the page {wanted}"))
    }
}

/// The ID of what was created, if it is of this module.
fn created<'a>(effect: &'a Effect, of: &str) -> Option<&'a str> {
    match effect {
        Effect::Created { module, id } if module == of => Some(id),
        _ => None,
    }
}
