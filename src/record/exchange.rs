use crate::clock::Instant;
use serde::{Deserialize, Serialize};

/// One line of the conversation between the agent, the host, the extensions and the services.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// When, on the virtual clock.
    pub at: Instant,
    /// Who speaks: `agent`, `desk`, `bugtracker`, `clock` …
    pub who: String,
    /// What is said or done, as a person would tell it.
    pub what: String,
    /// The rule that decided here, by its ID in the catalogue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
}
