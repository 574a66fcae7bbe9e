use serde::{Deserialize, Serialize};

/// How a hook's question ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HookEnd {
    /// All who were asked allowed the action.
    Allowed,
    /// One of them refused.
    Refused,
    /// Somebody was silent until the deadline, and nobody refused.
    TimedOut,
}

/// Something of the catalogue that a scenario exercised, as its trace shows. Entries are named as the catalogue names them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Exercise {
    /// A rule or quirk decided.
    Decided(String),
    /// An event was broadcast.
    Broadcast(String),
    /// An event reached a subscriber.
    Heard(String),
    /// A hook asked a subscriber.
    Asked(String),
    /// What was heard or asked was fired by the feature's author alone: the host's own rule for it decided nothing.
    ByHand(String),
    /// A hook's question ended so.
    Ended(String, HookEnd),
    /// A hook asked several subscribers at once.
    AskedSeveral(String),
    /// A widget came alive at a location.
    Alive(String),
    /// A widget that came alive at a location heard an event, or was asked by a hook.
    Reached(String),
    /// A widget read a property.
    Read(String),
    /// An HTTP exchange was made, and answered.
    Exchanged(String),
    /// A widget made a call of the client SDK's, and it was done.
    Called(String),
    /// A text of the host's was shown or answered.
    Told(String),
}
