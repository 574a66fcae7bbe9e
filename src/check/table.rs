use super::{app, vendor};
use crate::record::{KnownCheck, Severity};

/// One check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// Its ID: the rule of the catalogue that it keeps, or the vendor's own tool's name for it.
    pub rule: &'static str,
    /// How much its findings weigh.
    pub severity: Severity,
    /// What it looks at: a few words.
    pub title: &'static str,
}

impl Check {
    /// Whether the vendor's own tool makes it too.
    #[must_use]
    pub fn is_vendors(&self) -> bool {
        ["zet.", "fdk."].iter().any(|tool| self.rule.starts_with(tool))
    }
}

impl From<&Check> for KnownCheck {
    fn from(check: &Check) -> Self {
        Self { rule: check.rule.into(), title: check.title.into(), severity: check.severity }
    }
}

pub(super) const fn error(rule: &'static str, title: &'static str) -> Check {
    Check { rule, severity: Severity::Error, title }
}

pub(super) const fn warning(rule: &'static str, title: &'static str) -> Check {
    Check { rule, severity: Severity::Warning, title }
}

pub(super) const fn note(rule: &'static str, title: &'static str) -> Check {
    Check { rule, severity: Severity::Note, title }
}

/// What the documents ask for.
const DOCUMENTS: &[Check] = &[
    error("MAN-01", "the manifest and its pages"),
    error("MAN-02", "config params"),
    error("MAN-03", "connections"),
    warning("MAN-04", "names and addresses of callbacks"),
    error("MAN-05", "what is shipped: scripts that lie elsewhere, keys and tokens"),
    error("MAN-07", "the manifest's secret"),
    error("LOC-01", "locations of widgets"),
    error("LOC-03", "how many widgets a location takes"),
    note("LOC-07", "locations that are known for little"),
    error("RES-01", "names of resources"),
    error("RES-02", "fields"),
    error("RES-03", "the webhook"),
    error("RES-04", "the webhook's subscriptions"),
    error("RES-05", "permissions"),
    error("RES-06", "the channel"),
    error("CH-21", "channelState"),
    note("CH-22", "a channel without pulls"),
    error("SDK-01", "scripts, and whether they ask for their App"),
    error("SDK-06", "what is read"),
    error("SDK-07", "config params that scripts use"),
    error("SDK-09", "resources that scripts use"),
    error("SDK-10", "what is invoked"),
    error("SDK-12", "pages of modal boxes"),
    error("SDK-13", "what is set and deleted"),
    error("SDK-14", "where the client SDK lies, and what it has"),
    error("SDK-15", "requests and storage"),
    error("EVT-26", "events and hooks that do not exist"),
    error("EVT-29", "events that cannot reach a widget"),
    error("HOOK-25", "hooks for which a widget is not asked"),
    note("HOOK-09", "handlers of hooks that cannot answer"),
    warning("HOOK-01", "handlers of hooks that let everything through"),
];

/// Every check of a package of Zoho's: the vendor's own tool's, then the documents'.
pub fn checks() -> impl Iterator<Item = &'static Check> {
    vendor::CHECKS.iter().chain(DOCUMENTS)
}

/// Every check of a Freshdesk app, in the same order.
pub fn app_checks() -> impl Iterator<Item = &'static Check> {
    app::VENDOR.iter().chain(app::DOCUMENTS)
}

/// The check of this ID.
pub(super) fn known(rule: &str) -> Option<&'static Check> {
    checks().chain(app_checks()).find(|check| check.rule == rule)
}
