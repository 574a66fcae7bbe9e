use crate::host::desk::Source;
use crate::scenario::{Outcome, Scenario};
use cucumber::{given, then, when};

/// From now on the channel's server sends a browser that looks for a source on to this address (CH-19).
///
/// ```gherkin
/// Given the channel of "chat" sends the browser on to "https://chat.example/rooms/7"
/// ```
#[given(expr = "the channel of {string} sends the browser on to {string}")]
fn sends_on(scenario: &mut Scenario, extension: String, place: String) -> Outcome {
    scenario.channel_sends_on(&extension, place)
}

/// The agent clicks on the link to where the open ticket came from (CH-19): its channel has a redirectUrl.
///
/// ```gherkin
/// When the agent opens the source of the ticket
/// ```
#[when("the agent opens the source of the ticket")]
fn opens_of_ticket(scenario: &mut Scenario) -> Outcome {
    scenario.open_source(Source::Ticket)
}

/// The agent clicks on the link to what the open ticket's customer is in the service (CH-19).
///
/// ```gherkin
/// When the agent opens the source of the customer
/// ```
#[when("the agent opens the source of the customer")]
fn opens_of_customer(scenario: &mut Scenario) -> Outcome {
    scenario.open_source(Source::Customer)
}

/// The agent clicks on the link to where the open ticket's newest thread came from, or went to (CH-19).
///
/// ```gherkin
/// When the agent opens the source of the newest thread
/// ```
#[when("the agent opens the source of the newest thread")]
fn opens_of_newest(scenario: &mut Scenario) -> Outcome {
    scenario.open_source_of_thread(None)
}

/// The agent clicks on the link to where the open ticket's thread that says this came from, or went to (CH-19).
///
/// ```gherkin
/// When the agent opens the source of the thread "It does not charge"
/// ```
#[when(expr = "the agent opens the source of the thread {string}")]
fn opens_of_thread(scenario: &mut Scenario, thread: String) -> Outcome {
    scenario.open_source_of_thread(Some(&thread))
}

/// Since the agent's last action the channel's server was asked once where a source is, with exactly this in the query (CH-25).
///
/// ```gherkin
/// Then the channel of "chat" is asked for the source with
///   | entity   | thread |
///   | id       | m-1    |
///   | parentId | c-7    |
/// ```
#[then(expr = "the channel of {string} is asked for the source with")]
fn asked_for(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.expect_asked_for_source(&extension)
}

/// Since the agent's last action the agent's browser was sent on once, to this address (CH-19).
///
/// ```gherkin
/// Then the browser is sent to "https://chat.example/rooms/7"
/// ```
#[then(expr = "the browser is sent to {string}")]
fn sent_to(scenario: &mut Scenario, place: String) -> Outcome {
    scenario.expect_sent_to(&place)
}
