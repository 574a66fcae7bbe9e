use super::fault::Fault;
use super::heap::Heap;
use super::limits::Limits;
use super::shelf::{Fetched, Wanted};
use super::stack::{Sources, cleaned};
use super::wire;
use crate::extension::{Defect, DefectKind, Level, Place};
use crate::host::ServiceCall;
use rquickjs::{Persistent, Value};
use serde_json::{Value as Json, json};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// The most defects that one entry reports.
const MAX_DEFECTS: usize = 50;

/// What the page did, in order, before the host has looked at it.
pub(super) enum Out {
    Message(Json, Option<Place>),
    Timer {
        id: u32,
        ms: u32,
    },
    Log(Level, String),
    Defect(Defect),
    /// A script element was put in that names this file.
    Load {
        id: u32,
        wanted: Wanted,
        is_module: bool,
    },
    /// `fetch`, or a request of an `XMLHttpRequest`.
    Fetch {
        id: u32,
        call: ServiceCall,
        at: Option<Place>,
    },
    /// What the page fetched of its own package is there: the answer as `fetch` takes it.
    Fetched(u32, Json),
    /// The client SDK is asked for the App, or for the client, and where.
    Ready(Option<Place>),
}

/// What the engine's side and the host's side of one sandbox share.
pub(super) struct Shared {
    /// The vendor's files.
    pub(super) sources: Arc<Sources>,
    pub(super) limits: Limits,
    pub(super) out: RefCell<Vec<Out>>,
    /// Rejected promises that nobody has caught yet, with their reasons.
    pub(super) rejected: RefCell<Vec<[Persistent<Value<'static>>; 2]>>,
    /// The stacks of errors that were reported when they were raised.
    pub(super) raised: RefCell<Vec<String>>,
    pub(super) handler: RefCell<Option<String>>,
    pub(super) heap: Rc<Heap>,
    fuel: Cell<u32>,
    /// Why the entry is cut, once it is.
    cut: RefCell<Option<Defect>>,
    /// Promise jobs that this entry may still run.
    pub(super) jobs: Cell<u32>,
    pub(super) timers: Cell<usize>,
    pub(super) questions: Cell<usize>,
    /// Whether the page has a client SDK that can be seen: it is known when it asks for its App.
    pub(super) shows_sdk: Cell<bool>,
    /// Counts what was fetched.
    pub(super) fetched: Cell<u32>,
    /// What a look at the page, or the agent's doing there, came to.
    pub(super) told: RefCell<Option<Json>>,
    log_left: Cell<usize>,
    is_full: Cell<bool>,
    acts: Cell<usize>,
    defects: Cell<usize>,
}

impl Shared {
    pub(super) fn new(sources: Arc<Sources>, limits: Limits) -> Self {
        Self {
            sources,
            limits,
            out: RefCell::default(),
            rejected: RefCell::default(),
            raised: RefCell::default(),
            handler: RefCell::default(),
            heap: Heap::new(),
            fuel: Cell::new(limits.fuel),
            cut: RefCell::default(),
            jobs: Cell::new(limits.jobs),
            timers: Cell::new(0),
            questions: Cell::new(0),
            shows_sdk: Cell::new(false),
            fetched: Cell::new(0),
            told: RefCell::default(),
            log_left: Cell::new(limits.log_bytes),
            is_full: Cell::new(false),
            acts: Cell::new(0),
            defects: Cell::new(0),
        }
    }

    /// A new entry begins, with all its fuel.
    pub(super) fn begin(&self, handler: Option<&str>) {
        self.fuel.set(self.limits.fuel);
        self.jobs.set(self.limits.jobs);
        self.acts.set(0);
        self.defects.set(0);
        *self.handler.borrow_mut() = handler.map(str::to_owned);
    }

    /// The engine asks whether to stop.
    pub(super) fn burn(&self) -> bool {
        self.check_memory();
        let left = self.fuel.get().saturating_sub(self.heap.fuel());
        self.fuel.set(left.saturating_sub(1));
        if left == 0 {
            self.out_of_fuel();
        }
        self.is_cut()
    }

    pub(super) fn out_of_fuel(&self) {
        self.stop(DefectKind::OutOfFuel, "ran past its budget of instructions and was cut; end the loop".to_owned());
    }

    /// Cuts what was refused memory, whether it noticed or not.
    pub(super) fn check_memory(&self) {
        if self.heap.is_spent() {
            self.stop(DefectKind::OutOfMemory, format!("ran past its {} KiB of memory and was cut; keep less", self.limits.memory >> 10));
        }
    }

    /// The widget is cut, for this reason; the first one counts.
    pub(super) fn stop(&self, kind: DefectKind, text: String) {
        let handler = self.handler.borrow().clone();
        self.cut.borrow_mut().get_or_insert(Defect { kind, text, at: None, handler });
    }

    /// Where the engine was when it was cut.
    pub(super) fn stopped_at(&self, stack: &str) {
        let at = self.place(stack);
        if let Some(cut) = &mut *self.cut.borrow_mut() {
            cut.at = cut.at.take().or(at);
        }
    }

    /// Why the widget was cut, once.
    pub(super) fn take_cut(&self) -> Option<Defect> {
        self.cut.borrow_mut().take()
    }

    pub(super) fn is_cut(&self) -> bool {
        self.cut.borrow().is_some()
    }

    /// One more thing that the page did.
    pub(super) fn push(&self, out: Out) {
        if self.counts() {
            self.out.borrow_mut().push(out);
        } else if let Out::Message(message, _) = &out {
            // A cut that the page took for an exception of its own: its stack says where.
            wire::faults(message).iter().for_each(|fault| self.stopped_at(&fault.stack));
        }
    }

    /// Counts a call to the host; `false` where the widget is cut.
    pub(super) fn counts(&self) -> bool {
        self.check_memory();
        self.acts.set(self.acts.get() + 1);
        if self.acts.get() > self.limits.acts {
            let text = format!("called its host more than {} times in one go and was cut; end the loop", self.limits.acts);
            self.stop(DefectKind::OutOfFuel, text);
        }
        !self.is_cut()
    }

    pub(super) fn log(&self, level: Level, mut text: String) {
        let left = self.log_left.get();
        match left.checked_sub(text.len().max(1)) {
            Some(left) => self.log_left.set(left),
            None if self.is_full.replace(true) => {
                self.counts();
                return;
            }
            None => text = "the log is full: further lines are dropped".to_owned(),
        }
        self.push(Out::Log(level, text));
    }

    /// One more question to the host, unless too many wait: why not, then.
    pub(super) fn question(&self) -> Result<(), String> {
        if self.questions.get() >= self.limits.questions {
            self.counts();
            return Err(format!("more than {} questions to the host wait for their answers", self.limits.questions));
        }
        self.questions.set(self.questions.get() + 1);
        Ok(())
    }

    pub(super) fn defect(&self, defect: Defect) {
        let mut out = self.out.borrow_mut();
        let is_known = !self.counts() || out.iter().any(|known| matches!(known, Out::Defect(known) if *known == defect));
        if !is_known && self.defects.get() < MAX_DEFECTS {
            self.defects.set(self.defects.get() + 1);
            out.push(Out::Defect(defect));
        }
    }

    /// A fault of the vendor's that went up to the page; one without a place of its own is of what stands `at`.
    pub(super) fn fault(&self, fault: &Fault, at: Option<&Place>) {
        if !self.is_raised(fault) {
            let defect = fault.defect(&self.sources, self.handler.borrow().as_deref());
            let at = defect.at.clone().or_else(|| at.cloned());
            self.defect(Defect { at, ..defect });
        }
    }

    /// A fault that has been reported where it was raised.
    pub(super) fn is_raised(&self, fault: &Fault) -> bool {
        !fault.stack.is_empty() && self.raised.borrow().contains(&fault.stack)
    }

    /// Something that the page has not was called.
    pub(super) fn unsupported(&self, text: String, stack: String) {
        let at = self.place(&stack);
        let handler = self.handler.borrow().clone();
        self.defect(Defect { kind: DefectKind::Unsupported, text, at, handler });
        let mut raised = self.raised.borrow_mut();
        if raised.len() < MAX_DEFECTS {
            raised.push(cleaned(&stack));
        }
    }

    /// The page fetched a file of its package.
    pub(super) fn fetch_own(&self, id: u32, found: Fetched, stack: String) {
        let answer = match found {
            Fetched::Text { text, kind } => json!({"status": 200, "body": &*text, "type": kind}),
            Fetched::Status(status) => json!({"status": status, "body": null}),
            Fetched::NoText(path) => {
                let text = format!("fetching \"/{path}\", which is no text, is not supported here; fetch texts alone");
                self.unsupported(text.clone(), stack);
                json!({"failed": text})
            }
        };
        self.push(Out::Fetched(id, answer));
    }

    pub(super) fn place(&self, stack: &str) -> Option<Place> {
        self.sources.place(stack)
    }
}
