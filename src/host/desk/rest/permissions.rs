//! The custom permissions of the agent who is logged in (P, "My Custom Permission API"; REST-09).

use super::super::Desk;
use super::own::{Answered, Own};
use crate::host::Effect;
use serde_json::json;

impl Desk {
    /// Each permission that the extension brings, as it is for the agent.
    pub(super) fn permissions_get(&mut self, own: &Own<'_>, _: &mut Vec<Effect>) -> Answered {
        Ok(json!({"data": self.told_permissions(own.extension)}))
    }
}
