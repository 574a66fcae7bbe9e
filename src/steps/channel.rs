use crate::scenario::{Exchanging, Outcome, Scenario, Span};
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

/// From now on the channel's server answers every pull, or every push, with a fixture; unsaid, it has no news, and takes no reply. Where it really
/// runs (--endpoint), its answer must contain this.
///
/// ```gherkin
/// Given the channel of "chat" answers the pull with "sync/first-message"
/// ```
#[given(expr = "the channel of {string} answers the {exchange} with {string}")]
fn answers_with(scenario: &mut Scenario, extension: String, exchange: Exchanging, fixture: String) -> Outcome {
    scenario.channel_answers_with(&extension, &exchange, &fixture)
}

/// After the answers that were said before, one a pull or push, the channel's server answers with a fixture.
///
/// ```gherkin
/// Given the channel of "chat" then answers the pull with "sync/second-message"
/// ```
#[given(expr = "the channel of {string} then answers the {exchange} with {string}")]
fn then_answers_with(scenario: &mut Scenario, extension: String, exchange: Exchanging, fixture: String) -> Outcome {
    scenario.channel_then_answers_with(&extension, &exchange, &fixture)
}

/// From now on the channel's server answers every pull, or every push, with the doc string.
/// Where the server really runs (--endpoint), its answer must contain this.
///
/// ```gherkin
/// Given the channel of "chat" answers the push with
///   """json
///   {"extId": "m-2"}
///   """
/// ```
#[given(expr = "the channel of {string} answers the {exchange} with")]
fn answers_with_text(scenario: &mut Scenario, extension: String, exchange: Exchanging) -> Outcome {
    scenario.channel_answers_with_text(&extension, &exchange)
}

/// After the answers that were said before, one a pull or push, the channel's server answers with the doc string.
///
/// ```gherkin
/// Given the channel of "chat" then answers the push with
///   """json
///   {"extId": "m-2"}
///   """
/// ```
#[given(expr = "the channel of {string} then answers the {exchange} with")]
fn then_answers_with_text(scenario: &mut Scenario, extension: String, exchange: Exchanging) -> Outcome {
    scenario.channel_then_answers_with_text(&extension, &exchange)
}

/// From now on the channel's server answers every pull, or every push, with a status and no body.
/// Where the server really runs (--endpoint), a fault like this is played, and nobody is asked.
///
/// ```gherkin
/// Given the channel of "chat" answers the push with the status 503
/// ```
#[given(expr = "the channel of {string} answers the {exchange} with the status {int}")]
fn answers_status(scenario: &mut Scenario, extension: String, exchange: Exchanging, status: i64) -> Outcome {
    scenario.channel_answers_status(&extension, &exchange, status)
}

/// After the answers that were said before, one a pull or push, the channel's server answers with a status and no body.
///
/// ```gherkin
/// Given the channel of "chat" then answers the push with the status 503
/// ```
#[given(expr = "the channel of {string} then answers the {exchange} with the status {int}")]
fn then_answers_status(scenario: &mut Scenario, extension: String, exchange: Exchanging, status: i64) -> Outcome {
    scenario.channel_then_answers_status(&extension, &exchange, status)
}

/// From now on the channel's server answers every pull, or every push, with a fixture after a while.
/// Where the server really runs (--endpoint), a fault like this is played, and nobody is asked.
///
/// ```gherkin
/// Given the channel of "chat" answers the push after 10 seconds with "sync/reply-taken"
/// ```
#[given(expr = "the channel of {string} answers the {exchange} after {duration} with {string}")]
fn answers_after(scenario: &mut Scenario, extension: String, exchange: Exchanging, span: Span, fixture: String) -> Outcome {
    scenario.channel_answers_after(&extension, &exchange, span, &fixture)
}

/// From now on the channel's server answers no pull, or no push.
/// Where the server really runs (--endpoint), a fault like this is played, and nobody is asked.
///
/// ```gherkin
/// Given the channel of "chat" never answers the push
/// ```
#[given(expr = "the channel of {string} never answers the {exchange}")]
fn never_answers(scenario: &mut Scenario, extension: String, exchange: Exchanging) -> Outcome {
    scenario.channel_is_silent(&extension, &exchange)
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
