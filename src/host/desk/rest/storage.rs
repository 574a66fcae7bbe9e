//! An installation's storage, over HTTP (P, "Storage API"; REST-06).

use super::super::{Desk, Stored};
use super::own::{Answered, Own};
use crate::host::Effect;
use serde_json::{Value, json};

impl Desk {
    /// The object is stored, and answered.
    pub(super) fn storage_add(&mut self, own: &Own<'_>, out: &mut Vec<Effect>) -> Answered {
        let text = |key: &str| own.request.body.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let value = own.request.body.get("value").and_then(Value::as_object).cloned().unwrap_or_default();
        let object = Stored { key: text("key"), queriable_value: text("queriableValue"), value };
        if self.installed(own.extension).storage.iter().any(|known| known.key == object.key) {
            out.push(Effect::applied("Q-66"));
        }
        let answer = object.told();
        self.store(own.extension, object);
        Ok(answer)
    }

    /// The objects of a key or a group, in the order in which they came; `from` counts from 1 (derived).
    pub(super) fn storage_get(&mut self, own: &Own<'_>, _: &mut Vec<Effect>) -> Answered {
        let fits = |name: &str, value: &str| own.request.param(name).is_none_or(|wanted| wanted == value);
        let number = |name: &str| own.request.param(name).and_then(|text| text.parse::<usize>().ok());
        let all = self.installation(own.extension).into_iter().flat_map(|installation| &installation.storage);
        let found = all.filter(|object| fits("key", &object.key) && fits("queriableValue", &object.queriable_value));
        let part = found.skip(number("from").unwrap_or_default().saturating_sub(1)).take(number("limit").unwrap_or(usize::MAX));
        Ok(json!({"data": part.map(Stored::told).collect::<Vec<_>>()}))
    }

    /// The object of a key is gone; where there is none, it is gone already (derived).
    pub(super) fn storage_delete(&mut self, own: &Own<'_>, _: &mut Vec<Effect>) -> Answered {
        let key = own.request.param("key").unwrap_or_default();
        self.installed(own.extension).storage.retain(|object| object.key != key);
        Ok(Value::Null)
    }
}
