//! What a resource that an extension brings is called in the portal (P, "Retrieving the ID and apiName of a resource"; RES-01).

use super::super::{Desk, hmac_sha256};

impl Desk {
    /// What `{{fields.NAME.id}}`, `{{fields.NAME.apiName}}` and `{{webhook.NAME.id}}` stand for.
    pub(in super::super) fn resource(&self, extension: &str, kind: &str, name: &str, what: &str) -> Option<String> {
        match (kind, what) {
            ("fields", "id") => self.brought_field(extension, name).map(|field| field.id.clone()),
            ("fields", "apiName") => self.brought_field(extension, name).map(|field| field.api_name.clone()),
            ("webhook", "id") => {
                let installation = self.installation(extension)?;
                let declared = installation.declared.resources.get("webhook")?.get("resourceName")?.as_str();
                installation.webhook.as_ref().filter(|_| declared == Some(name)).map(|webhook| webhook.id.clone())
            }
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
    pub(in super::super) fn derived_id(&self, of: &str) -> String {
        const DIGITS: u64 = 1_000_000_000_000;
        let hash = hmac_sha256(&self.portal.key.to_be_bytes(), of);
        let number = hash.get(..12).and_then(|start| u64::from_str_radix(start, 16).ok()).unwrap_or_default();
        format!("26811{:012}", number % DIGITS)
    }
}
