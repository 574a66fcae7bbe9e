use super::Clock;
use crate::host::{ActionId, CallId, Wake};

/// Why Freshdesk wants to be woken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// A ticket's first response, or its resolution, is due (FD-05).
    Late {
        /// The ticket's ID.
        ticket: u64,
        /// Which of the two.
        clock: Clock,
    },
    /// What comes alive for an action has had the time to say what it listens to (FD-15).
    Prepared(ActionId),
    /// What an app has scheduled, by its key (FD-15).
    Scheduled(u32),
    /// A function of a server that a page called has had its time (FD-16).
    Invoked(CallId),
}

impl From<Due> for Wake {
    fn from(due: Due) -> Self {
        Self::Freshdesk(due)
    }
}
