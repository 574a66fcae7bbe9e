//! What an extension's storage holds, whoever stored it.

use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::compare::Options;
use crate::host::desk::Stored;
use crate::spelling::nearest;
use serde_json::Value;

impl Scenario {
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
}
