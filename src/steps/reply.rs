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

/// The agent replies to the open ticket's customer and sends a file along; a channel may take none (CH-18).
///
/// ```gherkin
/// When the agent replies "This is how to do it" with the attachment "photo.png"
/// ```
#[when(expr = "the agent replies {string} with the attachment {string}")]
fn replies_with_attachment(scenario: &mut Scenario, content: String, name: String) -> Outcome {
    scenario.reply_with_attachment(content, name)
}

/// The agent replies to the open ticket's customer and sends the table's files along: their names, and how many bytes they have.
///
/// ```gherkin
/// When the agent replies "This is how to do it" with the attachments
///   | photo.png  | 20480 |
///   | manual.pdf | 81920 |
/// ```
#[when(expr = "the agent replies {string} with the attachments")]
fn replies_with_attachments(scenario: &mut Scenario, content: String) -> Outcome {
    scenario.reply_with_attachments(content)
}

/// The agent writes a reply on a channel's ticket anew that the service has already: where its channel lets replies be edited (updateRecords), it is
/// pushed again (CH-23).
///
/// ```gherkin
/// When the agent edits the reply "Please send it in" to "Please bring it to the shop"
/// ```
#[when(expr = "the agent edits the reply {string} to {string}")]
fn edits_reply(scenario: &mut Scenario, says: String, content: String) -> Outcome {
    scenario.edit_reply(&says, content)
}
