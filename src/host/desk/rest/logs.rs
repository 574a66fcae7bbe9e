//! Logs that an extension writes for the portal's people (P, "Extension Log APIs"; REST-08).

use super::super::Desk;
use super::own::{Answered, Own};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Value, json};

/// One log of an installation's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// Its ID, a string of digits.
    pub id: String,
    /// The ID of the first log of its group; its own where it is that.
    pub parent: String,
    /// What groups it with others.
    pub reference: Option<String>,
    /// In a few words.
    pub title: String,
    /// What is logged.
    pub description: String,
    /// When it was written.
    pub at: Instant,
}

impl Desk {
    /// The logs of an installation that have not expired.
    pub fn logs(&self, extension: &str, now: Instant) -> impl Iterator<Item = &Log> {
        let life = self.catalog.limit("log.expiry").map_or(u64::MAX, |limit| limit.value);
        let all = self.installation(extension).into_iter().flat_map(|installation| &installation.logs);
        all.filter(move |log| now.since(log.at) < life)
    }

    /// The log is written, under its group's first. Desk knows the installation without being told; a group that is full takes no more.
    pub(super) fn log_add(&mut self, own: &Own<'_>, out: &mut Vec<Effect>) -> Answered {
        let text = |key: &str| own.request.body.get(key).and_then(Value::as_str).filter(|text| !text.is_empty()).map(str::to_owned);
        let reference = text("reference");
        let group: Vec<_> = self.logs(own.extension, own.now).filter(|log| reference.is_some() && log.reference == reference).collect();
        let most = self.catalog.limit("log.group").map_or(u64::MAX, |limit| limit.value);
        if group.len() as u64 >= most {
            let known = [("reference", reference.as_deref().unwrap_or_default()), ("count", &group.len().to_string())];
            out.push(Effect::applied("Q-66"));
            return Err(self.refusal("REST-08", 422, "rest.log", &known));
        }
        let first = group.first().map(|log| log.parent.clone());
        let id = self.next_record();
        let (title, description) = (text("title").unwrap_or_default(), text("description").unwrap_or_default());
        let log = Log { parent: first.unwrap_or_else(|| id.clone()), id, reference, title, description, at: own.now };
        out.push(Effect::applied("Q-46"));
        let installation = self.installed(own.extension);
        let answer = json!({
            "logId": log.id,
            "parentLogId": log.parent,
            "extensionName": own.extension,
            "description": log.description,
            "installationId": installation.id,
            "title": log.title,
            "logTime": log.at.to_string(),
        });
        installation.logs.push(log);
        Ok(answer)
    }
}
