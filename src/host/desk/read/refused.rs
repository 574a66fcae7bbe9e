//! Why a widget gets nothing (SDK-06).

use super::super::Desk;
use super::super::sdk::Refused;
use super::reader::Asking;
use crate::record::Severity;

impl Desk {
    /// The widget asks for what there never is.
    pub(super) fn never_there(&self, rule: &'static str, message: &str, values: &[(&str, &str)], hint: &str) -> Refused {
        Refused { reason: self.catalog.wording(message, values) + hint, severity: Severity::Warning, rule: rule.to_owned() }
    }

    /// What the widget asks for is not there now: many look whether it is by asking.
    pub(super) fn not_there(&self, asking: &Asking<'_>, what: &str) -> Refused {
        let reason = self.catalog.wording("get.not-there", &[("property", asking.property), ("what", what)]);
        Refused { reason, severity: Severity::Note, rule: "SDK-06".to_owned() }
    }
}
