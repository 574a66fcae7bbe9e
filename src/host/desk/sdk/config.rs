//! A config param, set by a widget (P, "Extension APIs"; SDK-07, SDK-19).

use super::super::Desk;
use super::calling::{Calling, Done};
use crate::host::Effect;
use crate::spelling::nearest;
use serde_json::{Map, json};

impl Desk {
    /// `ZOHODESK.set("extension.config", {name, value})`: a declared param alone; its server hears of it.
    pub(super) fn set_config(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let (name, value) = (calling.text("name").unwrap_or_default(), calling.text("value").unwrap_or_default());
        if self.param(&calling.extension, name).is_none() {
            out.push(Effect::applied("Q-45"));
            let mut refused = self.refused("config.undeclared", calling, &[("name", name)]);
            let known = self.installation(&calling.extension).into_iter().flat_map(|it| &it.params).map(|param| param.name.as_str());
            refused.reason.extend(nearest(name, known).map(|near| format!(" Did you mean {near}?")));
            return Err(refused);
        }
        self.set_param(calling.now, &calling.extension, name, value.to_owned(), out);
        out.push(Effect::applied("Q-44"));
        let Some(param) = self.param(&calling.extension, name) else { return Ok(Some(Map::new())) };
        let said = self.param_said(&calling.extension, name);
        let told = json!({
            "name": param.name,
            "value": param.value,
            "userDefined": said.is_user_defined(),
            // As the page shows it where there is nothing to choose from.
            "options": said.options().unwrap_or_else(|| "[]".to_owned()),
            "secure": param.secure,
            "mandatory": param.mandatory,
            "varId": self.param_id(&calling.extension, &param.name),
        });
        Ok(Some(Map::from_iter([("extension.config".to_owned(), json!({"data": [told]}))])))
    }
}
