//! What the agent sends to the customer.

use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::host::desk::{EditReply, Editor, Reply, joined_addresses};
use crate::host::{Effect, Input};

impl Scenario {
    /// The agent replies to the open ticket's customer: from the reply editor where it is open, else to the newest thread.
    pub fn reply(&mut self, content: String, cc: String) -> Outcome {
        if self.is_on_freshdesk() {
            let cc = cc.split(',').map(|address| address.trim().to_owned()).filter(|address| !address.is_empty()).collect();
            return self.reply_on_freshdesk(content, cc);
        }
        let (ticket, thread, cc) = self.answering(&content, &cc)?;
        self.act(format!("replies \"{content}\""), Reply { ticket, thread, content, cc, attachments: Vec::new(), close: false })
    }

    /// The agent replies with the step's doc string.
    pub fn reply_with_text(&mut self) -> Outcome {
        let content = self.text()?;
        self.reply(content, String::new())
    }

    /// The agent replies to the open ticket's customer and closes the ticket with the same button.
    pub fn reply_and_close(&mut self, content: String, cc: String) -> Outcome {
        let (ticket, thread, cc) = self.answering(&content, &cc)?;
        self.act(
            format!("replies \"{content}\" and closes the ticket"),
            Reply { ticket, thread, content, cc, attachments: Vec::new(), close: true },
        )
    }

    /// The agent sends what the reply editor holds.
    pub fn send_editor(&mut self) -> Outcome {
        let Editor { ticket, thread, cc, content, .. } = self.open_editor_or_why()?;
        if content.is_empty() {
            let help = "say `the agent replies \"…\"`, or put a response template or a draft into it before";
            return self.wrong("the reply editor is empty", help);
        }
        self.act("sends the reply".into(), Reply { ticket, thread: Some(thread), content, cc, attachments: Vec::new(), close: false })
    }

    /// The agent writes the open ticket's reply that says this anew.
    pub fn edit_reply(&mut self, says: &str, content: String) -> Outcome {
        let ticket = self.open_one()?;
        if self.stage.desk().ticket(&ticket).is_some_and(|ticket| ticket.ext_id.is_none()) {
            let help = "let the agent open a ticket of a channel's before: `the agent opens the ticket \"…\" of the channel \"…\"`";
            return self.wrong("the ticket's replies left as mails: they cannot be edited", help);
        }
        let threads = self.stage.desk().ticket(&ticket).map(|ticket| ticket.threads.clone()).unwrap_or_default();
        let known = threads.into_iter().filter(|it| it.synced.delivery.is_some()).map(|it| (it.content, it.id)).collect();
        let thread = self.one_that_says("reply", says, known, "say `When the agent replies \"…\"` before")?;
        self.act(format!("edits the reply \"{says}\" to \"{content}\""), EditReply { ticket, thread, content })
    }

    /// The ticket, the thread that is replied to, and who gets a copy. An open reply editor holds what is typed.
    pub(super) fn answering(&mut self, typed: &str, copies: &str) -> Result<(String, Option<String>, String), Failed> {
        let ticket = self.open_one()?;
        let Some(Editor { thread, cc, .. }) = self.stage.desk().editor().cloned() else {
            let newest = self.stage.desk().ticket(&ticket).and_then(|ticket| ticket.threads.last()).map(|thread| thread.id.clone());
            return Ok((ticket, newest, copies.to_owned()));
        };
        let cc = joined_addresses(&cc, copies);
        self.stage.input(Input::Write { content: typed.to_owned(), cc: cc.clone() });
        Ok((ticket, Some(thread), cc))
    }

    /// Since the last action one mail left, and this property of the ticket changed after that.
    pub fn expect_mail_before(&mut self, property: &str) -> Outcome {
        self.known_property(property)?;
        let happened = |effect: &Effect| match effect {
            Effect::Mail { .. } => Some("a mail leaves"),
            Effect::Changed { property: of, .. } if of == property => Some("it changes"),
            _ => None,
        };
        let found: Vec<_> = self.stage.trace.effects().filter_map(happened).collect();
        self.expect(found == ["a mail leaves", "it changes"], || {
            format!("the mail does not leave before the ticket's \"{property}\" changes: what happened is {found:?}")
        })
    }
}
