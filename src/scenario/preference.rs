//! Remote Assist, and what an agent prefers.

use super::meant::meant_key;
use super::{Outcome, Scenario};
use crate::catalog::Type;
use crate::host::desk::{OpenAssist, SetPreferences};
use serde_json::Map;

impl Scenario {
    /// The agent opens Remote Assist on the open ticket's page.
    pub fn open_assist(&mut self) -> Outcome {
        let ticket = self.open_one()?;
        self.act("opens remote assist".into(), OpenAssist { ticket })
    }

    /// The agent saves preferences: those of the step's table.
    pub fn set_preferences(&mut self) -> Outcome {
        let pairs = self.pairs()?;
        let catalog = std::sync::Arc::clone(&self.catalog);
        let keys = catalog.event("user_preference.changed").map(|event| event.payload.keys.as_slice()).unwrap_or_default();
        let mut chosen = Map::new();
        for (name, value) in pairs {
            if !keys.iter().any(|key| key.key == name && key.of == Type::String) {
                let known: Vec<_> = keys.iter().map(|key| key.key.as_str()).collect();
                let otherwise = format!("write one of {} (Events › On changing the user preference)", known.join(", "));
                let help = meant_key(&name, known.iter().copied(), otherwise);
                return self.wrong(format!("an agent has no preference \"{name}\""), help);
            }
            if value.is_empty() {
                return self.wrong(format!("the preference \"{name}\" has no value"), "write one in the table's second column");
            }
            chosen.insert(name, value.into());
        }
        let told = chosen.iter().map(|(name, value)| format!("{name} to {value}")).collect::<Vec<_>>().join(" and ");
        self.act(format!("sets {told}"), SetPreferences { chosen })
    }
}
