//! How an installation is known to its extension's server (P, "Using Desk Invoke API", "Event Callback Request"; REST-03, REST-13, PCB-05).

use super::{Desk, Installation};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Map, Value};
use sha2::Sha256;

/// The first ID of an installation.
const FIRST_INSTALLATION: u64 = 26_811_000_000_800_001;

/// HMAC-SHA-256 in hexadecimal digits.
#[must_use]
pub fn hmac_sha256(key: &[u8], text: &str) -> String {
    // HMAC takes a key of any length.
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap_or_else(|_| unreachable!("HMAC refuses no key"));
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Desk {
    /// What is set for an installation of an extension, which is there from now on.
    pub(super) fn installed(&mut self, extension: &str) -> &mut Installation {
        let next = FIRST_INSTALLATION + 2 * self.installed_so_far;
        let (key, count) = (self.portal.key.to_be_bytes(), &mut self.installed_so_far);
        self.installations.entry(extension.to_owned()).or_insert_with(|| {
            *count += 1;
            let id = next.to_string();
            // An extension that is installed again is another installation.
            Installation { security_context: hmac_sha256(&key, &format!("{extension} {id}")), id, ..Installation::default() }
        })
    }

    /// The extension whose installation a securityContext stands for (REST-03).
    #[must_use]
    pub fn extension_of(&self, security_context: &str) -> Option<&str> {
        let mut known = self.installations.iter();
        known
            .find(|(_, installation)| installation.standing && installation.security_context == security_context)
            .map(|(name, _)| name.as_str())
    }

    /// What every call of Desk's to an extension's server has in its query (CH-01, CH-13).
    pub(super) fn identity(&self, extension: &str) -> Map<String, Value> {
        let context = self.installation(extension).map(|installation| installation.security_context.as_str()).unwrap_or_default();
        let known = [("securityContext", context.into()), ("orgId", self.portal.org_id.to_string().into())];
        known.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
    }
}
