use crate::scenario::{Outcome, Scenario};
use cucumber::when;

/// The agent replies to the open ticket's customer and closes the ticket with one button: the hook ticket.replyAndClose is asked, and no other.
///
/// ```gherkin
/// When the agent replies "It has arrived" and closes the ticket
/// ```
#[when(expr = "the agent replies {string} and closes the ticket")]
fn replies_and_closes(scenario: &mut Scenario, content: String) -> Outcome {
    scenario.reply_and_close(content, String::new())
}

/// The agent replies to the open ticket's customer, with copies to these addresses (comma-separated), and closes the ticket with one button.
///
/// ```gherkin
/// When the agent replies "It has arrived" with a copy to "workshop@zylker.example" and closes the ticket
/// ```
#[when(expr = "the agent replies {string} with a copy to {string} and closes the ticket")]
fn replies_with_copy_and_closes(scenario: &mut Scenario, content: String, cc: String) -> Outcome {
    scenario.reply_and_close(content, cc)
}
