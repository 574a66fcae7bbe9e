//! The events that extensions heard.

use super::{Outcome, Scenario};
use crate::catalog::Kind;
use crate::compare::Options;
use crate::host::{Effect, WidgetId};
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
        self.can_reach(Kind::Event, event, location, times)?;
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
            self.can_reach(Kind::Event, event, location, 1)?;
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

    pub(super) fn why_unheard(&self, id: WidgetId, name: &str) -> String {
        let Some(widget) = self.stage.host().widget(id) else { return String::new() };
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
        self.expect(times == 1, || format!("{event} happened {}, instead of once; what happened is {events:?}", count(times as u64)))
    }

    fn events(&self) -> Vec<String> {
        let name = |effect: &Effect| match effect {
            Effect::Broadcast { event, .. } => Some(event.clone()),
            _ => None,
        };
        self.stage.trace.effects().filter_map(name).collect()
    }
}

fn delivered(what: &Happened, to: WidgetId) -> Option<String> {
    match what {
        Happened::Host(effect) => effect.delivery().filter(|(widget, _, _)| *widget == to).map(|(_, event, _)| event.to_owned()),
        _ => None,
    }
}

/// How often, in words.
pub(super) fn count(times: u64) -> String {
    match times {
        0 => "never".into(),
        1 => "once".into(),
        2 => "twice".into(),
        more => format!("{more} times"),
    }
}
