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

    fn told_param(&self, extension: &str, param: &Param) -> Value {
        let said = self.param_said(extension, &param.name);
        json!({
            "name": param.name,
            "value": param.value,
            "defaultValue": said.default(),
            "userDefined": said.is_user_defined(),
            "options": said.options(),
            "secure": param.secure,
            "type": said.kind(),
            "mandatory": param.mandatory,
            "varId": self.param_id(extension, &param.name),
        })
    }
}
