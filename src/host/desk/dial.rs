//! The agent makes a call (E, "On making a call"; EVT-25): click2Call tells from where.

use super::action::{Action, Deed};
use super::put::put;
use super::{Desk, Dialled, Module};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Value, json};

/// From where the agent calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The detail view of the ticket with this ID.
    Ticket(String),
    /// The detail view of the contact with this ID.
    Contact(String),
    /// The detail view of the account with this ID.
    Account(String),
    /// The detail view of the activity with this ID.
    Activity(String),
    /// The pop-up that reminds of the activity with this ID.
    Reminder(String),
    /// The dial pad, where the agent typed this number.
    DialPad(String),
}

/// An activity that is planned: whom to call, and about what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// A string of digits.
    pub id: String,
    /// The ID of the contact to call.
    pub contact: Option<String>,
    /// The ID of the ticket that it is about.
    pub ticket: Option<String>,
}

/// The agent calls a number with a click, or from the dial pad.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dial {
    /// From where.
    pub from: Origin,
}

impl Deed for Dial {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.busy().or_else(|| desk.dial(&self.from).err())
    }

    fn carry_out(&self, desk: &mut Desk, _: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let Ok(dialled) = desk.dial(&self.from) else { return None };
        let mut told = json!({
            "context": self.from.context(),
            "contactId": dialled.contact,
            "caseId": dialled.ticket,
            "activityId": dialled.activity,
        });
        without_nulls(&mut told);
        desk.dialled = Some(dialled);
        desk.broadcast("click2Call", &told, out);
        None
    }
}

impl Origin {
    /// The page's word for it (Q-11: the table's; Q-31: an account's is made like the others).
    fn context(&self) -> &'static str {
        match self {
            Self::Ticket(_) => "ticket.detail.view",
            Self::Contact(_) => "contact.detail.view",
            Self::Account(_) => "account.detail.view",
            Self::Activity(_) => "activity.detail.view",
            Self::Reminder(_) => "reminder.popUp",
            Self::DialPad(_) => "dial.pad",
        }
    }
}

impl Desk {
    /// The activity with this ID.
    #[must_use]
    pub fn activity(&self, id: &str) -> Option<&Activity> {
        self.activities.iter().find(|activity| activity.id == id)
    }

    /// All activities, in the order in which they came.
    #[must_use]
    pub fn activities(&self) -> &[Activity] {
        &self.activities
    }

    pub(super) fn put_activity(&mut self, activity: Activity) {
        put(&mut self.activities, activity, |known, new| known.id == new.id);
    }

    /// What is dialled from there.
    ///
    /// # Errors
    /// Nobody there has a phone number.
    pub fn dial(&self, from: &Origin) -> Result<Dialled, String> {
        let (mut contact, mut ticket, mut activity, mut number) = (None, None, None, None);
        match from {
            Origin::Ticket(id) => ticket = Some(id.clone()),
            Origin::Contact(id) => contact = Some(id.clone()),
            Origin::Account(id) => number = self.number_of(Module::Account, id),
            Origin::Activity(id) | Origin::Reminder(id) => {
                let planned = self.activity(id).ok_or_else(|| format!("there is no activity {id}"))?;
                (contact, ticket, activity) = (planned.contact.clone(), planned.ticket.clone(), Some(id.clone()));
            }
            Origin::DialPad(typed) => number = Some(typed.clone()),
        }
        let about = ticket.as_deref().and_then(|id| self.ticket(id));
        let held = |name: &str| about.map(|ticket| ticket.text(name)).filter(|text| !text.is_empty()).map(str::to_owned);
        contact = contact.or_else(|| held("contactId"));
        let of_contact = contact.as_deref().and_then(|id| self.number_of(Module::Contact, id));
        // The ticket's page shows the ticket's own number, an activity is with a contact.
        let here = if activity.is_none() { held("phone").or(of_contact) } else { of_contact.or_else(|| held("phone")) };
        let number = number.or(here).ok_or_else(|| "nobody there has a phone number".to_owned())?;
        Ok(Dialled { number, contact, ticket, activity })
    }

    fn number_of(&self, module: Module, id: &str) -> Option<String> {
        self.customer(module, id)?.numbers().next().map(str::to_owned)
    }
}

/// Keys that do not apply are left out.
pub(super) fn without_nulls(payload: &mut Value) {
    if let Some(keys) = payload.as_object_mut() {
        keys.retain(|_, value| !value.is_null());
    }
}
