use super::contacts::{ActivateContact, BlockContact, CreateContact, DeleteContact, MakeAgent, UpdateContact, WhitelistContact};
use super::conversing::{AddNote, CustomerReplies, Reply};
use super::create::CreateTicket;
use super::external::CallTarget;
use super::life::{InstallApp, UninstallApp, UpdateApp};
use super::remove::{DeleteTicket, MarkSpam, RestoreTicket};
use super::status::{Close, Reopen, Resolve};
use super::update::UpdateTicket;
use super::{Api, Freshdesk};
use crate::clock::Instant;
use crate::host::Effect;
use crate::host::actions::actions;
use serde_json::{Value, json};

/// Why an action changes nothing, and the rule by which.
pub(super) type Nothing = (&'static str, String);

/// One kind of action: its hook, its condition and its consequences, together in one place.
pub(super) trait Deed {
    /// The hook that guards it, where one is known.
    fn hook(&self) -> Option<&'static str> {
        None
    }

    /// The ID of the ticket that it is done to, where it is done to one.
    fn ticket(&self) -> Option<u64> {
        None
    }

    /// The app whose server alone is asked, where it is the app's own life that is at stake.
    fn app(&self) -> Option<&str> {
        None
    }

    /// What its hook tells.
    fn payload(&self, _freshdesk: &Freshdesk) -> Value {
        json!({})
    }

    /// Why there is nothing to do, where there is nothing.
    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing>;

    /// What has to be there before anybody can be asked: says whether something comes alive for it.
    fn prepare(&self, _freshdesk: &mut Freshdesk, _now: Instant, _out: &mut Vec<Effect>) -> bool {
        false
    }

    /// Changes the account, then tells everybody.
    fn carry_out(&self, freshdesk: &mut Freshdesk, now: Instant, out: &mut Vec<Effect>);

    /// What a refusal leaves behind.
    fn refused(&self, _freshdesk: &mut Freshdesk, _out: &mut Vec<Effect>) {}
}

actions! {
    /// What somebody does at the help desk.
    Action, Deed:
    /// A new ticket.
    CreateTicket,
    /// The properties of a ticket, updated together.
    UpdateTicket,
    /// The button "Close".
    Close,
    /// The status "Resolved".
    Resolve,
    /// The status "Open", again.
    Reopen,
    /// The button "Delete".
    DeleteTicket,
    /// A ticket, taken out of the bin.
    RestoreTicket,
    /// The mark as spam.
    MarkSpam,
    /// An agent's reply.
    Reply,
    /// An agent's note.
    AddNote,
    /// The customer's answer.
    CustomerReplies,
    /// A new contact.
    CreateContact,
    /// A contact's details or tags.
    UpdateContact,
    /// A contact, deleted.
    DeleteContact,
    /// A contact, blocked.
    BlockContact,
    /// A contact, whitelisted.
    WhitelistContact,
    /// A contact, verified.
    ActivateContact,
    /// A contact that becomes an agent.
    MakeAgent,
    /// What comes without an agent at the desk.
    Api,
    /// An app, installed.
    InstallApp,
    /// An app, uninstalled.
    UninstallApp,
    /// Another version of an app.
    UpdateApp,
    /// A third party's call of an app's target URL.
    CallTarget,
}

impl Action {
    /// The ID of the ticket that it is done to, where it is done to one.
    #[must_use]
    pub fn ticket(&self) -> Option<u64> {
        self.deed().ticket()
    }
}
