use super::api::ThroughApi;
use super::assign::Assign;
use super::assist::OpenAssist;
use super::availability::SetChannelStatus;
use super::call::{AnswerCall, AssociateCall, CompleteCall, MissCall, RingHere, RingThere};
use super::comment::AddComment;
use super::comment_edit::EditComment;
use super::community::OpenTopic;
use super::create::{CloneTicket, CreateCustomer, CreateTicket, ShowCreated};
use super::dial::Dial;
use super::draft::{DeleteDraft, SaveDraft};
use super::edit::SaveTicket;
use super::editor::{ApplyTemplate, OpenEditor};
use super::field::{MarkSpam, SetDueDate, SetField};
use super::fill::FillIn;
use super::life::{
    AuthoriseDesk, AuthoriseService, ChangeWebhook, ChooseDepartment, InstallExtension, RevokeService, SetPermission, UninstallExtension,
    UpdateExtension,
};
use super::merge::Merge;
use super::modal::CloseModal;
use super::moving::ShiftTicket;
use super::preference::SetPreferences;
use super::reply::Reply;
use super::status::{Close, Reopen, SetStatus};
use super::sync::{EditReply, OpenSource, SendAgain};
use super::task::CompleteTask;
use super::{Desk, Ticket};
use crate::clock::Instant;
use crate::host::Effect;
use crate::host::actions::actions;
use serde_json::Value;

/// What nearly every refusal leaves behind.
pub(super) const NOTHING_CHANGES: (&str, &str) = ("HOOK-08", "the action is stopped: nothing changes");

/// Why Desk itself keeps an agent from an action, whatever extensions say.
pub(super) struct Barred {
    /// The rule that decides.
    pub(super) rule: &'static str,
    /// What the agent reads, by its ID in the catalogue.
    pub(super) message: &'static str,
}

/// One kind of action: its hook, its condition and its consequences, together in one place.
pub(super) trait Deed {
    /// The hook that guards it, where one is documented. The agent's control decides which one.
    fn hook(&self) -> Option<&'static str> {
        None
    }

    /// The ID of the ticket that it is done to, where it is done to one.
    fn ticket(&self) -> Option<&str> {
        None
    }

    /// What its hook's page documents for it; null where the page documents nothing.
    fn payload(&self, _desk: &Desk) -> Value {
        Value::Null
    }

    /// Rules that shape the payload beside those that its hook's entry names.
    fn shaped_by(&self, _desk: &Desk) -> &'static [&'static str] {
        &[]
    }

    /// What of Desk's own keeps the agent from it, where something does.
    fn barred(&self, _desk: &Desk) -> Option<Barred> {
        None
    }

    /// Why there is nothing to do, where there is nothing (EVT-27).
    fn changes_nothing(&self, desk: &Desk) -> Option<String>;

    /// The rule by which there is nothing to do.
    fn unchanged_by(&self) -> &'static str {
        "EVT-27"
    }

    /// Changes the desk, then tells everybody (EVT-27). What it returns is what the same action does next, guarded by a hook of its own.
    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action>;

    /// What a refusal leaves behind, and the rule that says so.
    fn refused(&self) -> (&'static str, &'static str) {
        NOTHING_CHANGES
    }
}

actions! {
    /// What an agent does at the desk.
    Action, Deed:
    /// The button "Close ticket".
    Close,
    /// The button "Reopen ticket".
    Reopen,
    /// The field "Status".
    SetStatus,
    /// The comment editor.
    AddComment,
    /// The reply editor's buttons "Send" and "Send and close".
    Reply,
    /// A field of the ticket's left panel.
    SetField,
    /// The field "Due date".
    SetDueDate,
    /// The mark as spam.
    MarkSpam,
    /// The field "Ticket owner".
    Assign,
    /// A click on a phone number, or the dial pad.
    Dial,
    /// A call comes in.
    RingHere,
    /// A call of the agent's rings at the other end.
    RingThere,
    /// The answer to a call.
    AnswerCall,
    /// No answer to a call.
    MissCall,
    /// The end of a conversation.
    CompleteCall,
    /// The ticket of a call.
    AssociateCall,
    /// The agent's availability in a channel.
    SetChannelStatus,
    /// A comment's menu entry "Edit".
    EditComment,
    /// A thread's buttons "Reply" and "Reply all".
    OpenEditor,
    /// The reply editor's list of response templates.
    ApplyTemplate,
    /// The reply editor's button "Save draft".
    SaveDraft,
    /// A draft's button "Delete".
    DeleteDraft,
    /// What comes without an agent.
    ThroughApi,
    /// The button "Merge".
    Merge,
    /// A task's button "Mark as completed".
    CompleteTask,
    /// A forum topic, opened.
    OpenTopic,
    /// The button "Remote Assist".
    OpenAssist,
    /// The agent's preferences, saved.
    SetPreferences,
    /// Fields of the open form.
    FillIn,
    /// The button "Clone".
    CloneTicket,
    /// The form for a new ticket, submitted.
    CreateTicket,
    /// What follows it.
    ShowCreated,
    /// The form for a new contact or account, submitted.
    CreateCustomer,
    /// A ticket's edit form, saved.
    SaveTicket,
    /// The All Tickets list beside the open ticket.
    ShiftTicket,
    /// The modal box over the page, closed.
    CloseModal,
    /// A failed reply's button "Send again".
    SendAgain,
    /// A reply's menu entry "Edit".
    EditReply,
    /// The link to where something came from.
    OpenSource,
    /// An extension, installed.
    InstallExtension,
    /// An extension, allowed to act in Desk.
    AuthoriseDesk,
    /// An extension, allowed to act in the service that it joins to Desk.
    AuthoriseService,
    /// The same, taken back.
    RevokeService,
    /// A department that an extension is for.
    ChooseDepartment,
    /// A permission of a profile's.
    SetPermission,
    /// A webhook that is to go elsewhere.
    ChangeWebhook,
    /// Another version of an extension.
    UpdateExtension,
    /// An extension, uninstalled.
    UninstallExtension,
}

impl Action {
    /// The ID of the ticket that it is done to, where it is done to one.
    #[must_use]
    pub fn ticket(&self) -> Option<&str> {
        self.deed().ticket()
    }
}

impl Desk {
    /// Why nothing can be done to a ticket that is not there.
    pub(super) fn ticket_or_why(&self, id: &str) -> Result<&Ticket, String> {
        self.ticket(id).ok_or_else(|| format!("there is no ticket {id}"))
    }
}
