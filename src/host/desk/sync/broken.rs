//! What a vendor should know of an answer that breaks its documented shape (CH-03 … CH-06, CH-15, CH-16).

use crate::catalog::{Catalog, Exchange};
use crate::host::{Effect, ServiceAnswer};
use crate::record::{Finding, Severity};

/// The finding, where the extension's own server gave the answer. What the feature says of a server is its author's wish, and no vendor's concern.
pub(super) fn found(extension: &str, documented: &Exchange, answer: &ServiceAnswer, rule: &str, fault: &str) -> Option<Effect> {
    answer.genuine.then(|| {
        Effect::Found(Finding {
            severity: Severity::Error,
            rule: Some(rule.to_owned()),
            extension: extension.to_owned(),
            location: documented.name.clone(),
            text: format!("its server's answer breaks the documented shape: {fault}"),
            help: Some(format!("mend the server's answer; `deskspec explain {}` shows its shape", documented.name)),
            at: None,
        })
    })
}

/// The rule that an answer breaks at this place: a limit's own, that of external IDs, of tickets or of threads; else the exchange's.
pub(super) fn rule_of<'a>(catalog: &'a Catalog, documented: &'a Exchange, path: &str, fault: &str) -> &'a str {
    let mut limits = documented.limits.iter().filter_map(|id| catalog.limit(id));
    if let Some(limit) = limits.find(|limit| fault.contains(&format!("({})", limit.id))) {
        return &limit.rule;
    }
    let is_id = ["extId", "extParentId"].iter().any(|key| path.ends_with(&format!(".{key}")));
    match documented.name.as_str() {
        "channel.push" => "CH-16",
        _ if is_id && !fault.starts_with("missing") => "CH-06",
        _ if path.starts_with("$.data.tickets[") => "CH-04",
        _ if path.starts_with("$.data.threads[") => "CH-05",
        _ => "CH-03",
    }
}
