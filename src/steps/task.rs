use crate::scenario::{Outcome, Scenario};
use cucumber::{given, then, when};

/// A ticket has a task of this name, which is not completed yet.
///
/// ```gherkin
/// Given the ticket "26811000000760569" has the task "Order a spare part"
/// ```
#[given(expr = "the ticket {string} has the task {string}")]
fn task(scenario: &mut Scenario, ticket: String, subject: String) -> Outcome {
    scenario.put_task(&ticket, &subject)
}

/// The agent marks a task of the open ticket as completed: the event task_Completed follows; the pages document no hook that is asked.
///
/// ```gherkin
/// When the agent marks the task "Order a spare part" as completed
/// ```
#[when(expr = "the agent marks the task {string} as completed")]
fn completes_task(scenario: &mut Scenario, subject: String) -> Outcome {
    scenario.complete_task(subject)
}

/// A task of the open ticket is completed.
///
/// ```gherkin
/// Then the task "Order a spare part" is completed
/// ```
#[then(expr = "the task {string} is completed")]
fn is_completed(scenario: &mut Scenario, subject: String) -> Outcome {
    scenario.expect_task(&subject, true)
}

/// A task of the open ticket is not completed yet.
///
/// ```gherkin
/// Then the task "Order a spare part" is not completed
/// ```
#[then(expr = "the task {string} is not completed")]
fn is_not_completed(scenario: &mut Scenario, subject: String) -> Outcome {
    scenario.expect_task(&subject, false)
}
