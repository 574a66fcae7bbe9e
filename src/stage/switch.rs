//! Extensions that the agent activates or deactivates.

use super::Stage;
use crate::host::{ActionId, Input};

impl Stage {
    /// The agent activates an extension, or deactivates it: what follows belongs to it, and it ends as any other action.
    pub fn switch(&mut self, told: String, extension: &str, on: bool) -> ActionId {
        let action = self.next_action();
        self.tell(told);
        self.input(Input::Switch { action, extension: extension.to_owned(), on });
        action
    }
}
