//! Tickets and threads that an extension hands to Desk (P, "Push-Data to Desk"; REST-10).

use super::super::Desk;
use super::own::{Answered, Own};
use crate::host::Effect;
use serde_json::Value;

impl Desk {
    /// What is handed over is imported as what a pull brings; it was looked at as a whole before (CH-03).
    pub(super) fn import_call(&mut self, own: &Own<'_>, out: &mut Vec<Effect>) -> Answered {
        if self.channel(own.extension).is_none() {
            return Err(self.refusal("REST-10", 404, "rest.channel", &[]));
        }
        out.push(Effect::applied("REST-15"));
        self.import(own.now, own.extension, &own.request.body, out);
        Ok(Value::Null)
    }
}
