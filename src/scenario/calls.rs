//! Calls: what comes in, what rings at the other end, and how it goes on.

use super::{Outcome, Scenario};
use crate::host::desk::{AnswerCall, AssociateCall, CompleteCall, Direction, MissCall, RingHere, RingThere, digits};

impl Scenario {
    /// A call comes in and rings.
    pub fn ring_here(&mut self, number: String) -> Outcome {
        self.sound_number(&number)?;
        self.free_line()?;
        self.happen(format!("is called from {number}"), RingHere { number })
    }

    /// What the agent dialled rings at the other end.
    pub fn ring_there(&mut self) -> Outcome {
        self.free_line()?;
        match self.stage.desk().dialled().map(|dialled| dialled.number.clone()) {
            Some(number) => self.happen(format!("hears it ring at {number}"), RingThere),
            None => self.wrong("the agent has called nobody", "say `the agent calls \"…\" from the dial pad` before"),
        }
    }

    /// The agent answers a call that came in, or the customer one that the agent dialled.
    pub fn answer_call(&mut self, by: Direction) -> Outcome {
        let call = self.stage.desk().ringing().map(|call| (call.direction, call.number.clone()));
        let Some((direction, number)) = call else { return self.nothing_rings() };
        let told = match (direction, direction == by) {
            (Direction::Inbound, true) => format!("answers the call from {number}"),
            (Direction::Outbound, true) => format!("is answered by {number}"),
            (Direction::Inbound, false) => return self.wrong(format!("{number} calls the agent"), format!("write {}", answer(direction))),
            (Direction::Outbound, false) => return self.wrong(format!("the agent calls {number}"), format!("write {}", answer(direction))),
        };
        self.act(told, AnswerCall)
    }

    /// The ringing ends, and nobody answered.
    pub fn miss_call(&mut self) -> Outcome {
        match self.stage.desk().ringing().map(|call| call.number.clone()) {
            Some(number) => self.happen(format!("hears it ring no more: {number}"), MissCall),
            None => self.nothing_rings(),
        }
    }

    /// The agent ends the conversation.
    pub fn complete_call(&mut self) -> Outcome {
        let desk = self.stage.desk();
        match (desk.talking().map(|call| call.number.clone()), desk.ringing().map(|call| call.direction)) {
            (Some(number), _) => self.act(format!("completes the call with {number}"), CompleteCall),
            (None, Some(direction)) => {
                let help = format!("say {} before, or `nobody answers the call`", answer(direction));
                self.wrong("the call is not answered yet", help)
            }
            (None, None) => self.nothing_rings(),
        }
    }

    /// The agent says which ticket the call on the line is about.
    pub fn associate_call(&mut self, ticket: &str) -> Outcome {
        self.known_ticket(ticket)?;
        match self.stage.desk().line().is_some() {
            true => self.act(format!("associates the call with the ticket {ticket}"), AssociateCall { ticket: ticket.to_owned() }),
            false => self.nothing_rings(),
        }
    }

    /// Refuses what nobody can dial.
    pub(super) fn sound_number(&mut self, number: &str) -> Outcome {
        let other = number.chars().find(|c| !c.is_ascii_digit() && !" +-()./".contains(*c));
        match other {
            None if !digits(number).is_empty() => Ok(()),
            _ => self.wrong(format!("\"{number}\" is no phone number"), "write digits, such as \"+1 888 900 9646\""),
        }
    }

    /// Refuses a second call beside the one on the line.
    pub(super) fn free_line(&mut self) -> Outcome {
        let desk = self.stage.desk();
        let Some(number) = desk.line().map(|call| call.number.clone()) else { return Ok(()) };
        let help =
            if desk.ringing().is_some() { "say `nobody answers the call` before" } else { "say `the agent completes the call` before" };
        self.wrong(format!("the agent's line is busy: {number}"), help)
    }

    /// Refuses what can be done to a call that rings, or to any call, and says why there is none.
    fn nothing_rings(&mut self) -> Outcome {
        match self.stage.desk().talking().map(|call| call.number.clone()) {
            Some(number) => self.wrong(format!("the call with {number} is answered already"), "say `the agent completes the call`"),
            None => self.wrong("there is no call", "say `a call from \"+1 888 900 9646\" rings` before"),
        }
    }
}

/// How a call that goes this way is answered.
fn answer(direction: Direction) -> &'static str {
    match direction {
        Direction::Inbound => "`the agent answers the call`",
        Direction::Outbound => "`the customer answers the call`",
    }
}
