use crate::clock::Instant;
use crate::extension::{Act, Ask, Level};
use crate::host::{CalledId, Effect, ExchangeId, Reply, Request, RequestId, ServiceAnswer, WidgetId};
use crate::record::Finding;
use serde_json::Value;

/// One thing that happened on the stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// When, on the virtual clock.
    pub at: Instant,
    /// What.
    pub what: Happened,
}

/// What can happen on the stage.
#[derive(Debug, Clone, PartialEq)]
pub enum Happened {
    /// The agent did something: told as a sentence.
    Told(String),
    /// The feature's author had Desk broadcast or ask something: told as a sentence.
    Fired(String),
    /// Something came through Desk's API: told as a sentence.
    Outside(String),
    /// The host did something.
    Host(Effect),
    /// A widget did something.
    Widget(WidgetId, Act),
    /// A service answered, or nobody did.
    Service(WidgetId, RequestId, Result<ServiceAnswer, String>),
    /// A service answered a request of Desk's own, or nobody did.
    Fetched(ExchangeId, Result<ServiceAnswer, String>),
    /// An extension's own server asked something of Desk.
    Called(CalledId, Request),
    /// An extension's own server answered, or nobody did.
    Endpoint(ExchangeId, Result<ServiceAnswer, String>),
}

/// Everything that happened in a scenario, in order.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    /// In order.
    pub entries: Vec<Entry>,
    /// Where the agent's last action begins.
    mark: usize,
}

impl Trace {
    /// Adds what happened.
    pub fn add(&mut self, at: Instant, what: Happened) {
        self.entries.push(Entry { at, what });
    }

    /// The agent acts: what follows belongs to this action.
    pub fn mark(&mut self) {
        self.mark = self.entries.len();
    }

    /// What happened since the agent's last action began.
    pub fn since_action(&self) -> impl Iterator<Item = &Entry> {
        self.entries[self.mark..].iter()
    }

    /// The host's effects since the agent's last action began.
    pub fn effects(&self) -> impl Iterator<Item = &Effect> {
        self.since_action().filter_map(|entry| match &entry.what {
            Happened::Host(effect) => Some(effect),
            _ => None,
        })
    }

    /// The payloads with which `event` reached `widget` since the agent's last action.
    #[must_use]
    pub fn deliveries(&self, to: WidgetId, name: &str) -> Vec<&Value> {
        self.effects()
            .filter_map(Effect::delivery)
            .filter(|(widget, event, _)| *widget == to && *event == name)
            .map(|(_, _, payload)| payload)
            .collect()
    }

    /// What a widget asked for under this number, last.
    #[must_use]
    pub fn asked(&self, of: WidgetId, number: RequestId) -> Option<&Ask> {
        self.entries.iter().rev().find_map(|entry| match &entry.what {
            Happened::Widget(widget, Act::Ask { request, ask, .. }) if (*widget, *request) == (of, number) => Some(ask),
            _ => None,
        })
    }

    /// How often a widget asked for a property since the agent's last action, and what it was answered.
    #[must_use]
    pub fn reads(&self, of: WidgetId, wanted: &str) -> (usize, Vec<&Reply>) {
        let (mut asked, mut answers) = (Vec::new(), Vec::new());
        for entry in self.since_action() {
            match &entry.what {
                Happened::Widget(widget, Act::Ask { request, ask: Ask::Get { property, .. }, .. })
                    if *widget == of && property == wanted =>
                {
                    asked.push(*request);
                }
                Happened::Host(Effect::Reply { widget, request, reply }) if *widget == of && asked.contains(request) => answers.push(reply),
                _ => {}
            }
        }
        (asked.len(), answers)
    }

    /// The names of the events that extensions sent to widgets of their own, whether or not they arrived.
    pub fn emitted(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter_map(|entry| match &entry.what {
            Happened::Widget(_, Act::Ask { ask: Ask::Emit { event, .. }, .. }) => Some(event.as_str()),
            _ => None,
        })
    }

    /// The payloads with which `hook` asked `widget` since the agent's last action.
    #[must_use]
    pub fn questions(&self, to: WidgetId, name: &str) -> Vec<&Value> {
        self.effects()
            .filter_map(|effect| match effect {
                Effect::AskHook { widget, hook, payload, .. } if *widget == to && hook == name => Some(payload),
                _ => None,
            })
            .collect()
    }

    /// Everything that extensions' vendors should know, once each.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut found: Vec<Finding> = Vec::new();
        for entry in &self.entries {
            if let Happened::Host(Effect::Found(finding)) = &entry.what
                && !found.contains(finding)
            {
                found.push(finding.clone());
            }
        }
        found
    }

    /// What a widget wrote to its log.
    pub fn log(&self, of: WidgetId) -> impl Iterator<Item = (Level, &str)> {
        self.entries.iter().filter_map(move |entry| match &entry.what {
            Happened::Widget(widget, Act::Log { level, text }) if *widget == of => Some((*level, text.as_str())),
            _ => None,
        })
    }
}
