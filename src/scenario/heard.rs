//! What extensions were asked, told and reported for, and what they did.

use super::{Outcome, Scenario};
use crate::compare::Options;
use crate::host::{Effect, WidgetId};
use crate::record::Severity;
use crate::stage::Happened;
use serde_json::Value;

/// How what a widget received is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Exactly.
    Strictly,
    /// Keys beside those that are expected are fine.
    Containing,
}

impl From<How> for Options {
    fn from(how: How) -> Self {
        Self { containing: how == How::Containing, ..Self::default() }
    }
}

impl Scenario {
    /// Since the last action a widget received an event exactly so often.
    pub fn expect_received(&mut self, extension: &str, location: &str, event: &str, times: u64) -> Outcome {
        self.known_event(event)?;
        let widget = self.widget(extension, location)?;
        let found = self.stage.trace.deliveries(widget, event).len();
        let hint = self.why_unheard(widget, event);
        self.expect(u64::try_from(found) == Ok(times), || {
            format!("\"{extension}\" at \"{location}\" received {event} {}, not {}{hint}", count(found as u64), count(times))
        })
    }

    /// Since the last action a widget received an event once, with what the fixture says.
    pub fn expect_received_with(&mut self, extension: &str, location: &str, event: &str, fixture: &str, how: How) -> Outcome {
        self.expect_received(extension, location, event, 1)?;
        let payload = self.received(extension, location, event)?;
        self.matches(event, fixture, &payload, how.into())
    }

    /// Since the last action a widget received an event once, with what the doc string says.
    pub fn expect_received_inline(&mut self, extension: &str, location: &str, event: &str) -> Outcome {
        self.expect_received(extension, location, event, 1)?;
        let payload = self.received(extension, location, event)?;
        self.matches_inline(event, &payload, Options::default())
    }

    fn received(&mut self, extension: &str, location: &str, event: &str) -> Result<Value, super::Failed> {
        let widget = self.widget(extension, location)?;
        Ok(self.stage.trace.deliveries(widget, event).first().map(|payload| (*payload).clone()).unwrap_or_default())
    }

    /// Since the last action a widget received exactly the events of the table, in its order.
    pub fn expect_received_in_order(&mut self, extension: &str, location: &str) -> Outcome {
        let widget = self.widget(extension, location)?;
        let expected = self.column()?;
        for event in &expected {
            self.known_event(event)?;
        }
        let found = self.all_received(widget);
        self.expect(found == expected, || format!("\"{extension}\" at \"{location}\" received {found:?}, not {expected:?}"))
    }

    /// In the whole scenario a widget received exactly the events of the table, in its order.
    pub fn expect_received_in_all(&mut self, extension: &str, location: &str) -> Outcome {
        let widget = self.widget(extension, location)?;
        let expected = self.column()?;
        let found: Vec<_> = self.stage.trace.entries.iter().filter_map(|entry| delivered(&entry.what, widget)).collect();
        self.expect(found == expected, || format!("\"{extension}\" at \"{location}\" received {found:?} in all, not {expected:?}"))
    }

    /// Since the last action a widget received nothing.
    pub fn expect_received_nothing(&mut self, extension: &str, location: &str) -> Outcome {
        let widget = self.widget(extension, location)?;
        let found = self.all_received(widget);
        self.expect(found.is_empty(), || format!("\"{extension}\" at \"{location}\" received {found:?}"))
    }

    fn all_received(&self, widget: WidgetId) -> Vec<String> {
        self.stage.trace.since_action().filter_map(|entry| delivered(&entry.what, widget)).collect()
    }

    fn why_unheard(&self, id: WidgetId, name: &str) -> String {
        let Some(widget) = self.stage.desk().widget(id) else { return String::new() };
        if !widget.alive {
            return format!(" (the widget is not alive: say `the agent picks \"{}\" at \"{}\"`)", widget.extension, widget.location);
        }
        if !widget.hears_all && !widget.subscriptions.contains(name) {
            return format!(" (it is not subscribed to {name})");
        }
        String::new()
    }

    /// Since the last action no event happened at all.
    pub fn expect_no_event(&mut self) -> Outcome {
        let events = self.events();
        self.expect(events.is_empty(), || format!("{events:?} happened"))
    }

    /// Since the last action an event happened once, whoever listens.
    pub fn expect_event(&mut self, event: &str) -> Outcome {
        self.known_event(event)?;
        let events = self.events();
        let times = events.iter().filter(|name| *name == event).count();
        self.expect(times == 1, || format!("{event} happened {}, not once; what happened is {events:?}", count(times as u64)))
    }

    fn events(&self) -> Vec<String> {
        let name = |effect: &Effect| match effect {
            Effect::Broadcast { event, .. } => Some(event.clone()),
            _ => None,
        };
        self.stage.trace.effects().filter_map(name).collect()
    }

    /// Since the last action a hook asked a widget exactly so often.
    pub fn expect_asked(&mut self, extension: &str, location: &str, hook: &str, times: u64) -> Outcome {
        self.exact_hook(hook)?;
        let widget = self.widget(extension, location)?;
        let found = self.stage.trace.questions(widget, hook).len();
        let hint = if found == 0 { self.why_unheard(widget, hook) } else { String::new() };
        self.expect(u64::try_from(found) == Ok(times), || {
            format!("{hook} asked \"{extension}\" at \"{location}\" {}, not {}{hint}", count(found as u64), count(times))
        })
    }

    /// Since the last action a hook asked a widget once, with what the fixture says.
    pub fn expect_asked_with(&mut self, extension: &str, location: &str, hook: &str, fixture: &str) -> Outcome {
        let payload = self.question(extension, location, hook)?;
        self.matches(hook, fixture, &payload, Options::default())
    }

    /// Since the last action a hook asked a widget once, with what the doc string says.
    pub fn expect_asked_inline(&mut self, extension: &str, location: &str, hook: &str) -> Outcome {
        let payload = self.question(extension, location, hook)?;
        self.matches_inline(hook, &payload, Options::default())
    }

    fn question(&mut self, extension: &str, location: &str, hook: &str) -> Result<Value, super::Failed> {
        self.expect_asked(extension, location, hook, 1)?;
        let widget = self.widget(extension, location)?;
        Ok(self.stage.trace.questions(widget, hook).first().map(|payload| (*payload).clone()).unwrap_or_default())
    }

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
        self.widgets_of(extension)?;
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
        self.widgets_of(extension)?;
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
        let found = self.stage.desk().widget(widget).is_some_and(|widget| widget.alive);
        let word = if found { "alive" } else { "not alive" };
        self.expect(found == alive, || format!("\"{extension}\" at \"{location}\" is {word}"))
    }
}

fn delivered(what: &Happened, to: WidgetId) -> Option<String> {
    match what {
        Happened::Host(Effect::Deliver { widget, event, .. }) if *widget == to => Some(event.clone()),
        _ => None,
    }
}

fn count(times: u64) -> String {
    match times {
        0 => "never".into(),
        1 => "once".into(),
        2 => "twice".into(),
        more => format!("{more} times"),
    }
}
