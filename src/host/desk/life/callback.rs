//! What an extension's server is told of the life of its installation (P, "Event Callback Request"; PCB-01, PCB-02, PCB-05).

use super::super::Desk;
use super::super::sync::For;
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::json;

impl Desk {
    /// Calls back, where the manifest declares a callback for this event.
    pub(in super::super) fn call_back(&mut self, now: Instant, extension: &str, event: &str, out: &mut Vec<Effect>) {
        let exchange = format!("callback.{event}");
        let Some(installation) = self.installation(extension) else { return };
        if self.address_of(extension, &exchange).is_none() {
            if installation.declared.manifest.contains_key("callbackListener") {
                out.push(Effect::Decided { rule: "PCB-02".into(), what: format!("the manifest declares no {event}: it is not called") });
            }
            return;
        }
        out.push(Effect::Applied { rules: ["PCB-01", "PCB-02", "PCB-04", "PCB-05"].map(str::to_owned).into() });
        let body = json!({"event": event, "orgId": self.portal.org_id, "securityContext": installation.security_context});
        self.call_endpoint(now, extension.to_owned(), body, For::Callback(exchange), out);
    }
}
