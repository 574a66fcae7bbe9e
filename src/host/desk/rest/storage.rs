//! An installation's storage, over HTTP (P, "Storage API"; REST-06).

use super::super::{Desk, Stored, Wanted};
use super::own::{Answered, Own};
use crate::host::Effect;
use serde_json::{Value, json};

impl Desk {
    /// The object is stored, and answered.
    pub(super) fn storage_add(&mut self, own: &Own<'_>, out: &mut Vec<Effect>) -> Answered {
        let text = |key: &str| own.request.body.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let value = own.request.body.get("value").and_then(Value::as_object).cloned().unwrap_or_default();
        let object = Stored { key: text("key"), queriable_value: text("queriableValue"), value };
        let answer = object.told();
        if self.store(own.extension, object) {
            out.push(Effect::applied("Q-66"));
        }
        Ok(answer)
    }

    /// The objects of a key or a group.
    pub(super) fn storage_get(&mut self, own: &Own<'_>, _: &mut Vec<Effect>) -> Answered {
        let number = |name: &str| own.request.param(name).and_then(|text| text.parse::<usize>().ok());
        let wanted = Wanted { key: own.request.param("key"), queriable_value: own.request.param("queriableValue") };
        let found = self.stored(own.extension, &wanted, number("from"), number("limit"));
        Ok(json!({"data": found.map(Stored::told).collect::<Vec<_>>()}))
    }

    /// The object of a key is gone; where there is none, it is gone already (derived).
    pub(super) fn storage_delete(&mut self, own: &Own<'_>, _: &mut Vec<Effect>) -> Answered {
        let wanted = Wanted { key: Some(own.request.param("key").unwrap_or_default()), queriable_value: None };
        self.take_stored(own.extension, &wanted);
        Ok(Value::Null)
    }
}
