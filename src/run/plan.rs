use super::order::{Order, SplitMix, shuffle};
use super::planned::{PlannedFile, Reading};
use super::shard::Shard;
use super::{Selection, Targets};
use crate::gherkin::Pickle;
use crate::record::InputError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Of so many scenarios the text is kept where a plan is read before it is run; what comes behind them is read again when its turn comes, so
/// that memory does not grow with the suite.
const KEPT: usize = 2_000;

/// What is to be run: which scenarios of which files, in which order.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    files: Arc<[PlannedFile]>,
    /// What could not be read.
    pub errors: Vec<InputError>,
    /// What the features' authors should know.
    pub warnings: Vec<InputError>,
}

impl Plan {
    /// The scenarios of these files. Nothing is read before its turn comes: the errors and warnings of a file stand in the record of the run.
    #[must_use]
    pub fn unread(targets: &Targets, selection: Selection) -> Self {
        let selection = Arc::new(selection);
        let files = targets.iter().map(|(path, target)| PlannedFile::unread(path, target, &selection));
        Self { files: files.collect(), ..Self::default() }
    }

    /// The same, read at once: errors, warnings and the number of scenarios are known before the run.
    #[must_use]
    pub fn read(targets: &Targets, selection: Selection) -> Self {
        Self::unread(targets, selection).survey()
    }

    /// These scenarios, in this order.
    #[must_use]
    pub fn of(scenarios: impl IntoIterator<Item = Pickle>) -> Self {
        let all: Vec<Arc<Pickle>> = scenarios.into_iter().map(Arc::new).collect();
        Self { files: all.chunk_by(|one, next| one.uri == next.uri).map(PlannedFile::kept).collect(), ..Self::default() }
    }

    /// Reads all files, several at a time. One that cannot be read stops none of the others.
    #[must_use]
    pub fn survey(mut self) -> Self {
        let (next, kept) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let keep = |count: usize| kept.fetch_add(count, Ordering::Relaxed) + count <= KEPT;
        let read: Vec<Mutex<Option<(PlannedFile, Reading)>>> = self.files.iter().map(|_| Mutex::default()).collect();
        let work = || {
            while let Some((file, place)) = step(&next, &self.files, &read) {
                *place.lock().unwrap_or_else(PoisonError::into_inner) = Some(file.survey(&keep));
            }
        };
        thread::scope(|scope| {
            for _ in 1..cores().min(self.files.len()) {
                scope.spawn(work);
            }
            work();
        });
        let mut files = Vec::new();
        for done in read.into_iter().filter_map(|done| done.into_inner().unwrap_or_else(PoisonError::into_inner)) {
            let (file, mut reading) = done;
            self.errors.append(&mut reading.errors);
            self.warnings.append(&mut reading.warnings);
            files.extend((!file.is_empty()).then_some(file));
        }
        self.files = files.into();
        self
    }

    /// The same scenarios in another order.
    #[must_use]
    pub fn order(mut self, order: Order) -> Self {
        if let Order::Random(seed) = order {
            let mut files = self.files.to_vec();
            shuffle(&mut files, &mut SplitMix(seed));
            files.iter_mut().for_each(|file| file.shuffle(seed));
            self.files = files.into();
        }
        self
    }

    /// A part of the scenarios. All files are read for it, since a part depends on the whole.
    #[must_use]
    pub fn shard(self, shard: Shard) -> Self {
        let mut plan = self.survey();
        let hashes: Vec<u64> = plan.files.iter().flat_map(PlannedFile::hashes).collect();
        let mut picks = shard.picks(&hashes).into_iter();
        let mut files = plan.files.to_vec();
        files.iter_mut().for_each(|file| file.retain(&mut picks));
        files.retain(|file| !file.is_empty());
        plan.files = files.into();
        plan
    }

    /// How many scenarios there are, as far as that is known: none of a file that is not read.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.iter().map(PlannedFile::len).sum()
    }

    /// Whether no scenario is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The files, as they were named, in the order of the run.
    pub fn files(&self) -> impl Iterator<Item = Arc<str>> + '_ {
        self.files.iter().map(|file| Arc::clone(&file.uri))
    }

    /// The scenarios themselves, in the order of the run; what is not kept is read for it.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn scenarios(&self) -> Result<Vec<Arc<Pickle>>, InputError> {
        let mut all = Vec::new();
        for file in self.files.iter() {
            let reading = file.read();
            if let Some(error) = reading.errors.into_iter().next() {
                return Err(error);
            }
            for item in reading.items {
                all.push(item.map_err(|lost| lost.error)?);
            }
        }
        Ok(all)
    }

    pub(super) fn planned(&self) -> Arc<[PlannedFile]> {
        Arc::clone(&self.files)
    }
}

/// The next file that nobody reads, and where to put what is read.
fn step<'a, P>(next: &AtomicUsize, files: &'a [PlannedFile], places: &'a [P]) -> Option<(&'a PlannedFile, &'a P)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    Some((files.get(index)?, places.get(index)?))
}

/// How many threads this machine runs at once.
pub(super) fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}
