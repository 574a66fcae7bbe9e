use crate::host::desk::Delivery;
use crate::scenario::{Exchanging, Outcome, Scenario};
use cucumber::then;

/// Exactly one ticket of the channel has this external ID (CH-07).
///
/// ```gherkin
/// Then Desk has a ticket of the channel "chat" with the external ID "c-7"
/// ```
#[then(expr = "Desk has a ticket of the channel {string} with the external ID {string}")]
fn has_ticket(scenario: &mut Scenario, channel: String, ext_id: String) -> Outcome {
    scenario.expect_channel_ticket(&channel, &ext_id)
}

/// No ticket of the channel has this external ID.
///
/// ```gherkin
/// Then Desk has no ticket of the channel "chat" with the external ID "c-7"
/// ```
#[then(expr = "Desk has no ticket of the channel {string} with the external ID {string}")]
fn has_no_ticket(scenario: &mut Scenario, channel: String, ext_id: String) -> Outcome {
    scenario.expect_no_channel_ticket(&channel, &ext_id)
}

/// Desk has so many tickets, of all channels together.
///
/// ```gherkin
/// Then Desk has 1 ticket
/// ```
#[then(expr = "Desk has {int} ticket(s)")]
fn tickets(scenario: &mut Scenario, count: i64) -> Outcome {
    scenario.expect_tickets(count)
}

/// The channel's last pull carried exactly what the fixture says (CH-01).
///
/// ```gherkin
/// Then the channel of "chat" is pulled with "sync/pull"
/// ```
#[then(expr = "the channel of {string} is pulled with {string}")]
fn pulled_with(scenario: &mut Scenario, extension: String, fixture: String) -> Outcome {
    scenario.expect_pulled_with(&extension, &fixture)
}

/// The channel's last pull carried exactly what the doc string says (CH-01).
///
/// ```gherkin
/// Then the channel of "chat" is pulled with
///   """json
///   {"channelState": "page 2"}
///   """
/// ```
#[then(expr = "the channel of {string} is pulled with")]
fn pulled_inline(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.expect_pulled_inline(&extension)
}

/// Desk has asked the channel for news so often since the scenario began.
///
/// ```gherkin
/// Then the channel of "chat" has been pulled 3 times
/// ```
#[then(expr = "the channel of {string} has been pulled {int} time(s)")]
fn pulled_times(scenario: &mut Scenario, extension: String, count: i64) -> Outcome {
    scenario.expect_pulls(&extension, count)
}

/// Since the agent's last action the channel got one reply, exactly as the fixture says (CH-14).
///
/// ```gherkin
/// Then the channel of "chat" is pushed "sync/reply"
/// ```
#[then(expr = "the channel of {string} is pushed {string}")]
fn pushed(scenario: &mut Scenario, extension: String, fixture: String) -> Outcome {
    scenario.expect_pushed(&extension, &fixture)
}

/// Since the agent's last action the channel got no reply (CH-17).
///
/// ```gherkin
/// Then the channel of "chat" is pushed nothing
/// ```
#[then(expr = "the channel of {string} is pushed nothing")]
fn not_pushed(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.expect_not_pushed(&extension)
}

/// The channel's last pull, or its last push, came to nothing for this reason: nothing was imported, or the reply has failed.
///
/// ```gherkin
/// Then the pull of "chat" fails with "The channel's server answered 503."
/// ```
#[then(expr = "the {exchange} of {string} fails with {string}")]
fn fails_with(scenario: &mut Scenario, exchange: Exchanging, extension: String, reason: String) -> Outcome {
    scenario.expect_exchange_failed(&extension, &exchange, &reason)
}

/// The channel's last pull was answered well, and changed nothing in Desk.
///
/// ```gherkin
/// Then the pull of "chat" brings nothing new
/// ```
#[then(expr = "the pull of {string} brings nothing new")]
fn no_news(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.expect_no_news(&extension)
}

/// The channelState that Desk keeps for the channel is this text (CH-02).
///
/// ```gherkin
/// Then the channel state of "chat" is "page 2"
/// ```
#[then(expr = "the channel state of {string} is {string}")]
fn channel_state(scenario: &mut Scenario, extension: String, state: String) -> Outcome {
    scenario.expect_channel_state(&extension, &state)
}

/// The open ticket's newest reply waits for the answer to its push (CH-13).
///
/// ```gherkin
/// Then the reply is pending
/// ```
#[then("the reply is pending")]
fn pending(scenario: &mut Scenario) -> Outcome {
    scenario.expect_delivery(&Delivery::Pending)
}

/// The service has the open ticket's newest reply (CH-15).
///
/// ```gherkin
/// Then the reply is sent
/// ```
#[then("the reply is sent")]
fn sent(scenario: &mut Scenario) -> Outcome {
    scenario.expect_delivery(&Delivery::Sent)
}

/// The push of the open ticket's newest reply came to nothing for this reason; the reply is there, and can be sent again (CH-16).
///
/// ```gherkin
/// Then the reply has failed with "The channel's server answered 503."
/// ```
#[then(expr = "the reply has failed with {string}")]
fn failed(scenario: &mut Scenario, reason: String) -> Outcome {
    scenario.expect_delivery(&Delivery::Failed(reason))
}

/// The extension's channel was pulled, or pushed to, without a HASH (REST-11).
///
/// ```gherkin
/// Then the pull of "chat" carries no HASH
/// ```
#[then(expr = "the {exchange} of {string} carries no HASH")]
fn exchange_unsigned(scenario: &mut Scenario, exchange: Exchanging, extension: String) -> Outcome {
    scenario.expect_exchange_unsigned(&extension, &exchange)
}
