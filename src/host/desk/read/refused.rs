//! Why a widget gets nothing (SDK-06).

use super::super::Desk;
use super::reader::Asking;
use crate::record::Severity;

/// A promise of the widget's is rejected.
pub(super) struct Refused {
    /// What the widget reads.
    pub(super) reason: String,
    /// What weight it has for its vendor.
    pub(super) severity: Severity,
    /// The rule that decides.
    pub(super) rule: &'static str,
}

impl Refused {
    /// The widget asks for what there never is.
    pub(super) fn for_good(rule: &'static str, reason: String) -> Self {
        Self { reason, severity: Severity::Warning, rule }
    }
}

impl Desk {
    /// What the widget asks for is not there now: many look whether it is by asking.
    pub(super) fn not_there(&self, asking: &Asking<'_>, what: &str) -> Refused {
        let reason = self.catalog.wording("get.not-there", &[("property", asking.property), ("what", what)]);
        Refused { reason, severity: Severity::Note, rule: "SDK-06" }
    }
}
