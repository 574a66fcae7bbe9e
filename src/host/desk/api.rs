//! What comes to Desk through its API: no hook asks anybody, and the events of the user interface stay out (EVT-30).

use super::Desk;
use super::action::{Action, Deed};
use crate::catalog::Event;
use crate::clock::Instant;
use crate::host::Effect;

/// The same change as an agent's, without the user interface, whose actions hooks stop (H, "Hooks"): it has none.
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
    fn ticket(&self) -> Option<&str> {
        self.0.ticket()
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        self.0.deed().changes_nothing(desk)
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.outside = true;
        let next = self.0.deed().carry_out(desk, now, out);
        desk.outside = false;
        next.map(|next| Action::from(Self::new(next)))
    }
}

impl Desk {
    /// Whether an event stays out because no agent did what it would tell: the catalogue has which ones under EVT-30.
    pub(super) fn follows_agents_alone(&self, event: &Event) -> bool {
        self.outside && event.rules.iter().any(|rule| rule == "EVT-30")
    }
}
