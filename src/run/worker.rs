//! Scenarios run on threads of their own, so that one that never comes back costs itself alone.

use super::Options;
use super::backend::{Backend, panic_of};
use super::panics::guarded;
use super::planned::{PlannedFile, Reading};
use super::play::{Cast, Player};
use super::played::{Attempt, Item};
use super::pool::{Pool, Spent, Task};
use super::schedule::{Claim, Schedule};
use super::take::lost;
use super::watch::Watch;
use crate::record::Status;
use std::io;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

/// What all workers of a run have.
pub(super) struct Work<W, B> {
    pub(super) cast: Arc<Cast<W, B>>,
    pub(super) pool: Arc<Pool>,
    /// Where scenarios come from that are read when their turn comes.
    pub(super) files: Arc<[PlannedFile]>,
    pub(super) options: Options,
}

impl<W, B> Clone for Work<W, B> {
    fn clone(&self) -> Self {
        let (cast, pool, files) = (Arc::clone(&self.cast), Arc::clone(&self.pool), Arc::clone(&self.files));
        Self { cast, pool, files, options: self.options.clone() }
    }
}

/// A thread that plays scenarios.
pub(super) struct Worker {
    pub(super) watch: Arc<Watch>,
    pub(super) thread: JoinHandle<()>,
}

impl<W: 'static, B: Backend<W>> Work<W, B> {
    /// One more thread, with a number that no other has.
    pub(super) fn begin(&self, number: usize) -> io::Result<Worker> {
        let watch = Arc::new(Watch::default());
        let (work, seen) = (self.clone(), Arc::clone(&watch));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let thread = thread::Builder::new().name("scenarios".into()).spawn(move || {
            let player = Player::new(Arc::clone(&work.cast), seen);
            runtime.block_on(work.run(number, &player));
            // What steps have left running on threads of the runtime may never come back.
            runtime.shutdown_background();
        })?;
        Ok(Worker { watch, thread })
    }

    async fn run(&self, worker: usize, player: &Player<W, B>) {
        while let Some((task, spent)) = self.next(worker) {
            drop(spent);
            match task {
                Task::Load(number) => {
                    let reading = self.load(number);
                    let items = reading.items.into_iter();
                    let items = items.map(|item| item.map_or_else(|lost| Item::Lost(Arc::new(lost)), Item::Scenario)).collect();
                    self.pool.loaded(number, items, (reading.errors, reading.warnings), worker);
                }
                Task::Play(claim) => {
                    if self.play(worker, player, claim).await.is_none() {
                        // Nobody waits for this thread any more: another one has its place.
                        return;
                    }
                }
            }
        }
    }

    /// What is to be done next. Who interrupts a run from within it sees nothing new begin.
    fn next(&self, worker: usize) -> Option<(Task, Spent)> {
        if self.options.interrupt.is_set() {
            self.pool.change(Schedule::stop);
        }
        self.pool.next(worker)
    }

    fn load(&self, number: usize) -> Reading {
        let file = &self.files[number];
        // Were they never there, those behind them would wait for ever.
        guarded(|| file.read()).unwrap_or_else(|halt| file.unreadable(&panic_of(halt).0))
    }

    async fn play(&self, worker: usize, player: &Player<W, B>, claim: Claim<Item>) -> Option<()> {
        let pickle = match &claim.item {
            Item::Scenario(pickle) => pickle,
            Item::Lost(gone) => {
                self.complete(claim.position, 0, Attempt { record: lost(gone), calls: Vec::new() }, worker);
                return Some(());
            }
        };
        for attempt in claim.attempt.. {
            let done = player.play(pickle, claim.position, attempt, claim.dry).await?;
            // A run that was interrupted tries nothing again.
            if done.record.status != Status::Failed || attempt >= self.options.retry || self.options.interrupt.is_set() {
                self.complete(claim.position, attempt, done, worker);
                break;
            }
            self.pool.attempted(claim.position, done);
        }
        Some(())
    }

    /// A scenario is played to its end.
    pub(super) fn complete(&self, position: usize, attempt: u32, last: Attempt, player: usize) {
        let flaky = attempt > 0 && self.options.fail_flaky && last.record.status == Status::Passed;
        if self.options.fail_fast && (flaky || last.record.failed()) {
            // Before anybody takes the next one: a run of one thread does nothing behind it that would have to be taken back.
            self.pool.change(|schedule| schedule.dry_from(position + 1));
        }
        self.pool.complete(position, last, player);
    }
}
