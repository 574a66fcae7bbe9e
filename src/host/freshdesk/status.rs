//! A ticket's status, by the buttons that are named after it.

use super::Freshdesk;
use super::action::{Deed, Nothing};
use super::update::UpdateTicket;
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::Value;

/// The button "Close" (Practice › What real Freshdesk apps do; FD-05).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Close {
    /// The ticket's ID.
    pub ticket: u64,
}

/// A ticket becomes resolved (Freshdesk › onTicketUpdate; FD-05).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolve {
    /// The ticket's ID.
    pub ticket: u64,
}

/// A ticket becomes open again (Freshdesk › onTicketUpdate; FD-05).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopen {
    /// The ticket's ID.
    pub ticket: u64,
}

/// One of the three: the status that it sets, and its hook.
macro_rules! sets_status {
    ($($name:ident: $status:literal, $hook:literal;)*) => {
        $(impl Deed for $name {
            fn hook(&self) -> Option<&'static str> {
                Some($hook)
            }

            fn ticket(&self) -> Option<u64> {
                Some(self.ticket)
            }

            fn payload(&self, freshdesk: &Freshdesk) -> Value {
                self.update().payload(freshdesk)
            }

            fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
                self.update().changes_nothing(freshdesk)
            }

            fn carry_out(&self, freshdesk: &mut Freshdesk, now: Instant, out: &mut Vec<Effect>) {
                self.update().carry_out(freshdesk, now, out);
            }
        }

        impl $name {
            fn update(&self) -> UpdateTicket {
                UpdateTicket::of(self.ticket, "status", $status)
            }
        })*
    };
}

sets_status! {
    Close: "Close", "ticket.closeTicketClick";
    Resolve: "Resolved", "ticket.propertiesUpdated";
    Reopen: "Open", "ticket.propertiesUpdated";
}
