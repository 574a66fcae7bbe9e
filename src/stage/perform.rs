//! What becomes of a host's effects, and of what widgets do because of them.

use super::Happened;
use super::stage::{Due, Stage};
use crate::catalog::{Exchange, violations};
use crate::clock::Rank;
use crate::extension::{Act, Ask};
use crate::host::{Effect, ExchangeId, Input, Reply, RequestId, ServiceCall, WidgetId};
use serde_json::Value;

impl Stage {
    pub(super) fn perform(&mut self, effect: Effect) {
        self.check(&effect);
        if only_tells(&effect) {
            self.trace.add(self.now, Happened::Host(effect));
            return;
        }
        self.trace.add(self.now, Happened::Host(effect.clone()));
        let now = self.now;
        match effect {
            Effect::OpenWidget { widget } => {
                if let Some(slot) = self.slots.get_mut(&widget) {
                    let mut subject = (slot.make)(widget, self.host.host());
                    let acts = subject.open(now);
                    slot.alive = Some(subject);
                    slot.life += 1;
                    self.take_in(widget, acts);
                }
            }
            Effect::CloseWidget { widget } => {
                self.with(widget, |subject| subject.close(now));
                if let Some(slot) = self.slots.get_mut(&widget) {
                    slot.alive = None;
                    slot.life += 1;
                }
            }
            Effect::AskHook { call, widget, hook, payload } => self.with(widget, |subject| subject.ask(now, call, &hook, &payload)),
            Effect::Deliver { widget, event, payload } => self.with(widget, |subject| subject.deliver(now, &event, &payload)),
            Effect::DeliverOf { widget, of, event, payload } => self.with(widget, |subject| subject.deliver_of(now, of, &event, &payload)),
            Effect::LoadModal { widget, opener, url } => self.load_modal(widget, opener, &url),
            Effect::Begin { what } => {
                let action = self.next_action();
                self.queue.push_back(Input::Act { action, what });
            }
            Effect::Emitted { widget, event, data, .. } => self.with(widget, |subject| subject.deliver(now, &event, &data)),
            Effect::Reply { widget, request, reply } => self.with(widget, |subject| subject.settle(now, request, &reply)),
            Effect::CallService { widget, request, call } => self.call_service(widget, request, &call),
            Effect::Fetch { call, request, .. } => self.fetch(call, &request),
            Effect::Invoke { call, request } => {
                // The extension's server waits at this instant: a service's delay does not count.
                let answer =
                    self.services.answer(&request).and_then(|answer| answer.ok_or_else(|| "the service does not answer".to_owned()));
                self.queue.push_back(Input::Invoked { call, answer });
            }
            Effect::CallEndpoint { call, extension, exchange, request } => self.call_endpoint(call, &extension, &exchange, request),
            Effect::WakeAt { at, wake } => self.later(at, Rank::Deadline, Due::Host(wake)),
            _ => {}
        }
    }

    fn with(&mut self, widget: WidgetId, talk: impl FnOnce(&mut dyn crate::extension::Subject) -> Vec<Act>) {
        let subject = self.slots.get_mut(&widget).and_then(|slot| slot.alive.as_mut());
        let acts = subject.map(|subject| talk(subject.as_mut())).unwrap_or_default();
        self.take_in(widget, acts);
    }

    /// What a widget did becomes input of the host, behind what waits already.
    pub(super) fn take_in(&mut self, widget: WidgetId, acts: Vec<Act>) {
        for act in acts {
            self.trace.add(self.now, Happened::Widget(widget, act.clone()));
            match act {
                Act::Subscribe { name, at, .. } => self.queue.push_back(Input::Subscribed { widget, name, at }),
                Act::Answer { call, answers } => self.queue.push_back(Input::Answered { call, answers }),
                Act::Ask { request, ask, at } => self.queue.push_back(Input::Asked { widget, request, ask, at }),
                Act::Defect(defect) => self.queue.push_back(Input::Misbehaved { widget, defect }),
                Act::Registered => self.queue.push_back(Input::Registered { widget }),
                Act::Unregistered => self.queue.push_back(Input::Unregistered { widget }),
                Act::WakeMe { wake, at } => {
                    let life = self.slots.get(&widget).map_or(0, |slot| slot.life);
                    self.later(at.max(self.now), Rank::Timer, Due::Widget { widget, life, wake });
                }
                Act::Log { .. } => {}
            }
        }
    }

    fn call_service(&mut self, widget: WidgetId, request: RequestId, call: &ServiceCall) {
        let answer = self.services.answer(call).transpose();
        let Some(answer) = answer else { return };
        self.trace.add(self.now, Happened::Service(widget, request, answer.clone()));
        let after = answer.as_ref().map_or(0, |answer| answer.after);
        let input = Input::ServiceAnswered { widget, request, json: call.json, answer };
        self.later(self.now + after, Rank::Timer, Due::Input(input));
    }

    /// A third party of the feature's answers what Desk asks of its own accord.
    fn fetch(&mut self, call: ExchangeId, request: &ServiceCall) {
        let Some(answer) = self.services.answer(request).transpose() else { return };
        self.trace.add(self.now, Happened::Fetched(call, answer.clone()));
        let after = answer.as_ref().map_or(0, |answer| answer.after);
        self.later(self.now + after, Rank::Timer, Due::Input(Input::EndpointAnswered { call, answer }));
    }

    /// Every payload that the host makes is checked against the catalogue before an extension sees it: a violation is our bug. What the
    /// feature's author brought is none of the host's making.
    fn check(&mut self, effect: &Effect) {
        let catalog = self.host().catalog();
        let found = match effect {
            Effect::AskHook { hook, payload, .. } => catalog.hook(hook).map(|hook| (&hook.name, violations(&hook.payload, payload))),
            Effect::Deliver { event, payload, .. } | Effect::DeliverOf { event, payload, .. } => {
                catalog.event(event).map(|it| (event, violations(&it.payload_for(event), payload)))
            }
            Effect::CallEndpoint { exchange, request, .. } => {
                let parts = |part: &str| match part {
                    "query" => Some(Value::Object(request.query.clone())),
                    "headers" => Some(Value::Object(request.headers.clone())),
                    "request" => Some(request.body.clone()),
                    _ => None,
                };
                let shapes = catalog.exchange(exchange).into_iter().flat_map(Exchange::shapes);
                let found = shapes.filter_map(|(part, shape)| Some(catalog.violations(shape, &parts(part)?)));
                Some((exchange, found.flatten().collect()))
            }
            Effect::Served { exchange, answer } => {
                let documented = catalog.exchange(exchange).and_then(|it| it.response.as_ref());
                documented.map(|body| (exchange, catalog.violations(&body.payload, answer)))
            }
            Effect::Reply { widget, request, reply: Reply::Resolve(answer) } => match self.trace.asked(*widget, *request) {
                Some(ask) => match (ask.named().and_then(|(name, _)| catalog.call(&name)), ask) {
                    (Some(call), _) => Some((&call.name, catalog.violations(&call.answer, answer))),
                    (None, Ask::Get { property, .. }) => {
                        catalog.answer_to(property).map(|shape| (property, catalog.violations(&shape, answer)))
                    }
                    _ => None,
                },
                None => None,
            },
            _ => None,
        };
        if let Some((name, found)) = found.filter(|_| !self.is_authors(effect)) {
            let breaches: Vec<_> = found.iter().map(|violation| format!("{name}: {violation}")).collect();
            self.breaches.extend(breaches);
        }
    }
}

/// Whether an effect is for the trace alone, and nobody acts on it.
fn only_tells(effect: &Effect) -> bool {
    match effect {
        Effect::Broadcast { .. }
        | Effect::Mail { .. }
        | Effect::Message { .. }
        | Effect::Notification { .. }
        | Effect::Popup { .. }
        | Effect::Changed { .. }
        | Effect::Created { .. }
        | Effect::Merged { .. }
        | Effect::Settled { .. }
        | Effect::TooLate { .. }
        | Effect::Decided { .. }
        | Effect::Applied { .. }
        | Effect::Consulted { .. }
        | Effect::Exchanged { .. }
        | Effect::Served { .. }
        | Effect::Delivery { .. }
        | Effect::SentOn { .. }
        | Effect::Fetched { .. }
        | Effect::Responded { .. }
        | Effect::Found(_) => true,
        Effect::OpenWidget { .. }
        | Effect::CloseWidget { .. }
        | Effect::AskHook { .. }
        | Effect::Deliver { .. }
        | Effect::DeliverOf { .. }
        | Effect::Emitted { .. }
        | Effect::LoadModal { .. }
        | Effect::Begin { .. }
        | Effect::Reply { .. }
        | Effect::CallService { .. }
        | Effect::Fetch { .. }
        | Effect::Invoke { .. }
        | Effect::CallEndpoint { .. }
        | Effect::WakeAt { .. } => false,
    }
}
