//! What is done on Freshdesk alone.

use super::Stage;
use crate::host::freshdesk::{Action, Put};
use crate::host::{ActionId, Input};

impl Stage {
    /// Somebody does something on Freshdesk: what follows belongs to it.
    pub fn act_on_freshdesk(&mut self, told: String, what: Action) -> ActionId {
        let action = self.next_action();
        self.tell(told);
        self.input(Input::FreshdeskAct { action, what });
        action
    }

    /// Something is there on Freshdesk.
    pub fn put_on_freshdesk(&mut self, what: Put) {
        self.input(Input::Freshdesk(what));
    }
}
