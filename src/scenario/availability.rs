//! In which channels the agent is there.

use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::host::desk::SetChannelStatus;
use crate::spelling::nearest;

const STATES: [&str; 2] = ["online", "offline"];

impl Scenario {
    /// The agent goes online or offline in a channel.
    pub fn set_channel_status(&mut self, channel: String, state: &str) -> Outcome {
        self.known_channel(&channel)?;
        let online = self.known_state(state)?;
        self.act(format!("sets the {channel} status to {state}"), SetChannelStatus { channel, online })
    }

    /// The agent is online or offline in a channel.
    pub fn expect_channel_status(&mut self, channel: &str, state: &str) -> Outcome {
        self.known_channel(channel)?;
        let online = self.known_state(state)?;
        let found = if self.stage.desk().is_online(channel) { STATES[0] } else { STATES[1] };
        self.expect((found == STATES[0]) == online, || format!("the agent's {channel} status is {found}, not {state}"))
    }

    fn known_channel(&mut self, channel: &str) -> Outcome {
        let known: Vec<_> = self.stage.desk().channels().map(str::to_owned).collect();
        if known.iter().any(|it| it == channel) {
            return Ok(());
        }
        let near = nearest(channel, known.iter().map(String::as_str)).map(|near| format!("did you mean {near}?"));
        let help = near.unwrap_or_else(|| format!("write one of {}", known.join(", ")));
        self.wrong(format!("an agent has no {channel} status"), help + " (Hooks › Updating agent status in a channel)")
    }

    fn known_state(&mut self, state: &str) -> Result<bool, Failed> {
        if STATES.contains(&state) {
            return Ok(state == STATES[0]);
        }
        self.wrong(format!("no channel's status is {state}"), format!("write {}", STATES.join(" or ")))
    }
}
