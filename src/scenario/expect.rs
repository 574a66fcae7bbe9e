//! What must have come of an action: its outcome, the ticket's state, what the agent sees.

use super::arguments::is_as_said;
use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::compare::Options;
use crate::host::{ActionId, Effect, Outcome as Ending};
use serde_json::Value;

impl Scenario {
    fn last_action(&mut self) -> Result<ActionId, Failed> {
        match self.stage.last_action() {
            Some(action) => Ok(action),
            None => {
                self.wrong("the agent has done nothing yet", "say what the agent does before, such as `When the agent closes the ticket`")
            }
        }
    }

    fn ending(&mut self) -> Result<(ActionId, Option<Ending>), Failed> {
        let action = self.last_action()?;
        Ok((action, self.stage.host().outcome(action).cloned()))
    }

    fn so_far(&self, action: ActionId, ending: Option<&Ending>) -> String {
        match ending {
            Some(Ending::Done) => "it is done".into(),
            Some(Ending::Unchanged) => "it changed nothing".into(),
            Some(Ending::Stopped { reason, .. } | Ending::Barred { reason }) => format!("it is stopped with \"{reason}\""),
            None => format!("it waits for {}", self.waiting(action).join(" and ")),
        }
    }

    /// What might have stopped an action that is done, had the agent picked it.
    fn why_unasked(&self, ending: Option<&Ending>) -> String {
        let first = self.stage.desk().not_picked().next().filter(|_| ending == Some(&Ending::Done));
        first.map(|id| self.why_unheard(id, "")).unwrap_or_default()
    }

    fn waiting(&self, action: ActionId) -> Vec<String> {
        let host = self.stage.host();
        host.waits_for(action).into_iter().filter_map(|id| host.widget(id)).map(|widget| format!("\"{}\"", widget.extension)).collect()
    }

    /// The last action is stopped, and the agent reads exactly this.
    pub fn expect_stopped(&mut self, reason: &str) -> Outcome {
        let (action, ending) = self.ending()?;
        let read = self.messages() == [reason];
        let stopped = matches!(&ending, Some(Ending::Stopped { reason: why, .. } | Ending::Barred { reason: why }) if why == reason);
        let found = self.so_far(action, ending.as_ref()) + &self.why_unasked(ending.as_ref());
        self.expect(stopped && read, || format!("the action is not stopped with \"{reason}\": {found}"))
    }

    /// The last action is stopped with Desk's general message (HOOK-02, Q-39).
    pub fn expect_stopped_generally(&mut self) -> Outcome {
        let message = self.catalog.wording("hook.refused", &[]);
        self.expect_stopped(&message)
    }

    /// The last action is done.
    pub fn expect_done(&mut self) -> Outcome {
        let (action, ending) = self.ending()?;
        let found = self.so_far(action, ending.as_ref());
        self.expect(ending == Some(Ending::Done), || format!("the action is not done: {found}"))
    }

    /// The last action was allowed and had nothing to change.
    pub fn expect_unchanged(&mut self) -> Outcome {
        let (action, ending) = self.ending()?;
        let found = self.so_far(action, ending.as_ref());
        self.expect(ending == Some(Ending::Unchanged), || format!("the action does not change nothing: {found}"))
    }

    /// The last action waits for exactly these extensions.
    pub fn expect_waiting(&mut self, extensions: &[String]) -> Outcome {
        let (action, ending) = self.ending()?;
        let mut expected: Vec<_> = extensions.iter().map(|name| format!("\"{name}\"")).collect();
        let mut waiting = self.waiting(action);
        expected.sort();
        waiting.sort();
        let found = self.so_far(action, ending.as_ref());
        self.expect(ending.is_none() && expected == waiting, || format!("the action does not wait for {}: {found}", expected.join(" and ")))
    }

    /// Since the last action an extension's answer came when the action was settled already, once.
    pub fn expect_too_late(&mut self, extension: &str) -> Outcome {
        let widgets = self.widgets_of(extension)?;
        let late = |effect: &&Effect| matches!(effect, Effect::TooLate { widget } if widgets.contains(widget));
        let times = self.stage.trace.effects().filter(late).count();
        self.expect(times == 1, || format!("{times} answers of \"{extension}\" came too late, not one"))
    }

    /// Since the last action the agent reads nothing of Desk's.
    pub fn expect_no_message(&mut self) -> Outcome {
        let messages = self.messages();
        self.expect(messages.is_empty(), || format!("the agent reads {messages:?}"))
    }

    /// What the agent read of the last action; one before it may end only now.
    fn messages(&self) -> Vec<String> {
        let last = self.stage.last_action();
        let text = |effect: &Effect| match effect {
            Effect::Message { action, text } if Some(*action) == last => Some(text.clone()),
            _ => None,
        };
        self.stage.trace.effects().filter_map(text).collect()
    }

    /// A property of the open ticket is this text, or this JSON.
    pub fn expect_property(&mut self, property: &str, expected: &str) -> Outcome {
        let id = self.open_one()?;
        self.expect_property_of(&id, property, expected)
    }

    /// A property of a ticket is this text, or this JSON.
    pub fn expect_property_of(&mut self, id: &str, property: &str, expected: &str) -> Outcome {
        if self.is_on_freshdesk() {
            return self.expect_attribute(id, property, expected);
        }
        self.known_ticket(id)?;
        self.known_property(property)?;
        let found = self.stage.desk().ticket(id).and_then(|ticket| ticket.property(property)).cloned().unwrap_or(Value::Null);
        self.expect(is_as_said(&found, expected), || format!("the ticket's \"{property}\" is {found}, not \"{expected}\""))
    }

    /// The open ticket contains what the fixture says.
    pub fn expect_ticket(&mut self, fixture: &str) -> Outcome {
        if self.is_on_freshdesk() {
            return self.expect_ticket_on_freshdesk(fixture);
        }
        let id = self.open_one()?;
        let actual = self.stage.desk().ticket(&id).map(crate::host::desk::Ticket::to_value).unwrap_or_default();
        self.matches("the ticket", fixture, &actual, Options { containing: true, ..Options::default() })
    }

    /// The open ticket has this many comments.
    pub fn expect_comments(&mut self, count: i64) -> Outcome {
        let id = self.open_one()?;
        let found = self.stage.desk().ticket(&id).map_or(0, |ticket| ticket.comments.len());
        let comments = if found == 1 { "comment" } else { "comments" };
        self.expect(i64::try_from(found) == Ok(count), || format!("the ticket has {found} {comments}, not {count}"))
    }

    /// The open ticket's last comment is this HTML, seen by these readers.
    pub fn expect_last_comment(&mut self, content: &str, public: bool) -> Outcome {
        let id = self.open_one()?;
        let last = self.stage.desk().ticket(&id).and_then(|ticket| ticket.comments.last()).map(|it| (it.content.clone(), it.public));
        let found = last.as_ref().map_or_else(
            || "there is none".into(),
            |(content, public)| format!("it is {content}, {}", if *public { "public" } else { "private" }),
        );
        self.expect(last == Some((content.to_owned(), public)), || format!("the last comment is not {content}: {found}"))
    }

    /// Exactly one mail left for this address since the last action.
    pub fn expect_mail(&mut self, to: &str) -> Outcome {
        let addresses: Vec<_> = self.mails().iter().map(|mail| mail["toAddress"].as_str().unwrap_or_default().to_owned()).collect();
        self.expect(addresses == [to], || format!("not one mail left for {to}: mails left for {addresses:?}"))
    }

    /// The one mail that left since the last action is what the fixture says.
    pub fn expect_mail_matches(&mut self, fixture: &str) -> Outcome {
        match self.mails().as_slice() {
            [mail] => self.matches("the mail", fixture, mail, Options::default()),
            mails => {
                let count = mails.len();
                self.unmet(format!("{count} mails left, not one"))
            }
        }
    }

    /// No mail left since the last action.
    pub fn expect_no_mail(&mut self) -> Outcome {
        let count = self.mails().len();
        self.expect(count == 0, || format!("{count} mails left"))
    }

    fn mails(&self) -> Vec<Value> {
        let mail = |effect: &Effect| match effect {
            Effect::Mail { mail, .. } => Some(Value::Object(mail.clone())),
            _ => None,
        };
        self.stage.trace.effects().filter_map(mail).collect()
    }
}
