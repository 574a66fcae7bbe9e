//! Scenarios run on threads of their own, so that one that never comes back costs itself alone.

use super::Interrupt;
use super::backend::{Backend, panic_of};
use super::panics::guarded;
use super::plan::PlannedFile;
use super::play::{Cast, Player};
use super::played::{Attempt, Item};
use super::pool::{Pool, Task};
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
    pub(super) retry: u32,
    pub(super) interrupt: Interrupt,
}

impl<W, B> Clone for Work<W, B> {
    fn clone(&self) -> Self {
        Self {
            cast: Arc::clone(&self.cast),
            pool: Arc::clone(&self.pool),
            files: Arc::clone(&self.files),
            retry: self.retry,
            interrupt: self.interrupt.clone(),
        }
    }
}

/// A thread that plays scenarios.
pub(super) struct Worker {
    pub(super) watch: Arc<Watch>,
    pub(super) thread: JoinHandle<()>,
}

impl<W: 'static, B: Backend<W>> Work<W, B> {
    /// One more thread.
    pub(super) fn begin(&self) -> io::Result<Worker> {
        let watch = Arc::new(Watch::default());
        let (work, seen) = (self.clone(), Arc::clone(&watch));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let thread = thread::Builder::new().name("scenarios".into()).spawn(move || {
            let player = Player::new(Arc::clone(&work.cast), seen);
            runtime.block_on(work.run(&player));
            // What steps have left running on threads of the runtime may never come back.
            runtime.shutdown_background();
        })?;
        Ok(Worker { watch, thread })
    }

    async fn run(&self, player: &Player<W, B>) {
        while let Some(task) = self.next() {
            match task {
                Task::Load(number, first) => {
                    let items = self.load(number);
                    self.pool.change(|schedule| schedule.loaded(first, items));
                }
                Task::Play(claim) => {
                    if self.play(player, claim).await.is_none() {
                        // Nobody waits for this thread any more: another one has its place.
                        return;
                    }
                }
            }
        }
    }

    /// What is to be done next. Who interrupts a run from within it sees nothing new begin.
    fn next(&self) -> Option<Task> {
        if self.interrupt.is_set() {
            self.pool.change(Schedule::stop);
        }
        self.pool.next()
    }

    fn load(&self, number: usize) -> Vec<Item> {
        let file = &self.files[number];
        let lost = |lost| Item::Lost(Arc::new(lost));
        match guarded(|| file.pickles()) {
            Ok(items) => items.into_iter().map(|item| item.map_or_else(lost, Item::Scenario)).collect(),
            // Were they never there, those behind them would wait for ever.
            Err(halt) => file.unreadable(&format!("the feature cannot be read: {}", panic_of(halt).0)).into_iter().map(lost).collect(),
        }
    }

    async fn play(&self, player: &Player<W, B>, claim: Claim<Item>) -> Option<()> {
        let pickle = match &claim.item {
            Item::Scenario(pickle) => pickle,
            Item::Lost(gone) => {
                self.pool.complete(claim.position, Attempt { record: lost(gone), calls: Vec::new() });
                return Some(());
            }
        };
        for attempt in claim.attempt.. {
            let done = player.play(pickle, claim.position, attempt, claim.dry).await?;
            if done.record.status != Status::Failed || attempt >= self.retry {
                self.pool.complete(claim.position, done);
                break;
            }
            self.pool.attempted(claim.position, done);
        }
        Some(())
    }
}
