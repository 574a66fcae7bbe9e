use crate::scenario::{Outcome, Scenario};
use cucumber::when;

/// A property of the open ticket is kept: `${name}` in later steps and in fixtures stands for it.
/// On Desk.
///
/// ```gherkin
/// When I keep the ticket's "id" as "ticket"
/// ```
#[when(expr = "I keep the ticket's {string} as {string}")]
fn keep_property(scenario: &mut Scenario, property: String, name: String) -> Outcome {
    scenario.keep_property(&property, name)
}

/// A text is kept: `${name}` in later steps and in fixtures stands for it.
///
/// ```gherkin
/// When I keep "Issue 7 is not resolved yet" as "reason"
/// ```
#[when(expr = "I keep {string} as {string}")]
fn keep_text(scenario: &mut Scenario, text: String, name: String) -> Outcome {
    scenario.keep_text(text, name)
}

/// A value of the event that a widget received last is kept: `${name}` in later steps and in fixtures stands for it.
///
/// ```gherkin
/// When I keep "commentId" of the event "ticket_comment.add" that "crm" at "desk.background" received as "comment"
/// ```
#[when(expr = "I keep {string} of the event {string} that {string} at {string} received as {string}")]
fn keep_received(scenario: &mut Scenario, key: String, event: String, extension: String, location: String, name: String) -> Outcome {
    scenario.keep_received(&key, &event, &extension, &location, name)
}
