//! Real time limits a scenario in one place alone.
//!
//! Virtual time never hangs, and an engine's fuel cuts what loops in JavaScript. What is left are native loops of the engine that never ask for
//! fuel, and steps of others that wait without end: their thread is given up, and another one takes its place.

use super::backend::Backend;
use super::played::{Attempt, Item};
use super::schedule::Claim;
use super::take::{blank, hung, unrun};
use super::watch::At;
use super::worker::{Work, Worker};
use super::{Interrupt, Options};
use std::io;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How often the watchdog looks.
const TICK: Duration = Duration::from_millis(20);
/// How long running scenarios may go on in a run that was interrupted.
const GRACE: Duration = Duration::from_secs(2);

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
    let jobs = options.jobs.max(1);
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
                self.work.pool.change(super::schedule::Schedule::stop);
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
        let given_up: Vec<(usize, At)> =
            self.workers.iter().enumerate().filter_map(|(index, worker)| Some((index, worker.watch.give_up(patience)?))).collect();
        for (index, at) in given_up.into_iter().rev() {
            // Its thread is left where it is: nothing can end it but the process.
            drop(self.workers.swap_remove(index));
            self.settle(at);
            if self.interrupted.is_none() {
                self.begun += 1;
                match self.work.begin(self.begun) {
                    Ok(worker) => self.workers.push(worker),
                    Err(_) if !self.workers.is_empty() => {}
                    Err(_) => self.work.pool.change(super::schedule::Schedule::stop),
                }
            }
        }
    }

    /// What becomes of a scenario that did not come back.
    fn settle(&self, at: At) {
        let Some(claim) = self.work.pool.change(|schedule| schedule.abandon(at.position)) else { return };
        let Claim { item: Item::Scenario(pickle), .. } = &claim else { return };
        let attempt = if self.interrupted.is_some() {
            let mut record = blank(pickle);
            unrun(&mut record);
            record
        } else {
            hung(pickle, at.step, self.work.cast.backend.hung(self.timeout), self.timeout)
        };
        let attempt = Attempt { record: attempt, calls: Vec::new() };
        if self.interrupted.is_none() && at.attempt < self.work.options.retry {
            self.work.pool.attempted(at.position, attempt);
            self.work.pool.change(|schedule| schedule.retry(claim));
        } else {
            self.work.complete(at.position, at.attempt, attempt, usize::MAX);
        }
    }
}
