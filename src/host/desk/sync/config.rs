//! What a channel's configuration means for its replies (P, "CHANNEL_INTEGRATION_CONFIGURATION"; RES-06, CH-18, CH-23).

use super::super::Desk;
use serde_json::Value;

/// The rule that has the configuration's keys and defaults.
const CONFIGURATION: &str = "RES-06";

/// What a reply is written in, where the channel takes it (CH-18).
pub(super) const HTML: &str = "text/html";

impl Desk {
    /// What a channel's configuration says under a key; where it says nothing, the catalogue's default.
    fn configured(&self, extension: &str, key: &str) -> Option<&Value> {
        let said = self.installation(extension).and_then(|it| it.declared.resources.get("channel")?.get(key));
        said.or_else(|| {
            let shape = self.catalog.rule(CONFIGURATION)?.declares.as_ref()?;
            shape.keys.iter().find(|known| known.key == key)?.default.as_ref()
        })
    }

    /// Whether a channel's configuration has this: `acceptAttachments`, `updateRecords`, `includeQuotedMessage`.
    pub(super) fn has_configured(&self, extension: &str, key: &str) -> bool {
        self.configured(extension, key) == Some(&Value::Bool(true))
    }

    /// What a channel's replies are written in: HTML where it takes HTML, whatever else it takes (derived), else its first content type.
    pub(super) fn content_type(&self, extension: &str) -> Option<&str> {
        let types = || self.configured(extension, "contentTypes").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        types().find(|of| *of == HTML).or_else(|| types().next())
    }

    /// Whether the channel behind a ticket keeps its replies from something; mails are kept from nothing.
    pub(in super::super) fn channel_forbids(&self, ticket: &str, key: &str) -> bool {
        self.channel_behind(ticket).is_some_and(|extension| !self.has_configured(&extension, key))
    }
}
