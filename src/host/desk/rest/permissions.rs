//! The custom permissions of the agent who is logged in (P, "My Custom Permission API"; REST-09).

use super::super::Desk;
use super::own::{Answered, Own};
use crate::host::Effect;
use serde_json::{Value, json};

impl Desk {
    /// Each permission that the extension brings, as it is for the agent: its default state, which resources.json may have as text.
    pub(super) fn permissions_get(&mut self, own: &Own<'_>, _: &mut Vec<Effect>) -> Answered {
        let declared = self.installation(own.extension).and_then(|it| it.declared.resources.get("permissions")?.as_array());
        let on = |state: &Value| state.as_bool().unwrap_or(state == "true");
        let told = declared.into_iter().flatten().filter_map(|it| {
            let name = it.get("apiName")?.as_str()?;
            Some(json!({"apiName": name, "isEnabled": it.get("defaultState").is_some_and(on)}))
        });
        Ok(json!({"data": told.collect::<Vec<_>>()}))
    }
}
