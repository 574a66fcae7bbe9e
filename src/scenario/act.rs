//! What the agent does, and what time does.

use super::meant::meant;
use super::scenario::Failed;
use super::{Outcome, Scenario, Span};
use crate::clock::Millis;
use crate::host::Input;
use crate::host::desk::{Action, AddComment, Close, Page, Reopen, SetStatus};

impl Scenario {
    /// Virtual time passes.
    pub fn pass(&mut self, span: Span) -> Outcome {
        let span = self.millis(span)?;
        self.stage.pass(span);
        Ok(())
    }

    /// A length of time that a sentence names.
    pub(super) fn millis(&mut self, span: Span) -> Result<Millis, Failed> {
        span.0.or_else(|why| self.wrong(why, "write a length such as \"29.999 seconds\" or \"3 days\""))
    }

    /// The agent opens a ticket's detail page.
    pub fn open_ticket(&mut self, id: &str) -> Outcome {
        self.known_ticket(id)?;
        self.go_to(Page::ticket(id), format!("opens the ticket {id}"))
    }

    /// The agent is on a ticket's detail page: how he came there is no action that checks look at.
    pub fn has_ticket_open(&mut self, id: &str) -> Outcome {
        self.open_ticket(id)?;
        self.stage.trace.mark();
        Ok(())
    }

    /// The agent goes to the list of tickets.
    pub fn open_list(&mut self) -> Outcome {
        self.go_to(Page::ticket_list(), "goes to the list of tickets".into())
    }

    pub(super) fn go_to(&mut self, page: Page, told: String) -> Outcome {
        self.in_main_window()?;
        self.stage.tell(told);
        self.stage.input(Input::GoTo { page });
        Ok(())
    }

    /// The agent closes the open ticket.
    pub fn close(&mut self) -> Outcome {
        if self.is_on_freshdesk() {
            return self.close_on_freshdesk();
        }
        let ticket = self.open_one()?;
        self.act("closes the ticket".into(), Close { ticket })
    }

    /// The agent reopens the open ticket.
    pub fn reopen(&mut self) -> Outcome {
        if self.is_on_freshdesk() {
            return self.reopen_on_freshdesk();
        }
        let ticket = self.open_one()?;
        self.act("reopens the ticket".into(), Reopen { ticket })
    }

    /// The agent sets the open ticket's status.
    pub fn set_status(&mut self, status: String) -> Outcome {
        if self.is_on_freshdesk() {
            return self.set_on_freshdesk(format!("sets the status to {status}"), "status", status);
        }
        let ticket = self.open_one()?;
        self.act(format!("sets the status to {status}"), SetStatus { ticket, status })
    }

    /// The agent comments on the open ticket.
    pub fn comment(&mut self, content: String, public: bool) -> Outcome {
        if self.is_on_freshdesk() {
            return self.note_on_freshdesk(content, !public);
        }
        let ticket = self.open_one()?;
        let how = if public { "publicly" } else { "privately" };
        self.act(format!("comments {how} \"{content}\""), AddComment { ticket, content, public })
    }

    pub(super) fn act(&mut self, told: String, what: impl Into<Action>) -> Outcome {
        self.in_main_window()?;
        self.happen(told, what)
    }

    /// What comes to the agent from outside: no modal box keeps it away.
    pub(super) fn happen(&mut self, told: String, what: impl Into<Action>) -> Outcome {
        self.stage.act(told, what.into());
        Ok(())
    }

    /// The ticket whose page the agent is on.
    pub(super) fn open_one(&mut self) -> Result<String, Failed> {
        match self.stage.host().page().shown_ticket().map(str::to_owned) {
            Some(id) => Ok(id),
            None => self.wrong("no ticket is open", "say `the agent has the ticket \"…\" open` before"),
        }
    }

    /// Refuses a ticket that is not there.
    pub(super) fn known_ticket(&mut self, id: &str) -> Outcome {
        if self.is_on_freshdesk() {
            return self.known_ticket_on_freshdesk(id).map(drop);
        }
        if self.stage.desk().ticket(id).is_some() {
            return Ok(());
        }
        if let Some(into) = self.stage.desk().merged_into(id).map(str::to_owned) {
            return self.wrong(format!("the ticket \"{id}\" is gone: it was merged"), format!("write \"{into}\", the ticket that stayed"));
        }
        let known = self.stage.desk().tickets().iter().map(|ticket| ticket.id.as_str());
        let help = meant(id, known, format!("say `Given the ticket \"{id}\"` before"));
        self.wrong(format!("there is no ticket \"{id}\""), help)
    }
}
