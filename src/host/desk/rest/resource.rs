//! What a resource that an extension brings is called in the portal (P, "Retrieving the ID and apiName of a resource"; RES-01).

use super::super::{Desk, hmac_sha256};
use serde_json::Value;

impl Desk {
    /// What `{{fields.NAME.id}}`, `{{fields.NAME.apiName}}` and `{{webhook.NAME.id}}` stand for.
    pub(super) fn resource(&self, extension: &str, kind: &str, name: &str, what: &str) -> Option<String> {
        let declared = self.installation(extension)?.declared.resources.get(kind)?;
        let named = |it: &&Value| it.get("resourceName").and_then(Value::as_str) == Some(name);
        // One webhook is an object; fields are a list.
        let resource = match declared {
            Value::Array(list) => list.iter().find(named)?,
            one => Some(one).filter(named)?,
        };
        match (kind, what) {
            (_, "id") => Some(self.derived_id(&format!("{extension}/{kind}/{name}"))),
            ("fields", "apiName") => Some(api_name(resource.get("displayLabel").and_then(Value::as_str).unwrap_or(name))),
            _ => None,
        }
    }

    /// What may stand behind `fields.` and `webhook.`, as placeholders.
    pub(super) fn resources(&self, extension: &str) -> Vec<String> {
        let declared = |kind: &'static str, what: &'static [&str]| {
            let found = self.installation(extension).and_then(|it| it.declared.resources.get(kind));
            let each = found.into_iter().flat_map(|it| it.as_array().map_or(std::slice::from_ref(it), Vec::as_slice));
            let names = each.filter_map(|it| it.get("resourceName")?.as_str());
            names.flat_map(move |name| what.iter().map(move |what| format!("{kind}.{name}.{what}"))).collect::<Vec<_>>()
        };
        [declared("fields", &["id", "apiName"]), declared("webhook", &["id"])].concat()
    }

    /// An ID of Desk's that follows from what it is of: seventeen digits, as the pages' samples have them.
    pub(super) fn derived_id(&self, of: &str) -> String {
        const DIGITS: u64 = 1_000_000_000_000;
        let hash = hmac_sha256(&self.portal.key.to_be_bytes(), of);
        let number = hash.get(..12).and_then(|start| u64::from_str_radix(start, 16).ok()).unwrap_or_default();
        format!("26811{:012}", number % DIGITS)
    }
}

/// A custom field's API name: its label in small letters, words joined by `_` (derived).
fn api_name(label: &str) -> String {
    let small = label.to_lowercase();
    let words = small.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    format!("cf_{}", words.collect::<Vec<_>>().join("_"))
}
