use serde_json::{Value, json};

/// The account: what is the same for all its tickets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its ID.
    pub id: u64,
    /// Its domain, without a protocol (quirk Q-59).
    pub domain: String,
    /// Where its data lies.
    pub region: String,
    /// The address from which replies leave, unless somebody says another one.
    pub support_email: String,
}

impl Default for Account {
    fn default() -> Self {
        Self { id: 13, domain: "sample.freshdesk.com".into(), region: "US".into(), support_email: "support@sample.freshdesk.com".into() }
    }
}

/// `currentHost`: where an account lies, and which of its modules an app may use (Practice › What real Freshdesk apps do).
#[must_use]
pub fn current_host(domain: &str, modules: &[impl AsRef<str>]) -> Value {
    let modules: Vec<_> = modules.iter().map(AsRef::as_ref).collect();
    json!({"subscribed_modules": modules, "endpoint_urls": endpoint_urls(domain)})
}

/// The addresses of an account.
pub(super) fn endpoint_urls(domain: &str) -> Value {
    json!({"freshdesk": format!("https://{domain}")})
}
