use crate::scenario::{Outcome, Scenario};
use cucumber::{given, when};

/// A message of the customer's is a thread of this ticket: from the ticket's e-mail address, to the portal's.
///
/// ```gherkin
/// Given the customer wrote "It does not charge" to the ticket "26811000000760569"
/// ```
#[given(expr = "the customer wrote {string} to the ticket {string}")]
fn customer_wrote(scenario: &mut Scenario, content: String, ticket: String) -> Outcome {
    scenario.put_thread(content, &ticket)
}

/// A message of the customer's is a thread of this ticket, with the table's ID (a string of digits), from, to or cc (comma-separated).
///
/// ```gherkin
/// Given the customer wrote "It does not charge" to the ticket "26811000000760569" with
///   | id | 26811000000783105    |
///   | cc | partner@example.com  |
/// ```
#[given(expr = "the customer wrote {string} to the ticket {string} with")]
fn customer_wrote_with(scenario: &mut Scenario, content: String, ticket: String) -> Outcome {
    scenario.put_thread_with_table(content, &ticket)
}

/// A response template of this name is there for replies, with the table's content, and perhaps an ID (a string of digits).
///
/// ```gherkin
/// Given the response template "Send it in" with
///   | content | Please send it in |
/// ```
#[given(expr = "the response template {string} with")]
fn template(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.put_template(&name)
}

/// The agent writes the open ticket's comment that says the first text anew: the hook ticket.comment.edit is asked.
///
/// ```gherkin
/// When the agent edits the comment "Ask the workshop" to "The workshop waits for a part"
/// ```
#[when(expr = "the agent edits the comment {string} to {string}")]
fn edits_comment(scenario: &mut Scenario, says: String, content: String) -> Outcome {
    scenario.edit_comment(&says, content)
}

/// Somebody comments on the open ticket through Desk's API, for agents only: no hook is asked, and no event follows (EVT-30).
///
/// ```gherkin
/// When the comment "Paid on Monday" is added through the API
/// ```
#[when(expr = "the comment {string} is added through the API")]
fn comment_through_api(scenario: &mut Scenario, content: String) -> Outcome {
    scenario.comment_through_api(content)
}

/// Somebody marks the open ticket as spam through Desk's API: no event follows (EVT-30).
///
/// ```gherkin
/// When the ticket is marked as spam through the API
/// ```
#[when("the ticket is marked as spam through the API")]
fn spam_through_api(scenario: &mut Scenario) -> Outcome {
    scenario.spam_through_api()
}
