//! Config params, over HTTP (P, "Configuration Param API"; REST-07).

use super::super::{Desk, Param};
use super::own::{Answered, Own};
use crate::host::Effect;
use serde_json::{Value, json};

impl Desk {
    /// Params get their values; those that are not there yet are added.
    pub(super) fn params_add(&mut self, own: &Own<'_>, out: &mut Vec<Effect>) -> Answered {
        let text = |variable: &Value, key: &str| variable.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        for variable in own.request.body.get("variables").and_then(Value::as_array).into_iter().flatten() {
            let name = text(variable, "name");
            if self.param(own.extension, &name).is_none() {
                out.push(Effect::applied("Q-45"));
                let param = Param { name: name.clone(), mandatory: false, secure: false, value: None };
                self.declare_param(own.extension.to_owned(), param);
            }
            self.give_param(own.extension, &name, text(variable, "value"), out);
        }
        self.params_get(own, out)
    }

    /// All params of the installation, secure ones among them, in the words of this call.
    pub(super) fn params_get(&mut self, own: &Own<'_>, out: &mut Vec<Effect>) -> Answered {
        out.push(Effect::applied("Q-44"));
        let params = self.installation(own.extension).into_iter().flat_map(|installation| &installation.params);
        Ok(json!({"data": params.map(|param| self.told_param(own.extension, param)).collect::<Vec<_>>()}))
    }

    /// A config param of an installation.
    pub(super) fn param(&self, extension: &str, name: &str) -> Option<&Param> {
        self.installation(extension)?.params.iter().find(|param| param.name == name)
    }

    /// What the manifest says of it, under whichever of the names that the pages have; of a param that no manifest declares, that its server
    /// gives it a value (derived).
    fn told_param(&self, extension: &str, param: &Param) -> Value {
        let config = self.installation(extension).and_then(|it| it.declared.manifest.get("config")?.as_array());
        let declared = config.into_iter().flatten().find(|it| it.get("name").and_then(Value::as_str) == Some(&param.name));
        let said = |names: &[&str]| names.iter().find_map(|name| declared?.get(*name)).filter(|value| !value.is_null());
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        json!({
            "name": param.name,
            "value": param.value,
            "defaultValue": said(&["default", "defaultValue"]).map(text),
            "userDefined": said(&["userdefined", "userDefined"]).and_then(Value::as_bool).unwrap_or_default(),
            "options": said(&["options"]).map(text),
            "secure": param.secure,
            "type": said(&["type"]).map_or_else(|| "text".to_owned(), text),
            "mandatory": param.mandatory,
            "varId": self.derived_id(&format!("{extension}/config/{}", param.name)),
        })
    }
}
