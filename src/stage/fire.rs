//! What the feature's author has Desk broadcast or ask by hand.

use super::{Happened, Stage};
use crate::host::freshdesk::IPARAMS;
use crate::host::{ActionId, Effect, Input};
use serde_json::Value;

impl Stage {
    /// Desk broadcasts an event with the author's payload: what follows belongs to it.
    pub fn fire_event(&mut self, event: &str, payload: Value) {
        self.begin(format!("has {} broadcast {event}", self.host().platform().word()), event, &payload);
        self.input(Input::FireEvent { event: event.to_owned(), payload });
    }

    /// Desk asks a hook with the author's payload: what follows belongs to it, and it ends as an action of the agent's does.
    pub fn fire_hook(&mut self, hook: &str, payload: Value) -> ActionId {
        let action = self.next_action();
        self.begin(format!("has {} ask the hook {hook}", self.host().platform().word()), hook, &payload);
        self.input(Input::FireHook { action, hook: hook.to_owned(), payload });
        action
    }

    /// The events and hooks that were fired by hand so far.
    pub fn fired_by_hand(&self) -> impl Iterator<Item = &str> {
        self.fired.iter().map(|(name, _)| name.as_str())
    }

    fn begin(&mut self, told: String, name: &str, payload: &Value) {
        self.fired.push((name.to_owned(), payload.clone()));
        self.trace.mark();
        self.trace.add(self.now, Happened::Fired(told));
    }

    /// Whether an effect passes on, unchanged, what the author brought.
    pub(super) fn is_authors(&self, effect: &Effect) -> bool {
        match effect {
            Effect::AskHook { hook: name, payload, .. } | Effect::Deliver { event: name, payload, .. } => {
                self.fired.iter().any(|(fired, brought)| fired == name && passes_on(payload, brought))
            }
            _ => false,
        }
    }
}

/// Whether a payload is what was brought: the runtime may have added installation parameters where there were none.
fn passes_on(payload: &Value, brought: &Value) -> bool {
    let (Some(keys), Some(known)) = (payload.as_object(), brought.as_object()) else { return payload == brought };
    let added = |key: &String| key == IPARAMS && !known.contains_key(key);
    keys.iter().filter(|(key, _)| !added(key)).eq(known)
}
