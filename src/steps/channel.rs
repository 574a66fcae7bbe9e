use crate::scenario::{Outcome, Scenario};
use cucumber::{given, when};

/// An extension has a channel: from now on Desk asks its server for news every four minutes (CH-01), and replies leave through it (CH-13).
///
/// ```gherkin
/// Given the extension "chat" has a channel
/// ```
#[given(expr = "the extension {string} has a channel")]
fn has_channel(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.connect(&extension, true)
}

/// An extension has a channel, and the table says more of its configuration, by the keys of resources.json; a list has commas (RES-06).
///
/// ```gherkin
/// Given the extension "chat" has a channel with
///   | contentTypes      | text/plain, text/html |
///   | acceptAttachments | true                  |
/// ```
#[given(expr = "the extension {string} has a channel with")]
fn has_channel_with(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.connect_with(&extension)
}

/// An extension has a channel without an address for pulls: Desk never asks it for news (CH-22).
///
/// ```gherkin
/// Given the extension "chat" has a channel without pulls
/// ```
#[given(expr = "the extension {string} has a channel without pulls")]
fn has_channel_without_pulls(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.connect(&extension, false)
}

/// The agent goes to the page of the ticket that came through a channel under this external ID (CH-07).
///
/// ```gherkin
/// When the agent opens the ticket "c-7" of the channel "chat"
/// ```
#[when(expr = "the agent opens the ticket {string} of the channel {string}")]
fn opens_ticket(scenario: &mut Scenario, ext_id: String, channel: String) -> Outcome {
    scenario.open_channel_ticket(&channel, &ext_id)
}

/// The agent has the open ticket's newest reply sent again: one that has failed is pushed once more (CH-16).
///
/// ```gherkin
/// When the agent sends the failed reply again
/// ```
#[when("the agent sends the failed reply again")]
fn sends_again(scenario: &mut Scenario) -> Outcome {
    scenario.send_again()
}
