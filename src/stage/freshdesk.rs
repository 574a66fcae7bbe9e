//! What is done on Freshdesk alone.

use super::{Happened, Stage};
use crate::host::freshdesk::{Action, Put};
use crate::host::{ActionId, Effect, Input};
use crate::record::Finding;

impl Stage {
    /// Somebody does something on Freshdesk: what follows belongs to it.
    pub fn act_on_freshdesk(&mut self, told: String, what: Action) -> ActionId {
        let action = self.next_action();
        self.tell(told);
        self.input(Input::FreshdeskAct { action, what });
        action
    }

    /// Something that a vendor should know, and that no host has seen.
    pub fn note(&mut self, finding: Finding) {
        self.trace.add(self.now, Happened::Host(Effect::Found(finding)));
    }

    /// Something is there on Freshdesk.
    pub fn put_on_freshdesk(&mut self, what: Put) {
        self.input(Input::Freshdesk(what));
    }
}
