//! The agent at the desk (P, "User Object"; SDK-05, SDK-18).

use super::super::Desk;
use super::reader::{Asking, Values};
use serde_json::{Map, Value, json};

impl Desk {
    /// The agent works in the portal's time zone (derived), which is so many minutes off at this instant.
    pub(super) fn read_user(&self, asking: &Asking<'_>) -> Values {
        let (agent, portal) = (&self.agent, &self.portal);
        let at = jiff::Timestamp::from_millisecond(asking.now.0).unwrap_or_default();
        let minutes = portal.time_zone.to_offset(at).seconds() / 60;
        let own = [
            ("id", json!(agent.id)),
            ("fullName", json!(agent.name)),
            ("email", json!(agent.email)),
            ("tzoffset", json!(minutes.to_string())),
            ("timeZone", json!(portal.time_zone.iana_name().unwrap_or("UTC"))),
            ("portals", Value::Object(Map::from_iter([(portal.name.clone(), json!(portal.org_id.to_string()))]))),
        ];
        Ok(own.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }
}
