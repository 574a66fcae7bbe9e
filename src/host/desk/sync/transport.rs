//! How an answer arrives, before anybody reads what it says (derived, CH-03, CH-16): its kind and its size.

use super::super::Desk;
use crate::catalog::Exchange;
use crate::host::ServiceAnswer;
use serde_json::Value;

impl Desk {
    /// Why an answer is not read at all. One that does not say of which kind it is may be of the documented one.
    pub(super) fn unread(&self, documented: &Exchange, answer: &ServiceAnswer) -> Option<String> {
        let wanted = documented.response.as_ref().map(|body| body.media.as_str())?;
        let content_type = answer.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        let found = content_type.and_then(|(_, value)| value.as_str()).and_then(|value| value.split(';').next()).map(str::trim);
        if let Some(found) = found.filter(|found| !found.eq_ignore_ascii_case(wanted)) {
            return Some(self.catalog.wording("channel.media", &[("found", found), ("wanted", wanted)]));
        }
        let most = self.catalog.limit("channel.answer.size")?.value;
        let is_too_large = bytes(&answer.body) > most.saturating_mul(1_000);
        is_too_large.then(|| self.catalog.wording("channel.size", &[("most", &most.to_string())]))
    }
}

/// How long a body is on its way.
fn bytes(body: &Value) -> u64 {
    let length = body.as_str().map_or_else(|| body.to_string().len(), str::len);
    u64::try_from(length).unwrap_or(u64::MAX)
}
