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

/// The portal's community has a forum topic of this title.
///
/// ```gherkin
/// Given the forum topic "How to reset a phone"
/// ```
#[given(expr = "the forum topic {string}")]
fn topic(scenario: &mut Scenario, title: String) -> Outcome {
    scenario.put_topic(title, String::new())
}

/// The portal's community has a forum topic of this title, with this ID (a string of digits).
///
/// ```gherkin
/// Given the forum topic "How to reset a phone" with the ID "50138000520495421"
/// ```
#[given(expr = "the forum topic {string} with the ID {string}")]
fn topic_with_id(scenario: &mut Scenario, title: String, id: String) -> Outcome {
    scenario.put_topic(title, id)
}

/// The agent goes to a forum topic's page in the community: the event community.topic.loaded follows; widgets of the page before are gone.
///
/// ```gherkin
/// When the agent opens the forum topic "How to reset a phone"
/// ```
#[when(expr = "the agent opens the forum topic {string}")]
fn opens_topic(scenario: &mut Scenario, title: String) -> Outcome {
    scenario.open_topic(&title)
}

/// The agent begins a Remote Assist session from the open ticket's detail view: the event ticket_assist.click follows.
///
/// ```gherkin
/// When the agent opens remote assist
/// ```
#[when("the agent opens remote assist")]
fn opens_assist(scenario: &mut Scenario) -> Outcome {
    scenario.open_assist()
}

/// The agent saves preferences of the user interface (theme, fontFamily, appearance), those of the table: the event user_preference.changed
/// follows.
///
/// ```gherkin
/// When the agent sets the preferences with
///   | theme      | yellow |
///   | fontFamily | Lato   |
/// ```
#[when("the agent sets the preferences with")]
fn sets_preferences(scenario: &mut Scenario) -> Outcome {
    scenario.set_preferences()
}
