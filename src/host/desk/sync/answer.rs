//! What counts as an answer of an extension's own server (P, "Sync (Data Transfer)"; C; CH-03 … CH-06, CH-16).

use super::super::Desk;
use super::exchange::PULL;
use crate::host::ServiceAnswer;
use serde_json::Value;

/// The lists of a sync response, each with the limit of its length (CH-03).
const LISTS: [(&str, &str); 2] = [("tickets", "channel.sync.tickets"), ("threads", "channel.sync.threads")];

impl Desk {
    /// The answer's body, where it is what the pages document for the exchange; else why it counts for nothing. An answer that breaks its shape in
    /// one place is refused as a whole (derived, CH-03): what it would bring comes again with the next one, since channelState stays.
    pub(super) fn sound_answer(&self, exchange: &str, answer: Result<ServiceAnswer, String>) -> Result<Value, String> {
        let answer = answer?;
        if answer.status != 200 {
            return Err(self.text_of("channel.status", "${status}", &answer.status.to_string()));
        }
        let fault = if exchange == PULL { self.fault_in_news(&answer.body) } else { external_id(&answer.body, "extId") };
        fault.map_or(Ok(answer.body), |fault| Err(self.text_of("channel.shape", "${fault}", &fault)))
    }

    fn fault_in_news(&self, news: &Value) -> Option<String> {
        let Some(data) = news.get("data").filter(|data| data.is_object()) else { return Some("it has no \"data\"".into()) };
        LISTS.into_iter().find_map(|(key, limit)| {
            let items = data.get(key).and_then(Value::as_array)?;
            let most = self.catalog.limit(limit).map_or(u64::MAX, |limit| limit.value);
            if items.len() as u64 > most {
                return Some(format!("it has {} {key}, and {most} are the most", items.len()));
            }
            items.iter().enumerate().find_map(|(at, item)| self.fault_in(key, item).map(|fault| format!("{key}[{at}]: {fault}")))
        })
    }

    fn fault_in(&self, list: &str, item: &Value) -> Option<String> {
        let most = self.catalog.limit("channel.ticket.subject").map_or(u64::MAX, |limit| limit.value);
        let subject = item.get("subject").and_then(Value::as_str).map_or(0, |text| text.chars().count() as u64);
        let too_long = || (subject > most).then(|| format!("its subject has {subject} characters, and {most} are the most"));
        let parent = || external_id(item, "extParentId").filter(|_| list == "threads");
        external_id(item, "extId").or_else(parent).or_else(too_long)
    }
}

/// What is wrong with an external ID (P, "External ID": allowed characters; CH-06).
fn external_id(of: &Value, key: &str) -> Option<String> {
    let allowed = |sign: char| sign.is_ascii_alphanumeric() || "@$&+:.{}()#_-".contains(sign);
    match of.get(key).and_then(Value::as_str) {
        None => Some(format!("it has no \"{key}\"")),
        Some(id) if id.is_empty() || !id.chars().all(allowed) => Some(format!("its \"{key}\" cannot be \"{id}\"")),
        Some(_) => None,
    }
}
