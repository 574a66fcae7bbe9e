//! The schedule as threads see it.

use super::played::{Attempt, Item, Played};
use super::schedule::{Claim, Move, Schedule};
use crate::record::InputError;
use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

/// Shared by the workers, the watchdog and whoever reports.
pub(super) struct Pool {
    state: Mutex<State>,
    /// For workers: something may have come up.
    work: Condvar,
    /// For who reports: the oldest scenario is done.
    results: Condvar,
    /// For the watchdog: the run is over.
    over: Condvar,
}

/// What is wrong with a file: errors and warnings.
pub(super) type Told = (Vec<InputError>, Vec<InputError>);

struct State {
    schedule: Schedule<Item, Played>,
    /// Attempts that failed, of scenarios that are tried again.
    failed: Vec<(usize, Attempt)>,
    /// Errors and warnings of files, by their numbers.
    told: BTreeMap<usize, Told>,
    /// What is reported, by who played it.
    spent: BTreeMap<usize, Vec<Played>>,
    waiting: usize,
    /// Whether who reports was called, and has not come yet.
    called: bool,
    waker: Option<Waker>,
    is_over: bool,
}

impl Pool {
    pub(super) fn new(schedule: Schedule<Item, Played>) -> Self {
        let state = State {
            schedule,
            failed: Vec::new(),
            told: BTreeMap::new(),
            spent: BTreeMap::new(),
            waiting: 0,
            called: false,
            waker: None,
            is_over: false,
        };
        Self { state: Mutex::new(state), work: Condvar::new(), results: Condvar::new(), over: Condvar::new() }
    }

    /// What a worker is to do, with what it may forget; it waits here until there is something. `None` when there is nothing left.
    pub(super) fn next(&self, worker: usize) -> Option<(Task, Spent)> {
        let mut state = self.lock();
        loop {
            let task = match state.schedule.next_move() {
                Move::Play(claim) => Task::Play(claim),
                Move::Load(number) => Task::Load(number),
                Move::Leave => return None,
                Move::Wait => {
                    // Perhaps there is room when what is done is reported.
                    self.report(&mut state);
                    state.waiting += 1;
                    state = self.work.wait(state).unwrap_or_else(PoisonError::into_inner);
                    state.waiting -= 1;
                    continue;
                }
            };
            let spent = Spent { _items: state.schedule.spent(worker), _played: state.spent.remove(&worker).unwrap_or_default() };
            return Some((task, spent));
        }
    }

    /// Gives back what is reported, for those to forget who made it.
    pub(super) fn forget(&self, played: Vec<Played>) {
        let mut state = self.lock();
        for played in played {
            state.spent.entry(played.player).or_default().push(played);
        }
    }

    /// Changes the schedule, and wakes whoever waits for a change.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut Schedule<Item, Played>) -> T) -> T {
        let mut state = self.lock();
        let result = change(&mut state.schedule);
        self.changed(&mut state);
        result
    }

    /// Looks at the schedule; nobody is woken.
    pub(super) fn look<T>(&self, look: impl FnOnce(&Schedule<Item, Played>) -> T) -> T {
        look(&self.lock().schedule)
    }

    /// A file was read.
    pub(super) fn loaded(&self, number: usize, items: Vec<Item>, told: Told, reader: usize) {
        let mut state = self.lock();
        if !told.0.is_empty() || !told.1.is_empty() {
            state.told.insert(number, told);
        }
        state.schedule.loaded(number, items, reader);
        self.changed(&mut state);
    }

    /// Errors and warnings of the files that were read, in the order of the files.
    pub(super) fn told(&self) -> Vec<Told> {
        std::mem::take(&mut self.lock().told).into_values().collect()
    }

    fn changed(&self, state: &mut State) {
        if state.waiting > 0 {
            self.work.notify_all();
        }
        if state.schedule.is_over() {
            self.report(state);
        }
    }

    fn report(&self, state: &mut State) {
        // Whoever was called and has not come yet is not called again: each call costs more than playing a step.
        if std::mem::replace(&mut state.called, true) {
            return;
        }
        self.results.notify_all();
        if let Some(waker) = state.waker.take() {
            waker.wake();
        }
    }

    /// An attempt failed, and the same worker begins another.
    pub(super) fn attempted(&self, position: usize, attempt: Attempt) {
        let mut state = self.lock();
        state.schedule.attempted(position);
        state.failed.push((position, attempt));
    }

    /// An attempt did not come back, and another worker is to begin the next one. Gives it back where nothing new begins.
    pub(super) fn retry(&self, position: usize, attempt: Attempt) -> Option<Attempt> {
        let mut state = self.lock();
        if !state.schedule.retry(position) {
            return Some(attempt);
        }
        state.failed.push((position, attempt));
        self.changed(&mut state);
        None
    }

    /// A scenario is played to its end.
    pub(super) fn complete(&self, position: usize, last: Attempt, player: usize) {
        let mut state = self.lock();
        let mut attempts = Vec::new();
        if !state.failed.is_empty() {
            let failed = std::mem::take(&mut state.failed);
            let (mine, others): (Vec<_>, Vec<_>) = failed.into_iter().partition(|(other, _)| *other == position);
            state.failed = others;
            attempts.extend(mine.into_iter().map(|(_, attempt)| attempt));
        }
        attempts.push(last);
        if state.schedule.complete(position, Played { attempts, player }) {
            self.report(&mut state);
        }
        self.changed(&mut state);
    }

    /// What is done, in order; waits for it. `None` when everything is reported.
    pub(super) fn wait(&self) -> Option<Vec<(usize, Played)>> {
        let mut state = self.lock();
        loop {
            state.called = false;
            let taken = state.schedule.take();
            if !taken.is_empty() {
                self.changed(&mut state);
                return Some(taken);
            }
            if state.schedule.is_over() {
                return None;
            }
            state = self.results.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// The same without waiting: `context` is woken when it is worth asking again.
    pub(super) fn poll(&self, context: &mut Context<'_>) -> Poll<Option<Vec<(usize, Played)>>> {
        let mut state = self.lock();
        state.called = false;
        let taken = state.schedule.take();
        if !taken.is_empty() {
            self.changed(&mut state);
            return Poll::Ready(Some(taken));
        }
        if state.schedule.is_over() {
            return Poll::Ready(None);
        }
        state.waker = Some(context.waker().clone());
        Poll::Pending
    }

    /// Whoever reports is to have a look, although little may have come together.
    pub(super) fn nudge(&self) {
        self.report(&mut self.lock());
    }

    /// The run is over: the watchdog may go.
    pub(super) fn finish(&self) {
        let mut state = self.lock();
        state.schedule.stop();
        state.is_over = true;
        self.over.notify_all();
        self.work.notify_all();
    }

    /// Sleeps for a while; `true` when the run is over.
    pub(super) fn sleep(&self, time: Duration) -> bool {
        let state = self.lock();
        let awake = self.over.wait_timeout_while(state, time, |state| !state.is_over);
        awake.unwrap_or_else(PoisonError::into_inner).0.is_over
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a worker made and nobody needs any more: it is forgotten when this is.
#[derive(Debug)]
pub(super) struct Spent {
    _items: Option<Vec<Item>>,
    _played: Vec<Played>,
}

/// Something that a worker has to do.
#[derive(Debug)]
pub(super) enum Task {
    /// Play this scenario.
    Play(Claim<Item>),
    /// Read the file with this number.
    Load(usize),
}
