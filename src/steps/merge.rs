use crate::scenario::{Outcome, Scenario};
use cucumber::{then, when};

/// The agent merges a ticket into another, which stays: the hook ticket.merge is asked.
///
/// ```gherkin
/// When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
/// ```
#[when(expr = "the agent merges the ticket {string} into the ticket {string}")]
fn merges(scenario: &mut Scenario, ticket: String, into: String) -> Outcome {
    scenario.merge(&ticket, &into)
}

/// The agent merges the tickets of the table into this one, which stays: the hook ticket.merge is asked once.
///
/// ```gherkin
/// When the agent merges the ticket "26811000000760569" with
///   | 26811000000760577 |
///   | 26811000000760585 |
/// ```
#[when(expr = "the agent merges the ticket {string} with")]
fn merges_several(scenario: &mut Scenario, into: String) -> Outcome {
    scenario.merge_table(&into)
}

/// A ticket is gone from the list: it was merged into another.
///
/// ```gherkin
/// Then the ticket "26811000000760577" is merged into the ticket "26811000000760569"
/// ```
#[then(expr = "the ticket {string} is merged into the ticket {string}")]
fn is_merged(scenario: &mut Scenario, ticket: String, into: String) -> Outcome {
    scenario.expect_merged(&ticket, &into)
}
