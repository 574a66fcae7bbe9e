//! What of the catalogue a scenario exercised: read from its trace, never from its tags.

use super::{Happened, Stage};
use crate::catalog::Catalog;
use crate::extension::{Act, Ask};
use crate::host::{Effect, Reply, RequestId, WidgetId};
use crate::record::Exercise;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that happened on `stage`, as entries of its catalogue.
#[must_use]
pub fn exercised(stage: &Stage) -> BTreeSet<Exercise> {
    let mut found = Found { stage, catalog: stage.host().catalog(), seen: BTreeSet::new(), asked: BTreeMap::new() };
    for entry in &stage.trace.entries {
        match &entry.what {
            Happened::Host(effect) => found.effect(effect),
            Happened::Widget(widget, Act::Ask { request, ask, .. }) => drop(found.asked.insert((*widget, *request), ask)),
            _ => {}
        }
    }
    found.by_hand();
    found.seen
}

struct Found<'a> {
    stage: &'a Stage,
    catalog: &'a Catalog,
    seen: BTreeSet<Exercise>,
    /// What widgets want, until they are answered.
    asked: BTreeMap<(WidgetId, RequestId), &'a Ask>,
}

impl Found<'_> {
    fn effect(&mut self, effect: &Effect) {
        match effect {
            Effect::Decided { rule, what } => {
                self.add(Exercise::Decided, rule);
                self.text(what);
            }
            Effect::Applied { rules } => rules.iter().for_each(|rule| self.add(Exercise::Decided, rule)),
            Effect::Found(finding) => {
                finding.rule.iter().for_each(|rule| self.add(Exercise::Decided, rule));
                self.text(&finding.text);
            }
            Effect::Broadcast { event, payload } => {
                self.event(Exercise::Broadcast, event);
                payload.as_object().into_iter().flat_map(|keys| keys.values()).filter_map(Value::as_str).for_each(|text| self.text(text));
            }
            Effect::Deliver { widget, event, .. } | Effect::DeliverOf { widget, event, .. } => {
                self.event(Exercise::Heard, event);
                self.at(Exercise::Reached, *widget);
            }
            // A function that a page calls is no hook.
            Effect::AskHook { widget, hook, .. } => {
                let hook = self.catalog.hook(hook);
                hook.into_iter().for_each(|hook| self.add(Exercise::Asked, &hook.name));
                self.at(Exercise::Reached, *widget);
            }
            Effect::Consulted { hook, asked, end } => {
                self.add(|hook| Exercise::Ended(hook, *end), hook);
                if *asked > 1 {
                    self.add(Exercise::AskedSeveral, hook);
                }
            }
            Effect::Exchanged { exchange, failed: None, .. } => self.add(Exercise::Exchanged, exchange),
            Effect::Served { exchange, .. } => self.add(Exercise::Exchanged, exchange),
            Effect::Exchanged { failed: Some(reason), .. } | Effect::Fetched { failed: Some(reason), .. } => self.text(reason),
            Effect::OpenWidget { widget } => self.at(Exercise::Alive, *widget),
            Effect::Message { text, .. } => self.text(text),
            Effect::Reply { widget, request, reply } => self.answered(*widget, *request, reply),
            _ => {}
        }
    }

    fn add(&mut self, what: impl FnOnce(String) -> Exercise, name: &str) {
        self.seen.insert(what(name.to_owned()));
    }

    /// A template event counts for its template.
    fn event(&mut self, what: impl FnOnce(String) -> Exercise, name: &str) {
        if let Some(event) = self.catalog.event(name) {
            self.add(what, &event.name);
        }
    }

    fn at(&mut self, what: impl FnOnce(String) -> Exercise, widget: WidgetId) {
        // A modal box lives at no location of the catalogue's.
        if let Some(location) = self.stage.host().widget(widget).and_then(|widget| self.catalog.location(&widget.location)) {
            self.add(what, &location.name);
        }
    }

    fn text(&mut self, text: &str) {
        let said: Vec<&str> = self.catalog.messages().filter(|message| message.says(text)).map(|message| message.id.as_str()).collect();
        said.into_iter().for_each(|id| self.add(Exercise::Told, id));
    }

    fn answered(&mut self, widget: WidgetId, request: RequestId, reply: &Reply) {
        let asked = self.asked.remove(&(widget, request));
        let call = asked.and_then(Ask::named).and_then(|(name, _)| self.catalog.call(&name));
        match (reply, call, asked) {
            (Reply::Resolve(answer), Some(call), _) => {
                self.add(Exercise::Called, &call.name);
                answer.get("message").and_then(Value::as_str).into_iter().for_each(|text| self.text(text));
            }
            (Reply::Resolve(_), None, Some(Ask::Get { property, .. })) => {
                // A name that is made from a template counts for the template.
                let name = self.catalog.property(property).map_or(property.as_str(), |found| &found.name);
                self.add(Exercise::Read, name);
            }
            _ => reply.reason().into_iter().for_each(|reason| self.text(reason)),
        }
    }

    /// What the host makes itself comes with the rule of its own entry.
    fn by_hand(&mut self) {
        let catalog = self.catalog;
        let rule = |name: &str| catalog.event(name).map(|event| &event.rule).or_else(|| catalog.hook(name).map(|hook| &hook.rule));
        let made = |name: &String| rule(name).is_some_and(|rule| self.seen.contains(&Exercise::Decided(rule.clone())));
        let fired: Vec<_> = self
            .seen
            .iter()
            .filter_map(|exercise| match exercise {
                Exercise::Heard(name) | Exercise::Asked(name) if !made(name) => Some(Exercise::ByHand(name.clone())),
                _ => None,
            })
            .collect();
        self.seen.extend(fired);
    }
}
