//! What scripted widgets have done with the client SDK, and what any widget is answered.

use super::scenario::Failed;
use super::{Brought, Outcome, Scenario};
use crate::compare::Options;
use crate::extension::{Act, Ask, Reply};
use crate::host::{Effect, RequestId, WidgetId};

impl Scenario {
    /// A scripted widget makes a call of the client SDK's, with what is brought.
    pub fn call_sdk(&mut self, extension: &str, location: &str, call: &str, with: Brought<'_>) -> Outcome {
        let ask = self.sdk_call(call, with)?;
        let widget = self.acting_widget(extension, location)?;
        self.stage.play(widget, Act::Ask { request: RequestId(0), ask, at: None });
        Ok(())
    }

    /// A scripted widget makes the same call so often, one after another.
    pub fn call_sdk_times(&mut self, extension: &str, location: &str, call: &str, times: i64) -> Outcome {
        let times = self.repetitions(times)?;
        (0..times).try_for_each(|_| self.call_sdk(extension, location, call, Brought::DocString))
    }

    fn sdk_call(&mut self, call: &str, with: Brought<'_>) -> Result<Ask, Failed> {
        let value = self.brought_value(with)?;
        if self.is_on_freshdesk() {
            return self.app_call(call, value);
        }
        Ask::of(call, value).or_else(|verbs| {
            let title = format!("\"{call}\" is no call of the client SDK's");
            self.wrong(title, format!("begin it with {}, as in \"set database\"", verbs.join(", ")))
        })
    }

    /// What Desk answered a widget last since the last action.
    fn last_answer(&mut self, extension: &str, location: &str) -> Result<Option<Reply>, Failed> {
        let widget = self.widget(extension, location)?;
        let answers = self.stage.trace.effects().filter_map(|effect| answer_to(effect, widget));
        Ok(answers.last().cloned())
    }

    /// Desk did what a widget asked for last, and answered with what the step's doc string says.
    pub fn expect_call_answer(&mut self, extension: &str, location: &str) -> Outcome {
        match self.last_answer(extension, location)? {
            Some(Reply::Resolve(answer)) => self.matches_inline("the answer", &answer, Options::default()),
            other => self.unmet(format!("\"{extension}\" at \"{location}\" {}", told(other.as_ref()))),
        }
    }

    /// Desk refused what a widget asked for last with this reason.
    pub fn expect_call_refusal(&mut self, extension: &str, location: &str, reason: &str) -> Outcome {
        let answer = self.last_answer(extension, location)?;
        let found = answer.as_ref().and_then(Reply::reason) == Some(reason);
        self.expect(found, || format!("\"{extension}\" at \"{location}\" {}, not refused with \"{reason}\"", told(answer.as_ref())))
    }

    /// Desk refused what a widget asked for last, and what it read then is what the step's doc string says.
    pub fn expect_call_refusal_inline(&mut self, extension: &str, location: &str) -> Outcome {
        match self.last_answer(extension, location)? {
            Some(Reply::Reject(reason)) => self.matches_inline("the refusal", &reason, Options::default()),
            other => self.unmet(format!("\"{extension}\" at \"{location}\" {}, not refused", told(other.as_ref()))),
        }
    }
}

fn answer_to(effect: &Effect, to: WidgetId) -> Option<&Reply> {
    match effect {
        Effect::Reply { widget, reply, .. } if *widget == to => Some(reply),
        _ => None,
    }
}

fn told(answer: Option<&Reply>) -> String {
    match answer {
        None => "is answered nothing".to_owned(),
        Some(Reply::Resolve(answer)) => format!("is answered {answer}"),
        Some(Reply::Reject(reason)) => format!("is refused with {reason}"),
    }
}
