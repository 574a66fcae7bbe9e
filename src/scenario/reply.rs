//! What the agent does in the reply editor.

use super::{Outcome, Scenario};
use crate::host::desk::ReplyAndClose;

impl Scenario {
    /// The agent replies to the open ticket's customer and closes the ticket with the same button.
    pub fn reply_and_close(&mut self, content: String, cc: String) -> Outcome {
        let ticket = self.open_one()?;
        self.act(format!("replies \"{content}\" and closes the ticket"), ReplyAndClose { ticket, content, cc })
    }
}
