//! The agent's line: the call on it, and what the events of a call tell (E, "Call Events"). There is one line, as `currentCall` has one call
//! (derived).

use super::{Customer, Desk, Module};
use crate::host::Effect;
use serde_json::{Value, json};

/// Which way a call goes (Q-30: both ring).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Somebody calls the agent.
    Inbound,
    /// The agent calls somebody.
    Outbound,
}

/// The call on the agent's line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Its ZTI ID.
    pub id: String,
    /// Which way it goes.
    pub direction: Direction,
    /// The number at the other end, as it was dialled or shown.
    pub number: String,
    /// The ID of the contact from whose page it was dialled.
    pub contact: Option<String>,
    /// The ID of the ticket that it is associated with.
    pub ticket: Option<String>,
    /// The ID of the activity that the answer begins; `None` while it rings.
    pub activity: Option<String>,
}

/// What the agent dialled last and does not ring yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialled {
    /// The number.
    pub number: String,
    /// The ID of the contact that is called.
    pub contact: Option<String>,
    /// The ID of the ticket that it is about.
    pub ticket: Option<String>,
    /// The ID of the activity that it was called from.
    pub activity: Option<String>,
}

impl Desk {
    /// The call on the agent's line.
    #[must_use]
    pub fn line(&self) -> Option<&Call> {
        self.line.as_ref()
    }

    /// What the agent dialled last and does not ring yet.
    #[must_use]
    pub fn dialled(&self) -> Option<&Dialled> {
        self.dialled.as_ref()
    }

    /// The call on the line, while it rings.
    #[must_use]
    pub fn ringing(&self) -> Option<&Call> {
        self.line().filter(|call| call.activity.is_none())
    }

    /// The call on the line, from the answer on.
    #[must_use]
    pub fn talking(&self) -> Option<&Call> {
        self.line().filter(|call| call.activity.is_some())
    }

    /// Why no second call comes to the line, where there is one on it.
    pub(super) fn busy(&self) -> Option<String> {
        self.line().map(|_| "the agent's line is busy: nothing changes".to_owned())
    }

    pub(super) fn ring(&mut self, direction: Direction, with: Dialled, out: &mut Vec<Effect>) {
        let id = self.next_record();
        let Dialled { number, contact, ticket, .. } = with;
        self.line = Some(Call { id, direction, number, contact, ticket, activity: None });
        self.dialled = None;
        self.tell_call("call.ringing", out);
    }

    pub(super) fn tell_call(&self, event: &str, out: &mut Vec<Effect>) {
        let Some(call) = &self.line else { return };
        self.broadcast(event, &self.call_payload(event, call), out);
    }

    /// What the events of a call tell. Keys that do not apply are left out: the contact's where the portal does not know the number, the
    /// ticket's where none is associated, the activity's while it rings.
    fn call_payload(&self, event: &str, call: &Call) -> Value {
        let contact = self.caller(call);
        let ticket = call.ticket.as_deref().and_then(|id| self.ticket(id));
        let direction = if call.direction == Direction::Inbound { "inbound" } else { "outbound" };
        let mut told = json!({
            "caseId": ticket.map(|ticket| &ticket.id),
            "activityId": call.activity,
            "contactId": contact.map(|contact| &contact.id),
            "callType": direction,
            "number": call.number,
            "entityName": contact.map(Customer::name).unwrap_or_default(),
            "callState": self.state_in(event),
            "ctinumber": "",
            "caseNumber": ticket.map(|ticket| ticket.text("number")),
            "isCallAssociated": ticket.is_some(),
            "ztiCallId": call.id,
        });
        super::dial::without_nulls(&mut told);
        told
    }

    /// The one state that the event's page has for it.
    fn state_in(&self, event: &str) -> Option<&str> {
        let keys = &self.catalog.event(event)?.payload.keys;
        keys.iter().find(|key| key.key == "callState")?.values.first().map(String::as_str)
    }

    /// Who is at the other end: the contact from whose page it was dialled, else the first whose number it is.
    pub(super) fn caller(&self, call: &Call) -> Option<&Customer> {
        match &call.contact {
            Some(id) => self.customer(Module::Contact, id),
            None => self.contact_at(&call.number),
        }
    }

    /// The first contact with this phone or mobile number, however it is written.
    fn contact_at(&self, number: &str) -> Option<&Customer> {
        let wanted = digits(number);
        let has = |contact: &&Customer| contact.numbers().any(|number| digits(number) == wanted);
        self.customers_in(Module::Contact).filter(|_| !wanted.is_empty()).find(has)
    }
}

/// A phone number without what people put between its digits: `+1 888 900 9646` and `1-888-900-9646` are the same.
#[must_use]
pub fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}
