//! What scripted widgets have done with the client SDK, and what any widget is answered.

use super::{Outcome, Scenario};
use crate::compare::Options;
use crate::extension::{Act, Ask, Reply};
use crate::host::{Effect, RequestId, WidgetId};
use serde_json::Value;

impl Scenario {
    /// A scripted widget makes a call of the client SDK's; with the step's doc string, where there is one.
    pub fn call_sdk(&mut self, extension: &str, location: &str, call: &str, with: bool) -> Outcome {
        let value = if with { Some(self.document()?) } else { None };
        let widget = self.acting_widget(extension, location)?;
        if self.is_on_freshdesk() {
            let ask = self.app_call(call, value)?;
            self.stage.play(widget, Act::Ask { request: RequestId(0), ask, at: None });
            return Ok(());
        }
        match Ask::of(call, value) {
            Ok(ask) => {
                self.stage.play(widget, Act::Ask { request: RequestId(0), ask, at: None });
                Ok(())
            }
            Err(verbs) => {
                let title = format!("\"{call}\" is no call of the client SDK's");
                self.wrong(title, format!("begin it with {}, as in \"set database\"", verbs.join(", ")))
            }
        }
    }

    /// What Desk answered a widget last since the last action.
    fn last_answer(&mut self, extension: &str, location: &str) -> Result<Option<Reply>, super::Failed> {
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
        let found = matches!(&answer, Some(Reply::Reject(Value::String(found))) if found == reason);
        self.expect(found, || format!("\"{extension}\" at \"{location}\" {}, not refused with \"{reason}\"", told(answer.as_ref())))
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
