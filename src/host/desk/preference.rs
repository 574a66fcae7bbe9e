//! How the user interface looks to the agent.

use super::Desk;
use super::action::{Action, Deed};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value};

/// The agent's own preferences, saved (E, "On changing the user preference"; EVT-21). The pages document no hook for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetPreferences {
    /// What the agent chose, by the keys of the event.
    pub chosen: Map<String, Value>,
}

impl SetPreferences {
    /// Only what is another value than before.
    fn changed(&self, desk: &Desk) -> Map<String, Value> {
        let held = desk.preferences();
        let other = self.chosen.iter().filter(|(key, value)| held.is_none_or(|held| held.get(*key) != Some(*value)));
        other.map(|(key, value)| (key.clone(), value.clone())).collect()
    }
}

impl Deed for SetPreferences {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        self.changed(desk).is_empty().then(|| "the preferences are so already: nothing changes".into())
    }

    fn carry_out(&self, desk: &mut Desk, _now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let changed = self.changed(desk);
        for (key, value) in &changed {
            out.push(Effect::Decided { rule: "EVT-21".into(), what: format!("the agent's {key} is {value} now") });
        }
        desk.preferences.entry(desk.agent.id.clone()).or_default().extend(changed.clone());
        desk.broadcast("user_preference.changed", &Value::Object(changed), out);
        None
    }
}

impl Desk {
    /// What the agent at the desk has chosen so far.
    #[must_use]
    pub fn preferences(&self) -> Option<&Map<String, Value>> {
        self.preferences.get(&self.agent.id)
    }
}
