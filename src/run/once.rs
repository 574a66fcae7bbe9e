//! Hooks of the whole run.

use super::Options;
use super::backend::{Backend, given_up, panic_of, panicked};
use super::hook::{Hooks, RunHook};
use super::panics::guarded_future;
use super::play::Cast;
use super::watchdog::{GRACE, TICK};
use crate::record::{Failure, Fault};
use futures::channel::oneshot;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Instant;

/// The hooks that are to run, in order.
pub(super) type Pick<W> = fn(&Hooks<W>) -> Vec<&RunHook>;

/// Those before everything.
pub(super) fn before_all<W>(hooks: &Hooks<W>) -> Vec<&RunHook> {
    hooks.before_all.iter().collect()
}

/// Those after everything.
pub(super) fn after_all<W>(hooks: &Hooks<W>) -> Vec<&RunHook> {
    hooks.after_all.iter().rev().collect()
}

/// Runs hooks on a thread of their own, since this one may be within a runtime, and since one that never comes back is given up; tells why
/// they failed.
pub(super) fn once<W: 'static, B: Backend<W>>(cast: &Arc<Cast<W, B>>, options: &Options, pick: Pick<W>) -> Vec<Failure> {
    let names: Vec<String> = pick(&cast.hooks).iter().map(|hook| hook.name.clone()).collect();
    if names.is_empty() {
        return Vec::new();
    }
    // A hook may interrupt the run itself, and those after a run that is interrupted have their time.
    let was_set = options.interrupt.is_set();
    let (told, heard) = mpsc::channel();
    let played = Arc::clone(cast);
    if let Err(error) = thread::Builder::new().name("hooks".into()).spawn(move || play(&played, pick, &told)) {
        return vec![cannot_begin(&error)];
    }
    let mut failures = Vec::new();
    for name in names {
        match hear(&heard, options, was_set) {
            Ok(failure) => failures.extend(failure),
            Err(RecvTimeoutError::Timeout) => {
                failures.push(given_up(&format!("the hook \"{name}\""), options.step_timeout));
                break;
            }
            // The thread has said why, or the process is ending.
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    failures
}

/// The same for who may not wait.
pub(super) async fn once_aside<W: 'static, B: Backend<W>>(cast: &Arc<Cast<W, B>>, options: &Options, pick: Pick<W>) -> Vec<Failure> {
    if pick(&cast.hooks).is_empty() {
        return Vec::new();
    }
    let (told, heard) = oneshot::channel();
    let (cast, options) = (Arc::clone(cast), options.clone());
    let begun = thread::Builder::new().name("run hooks".into()).spawn(move || drop(told.send(once(&cast, &options, pick))));
    match begun {
        Ok(_) => heard.await.unwrap_or_default(),
        Err(error) => vec![cannot_begin(&error)],
    }
}

/// Why the next hook failed, if it did. In a run that is interrupted meanwhile, it has as little time as a scenario.
fn hear(heard: &Receiver<Option<Failure>>, options: &Options, was_set: bool) -> Result<Option<Failure>, RecvTimeoutError> {
    let begun = Instant::now();
    let mut interrupted: Option<Instant> = None;
    loop {
        match heard.recv_timeout(TICK.min(options.step_timeout)) {
            Err(RecvTimeoutError::Timeout) => {}
            heard => return heard,
        }
        if !was_set && options.interrupt.is_set() {
            interrupted.get_or_insert_with(Instant::now);
        }
        if begun.elapsed() >= options.step_timeout || interrupted.is_some_and(|since| since.elapsed() > GRACE) {
            return Err(RecvTimeoutError::Timeout);
        }
    }
}

fn play<W: 'static, B: Backend<W>>(cast: &Cast<W, B>, pick: Pick<W>, told: &Sender<Option<Failure>>) {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return drop(told.send(Some(cannot_begin(&error)))),
    };
    for hook in pick(&cast.hooks) {
        let done = runtime.block_on(guarded_future(async { (hook.body)().await }));
        let failure = done.err().map(|halt| {
            let (message, at) = panic_of(halt);
            panicked(Fault::Unmet, &format!("the hook \"{}\": {message}", hook.name), at)
        });
        if told.send(failure).is_err() {
            // Nobody waits for the others any more.
            break;
        }
    }
    runtime.shutdown_background();
}

fn cannot_begin(error: &io::Error) -> Failure {
    Failure::new(Fault::Unmet, format!("the hooks of the run cannot begin: {error}"))
}
