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
