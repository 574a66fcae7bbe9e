//! What comes to Desk without an agent at it.

use super::{Happened, Stage};
use crate::host::desk::Action;
use crate::host::{ActionId, Input};

impl Stage {
    /// Somebody changes something through Desk's API: what follows belongs to it.
    pub fn act_through_api(&mut self, told: String, what: Action) -> ActionId {
        let action = self.next_action();
        self.trace.mark();
        self.trace.add(self.now, Happened::Outside(told));
        self.input(Input::Act { action, what });
        action
    }
}
