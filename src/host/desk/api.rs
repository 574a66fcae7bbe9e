//! What comes to Desk through its API: no hook asks anybody, and the events of the user interface stay out (EVT-30).

use super::Desk;
use super::action::{Action, Deed};
use crate::clock::Instant;
use crate::host::Effect;

/// The same change as an agent's, without the user interface.
#[derive(Debug, Clone, PartialEq)]
pub struct ThroughApi(Box<Action>);

impl ThroughApi {
    /// `what`, as somebody outside does it.
    pub fn new(what: impl Into<Action>) -> Self {
        Self(Box::new(what.into()))
    }

    /// What is done.
    #[must_use]
    pub fn what(&self) -> &Action {
        &self.0
    }
}

impl Deed for ThroughApi {
    /// Hooks stop actions of the user interface (H, "Hooks").
    fn hook(&self) -> Option<&'static str> {
        None
    }

    fn ticket(&self) -> Option<&str> {
        self.0.ticket()
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        self.0.deed().changes_nothing(desk)
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let mut done = Vec::new();
        let next = self.0.deed().carry_out(desk, now, &mut done);
        let told = done.len();
        done.retain(|effect| !desk.follows_agents_alone(effect));
        if done.len() < told {
            out.push(Effect::Decided { rule: "EVT-30", what: "it comes through the API: nobody hears of it".into() });
        }
        out.append(&mut done);
        next.map(|next| Action::from(Self::new(next)))
    }
}

impl Desk {
    /// Whether an effect tells what the catalogue has under EVT-30.
    fn follows_agents_alone(&self, effect: &Effect) -> bool {
        let (Effect::Broadcast { event, .. } | Effect::Deliver { event, .. }) = effect else { return false };
        self.catalog.event(event).is_some_and(|event| event.rules.iter().any(|rule| rule == "EVT-30"))
    }
}
