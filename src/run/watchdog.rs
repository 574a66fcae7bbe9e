//! Real time limits a scenario in one place alone.
//!
//! Virtual time never hangs, and an engine's fuel cuts what loops in JavaScript. What is left are native loops of the engine that never ask for
//! fuel, and steps of others that wait without end: their thread is given up, and another one takes its place.

use super::backend::{Backend, given_up};
use super::played::{Attempt, Item};
use super::schedule::{AHEAD, Schedule};
use super::take::{blank, hung, unrun};
use super::watch::{At, Place};
use super::worker::{Work, Worker};
use super::{Interrupt, Options};
use crate::gherkin::Pickle;
use crate::record::{HookRecord, ScenarioRecord, Status};
use std::io;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How often the watchdog looks.
pub(super) const TICK: Duration = Duration::from_millis(20);
/// How long running scenarios may go on in a run that was interrupted.
pub(super) const GRACE: Duration = Duration::from_secs(2);

struct Watchdog<W, B> {
    work: Work<W, B>,
    workers: Vec<Worker>,
    /// How many threads there were.
    begun: usize,
    timeout: Duration,
    interrupt: Interrupt,
    interrupted: Option<Instant>,
}

/// Begins so many workers, and watches them until the run is over.
pub(super) fn begin<W: 'static, B: Backend<W>>(work: Work<W, B>, options: &Options) -> io::Result<JoinHandle<()>> {
    // More could never have anything to play at the same time.
    let jobs = options.jobs.clamp(1, AHEAD);
    let workers = (0..jobs).map(|number| work.begin(number)).collect::<io::Result<Vec<_>>>();
    let workers = workers.inspect_err(|_| work.pool.finish())?;
    let (timeout, interrupt) = (options.step_timeout, options.interrupt.clone());
    let mut watchdog = Watchdog { work, workers, begun: jobs, timeout, interrupt, interrupted: None };
    thread::Builder::new().name("watchdog".into()).spawn(move || watchdog.run())
}

impl<W: 'static, B: Backend<W>> Watchdog<W, B> {
    fn run(&mut self) {
        while !self.work.pool.sleep(TICK.min(self.timeout / 4).max(Duration::from_millis(1))) {
            self.work.pool.nudge();
            if self.interrupted.is_none() && self.interrupt.is_set() {
                self.interrupted = Some(Instant::now());
                self.work.pool.change(Schedule::stop);
            }
            let patience = if self.interrupted.is_some_and(|since| since.elapsed() > GRACE) { Duration::ZERO } else { self.timeout };
            self.look(patience);
        }
        for worker in self.workers.drain(..) {
            // A panic of the thread itself was seen when its scenario did not come back.
            drop(worker.thread.join());
        }
    }

    fn look(&mut self, patience: Duration) {
        let given_up: Vec<_> =
            self.workers.iter().enumerate().filter_map(|(index, worker)| Some((index, worker.watch.give_up(patience)?))).collect();
        for (index, (at, known)) in given_up.into_iter().rev() {
            // Its thread is left where it is: nothing can end it but the process.
            drop(self.workers.swap_remove(index));
            if self.interrupted.is_none() {
                self.begun += 1;
                self.workers.extend(self.work.begin(self.begun));
            }
            self.settle(at, known);
        }
        if self.workers.is_empty() && self.interrupted.is_none() {
            self.work.pool.change(Schedule::stop);
        }
    }

    /// What becomes of a scenario that did not come back. It is tried again where nobody ends the run, and somebody is left to do it.
    fn settle(&self, at: At, known: Option<Box<ScenarioRecord>>) {
        let pool = &self.work.pool;
        let Some(Item::Scenario(pickle)) = pool.look(|schedule| schedule.item(at.position)) else { return };
        let record = if self.interrupted.is_some() {
            let mut record = blank(&pickle);
            unrun(&mut record);
            record
        } else {
            self.hung(&pickle, at.place, known)
        };
        let attempt = Attempt { record, calls: Vec::new() };
        let again = self.interrupted.is_none() && at.attempt < self.work.options.retry && !self.workers.is_empty();
        let last = if again { pool.retry(at.position, attempt) } else { Some(attempt) };
        if let Some(last) = last {
            self.work.complete(at.position, at.attempt, last, usize::MAX);
        }
    }

    /// The record of a scenario that did not come back from `place`.
    fn hung(&self, pickle: &Pickle, place: Place, known: Option<Box<ScenarioRecord>>) -> ScenarioRecord {
        let hooks = &self.work.cast.hooks;
        let hook = match place {
            Place::Before(index) => Some(&hooks.before[index].name),
            Place::After(index) => Some(&hooks.after[index].name),
            Place::World | Place::Step(_) | Place::End => None,
        };
        let failure = match (place, hook) {
            (Place::Step(_), _) => self.work.cast.backend.hung(self.timeout),
            (_, Some(name)) => given_up(&format!("the hook \"{name}\""), self.timeout),
            (Place::World, None) => given_up("the making of the World", self.timeout),
            (_, None) => given_up("the end of the World", self.timeout),
        };
        let mut record = hung(pickle, place, known, failure, self.timeout);
        let told = hook.map(|name| HookRecord { name: name.clone(), status: Status::Failed, took: self.timeout, attachments: Vec::new() });
        if matches!(place, Place::Before(_)) { &mut record.before } else { &mut record.after }.extend(told);
        self.work.cast.backend.abandon(pickle, &mut record);
        record
    }
}
