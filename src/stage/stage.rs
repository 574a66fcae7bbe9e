use super::upheld::{self, Before};
use super::{Endpoints, Happened, Promised, Services, Trace};
use crate::clock::{Instant, Millis, Rank, Timeline};
use crate::extension::{Act, Defect, DefectKind, Server, Subject, WakeId};
use crate::host::desk::{Action, Desk, Widget};
use crate::host::{ActionId, CalledId, ExchangeId, Host, Input, Model, Request, ServiceAnswer, Wake, WidgetId};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

/// Makes a widget anew, each time that it comes alive on the host as it is then.
pub type Factory = Box<dyn Fn(WidgetId, Host<'_>) -> Box<dyn Subject>>;

/// The pages that an extension's modal boxes may have, by what its widgets call them; or why there is none.
pub type ModalPages = Box<dyn Fn(&str) -> Result<Factory, String>>;

/// How many timers of one widget may be due at one instant: past it, the widget spins.
const WAKES_AT_ONE_INSTANT: u32 = 10_000;
/// How many timers of one widget may be due while one step lets time pass.
const WAKES_IN_ONE_STEP: u32 = 1_000_000;

/// What is due later.
#[derive(Debug)]
pub(super) enum Due {
    Host(Wake),
    Widget {
        widget: WidgetId,
        life: u32,
        wake: WakeId,
    },
    Input(Input),
    /// An extension's own server answers.
    Endpoint(ExchangeId, Result<ServiceAnswer, String>),
    /// An extension's own server that really runs is called.
    Server {
        call: ExchangeId,
        extension: String,
        exchange: String,
        request: Request,
        /// The body that the feature says.
        promised: Option<Value>,
    },
}

pub(super) struct Slot {
    pub(super) make: Rc<Factory>,
    pub(super) alive: Option<Box<dyn Subject>>,
    /// Counts the times that it came alive: timers of an earlier life do nothing.
    pub(super) life: u32,
    wakes: (Instant, u32, u32),
}

/// A host with the extensions on it, and the time that both share.
pub struct Stage {
    pub(super) host: Box<dyn Model>,
    pub(super) slots: BTreeMap<WidgetId, Slot>,
    /// By the extension's name.
    modals: BTreeMap<String, ModalPages>,
    pub(super) timeline: Timeline<Due>,
    pub(super) queue: VecDeque<Input>,
    pub(super) now: Instant,
    /// The third parties that the feature plays.
    pub services: Services,
    /// The extensions' own servers that the feature plays.
    pub endpoints: Endpoints,
    /// Those that really run.
    pub(super) server: Option<Box<dyn Server>>,
    pub(super) promised: Vec<Promised>,
    /// What happened so far.
    pub trace: Trace,
    /// Payloads of our own host that break the catalogue: our fault.
    pub breaches: Vec<String>,
    /// What the feature's author fired: hooks and events, each with its payload.
    pub(super) fired: Vec<(String, Value)>,
    actions: u32,
    called: u32,
    /// Whether anything has come to the host.
    touched: bool,
}

impl Stage {
    /// An empty stage around `host`.
    #[must_use]
    pub fn new(host: Box<dyn Model>) -> Self {
        Self {
            host,
            slots: BTreeMap::new(),
            modals: BTreeMap::new(),
            timeline: Timeline::default(),
            queue: VecDeque::new(),
            now: Instant::START,
            services: Services::default(),
            endpoints: Endpoints::default(),
            server: None,
            promised: Vec::new(),
            trace: Trace::default(),
            breaches: Vec::new(),
            fired: Vec::new(),
            actions: 0,
            called: 0,
            touched: false,
        }
    }

    /// Whether nothing has come to the host yet.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        !self.touched
    }

    /// Another host plays, from the beginning.
    pub fn play_on(&mut self, host: Box<dyn Model>) {
        self.host = host;
    }

    /// The host's state.
    #[must_use]
    pub fn host(&self) -> Host<'_> {
        self.host.host()
    }

    /// The state of Zoho Desk.
    ///
    /// # Panics
    /// The help desk is another one: see [`Host::desk`].
    #[must_use]
    pub fn desk(&self) -> &Desk {
        self.host().desk()
    }

    /// The virtual clock.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.now
    }

    /// What our own model has done wrong so far: payloads that break the catalogue, and what must hold wherever there is a channel.
    #[must_use]
    pub fn broken(&self) -> Vec<String> {
        self.breaches.iter().cloned().chain(upheld::broken(self.host(), &self.trace)).collect()
    }

    /// Puts the clock to `at`: what is due until then happens. Refuses to put it back once anything has happened.
    pub fn set_clock(&mut self, at: Instant) -> bool {
        if self.trace.entries.is_empty() {
            self.now = at;
        } else if at >= self.now {
            self.pass(at.since(self.now));
        } else {
            return false;
        }
        true
    }

    /// Installs one more widget, which `make` brings to life.
    pub fn install(&mut self, widget: Widget, make: Factory) -> WidgetId {
        self.install_with(widget, Rc::new(make))
    }

    /// A widget is brought to life otherwise from its next life on: its package is another version.
    pub fn recast(&mut self, id: WidgetId, make: Factory) {
        if let Some(slot) = self.slots.get_mut(&id) {
            slot.make = Rc::new(make);
        }
    }

    /// Installs one more widget that is as this one is: each thread has its own (LOC-09).
    pub fn install_another(&mut self, of: WidgetId) -> WidgetId {
        let known = self.slots.get(&of).map(|slot| Rc::clone(&slot.make)).zip(self.host().widget(of).cloned());
        let Some((make, widget)) = known else { return of };
        self.install_with(Widget { alive: false, thread: None, subscriptions: BTreeSet::new(), ..widget }, make)
    }

    fn install_with(&mut self, widget: Widget, make: Rc<Factory>) -> WidgetId {
        let id = WidgetId(u32::try_from(self.slots.len()).unwrap_or(u32::MAX).saturating_add(1));
        self.put(id, make);
        self.input(Input::Install { id, widget });
        id
    }

    /// Says which pages the modal boxes of an extension may have.
    pub fn serve_modals(&mut self, extension: impl Into<String>, pages: ModalPages) {
        self.modals.insert(extension.into(), pages);
    }

    /// Looks for a modal box's page in the package of the widget that wants it.
    pub(super) fn load_modal(&mut self, widget: WidgetId, opener: WidgetId, url: &str) {
        let pages = self.host().widget(opener).and_then(|opener| self.modals.get(&opener.extension));
        let page = pages.map_or_else(|| Err(format!("there is no page \"{url}\"")), |pages| pages(url));
        let page = page.map(|make| self.put(widget, Rc::new(make)));
        self.queue.push_back(Input::ModalLoaded { widget, page });
    }

    fn put(&mut self, id: WidgetId, make: Rc<Factory>) {
        self.slots.insert(id, Slot { make, alive: None, life: 0, wakes: (self.now, 0, 0) });
    }

    /// The agent acts.
    pub fn act(&mut self, told: String, what: Action) -> ActionId {
        let action = self.next_action();
        self.tell(told);
        self.input(Input::Act { action, what });
        action
    }

    /// A widget that the feature plays does something of its own accord: what follows belongs to it.
    pub fn play(&mut self, widget: WidgetId, act: Act) {
        self.trace.mark();
        self.take_in(widget, vec![act]);
        self.run(self.now);
    }

    pub(super) fn next_action(&mut self) -> ActionId {
        self.actions += 1;
        ActionId(self.actions)
    }

    /// The agent does something, told as a sentence: what follows belongs to it.
    pub fn tell(&mut self, told: String) {
        self.trace.mark();
        self.trace.add(self.now, Happened::Told(told));
    }

    /// The agent's last action.
    #[must_use]
    pub fn last_action(&self) -> Option<ActionId> {
        (self.actions > 0).then_some(ActionId(self.actions))
    }

    /// An extension's server asks something of Desk, and waits for the answer.
    pub fn called(&mut self, request: Request) -> ServiceAnswer {
        let (call, before) = self.begin_called(request);
        self.run(self.now);
        self.responded(call, before)
    }

    /// The request is told, and waits to be taken; what answers it comes behind this place of the trace.
    pub(super) fn begin_called(&mut self, request: Request) -> (CalledId, usize) {
        self.called += 1;
        let call = CalledId(self.called);
        self.trace.add(self.now, Happened::Called(call, request.clone()));
        self.queue.push_back(Input::Called { call, request });
        (call, self.trace.entries.len())
    }

    /// One input with all that follows from it at this instant.
    pub fn input(&mut self, input: Input) {
        self.queue.push_back(input);
        self.run(self.now);
    }

    /// Lets virtual time pass: everything that is due in it happens, in its order.
    pub fn pass(&mut self, span: Millis) {
        let until = self.now + span;
        for slot in self.slots.values_mut() {
            slot.wakes.2 = 0;
        }
        self.run(until);
        self.now = until;
    }

    /// One input, then all its effects, then the next input; when no input is left, the next thing that is due until `until`.
    pub(super) fn run(&mut self, until: Instant) {
        loop {
            self.settle();
            let Some((at, due)) = self.timeline.take(until) else { return };
            self.now = self.now.max(at);
            match due {
                Due::Host(wake) => self.queue.push_back(Input::Due { wake }),
                Due::Input(input) => self.queue.push_back(input),
                Due::Endpoint(call, answer) => {
                    self.trace.add(self.now, Happened::Endpoint(call, answer.clone()));
                    self.queue.push_back(Input::EndpointAnswered { call, answer });
                }
                Due::Server { call, extension, exchange, request, promised } => {
                    self.call_server(call, extension, exchange, &request, promised);
                }
                Due::Widget { widget, life, wake } => self.wake(widget, life, wake),
            }
        }
    }

    /// One input, then all its effects, then the next input, until none is left.
    pub(super) fn settle(&mut self) {
        while let Some(input) = self.queue.pop_front() {
            self.touched = true;
            let before = Before::of(self.host(), &input);
            let effects = self.host.apply(self.now, input);
            let broken = before.map(|before| before.broken_by(self.host(), &effects));
            self.breaches.extend(broken.into_iter().flatten());
            for effect in effects {
                self.perform(effect);
            }
        }
    }

    fn wake(&mut self, widget: WidgetId, life: u32, wake: WakeId) {
        let now = self.now;
        let Some(slot) = self.slots.get_mut(&widget).filter(|slot| slot.life == life) else { return };
        let at_once = if slot.wakes.0 == now { slot.wakes.1 + 1 } else { 1 };
        slot.wakes = (now, at_once, slot.wakes.2 + 1);
        if at_once > WAKES_AT_ONE_INSTANT || slot.wakes.2 > WAKES_IN_ONE_STEP {
            self.cut(widget);
            return;
        }
        let acts = slot.alive.as_mut().map(|subject| subject.wake(now, wake)).unwrap_or_default();
        self.take_in(widget, acts);
    }

    /// A widget whose timers never end hears of no timer any more.
    fn cut(&mut self, widget: WidgetId) {
        self.timeline.retain(|due| !matches!(due, Due::Widget { widget: of, .. } if *of == widget));
        if let Some(slot) = self.slots.get_mut(&widget) {
            slot.life += 1;
        }
        let text = "set timers without end: it was cut, and hears of no timer any more".to_owned();
        let defect = Defect { kind: DefectKind::OutOfFuel, text, at: None, handler: None };
        self.queue.push_back(Input::Misbehaved { widget, defect });
    }

    pub(super) fn later(&mut self, at: Instant, rank: Rank, due: Due) {
        self.timeline.put(at, rank, due);
    }
}
