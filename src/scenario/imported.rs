//! What channels brought beside tickets and threads: objects in storages, attachments, contacts.

use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::compare::Options;
use crate::host::ServiceAnswer;
use crate::host::desk::{Fetched, Fetching, Module, Stored};
use crate::spelling::nearest;
use serde_json::Value;

impl Scenario {
    /// From now on a channel's server answers pulls with a fixture whose first ticket and thread stand there so often.
    pub fn channel_answers_with_many(&mut self, extension: &str, tickets: usize, threads: usize, fixture: &str) -> Outcome {
        let body = self.many_like(tickets, threads, fixture)?;
        self.channel_gives(extension, "channel.pull", ServiceAnswer::new(200, body))
    }

    /// A fixture whose first ticket and first thread stand there so often, each with an external ID of its own.
    pub(super) fn many_like(&mut self, tickets: usize, threads: usize, fixture: &str) -> Result<Value, Failed> {
        let mut body = self.fixture_value(fixture)?;
        for (list, count) in [("tickets", tickets), ("threads", threads)] {
            let items = body.pointer_mut(&format!("/data/{list}")).and_then(Value::as_array_mut);
            let Some((items, first)) = items.and_then(|items| items.first().cloned().map(|first| (items, first))) else {
                return self
                    .wrong(format!("the fixture \"{fixture}\" has nothing in data.{list}"), "put one there, of which many are made");
            };
            *items = (1..=count).map(|number| numbered(&first, number)).collect();
        }
        Ok(body)
    }

    /// An extension's storage holds what the fixture says.
    pub fn expect_stored(&mut self, extension: &str, key: &str, fixture: &str) -> Outcome {
        let value = self.stored(extension, key)?;
        self.matches("the stored value", fixture, &value, Options::default())
    }

    /// An extension's storage holds what the doc string says.
    pub fn expect_stored_inline(&mut self, extension: &str, key: &str) -> Outcome {
        let value = self.stored(extension, key)?;
        self.matches_inline("the stored value", &value, Options::default())
    }

    /// An extension's storage has so many objects.
    pub fn expect_objects(&mut self, extension: &str, wanted: i64) -> Outcome {
        let keys: Vec<_> = self.storage(extension)?.into_iter().map(|object| object.key).collect();
        self.expect(i64::try_from(keys.len()) == Ok(wanted), || {
            format!("the storage of \"{extension}\" has {} objects, not {wanted}: {keys:?}", keys.len())
        })
    }

    /// An extension's storage has so many objects of one group.
    pub fn expect_objects_in_group(&mut self, extension: &str, wanted: i64, group: &str) -> Outcome {
        let groups: Vec<_> = self.storage(extension)?.into_iter().map(|object| object.queriable_value).collect();
        let found = groups.iter().filter(|of| *of == group).count();
        self.expect(i64::try_from(found) == Ok(wanted), || {
            format!("the storage of \"{extension}\" has {found} objects in the group \"{group}\", not {wanted}; its groups are {groups:?}")
        })
    }

    fn stored(&mut self, extension: &str, key: &str) -> Result<Value, Failed> {
        let storage = self.storage(extension)?;
        if let Some(object) = storage.iter().find(|object| object.key == key) {
            return Ok(Value::Object(object.value.clone()));
        }
        let near = nearest(key, storage.iter().map(|object| object.key.as_str())).map(|near| format!(" (the nearest key is \"{near}\")"));
        self.unmet(format!("the storage of \"{extension}\" holds nothing under \"{key}\"{}", near.unwrap_or_default()))
    }

    pub(super) fn storage(&mut self, extension: &str) -> Result<Vec<Stored>, Failed> {
        self.parts_of(extension)?;
        Ok(self.stage.desk().installation(extension).map(|installation| installation.storage.clone()).unwrap_or_default())
    }

    /// The open ticket's newest thread has a file that is there.
    pub fn expect_attachment(&mut self, name: &str) -> Outcome {
        let attachment = self.fetched(name)?;
        let told = far(&attachment.state);
        self.expect(matches!(attachment.state, Fetching::Here { .. }), || format!("the attachment \"{name}\" is not there: {told}"))
    }

    /// The open ticket's newest thread has no file that is there.
    pub fn expect_no_attachment(&mut self) -> Outcome {
        let all = self.attachments()?;
        let here: Vec<_> = all.iter().filter(|it| matches!(it.state, Fetching::Here { .. })).map(|it| it.name.as_str()).collect();
        self.expect(here.is_empty(), || format!("the newest thread has the attachments {here:?}"))
    }

    /// A file of the open ticket's newest thread could not be fetched, and this is why.
    pub fn expect_not_fetched(&mut self, name: &str, reason: &str) -> Outcome {
        let attachment = self.fetched(name)?;
        let told = far(&attachment.state);
        self.expect(attachment.state == Fetching::Failed(reason.to_owned()), || {
            format!("the attachment \"{name}\" has not failed with \"{reason}\": {told}")
        })
    }

    fn fetched(&mut self, name: &str) -> Result<Fetched, Failed> {
        let all = self.attachments()?;
        match all.iter().find(|it| it.name == name) {
            Some(found) => Ok(found.clone()),
            None => {
                let names: Vec<_> = all.iter().map(|it| it.name.as_str()).collect();
                self.unmet(format!("the newest thread has no attachment \"{name}\"; it has {names:?}"))
            }
        }
    }

    fn attachments(&mut self) -> Result<Vec<Fetched>, Failed> {
        let ticket = self.open_one()?;
        let newest = self.stage.desk().ticket(&ticket).and_then(|ticket| ticket.threads.last()).map(|it| it.synced.attachments.clone());
        match newest {
            Some(attachments) => Ok(attachments),
            None => self.wrong("the ticket has no thread", "let the channel bring one before"),
        }
    }

    /// Desk has one contact of a name, with this property.
    pub fn expect_contact(&mut self, name: &str, property: &str, value: &str) -> Outcome {
        let all: Vec<_> = self.stage.desk().customers_in(Module::Contact).cloned().collect();
        let found: Vec<_> = all.iter().filter(|contact| contact.name() == name).collect();
        let names: Vec<_> = all.iter().map(crate::host::desk::Customer::name).collect();
        let [contact] = found[..] else {
            return self.unmet(format!("Desk has {} contacts \"{name}\", not one; its contacts are {names:?}", found.len()));
        };
        let held = contact.text(property);
        self.expect(held == value, || format!("the \"{property}\" of the contact \"{name}\" is \"{held}\", not \"{value}\""))
    }
}

/// The first keeps its external ID, so that threads find their ticket.
fn numbered(first: &Value, number: usize) -> Value {
    let mut item = first.clone();
    if let Some(ext_id) = item.get("extId").and_then(Value::as_str).filter(|_| number > 1) {
        item["extId"] = format!("{ext_id}-{number}").into();
    }
    item
}

fn far(state: &Fetching) -> String {
    match state {
        Fetching::Waiting => "it is on its way".into(),
        Fetching::Here { size, content_type } => format!("it is there, {size} bytes of {content_type}"),
        Fetching::Failed(reason) => format!("it could not be fetched: {reason}"),
    }
}
