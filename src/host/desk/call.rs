//! Calls: they ring, are answered and end (E, "Call Events"; EVT-22 to EVT-24).

use super::action::{Action, Deed};
use super::{Desk, Dialled, Direction};
use crate::clock::Instant;
use crate::host::Effect;

/// A call comes in, and rings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RingHere {
    /// Who calls.
    pub number: String,
}

/// What the agent dialled rings at the other end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RingThere;

/// Whoever is called answers: the agent, or the customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerCall;

/// The ringing ends without an answer. The pages document no event for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissCall;

/// The agent ends the conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompleteCall;

/// The agent says which ticket the call on the line is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssociateCall {
    /// The ticket's ID.
    pub ticket: String,
}

const NO_RINGING: &str = "no call rings: nothing changes";
const NO_TALK: &str = "nobody is on the phone: nothing changes";

impl Deed for RingHere {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.busy()
    }

    fn carry_out(&self, desk: &mut Desk, _: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let from = Dialled { number: self.number.clone(), contact: None, ticket: None, activity: None };
        desk.ring(Direction::Inbound, from, out);
        None
    }
}

impl Deed for RingThere {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.busy().or_else(|| desk.dialled.is_none().then(|| "nothing is dialled: nothing changes".to_owned()))
    }

    fn carry_out(&self, desk: &mut Desk, _: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        if let Some(dialled) = desk.dialled.take() {
            desk.ring(Direction::Outbound, dialled, out);
        }
        None
    }
}

impl Deed for AnswerCall {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.ringing().is_none().then(|| NO_RINGING.to_owned())
    }

    fn carry_out(&self, desk: &mut Desk, _: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let activity = desk.next_record();
        if let Some(call) = desk.line.as_mut() {
            call.activity = Some(activity);
        }
        desk.tell_call("call.answered", out);
        None
    }
}

impl Deed for MissCall {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.ringing().is_none().then(|| NO_RINGING.to_owned())
    }

    fn carry_out(&self, desk: &mut Desk, _: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.line = None;
        out.push(Effect::Decided {
            rule: "EVT-27".into(),
            what: "nobody answered: no conversation is completed, and nobody hears of it".into(),
        });
        None
    }
}

impl Deed for CompleteCall {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.talking().is_none().then(|| NO_TALK.to_owned())
    }

    fn carry_out(&self, desk: &mut Desk, _: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.tell_call("call.completed", out);
        desk.line = None;
        None
    }
}

impl Deed for AssociateCall {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let Some(call) = desk.line() else { return Some("there is no call: nothing changes".to_owned()) };
        if call.ticket.as_ref() == Some(&self.ticket) {
            return Some("the call is associated so already: nothing changes".to_owned());
        }
        desk.ticket_or_why(&self.ticket).err()
    }

    fn carry_out(&self, desk: &mut Desk, _: Instant, _: &mut Vec<Effect>) -> Option<Action> {
        if let Some(call) = desk.line.as_mut() {
            call.ticket = Some(self.ticket.clone());
        }
        None
    }
}
