use crate::scenario::{Outcome, Scenario};
use cucumber::{given, when};

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
