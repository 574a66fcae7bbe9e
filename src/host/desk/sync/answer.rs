//! What counts as an answer of an extension's own server (P, "Sync (Data Transfer)"; C; CH-03 … CH-06, CH-16).

use super::super::Desk;
use crate::host::ServiceAnswer;
use serde_json::Value;

impl Desk {
    /// The answer's body, where it is what the pages document for the exchange; else why it counts for nothing. An answer that breaks its shape in
    /// one place is refused as a whole (derived, CH-03): what it would bring comes again with the next one, since channelState stays.
    pub(super) fn sound_answer(&self, _exchange: &str, answer: Result<ServiceAnswer, String>) -> Result<Value, String> {
        let answer = answer?;
        if answer.status != 200 {
            return Err(self.text_of("channel.status", "${status}", &answer.status.to_string()));
        }
        Ok(answer.body)
    }
}
