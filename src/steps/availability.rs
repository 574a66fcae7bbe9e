use crate::scenario::{Outcome, Scenario};
use cucumber::{then, when};

/// The agent goes online or offline in one channel (chat, mail or phone): the hook agent.channelStatus is asked. At first the agent is online.
///
/// ```gherkin
/// When the agent sets the chat status to offline
/// ```
#[when(expr = "the agent sets the {word} status to {word}")]
fn sets(scenario: &mut Scenario, channel: String, state: String) -> Outcome {
    scenario.set_channel_status(channel, &state)
}

/// The agent is online, or offline, in one channel: chat, mail or phone.
///
/// ```gherkin
/// Then the agent's chat status is offline
/// ```
#[then(expr = "the agent's {word} status is {word}")]
fn is(scenario: &mut Scenario, channel: String, state: String) -> Outcome {
    scenario.expect_channel_status(&channel, &state)
}
