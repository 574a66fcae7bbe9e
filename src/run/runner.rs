use super::backend::{Backend, Plain};
use super::definitions::Definitions;
use super::desk::OnDesk;
use super::hook::{Hook, Hooks, RunHook};
use super::once::{after_all, before_all, once};
use super::play::Cast;
use super::played::Played;
use super::pool::Pool;
use super::schedule::Schedule;
use super::worker::Work;
use super::{Options, Plan, watchdog};
use crate::record::{RunRecord, ScenarioRecord};
use crate::scenario::Scenario;
use cucumber::World;
use cucumber::codegen::{LocalBoxFuture, WorldInventory};
use std::io;
use std::sync::Arc;
use std::time::Instant;

/// Runs scenarios in parallel, each with a World of its own.
///
/// It runs any [`World`] whose steps are written with cucumber's attributes; for deskspec's own there is [`Runner::on_desk`].
pub struct Runner<W, B = Plain> {
    pub(super) cast: Cast<W, B>,
    pub(super) options: Options,
}

impl<W: World + WorldInventory> Runner<W> {
    /// A runner for any World.
    #[must_use]
    pub fn new() -> Self {
        Self::with(Plain, Arc::new(Definitions::compiled_in()))
    }
}

impl<W: World + WorldInventory> Default for Runner<W> {
    fn default() -> Self {
        Self::new()
    }
}

impl Runner<Scenario, OnDesk> {
    /// A runner for deskspec's own World and vocabulary.
    #[must_use]
    pub fn on_desk(backend: OnDesk) -> Self {
        Self::with(backend, Definitions::vocabulary())
    }
}

impl<W: 'static, B: Backend<W>> Runner<W, B> {
    /// A runner that knows by `backend` what there is to know of its World.
    #[must_use]
    pub fn with(backend: B, definitions: Arc<Definitions<W>>) -> Self {
        Self { cast: Cast { definitions, hooks: Hooks::default(), backend }, options: Options::default() }
    }

    /// The same runner with these options.
    #[must_use]
    pub fn options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// One more hook that runs before the steps of scenarios: hooks run in the order in which they are given.
    #[must_use]
    pub fn before(mut self, hook: Hook<W>) -> Self {
        self.cast.hooks.before.push(hook);
        self
    }

    /// One more hook that runs after the steps of scenarios, whatever came of them: the last one that is given runs first.
    #[must_use]
    pub fn after(mut self, hook: Hook<W>) -> Self {
        self.cast.hooks.after.push(hook);
        self
    }

    /// One more hook that runs once, before everything. If it fails, no scenario is run, and the run fails.
    #[must_use]
    pub fn before_all<F>(mut self, name: impl Into<String>, body: F) -> Self
    where
        F: Fn() -> LocalBoxFuture<'static, ()> + Send + Sync + 'static,
    {
        self.cast.hooks.before_all.push(RunHook { name: name.into(), body: Box::new(body) });
        self
    }

    /// One more hook that runs once, after everything: the last one that is given runs first. If it fails, the run fails.
    #[must_use]
    pub fn after_all<F>(mut self, name: impl Into<String>, body: F) -> Self
    where
        F: Fn() -> LocalBoxFuture<'static, ()> + Send + Sync + 'static,
    {
        self.cast.hooks.after_all.push(RunHook { name: name.into(), body: Box::new(body) });
        self
    }

    /// Runs what is planned. `ended` is shown each scenario's record, in the order of the plan, whatever the number of threads. If it panics,
    /// the run ends, and the panic goes on.
    ///
    /// # Errors
    /// This machine has nothing left to run on.
    pub fn run(self, plan: &Plan, ended: &mut dyn FnMut(&ScenarioRecord)) -> io::Result<RunRecord> {
        let started = Instant::now();
        let mut run = RunRecord { errors: plan.errors.clone(), warnings: plan.warnings.clone(), ..RunRecord::default() };
        let (cast, options) = (Arc::new(self.cast), self.options);
        if !options.dry {
            run.failures = once(&cast, &options, before_all);
        }
        let files = plan.planned();
        let dry = options.dry || !run.failures.is_empty();
        let pool = Arc::new(Pool::new(Schedule::new(options.jobs, files.len(), false, dry)));
        let work = Work { cast: Arc::clone(&cast), pool: Arc::clone(&pool), files: Arc::clone(&files), options: options.clone() };
        let finish = Finish(&pool);
        let watchdog = watchdog::begin(work, &options)?;
        let mut stop = Stop::new(&options);
        while let Some(played) = pool.wait() {
            let mut reported = Vec::with_capacity(played.len());
            for (position, mut played) in played {
                stop.heed(position, &mut played, &pool);
                if let Some(record) = played.record() {
                    run.summary.add(record);
                    ended(record);
                }
                reported.push(played);
            }
            pool.forget(reported);
        }
        run.interrupted = options.interrupt.is_set();
        drop(finish);
        // What it could have panicked with concerns no scenario. Whoever is reading a file has read it then.
        drop(watchdog.join());
        for (errors, warnings) in pool.told() {
            run.errors.extend(errors);
            run.warnings.extend(warnings);
        }
        let (left, unread) = pool.change(|schedule| schedule.left());
        let unread: usize = files[unread..].iter().map(|file| file.read().items.len()).sum();
        run.not_run = u32::try_from(left + unread).unwrap_or(u32::MAX);
        if run.not_run > 0 && !run.interrupted {
            return Err(io::Error::other("no thread can be made any more"));
        }
        if !options.dry {
            run.failures.extend(once(&cast, &options, after_all));
        }
        run.took = started.elapsed();
        Ok(run)
    }
}

/// Lets the threads of a run go, however it ends.
struct Finish<'p>(&'p Pool);

impl Drop for Finish<'_> {
    fn drop(&mut self) {
        self.0.finish();
    }
}

/// What a failing scenario does to those behind it.
pub(super) struct Stop {
    fail_fast: bool,
    fail_flaky: bool,
    /// Behind this position, nothing was run as far as reports go.
    at: usize,
}

impl Stop {
    pub(super) fn new(options: &Options) -> Self {
        Self { fail_fast: options.fail_fast, fail_flaky: options.fail_flaky, at: usize::MAX }
    }

    /// The next scenario in the order of the run is to be reported.
    pub(super) fn heed(&mut self, position: usize, played: &mut Played, pool: &Pool) {
        if position > self.at {
            played.unrun();
        } else if played.settle(self.fail_flaky) && self.fail_fast {
            self.at = position;
            pool.change(|schedule| schedule.dry_from(position + 1));
        }
    }
}
