//! An installation's storage, as its widgets reach it; their extension's server reaches the same one (SDK-15, REST-06).

use super::super::{Desk, Stored, Wanted};
use super::calling::{Calling, Done, Refused};
use crate::host::Effect;
use serde_json::{Map, Value, json};

impl Desk {
    /// `ZOHODESK.get("database", …)`
    pub(super) fn read_storage(&mut self, calling: &Calling, _: &mut Vec<Effect>) -> Done {
        self.has_storage(calling)?;
        let number = |name: &str| calling.value.get(name).and_then(Value::as_u64).and_then(|number| usize::try_from(number).ok());
        let wanted = wanted(&calling.value);
        let found = self.stored(&calling.extension, &wanted, number("from"), number("limit"));
        Ok(answer("database.get", found.map(Stored::told).collect()))
    }

    /// `ZOHODESK.set("database", …)`
    pub(super) fn write_storage(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        self.has_storage(calling)?;
        let mut told = Vec::new();
        for given in each(&calling.value) {
            let text = |key: &str| given.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            let value = given.get("value").and_then(Value::as_object).cloned().unwrap_or_default();
            let object = Stored { key: text("key"), queriable_value: text("queriableValue"), value };
            told.push(object.told());
            if self.store(&calling.extension, object) {
                out.push(Effect::applied("Q-66"));
            }
        }
        Ok(answer("database.set", told))
    }

    /// `ZOHODESK.delete("database", …)`
    pub(super) fn delete_storage(&mut self, calling: &Calling, _: &mut Vec<Effect>) -> Done {
        self.has_storage(calling)?;
        if each(&calling.value).iter().any(|given| wanted(given).is_anything()) {
            return Err(self.misshapen(calling, "neither key nor queriableValue is given"));
        }
        let gone = each(&calling.value).iter().flat_map(|given| self.take_stored(&calling.extension, &wanted(given)));
        let told = gone.map(|object| object.told()).collect();
        Ok(answer("database.delete", told))
    }

    fn has_storage(&self, calling: &Calling) -> Result<(), Refused> {
        let says = self.installation(&calling.extension).and_then(|it| it.declared.manifest.get("storage")).and_then(Value::as_bool);
        if says == Some(false) { Err(self.refused("storage.off", calling, &[])) } else { Ok(()) }
    }
}

fn each(value: &Value) -> &[Value] {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice)
}

fn wanted(value: &Value) -> Wanted<'_> {
    let text = |name: &str| value.get(name).and_then(Value::as_str);
    Wanted { key: text("key"), queriable_value: text("queriableValue") }
}

fn answer(name: &str, data: Vec<Value>) -> Option<Map<String, Value>> {
    Some(Map::from_iter([(name.to_owned(), json!({"data": data}))]))
}
