//! What extensions did, and what is reported of them.

use super::heard::count;
use super::{Outcome, Scenario};
use crate::compare::Options;
use crate::host::Effect;
use crate::record::Severity;
use serde_json::Value;

impl Scenario {
    /// Since the last action an extension sent this request exactly so often.
    pub fn expect_requests(&mut self, extension: &str, request: &str, times: u64) -> Outcome {
        let found = self.requests(extension)?;
        let hits = found.iter().filter(|(line, _)| line == request).count();
        let lines: Vec<_> = found.into_iter().map(|(line, _)| line).collect();
        self.expect(u64::try_from(hits) == Ok(times), || {
            format!("\"{extension}\" sent {request} {}, not {}; it sent {lines:?}", count(hits as u64), count(times))
        })
    }

    /// Since the last action an extension sent this request once, with a body that is what the fixture says.
    pub fn expect_request_with(&mut self, extension: &str, request: &str, fixture: &str) -> Outcome {
        self.expect_requests(extension, request, 1)?;
        let body = self.requests(extension)?.into_iter().find(|(line, _)| line == request).map(|(_, body)| body).unwrap_or_default();
        self.matches("the request's body", fixture, &body, Options::default())
    }

    fn requests(&mut self, extension: &str) -> Result<Vec<(String, Value)>, super::Failed> {
        let widgets = self.widgets_of(extension)?;
        let sent = |effect: &Effect| match effect {
            Effect::CallService { widget, call, .. } if widgets.contains(widget) => {
                Some((format!("{} {}", call.method, call.url), call.body.clone()))
            }
            _ => None,
        };
        Ok(self.stage.trace.effects().filter_map(sent).collect())
    }

    /// Since the last action an extension showed the agent a notification with this text.
    pub fn expect_notified(&mut self, extension: &str, text: &str) -> Outcome {
        let widgets = self.widgets_of(extension)?;
        let shown: Vec<_> = self
            .stage
            .trace
            .effects()
            .filter_map(|effect| match effect {
                Effect::Notification { widget, value } if widgets.contains(widget) => Some(value),
                _ => None,
            })
            .map(|value| value.get("content").or_else(|| value.get("title")).and_then(Value::as_str).unwrap_or_default().to_owned())
            .collect();
        self.expect(shown == [text], || format!("\"{extension}\" notifies {shown:?}, not \"{text}\""))
    }

    /// An extension logged a line that contains this text.
    pub fn expect_logged(&mut self, extension: &str, text: &str) -> Outcome {
        let widgets = self.widgets_of(extension)?;
        let lines: Vec<_> = widgets.iter().flat_map(|widget| self.stage.trace.log(*widget)).map(|(_, line)| line.to_owned()).collect();
        self.expect(lines.iter().any(|line| line.contains(text)), || format!("\"{extension}\" logs {lines:?}, nothing with \"{text}\""))
    }

    /// An extension is reported for something whose text contains this; the scenario expects it, and does not fail for it.
    pub fn expect_reported(&mut self, extension: &str, text: &str) -> Outcome {
        self.parts_of(extension)?;
        let findings = self.stage.trace.findings();
        let hits: Vec<_> = findings
            .iter()
            .enumerate()
            .filter(|(_, it)| it.extension == extension && it.text.contains(text))
            .map(|(index, _)| index)
            .collect();
        let known: Vec<_> = findings.iter().filter(|it| it.extension == extension).map(|it| it.text.as_str()).collect();
        let otherwise = format!("\"{extension}\" is not reported for \"{text}\"; it is reported for {known:?}");
        let any = !hits.is_empty();
        self.claimed.extend(hits);
        self.expect(any, || otherwise)
    }

    /// Nothing worse than a note is reported of an extension.
    pub fn expect_unreported(&mut self, extension: &str) -> Outcome {
        self.parts_of(extension)?;
        let found: Vec<_> = self
            .stage
            .trace
            .findings()
            .into_iter()
            .filter(|it| it.extension == extension && it.severity > Severity::Note)
            .map(|it| it.text)
            .collect();
        self.expect(found.is_empty(), || format!("\"{extension}\" is reported for {found:?}"))
    }

    /// A widget is alive, or is not.
    pub fn expect_alive(&mut self, extension: &str, location: &str, alive: bool) -> Outcome {
        let widget = self.widget(extension, location)?;
        let found = self.is_alive(widget);
        let word = if found { "alive" } else { "not alive" };
        self.expect(found == alive, || format!("\"{extension}\" at \"{location}\" is {word}"))
    }
}
