//! The reply editor: opened below one thread, filled by hand or from a response template, gone with its page.

use super::action::{Action, Deed};
use super::{Desk, text};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::json;

/// Whom a reply goes to (E, "On opening the ticket replyeditor").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// To who wrote the thread.
    Reply,
    /// With a copy to all others whom the thread names.
    ReplyAll,
}

impl Mode {
    /// The page's word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::ReplyAll => "replyAll",
        }
    }
}

/// The open reply editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    /// The ticket's ID.
    pub ticket: String,
    /// The thread that is replied to.
    pub thread: String,
    /// Whom the reply goes to.
    pub mode: Mode,
    /// Whom the reply goes to, comma-separated.
    pub to: String,
    /// Who reads it too, comma-separated.
    pub cc: String,
    /// Who reads it too, unseen by the others, comma-separated.
    pub bcc: String,
    /// HTML; empty at first.
    pub content: String,
    /// The template that was put into it last.
    pub template: Option<String>,
}

/// A text that agents put into replies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// A string of digits; empty where the desk may give one.
    pub id: String,
    /// What agents call it.
    pub name: String,
    /// HTML.
    pub content: String,
}

/// The button "Reply" or "Reply all" of a thread (E, "On opening the ticket replyeditor"; EVT-02). The pages document no hook for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenEditor {
    /// The ticket's ID.
    pub ticket: String,
    /// The thread's ID.
    pub thread: String,
    /// Which button.
    pub mode: Mode,
}

/// A response template, chosen in the open reply editor (E, "On changing or applying a response template in the ticket reply editor"; EVT-09,
/// EVT-31). The pages document no hook for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApplyTemplate {
    /// The template's ID.
    pub template: String,
}

impl Deed for OpenEditor {
    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let ticket = match desk.ticket_or_why(&self.ticket) {
            Ok(ticket) => ticket,
            Err(why) => return Some(why),
        };
        if desk.page.shown_ticket() != Some(&self.ticket) {
            return Some(format!("the ticket {} is not open", self.ticket));
        }
        if ticket.thread(&self.thread).is_none() {
            return Some(format!("the ticket has no thread {}", self.thread));
        }
        let open = desk.editor.as_ref().is_some_and(|editor| editor.thread == self.thread && editor.mode == self.mode);
        open.then(|| "the reply editor is open so already: nothing changes".to_owned())
    }

    fn carry_out(&self, desk: &mut Desk, _: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let draft = desk.ticket(&self.ticket)?.draft.clone().filter(|draft| draft.thread == self.thread);
        let others = if self.mode == Mode::ReplyAll { desk.others_of(&self.ticket, &self.thread) } else { String::new() };
        let (cc, content) = draft.map_or((others, String::new()), |draft| (draft.cc, draft.content));
        let (ticket, thread) = (self.ticket.clone(), self.thread.clone());
        let to = desk.ticket(&self.ticket)?.addressee(Some(&self.thread)).to_owned();
        desk.editor = Some(Editor { ticket, thread, mode: self.mode, to, cc, bcc: String::new(), content, template: None });
        let payload = json!({"mode": self.mode.word(), "threadId": self.thread, "ticketId": self.ticket});
        desk.broadcast("ticket_replyEditor.opened", &payload, out);
        None
    }
}

impl Deed for ApplyTemplate {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let Some(template) = desk.templates.iter().find(|template| template.id == self.template) else {
            return Some(format!("there is no response template {}", self.template));
        };
        let Some(editor) = &desk.editor else { return Some("no reply editor is open".into()) };
        let applied = editor.template.as_ref() == Some(&template.id) && editor.content == template.content;
        applied.then(|| "the reply editor holds the template already: nothing changes".to_owned())
    }

    /// "Applied or changed" is one thing to the editor: what it held is replaced. The ID is the template's.
    fn carry_out(&self, desk: &mut Desk, _: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let template = desk.templates.iter().find(|template| template.id == self.template)?.clone();
        let editor = desk.editor.as_mut()?;
        editor.content.clone_from(&template.content);
        editor.template = Some(template.id.clone());
        out.push(Effect::Decided {
            rule: "EVT-31".into(),
            what: format!("the response template \"{}\" is in the reply editor", template.name),
        });
        let payload = json!({"content": template.content, "id": template.id});
        desk.broadcast("ticket_replyEditor_template.loaded", &payload, out);
        None
    }
}

impl Desk {
    /// The reply editor, where one is open.
    #[must_use]
    pub fn editor(&self) -> Option<&Editor> {
        self.editor.as_ref()
    }

    /// Response templates, in the order in which they came to the desk.
    #[must_use]
    pub fn templates(&self) -> &[Template] {
        &self.templates
    }

    pub(super) fn put_template(&mut self, given: Template) {
        let id = if given.id.is_empty() { self.next_record() } else { given.id };
        self.templates.push(Template { id, name: given.name, content: text::html(&given.content) });
    }

    /// The reply editor, where one is open below this thread of this ticket.
    pub(super) fn editing(&self, ticket: &str, thread: Option<&str>) -> Option<&Editor> {
        self.editor.as_ref().filter(|editor| editor.ticket == ticket && Some(editor.thread.as_str()) == thread)
    }

    /// The agent writes in the open reply editor.
    pub(super) fn write(&mut self, typed: &str, cc: String) {
        if let Some(editor) = &mut self.editor {
            editor.content = text::html(typed);
            editor.cc = cc;
        }
    }

    /// The reply left: its editor closes, and its draft is none any more.
    pub(super) fn end_editing(&mut self, ticket: &str, thread: Option<&str>) {
        if self.editing(ticket, thread).is_some() {
            self.editor = None;
        }
        if let Some(ticket) = self.ticket_mut(ticket) {
            ticket.draft.take_if(|draft| Some(draft.thread.as_str()) == thread);
        }
    }
}
