//! The call on the agent's line (P, "Current Call Object"; SDK-05).

use super::super::Desk;
use super::reader::{Asking, Values};
use serde_json::{Map, json};

impl Desk {
    /// From the first ringing on; nobody's contact where the portal does not know the number.
    pub(super) fn read_call(&self, asking: &Asking<'_>) -> Values {
        let call = self.line().ok_or_else(|| self.not_there(asking, "call on the agent's line"))?;
        let contact = self.caller(call).map(|contact| &contact.id);
        Ok(Map::from_iter([("contactId".to_owned(), json!(contact)), ("number".to_owned(), json!(call.number))]))
    }
}
