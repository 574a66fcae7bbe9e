//! What counts as an answer of an extension's own server (P, "Sync (Data Transfer)"; C; CH-03 … CH-06, CH-16).

use super::super::Desk;
use super::broken;
use super::exchange::said;
use crate::host::{Effect, ServiceAnswer};
use serde_json::Value;

impl Desk {
    /// The answer's body, where it is what the pages document for the exchange; else why it counts for nothing. An answer that breaks its shape in
    /// one place is refused as a whole (derived, CH-03): what it would bring comes again with the next one, since channelState stays.
    pub(super) fn sound_answer(
        &self,
        extension: &str,
        exchange: &str,
        answer: Result<ServiceAnswer, String>,
        out: &mut Vec<Effect>,
    ) -> Result<Value, String> {
        let answer = answer?;
        let Some(documented) = self.catalog.exchange(exchange) else { return Ok(answer.body) };
        // Where no page names a status, any of success is one (derived).
        let is_good = documented.status.map_or((200..300).contains(&answer.status), |status| status == answer.status);
        if !is_good {
            let status = answer.status.to_string();
            let reason = self.catalog.wording(said(exchange, "channel.status", "server.status"), &[("status", &status)]);
            out.extend(broken::found(extension, documented, &answer, &documented.rule, &reason));
            return Err(reason);
        }
        if documented.response.is_none() {
            return Ok(answer.body);
        }
        if let Some(reason) = self.unread(documented, &answer) {
            out.extend(broken::found(extension, documented, &answer, broken::rule_of(&self.catalog, documented, "$", &reason), &reason));
            return Err(reason);
        }
        // The size of lists and the characters of external IDs are part of the shape.
        out.push(Effect::Applied { rules: vec!["CH-03".into(), "CH-06".into()] });
        let found = documented.response.as_ref().map(|body| self.catalog.violations(&body.payload, &answer.body)).unwrap_or_default();
        match found.first() {
            None => Ok(answer.body),
            Some(first) => {
                let rule = broken::rule_of(&self.catalog, documented, &first.path, &first.text);
                out.extend(broken::found(extension, documented, &answer, rule, &first.to_string()));
                Err(self.catalog.wording("channel.shape", &[("fault", &first.to_string())]))
            }
        }
    }
}
