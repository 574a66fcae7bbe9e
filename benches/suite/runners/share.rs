use super::Tally;
use deskspec::gherkin::{Pickle, parse, pickles};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};
use std::thread;

/// Runs the scenarios of all features in `folder` on so many threads. A thread takes a file at a time, and forgets it when it is done; `begin`
/// makes for each thread what says whether a scenario passes.
pub(super) fn share<P: Fn(Pickle) -> bool>(folder: &Path, jobs: usize, begin: impl Fn() -> P + Sync) -> Result<Tally, String> {
    let files = features(folder)?;
    let next = AtomicUsize::new(0);
    let work = || -> Result<Tally, String> {
        let passes = begin();
        let mut tallies = Vec::new();
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            tallies.push(read(file)?.into_iter().map(|pickle| told(file, pickle, &passes)).collect());
        }
        Ok(tallies.into_iter().sum())
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(|worker| worker.join().map_err(|_| "a thread panicked".to_owned())?).sum()
    })
}

/// A scenario that does not pass says where it stands: the suites have none.
fn told(file: &Path, pickle: Pickle, passes: impl Fn(Pickle) -> bool) -> bool {
    let line = pickle.location.line;
    let passed = passes(pickle);
    if !passed {
        eprintln!("{}:{line}: did not pass", file.display());
    }
    passed
}

fn features(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "feature"));
    files.sort();
    Ok(files)
}

fn read(file: &Path) -> Result<Vec<Pickle>, String> {
    let uri = file.display().to_string();
    let text = fs::read_to_string(file).map_err(|error| format!("{uri}: {error}"))?;
    let document = parse(&uri, &text).map_err(|errors| format!("{uri}: {errors:?}"))?;
    Ok(pickles(&document))
}

/// Whether `work` holds; a panic in it does not.
pub(super) fn holds(work: impl FnOnce() -> bool) -> bool {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(false)
}

/// The least of an executor: the suites' definitions never wait.
pub(super) fn complete<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
        thread::yield_now();
    }
}
