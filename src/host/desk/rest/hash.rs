//! HASH: how Desk knows that an invoke call is the vendor's (P, "Generate Hash for Invoke API"; REST-02, REST-14).

use super::super::{Desk, hmac_sha256};
use super::refusal::Refusal;
use crate::catalog::Catalog;
use crate::host::{Effect, Request};
use serde_json::{Map, Value};

/// What HASH is made of: `name=value` as it is sent, joined by `&`, in the page's order, for the fields that are sent. securityContext and orgId
/// are no part of it (REST-14).
#[must_use]
pub fn hashed(catalog: &Catalog, fields: &Map<String, Value>) -> String {
    let sent = |name: &str| Some(format!("{name}={}", fields.get(name)?.as_str()?));
    hashed_fields(catalog).filter_map(sent).collect::<Vec<_>>().join("&")
}

/// The fields of the documented form in the page's order: the context of the call comes first, and is not hashed.
fn hashed_fields(catalog: &Catalog) -> impl Iterator<Item = &str> {
    let keys = catalog.exchange("invoke").and_then(|it| it.request.as_ref()).into_iter().flat_map(|body| &body.payload.keys);
    keys.map(|key| key.key.as_str()).filter(|name| *name != SECURITY_CONTEXT)
}

/// The field that stands for the installation.
pub(super) const SECURITY_CONTEXT: &str = "securityContext";

impl Desk {
    /// Refuses a call that does not prove that it is the vendor's.
    pub(super) fn proven(
        &self,
        extension: &str,
        fields: &Map<String, Value>,
        request: &Request,
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let manifest = self.installation(extension).map(|installation| &installation.declared.manifest);
        let secret = manifest.and_then(|manifest| manifest.get("secret")?.as_str()).filter(|secret| !secret.is_empty());
        let Some(secret) = secret else { return Err(self.refusal("REST-02", 401, "rest.secret", &[])) };
        let wanted = hmac_sha256(secret.as_bytes(), &hashed(&self.catalog, fields));
        let given = request.header("HASH").unwrap_or_default().to_ascii_lowercase();
        if !same(wanted.as_bytes(), given.as_bytes()) {
            let sent: Vec<_> = hashed_fields(&self.catalog).filter(|name| fields.contains_key(*name)).collect();
            return Err(self.refusal("REST-02", 401, "rest.hash", &[("fields", &sent.join(", "))]));
        }
        out.push(Effect::Applied { rules: ["REST-02", "REST-14", "Q-43"].map(str::to_owned).into() });
        Ok(())
    }
}

/// Whether two texts are the same, in a time that says nothing of where they differ.
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// The page's own sample; the value was computed with Python's hmac and with openssl.
    #[test]
    fn the_pages_sample_has_the_hash_that_others_compute() {
        let fields = json!({
            "connectionLinkName": "myConnectionLinkName", "headers": "{\"orgId\":376723}", "securityContext": "x", "postBody": "{}",
            "queryParams": "{}", "requestType": "POST", "requestURL": "https://api.google.com/test",
        });
        let text = hashed(Catalog::documented(), fields.as_object().expect("an object"));
        assert_eq!(
            text,
            "requestURL=https://api.google.com/test&requestType=POST&queryParams={}&postBody={}&headers={\"orgId\":376723}\
             &connectionLinkName=myConnectionLinkName"
        );
        assert_eq!(hmac_sha256(b"my_secret_key_238392", &text), "a1df625d33b77472c264beb06579875b88951ba12736dcb2cb416034928c2c42");
    }

    #[test]
    fn only_equal_texts_are_the_same() {
        assert!(same(b"ab", b"ab"));
        for other in ["", "a", "aB", "abc"] {
            assert!(!same(b"ab", other.as_bytes()), "{other}");
        }
    }
}
