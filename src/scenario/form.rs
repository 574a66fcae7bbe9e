//! What the agent does in the forms for new records, and in a ticket's edit form.

use super::arguments::cell;
use super::meant::{CUSTOM_FIELDS, meant_key};
use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::catalog::{Catalog, Payload, Type, violations};
use crate::host::desk::{CloneTicket, Entry, FillIn, Filling, Form, Page};
use crate::spelling::nearest;
use serde_json::Value;
use std::sync::Arc;

impl Scenario {
    /// The agent goes to the form for a new record.
    pub fn open_form(&mut self, module: &str) -> Outcome {
        self.known_form(module)?;
        self.go_to(Page::add_form(module), format!("opens the form for a new {module}"))
    }

    /// The agent goes to the open ticket's edit form.
    pub fn open_edit_form(&mut self) -> Outcome {
        let ticket = self.open_one()?;
        self.go_to(Page::edit_form(ticket), "opens the edit form of the ticket".into())
    }

    /// The agent clones the open ticket.
    pub fn clone_ticket(&mut self) -> Outcome {
        let ticket = self.open_one()?;
        self.act("clones the ticket".into(), CloneTicket { ticket })
    }

    /// The agent types into a field of the open form.
    pub fn type_into(&mut self, field: &str, text: &str) -> Outcome {
        let entry = self.typed(field, text)?;
        self.act(format!("types \"{text}\" into {field}"), FillIn { entries: vec![entry] })
    }

    /// The agent takes away what a field of the open form holds.
    pub fn clear_field(&mut self, field: &str) -> Outcome {
        self.known_form_field(field)?;
        let entry = Entry { field: field.to_owned(), how: Filling::Cleared };
        self.act(format!("clears {field}"), FillIn { entries: vec![entry] })
    }

    /// The agent picks what a field of the open form holds.
    pub fn pick_in_field(&mut self, field: &str, value: &str) -> Outcome {
        let entry = self.picked(field, value)?;
        self.act(format!("picks \"{value}\" in {field}"), FillIn { entries: vec![entry] })
    }

    /// The agent fills in the fields of the step's table: text letter by letter in the place of what is there, anything else at one stroke.
    pub fn fill_in(&mut self) -> Outcome {
        let pairs = self.pairs()?;
        self.fill_in_all(pairs.into_iter().map(|(field, text)| (field, Value::String(text))).collect())
    }

    /// The agent fills in the fields of a fixture.
    pub fn fill_in_from(&mut self, fixture: &str) -> Outcome {
        let fields = self.fixture_object(fixture, "fields", "{\"subject\": \"…\", \"priority\": \"…\"}")?;
        self.fill_in_all(fields.into_iter().collect())
    }

    fn fill_in_all(&mut self, fields: Vec<(String, Value)>) -> Outcome {
        let mut entries = Vec::new();
        for (field, value) in &fields {
            match (self.known_form_field(field)?, value) {
                (Some(holds), value) if is_picked(&holds, field) => {
                    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    entries.push(self.picked(field, &text)?);
                }
                (_, Value::String(text)) => {
                    entries.push(Entry { field: field.clone(), how: Filling::Cleared });
                    entries.push(self.typed(field, text)?);
                }
                (Some(holds), other) => {
                    entries.push(Entry { field: field.clone(), how: Filling::Picked(self.sound(field, other.clone(), &holds)?) })
                }
                (None, other) => entries.push(Entry { field: field.clone(), how: Filling::Picked(other.clone()) }),
            }
        }
        let told: Vec<_> = fields.iter().map(|(field, _)| field.as_str()).collect();
        self.act(format!("fills in {}", told.join(", ")), FillIn { entries })
    }

    /// The agent submits the open form.
    pub fn submit_form(&mut self) -> Outcome {
        let form = self.open_form_or_why()?;
        self.sound_assignment(&form)?;
        self.act("submits the form".into(), form.submit())
    }

    /// Refuses to assign a ticket to an agent of a team that the agent does not belong to.
    fn sound_assignment(&mut self, form: &Form) -> Outcome {
        let desk = self.stage.desk();
        let held = |field: &str| form.values.get(field).and_then(Value::as_str);
        let agent = desk.agents().find(|agent| held("assigneeId") == Some(&agent.id)).cloned();
        let team = desk.teams().iter().find(|team| held("teamId") == Some(&team.id)).cloned();
        let set = ["assigneeId", "teamId"].iter().any(|field| form.changed.iter().any(|changed| changed == field));
        match (agent, team) {
            (Some(agent), Some(team)) if set => self.known_member((&agent.name, &agent.id), (&team.name, &team.id)),
            _ => Ok(()),
        }
    }

    fn typed(&mut self, field: &str, text: &str) -> Result<Entry, Failed> {
        match self.known_form_field(field)? {
            Some(holds) if is_picked(&holds, field) => {
                let like = holds.values.first().or(holds.shown.first()).map_or("…", String::as_str).to_owned();
                self.wrong(
                    format!("nobody types into the field \"{field}\""),
                    format!("say `the agent picks \"{like}\" in the field \"{field}\"`"),
                )
            }
            _ => Ok(Entry { field: field.to_owned(), how: Filling::Typed(text.to_owned()) }),
        }
    }

    fn picked(&mut self, field: &str, text: &str) -> Result<Entry, Failed> {
        let holds = self.known_form_field(field)?;
        let how = match (field, holds) {
            ("dueDate", _) => Filling::Dated(self.date_and_time(text)?),
            ("assigneeId", _) => Filling::Picked(self.known_agent(text)?.into()),
            ("teamId", _) => Filling::Picked(self.known_team(text)?.into()),
            (_, None) => Filling::Picked(cell(text)),
            (_, Some(holds)) => {
                let is_text = matches!(holds.of, Type::String | Type::Digits);
                let value = if is_text { Value::String(text.to_owned()) } else { cell(text) };
                Filling::Picked(self.sound(field, value, &holds)?)
            }
        };
        Ok(Entry { field: field.to_owned(), how })
    }

    /// Refuses a value that the field may not hold.
    fn sound(&mut self, field: &str, value: Value, holds: &Payload) -> Result<Value, Failed> {
        match violations(holds, &value).first() {
            None => Ok(value),
            Some(violation) => {
                let wanted = holds.of.word();
                self.wrong(format!("the field \"{field}\" cannot hold {value}: {}", violation.text), format!("write {wanted}"))
            }
        }
    }

    /// The form that the agent has open.
    pub(super) fn open_form_or_why(&mut self) -> Result<Form, Failed> {
        match self.stage.desk().form().cloned() {
            Some(form) => Ok(form),
            None => self.wrong("no form is open", "say `the agent goes to the form for a new ticket` before"),
        }
    }

    /// Refuses a module that has no form for new records.
    pub(super) fn known_form(&mut self, module: &str) -> Outcome {
        let catalog = Arc::clone(&self.catalog);
        let known = catalog.form_modules();
        if known.contains(&module) {
            return Ok(());
        }
        let otherwise = format!("write one of {} (Events › On changing the value in a field)", known.join(", "));
        let help = meant_key(module, known.iter().copied(), otherwise);
        self.wrong(format!("there is no form for a new {module}"), help)
    }

    /// What a field of the open form may hold; a custom field may hold anything. Refuses a field that it does not have.
    pub(super) fn known_form_field(&mut self, field: &str) -> Result<Option<Payload>, Failed> {
        let form = self.open_form_or_why()?;
        let catalog = Arc::clone(&self.catalog);
        let module = form.page.module.as_str();
        match catalog.form_field(module, field) {
            Some(holds) => Ok(Some(holds.clone())),
            None if is_custom(field) => Ok(None),
            None => self.wrong(format!("a {module}'s form has no field \"{field}\""), near_field(&catalog, module, field)),
        }
    }
}

/// Whether a field is filled in at one stroke: its values are shown by the pages, or it holds no text of its own, or it has a calendar.
fn is_picked(holds: &Payload, field: &str) -> bool {
    holds.of != Type::String || !holds.values.is_empty() || !holds.shown.is_empty() || field == "dueDate"
}

/// A custom field's API name is `cf_` with letters, digits and `_` behind it: it becomes a part of an event's name.
fn is_custom(field: &str) -> bool {
    field.strip_prefix("cf_").is_some_and(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'))
}

fn near_field(catalog: &Catalog, module: &str, field: &str) -> String {
    let fields = catalog.form_fields(module);
    let page = catalog.form_source(module).map(|source| format!(" ({source})")).unwrap_or_default();
    nearest(field, fields.iter().map(|(name, _)| *name))
        .map_or_else(|| format!("{CUSTOM_FIELDS}{page}"), |near| format!("did you mean `{near}`{page}?"))
}
