//! What comes through Freshdesk's API, or from an automation: nobody clicks, so no interceptor is asked; product events follow all the same.

use super::Freshdesk;
use super::action::{Action, Deed, Nothing};
use crate::clock::Instant;
use crate::host::Effect;

/// An action through the API.
#[derive(Debug, Clone, PartialEq)]
pub struct Api {
    /// What is done.
    pub what: Box<Action>,
}

impl Deed for Api {
    fn ticket(&self) -> Option<u64> {
        self.what.ticket()
    }

    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
        self.what.deed().changes_nothing(freshdesk)
    }

    fn carry_out(&self, freshdesk: &mut Freshdesk, now: Instant, out: &mut Vec<Effect>) {
        self.what.deed().carry_out(freshdesk, now, out);
    }
}
