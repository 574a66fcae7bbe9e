//! In which channels the agent is there (H, "Updating agent status in a channel"; HOOK-18).

use super::Desk;
use super::action::{Action, Deed};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value};

/// The hook that guards it, whose keys say which channels there are.
const HOOK: &str = "agent.channelStatus";

/// The agent goes online or offline in one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetChannelStatus {
    /// `chat`, `mail` or `phone`.
    pub channel: String,
    /// Whether the agent would be there.
    pub online: bool,
}

impl Deed for SetChannelStatus {
    fn hook(&self) -> Option<&'static str> {
        Some(HOOK)
    }

    fn payload(&self, desk: &Desk) -> Value {
        let online = |channel: &str| if channel == self.channel { self.online } else { desk.is_online(channel) };
        // The agent is online who is there in one channel at least (derived).
        let anywhere = desk.channels().any(online);
        let keys = desk.catalog.hook(HOOK).into_iter().flat_map(|hook| &hook.payload.keys);
        let told = keys.map(|key| (key.key.clone(), channel(&key.key).map_or(anywhere.into(), |channel| word(online(channel)).into())));
        Value::Object(told.collect::<Map<_, _>>())
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let is_so = desk.is_online(&self.channel) == self.online;
        is_so.then(|| format!("the agent is {} for {} already: nothing changes", word(self.online), self.channel))
    }

    fn carry_out(&self, desk: &mut Desk, _: Instant, _: &mut Vec<Effect>) -> Option<Action> {
        if self.online {
            desk.away.remove(&self.channel);
        } else {
            desk.away.insert(self.channel.clone());
        }
        None
    }
}

impl Desk {
    /// The channels that an agent may be there for, in the order of the hook's page.
    pub fn channels(&self) -> impl Iterator<Item = &str> {
        let keys = self.catalog.hook(HOOK).into_iter().flat_map(|hook| &hook.payload.keys);
        keys.filter_map(|key| channel(&key.key))
    }

    /// Whether the agent is there for a channel; at first, for all of them.
    #[must_use]
    pub fn is_online(&self, channel: &str) -> bool {
        !self.away.contains(channel)
    }
}

/// `chat` of `chatStatus`.
fn channel(key: &str) -> Option<&str> {
    key.strip_suffix("Status")
}

/// the sample's words.
fn word(online: bool) -> &'static str {
    if online { "ONLINE" } else { "OFFLINE" }
}
