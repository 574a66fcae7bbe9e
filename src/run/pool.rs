//! The schedule as threads see it.

use super::played::{Attempt, Item, Played};
use super::schedule::{Claim, Move, Schedule};
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

struct State {
    schedule: Schedule<Item, Played>,
    /// Attempts that failed, of scenarios that are tried again.
    failed: Vec<(usize, Attempt)>,
    waiting: usize,
    waker: Option<Waker>,
    is_over: bool,
}

impl Pool {
    pub(super) fn new(schedule: Schedule<Item, Played>) -> Self {
        let state = State { schedule, failed: Vec::new(), waiting: 0, waker: None, is_over: false };
        Self { state: Mutex::new(state), work: Condvar::new(), results: Condvar::new(), over: Condvar::new() }
    }

    /// What a worker is to do; it waits here until there is something. `None` when there is nothing left.
    pub(super) fn next(&self) -> Option<Task> {
        let mut state = self.lock();
        loop {
            match state.schedule.next_move() {
                Move::Play(claim) => return Some(Task::Play(claim)),
                Move::Load(number, first) => return Some(Task::Load(number, first)),
                Move::Leave => return None,
                Move::Wait => {
                    state.waiting += 1;
                    state = self.work.wait(state).unwrap_or_else(PoisonError::into_inner);
                    state.waiting -= 1;
                }
            }
        }
    }

    /// Changes the schedule, and wakes whoever waits for a change.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut Schedule<Item, Played>) -> T) -> T {
        let mut state = self.lock();
        let result = change(&mut state.schedule);
        self.changed(&mut state);
        result
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

    /// A scenario is played to its end.
    pub(super) fn complete(&self, position: usize, last: Attempt) {
        let mut state = self.lock();
        let mut attempts = Vec::new();
        if !state.failed.is_empty() {
            let failed = std::mem::take(&mut state.failed);
            let (mine, others): (Vec<_>, Vec<_>) = failed.into_iter().partition(|(other, _)| *other == position);
            state.failed = others;
            attempts.extend(mine.into_iter().map(|(_, attempt)| attempt));
        }
        attempts.push(last);
        if state.schedule.complete(position, Played { attempts }) {
            self.report(&mut state);
        }
        self.changed(&mut state);
    }

    /// What is done, in order; waits for it. `None` when everything is reported.
    pub(super) fn wait(&self) -> Option<Vec<(usize, Played)>> {
        let mut state = self.lock();
        loop {
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

/// Something that a worker has to do.
#[derive(Debug)]
pub(super) enum Task {
    /// Play this scenario.
    Play(Claim<Item>),
    /// Read the file of this number, whose scenarios begin at this position.
    Load(usize, usize),
}
