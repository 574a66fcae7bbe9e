use super::engine::{Engine, Step};
use super::limits::Limits;
use super::program::Program;
use super::shared::{Out, Shared};
use super::wire::{self, Received, Wire};
use crate::clock::{Instant, Millis};
use crate::extension::package::{Client, When};
use crate::extension::{Act, Ask, Defect, DefectKind, Gesture, Look, NotDone, Opening, Place, Reply, Subject, WakeId};
use crate::host::{CallId, RequestId, WidgetId};
use serde_json::Value as Json;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

/// The timer with which the host waits for the registration.
const GUARD: WakeId = WakeId(0);

/// A vendor's page, alive in a sandbox of its own.
///
/// The host registers the page as soon as it has called its client SDK's entry ([`Client::entry`]), as long as it waits for it; a page with an SDK of its
/// own, once it has been opened. A widget that was cut is dead: it does nothing any more.
pub struct Sandbox {
    opening: Opening,
    program: Arc<Program>,
    shared: Rc<Shared>,
    engine: Option<Engine>,
    wire: Wire,
    wakes: BTreeMap<WakeId, u32>,
    /// What the page fetches, by the question to the host.
    fetches: BTreeMap<RequestId, u32>,
    last_wake: u64,
    registration: Registration,
    /// Whether it has been told that the page never asks for its App.
    is_told: bool,
}

/// How far the page has come to know its host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Registration {
    /// The page has not asked for its App.
    Awaited,
    /// It has: the host's message is due.
    Due,
    /// The host's message is sent.
    Sent,
    /// The host waits no longer.
    GivenUp,
}

impl Sandbox {
    /// A sandbox for one widget; its page is run when it is opened.
    #[must_use]
    pub fn new(program: Arc<Program>, opening: Opening, limits: Limits) -> Self {
        let (wire, shared) = (Wire::new(program.client, &opening), Rc::new(Shared::new(Arc::clone(&program.sources), limits)));
        Self {
            opening,
            program,
            shared,
            engine: None,
            wire,
            wakes: BTreeMap::new(),
            fetches: BTreeMap::new(),
            last_wake: GUARD.0,
            registration: Registration::Awaited,
            is_told: false,
        }
    }

    /// Lets `steps` happen, and what follows from them at this instant.
    fn enter(&mut self, now: Instant, handler: Option<&str>, steps: impl IntoIterator<Item = Step>) -> Vec<Act> {
        let Some(engine) = self.engine.take() else { return Vec::new() };
        let (mut acts, mut steps) = (Vec::new(), steps.into_iter().collect::<VecDeque<_>>());
        self.shared.begin(handler);
        while let Some(step) = steps.pop_front() {
            engine.step(now, &step);
            self.collect(now, &mut acts, &mut steps);
            if self.shared.is_cut() {
                break;
            }
            // A page whose SDK is not to be seen does not say when it asks for its App: the message is due when it has been opened.
            let asks = match self.registration {
                Registration::Awaited => !self.shared.shows_sdk.get(),
                state => state == Registration::Due,
            };
            if steps.is_empty() && asks {
                self.registration = Registration::Sent;
                steps.push_back(Step::Message(self.wire.register()));
            }
        }
        match self.shared.take_cut() {
            Some(defect) => acts.push(Act::Defect(defect)),
            None => {
                self.engine = Some(engine);
                self.await_registration(&mut acts);
            }
        }
        acts
    }

    /// What the page has done, as acts.
    fn collect(&mut self, now: Instant, acts: &mut Vec<Act>, steps: &mut VecDeque<Step>) {
        for out in self.shared.out.take() {
            match out {
                Out::Message(message, at) => self.receive(&message, at, acts, steps),
                Out::Timer { id, ms } => {
                    self.last_wake += 1;
                    let wake = WakeId(self.last_wake);
                    self.wakes.insert(wake, id);
                    acts.push(Act::WakeMe { wake, at: now + Millis::from(ms) });
                }
                Out::Log(level, text) => acts.push(Act::Log { level, text }),
                Out::Defect(defect) => acts.push(Act::Defect(defect)),
                Out::Load { id, wanted, is_module } => {
                    // The page's own scripts go first; it has not been loaded before this one is.
                    let end = steps.iter().position(|step| matches!(step, Step::Ready("complete"))).unwrap_or(steps.len());
                    steps.insert(end, Step::Load { id, wanted, is_module });
                }
                Out::Fetch { id, call, at } => {
                    let request = self.wire.next_request();
                    self.fetches.insert(request, id);
                    acts.push(Act::Ask { request, ask: Ask::Fetch { call }, at });
                }
                Out::Fetched(id, answer) => {
                    self.answered();
                    steps.push_back(Step::Fetched(id, answer));
                }
                Out::Ready(_) if self.registration == Registration::Awaited => self.registration = Registration::Due,
                Out::Ready(at) if self.registration == Registration::Sent => {
                    let entry = self.program.client.entry();
                    let text = format!("called {entry} after it had registered: that promise never resolves; call it while the page loads");
                    acts.push(Act::Defect(Defect { kind: DefectKind::NotRegistered, text, at, handler: None }));
                }
                Out::Ready(_) => {}
            }
        }
    }

    fn receive(&mut self, message: &Json, at: Option<Place>, acts: &mut Vec<Act>, steps: &mut VecDeque<Step>) {
        let Received { acts: come, reply, faults, hook } = self.wire.receive(message, at);
        for fault in faults {
            let defect = fault.defect(&self.shared.sources, hook.as_deref());
            if !self.shared.is_raised(&fault) {
                acts.push(Act::Defect(defect));
            }
        }
        acts.extend(come);
        if let Some(reply) = reply {
            self.answered();
            steps.push_back(Step::Message(reply));
        }
    }

    fn answered(&self) {
        self.shared.questions.set(self.shared.questions.get().saturating_sub(1));
    }

    /// Tells of a page that has not registered once nothing of its own can make it do so any more.
    fn await_registration(&mut self, acts: &mut Vec<Act>) {
        // A page without the client of Freshworks has nothing to ask there.
        let asks = self.program.client == Client::Desk || self.shared.shows_sdk.get();
        let is_over = !asks || self.wire.has_registered || self.registration == Registration::GivenUp;
        if !is_over && self.shared.timers.get() == 0 && self.shared.questions.get() == 0 && self.fetches.is_empty() {
            let text = format!("the page never called {}; call it while the page loads", self.program.client.entry());
            self.tell_unregistered(acts, &text);
        }
    }

    /// The host waits no longer for a page that has not registered.
    fn give_up(&mut self) -> Vec<Act> {
        let mut acts = Vec::new();
        if self.wire.has_registered {
            return acts;
        }
        self.registration = Registration::GivenUp;
        if self.engine.is_some() {
            let (entry, limit) = (self.program.client.entry(), self.opening.registration.unwrap_or_default());
            let text = format!("the page did not call {entry} within {limit} ms; call it while the page loads");
            self.tell_unregistered(&mut acts, &text);
        }
        acts.push(Act::Unregistered);
        acts
    }

    fn tell_unregistered(&mut self, acts: &mut Vec<Act>, text: &str) {
        if !std::mem::replace(&mut self.is_told, true) {
            acts.push(Act::Defect(Defect { kind: DefectKind::NotRegistered, text: text.to_owned(), at: None, handler: None }));
        }
    }
}

impl Subject for Sandbox {
    fn open(&mut self, now: Instant) -> Vec<Act> {
        match Engine::start(&self.program, &self.shared, &self.opening, now) {
            Ok(engine) => self.engine = Some(engine),
            Err(fault) => {
                let text = format!("the sandbox could not be made: {fault}").to_lowercase();
                return vec![Act::Defect(Defect { kind: DefectKind::OutOfMemory, text, at: None, handler: None })];
            }
        }
        let turns = &self.program.turns;
        let scripts = |when| (0..turns.len()).filter(move |n| turns[*n].when == when).map(Step::Script);
        let mut steps: Vec<_> = scripts(When::InOrder).collect();
        steps.push(Step::Ready("interactive"));
        steps.extend(scripts(When::Deferred));
        steps.push(Step::Ready("loaded"));
        steps.extend(scripts(When::Async));
        steps.push(Step::Ready("complete"));
        let mut acts = self.enter(now, None, steps);
        if let Some(limit) = self.opening.registration.filter(|_| !self.wire.has_registered) {
            acts.push(Act::WakeMe { wake: GUARD, at: now + limit });
        }
        acts
    }

    fn ask(&mut self, now: Instant, call: CallId, hook: &str, payload: &Json) -> Vec<Act> {
        if !self.wire.is_registered {
            return Vec::new();
        }
        let message = self.wire.ask(call, hook, payload);
        self.enter(now, Some(hook), [Step::Message(message)])
    }

    fn deliver(&mut self, now: Instant, event: &str, payload: &Json) -> Vec<Act> {
        if !self.wire.is_registered {
            return Vec::new();
        }
        self.enter(now, Some(event), [Step::Message(self.wire.event(event, payload))])
    }

    fn deliver_of(&mut self, now: Instant, of: WidgetId, event: &str, payload: &Json) -> Vec<Act> {
        if !self.wire.is_registered {
            return Vec::new();
        }
        self.enter(now, Some(event), [Step::Message(self.wire.event_of(of, event, payload))])
    }

    fn settle(&mut self, now: Instant, request: RequestId, reply: &Reply) -> Vec<Act> {
        if let Some(id) = self.fetches.remove(&request) {
            self.answered();
            return self.enter(now, None, [Step::Fetched(id, wire::fetched(reply))]);
        }
        let Some(message) = self.wire.settle(request, reply) else { return Vec::new() };
        self.answered();
        self.enter(now, None, [Step::Message(message)])
    }

    fn wake(&mut self, now: Instant, wake: WakeId) -> Vec<Act> {
        if wake == GUARD {
            return self.give_up();
        }
        let Some(id) = self.wakes.remove(&wake) else { return Vec::new() };
        self.enter(now, None, [Step::Fire(id)])
    }

    fn close(&mut self, now: Instant) -> Vec<Act> {
        let mut acts = self.enter(now, None, [Step::Unload]);
        self.engine = None;
        // The real SDK throws when it deregisters and was never registered: none of the vendor's code.
        acts.retain(|act| !matches!(act, Act::Defect(Defect { at: None, .. })));
        acts
    }

    fn operate(&mut self, now: Instant, gesture: &Gesture) -> Result<Vec<Act>, NotDone> {
        let (how, selector, with) = match gesture {
            Gesture::Click { selector } => ("click", selector, ""),
            Gesture::Type { selector, text } => ("type", selector, text.as_str()),
            Gesture::Choose { selector, option } => ("choose", selector, option.as_str()),
        };
        let acts = self.enter(now, None, [Step::Operate(how, selector.clone(), with.to_owned())]);
        let told = self.shared.told.take().and_then(|told| told.as_str().map(str::to_owned));
        match told.as_deref() {
            Some("") => Ok(acts),
            Some(refusal) => Err(NotDone::read(refusal)),
            // Cut on the way: what it did until then stays done.
            None if !acts.is_empty() => Ok(acts),
            None => Err(NotDone::NoPage),
        }
    }

    fn look(&mut self, now: Instant, selector: Option<&str>) -> Result<Look, NotDone> {
        self.enter(now, None, [Step::Look(selector.map(str::to_owned))]);
        let told = self.shared.told.take().ok_or(NotDone::NoPage)?;
        if let Some(refusal) = told.as_str() {
            return Err(NotDone::read(refusal));
        }
        let texts = |name: &str| {
            let all = told[name].as_array().into_iter().flatten();
            all.filter_map(Json::as_str).map(str::to_owned).collect()
        };
        Ok(Look { texts: texts("texts"), hidden: told["hidden"].as_u64().unwrap_or(0), ids: texts("ids") })
    }
}
