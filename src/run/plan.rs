use super::load::{Loaded, load};
use super::order::{Order, SplitMix, shuffle};
use super::shard::{Shard, hash};
use super::{Selection, Target, Targets};
use crate::gherkin::Pickle;
use crate::record::InputError;
use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Of so many scenarios the text is kept from the first reading; what comes behind them is read again when its turn comes, so that memory does
/// not grow with the suite.
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

/// The scenarios of a file that are to be run.
#[derive(Clone)]
pub(super) struct PlannedFile {
    uri: Arc<str>,
    /// Where to read it again; nowhere, if it is kept.
    path: Option<PathBuf>,
    scenarios: Vec<Planned>,
    kept: Option<Arc<[Arc<Pickle>]>>,
}

/// A scenario, by its place among those of its file.
#[derive(Debug, Clone, Copy)]
struct Planned {
    index: usize,
    line: u32,
    hash: u64,
}

impl Plan {
    /// Reads the files of `targets`, several at a time. One that cannot be read stops none of the others.
    #[must_use]
    pub fn read(targets: &Targets, selection: &Selection) -> Self {
        let targets: Vec<(&PathBuf, &Target)> = targets.iter().collect();
        let (next, kept) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let read: Vec<Mutex<Option<Read>>> = targets.iter().map(|_| Mutex::default()).collect();
        let work = || {
            while let Some((file, target)) = targets.get(next.fetch_add(1, Ordering::Relaxed)).map(|it| (it.0, it.1)) {
                let index = targets.partition_point(|(other, _)| *other < file);
                let done = load(file).map(|loaded| planned(file, target, selection, loaded, &kept));
                *read[index].lock().unwrap_or_else(PoisonError::into_inner) = Some(done);
            }
        };
        thread::scope(|scope| {
            for _ in 1..cores().min(targets.len()) {
                scope.spawn(work);
            }
            work();
        });
        let mut plan = Self::default();
        let mut files = Vec::new();
        for done in read.into_iter().filter_map(|done| done.into_inner().unwrap_or_else(PoisonError::into_inner)) {
            match done {
                Ok((file, mut warnings)) => {
                    plan.warnings.append(&mut warnings);
                    files.extend(file);
                }
                Err(errors) => plan.errors.extend(errors),
            }
        }
        plan.files = files.into();
        plan
    }

    /// These scenarios, in this order.
    #[must_use]
    pub fn of(scenarios: impl IntoIterator<Item = Pickle>) -> Self {
        let all: Vec<Arc<Pickle>> = scenarios.into_iter().map(Arc::new).collect();
        let files = all.chunk_by(|one, next| one.uri == next.uri).map(|pickles| PlannedFile {
            uri: Arc::clone(&pickles[0].uri),
            path: None,
            scenarios: identified(pickles.iter().map(|pickle| &**pickle)).into_iter().collect(),
            kept: Some(pickles.into()),
        });
        Self { files: files.collect(), ..Self::default() }
    }

    /// The same scenarios in another order.
    #[must_use]
    pub fn order(mut self, order: Order) -> Self {
        if let Order::Random(seed) = order {
            let mut random = SplitMix(seed);
            let mut files = self.files.to_vec();
            shuffle(&mut files, &mut random);
            files.iter_mut().for_each(|file| shuffle(&mut file.scenarios, &mut random));
            self.files = files.into();
        }
        self
    }

    /// A part of the scenarios.
    #[must_use]
    pub fn shard(mut self, shard: Shard) -> Self {
        let hashes: Vec<u64> = self.files.iter().flat_map(|file| file.scenarios.iter().map(|it| it.hash)).collect();
        let mut picks = shard.picks(&hashes).into_iter();
        let mut files = self.files.to_vec();
        files.iter_mut().for_each(|file| file.scenarios.retain(|_| picks.next().unwrap_or(false)));
        files.retain(|file| !file.scenarios.is_empty());
        self.files = files.into();
        self
    }

    /// How many scenarios there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.iter().map(|file| file.scenarios.len()).sum()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many scenarios each file has, in the order of the run.
    pub fn files(&self) -> impl Iterator<Item = (Arc<str>, usize)> + '_ {
        self.files.iter().map(|file| (Arc::clone(&file.uri), file.scenarios.len()))
    }

    /// The scenarios themselves, in the order of the run; files that are not kept are read again for it.
    ///
    /// # Errors
    /// One cannot be read any more.
    pub fn scenarios(&self) -> Result<Vec<Arc<Pickle>>, InputError> {
        let scenarios = self.files.iter().flat_map(PlannedFile::pickles);
        scenarios.map(|pickle| pickle.map_err(|lost| lost.error)).collect()
    }

    pub(super) fn planned(&self) -> Arc<[PlannedFile]> {
        Arc::clone(&self.files)
    }
}

/// A scenario that is not any more where it was when the run began.
#[derive(Debug)]
pub(super) struct Lost {
    pub(super) uri: Arc<str>,
    pub(super) line: u32,
    pub(super) error: InputError,
}

impl PlannedFile {
    pub(super) fn len(&self) -> usize {
        self.scenarios.len()
    }

    /// The scenarios, in the order of the run.
    pub(super) fn pickles(&self) -> Vec<Result<Arc<Pickle>, Lost>> {
        let read = || match &self.path {
            None => Ok(Vec::new()),
            Some(path) => load(path).map(|loaded| loaded.pickles.into_iter().map(Arc::new).collect()),
        };
        let pickles = match &self.kept {
            Some(kept) => Ok(kept.to_vec()),
            None => read(),
        };
        let pickle = |planned: &Planned| match &pickles {
            Ok(pickles) => {
                let there = pickles.get(planned.index).filter(|pickle| line(pickle) == planned.line);
                there.cloned().ok_or_else(|| self.lost(planned, None))
            }
            Err(errors) => Err(self.lost(planned, errors.first())),
        };
        self.scenarios.iter().map(pickle).collect()
    }

    /// The scenarios, none of which can be read.
    pub(super) fn unreadable(&self, message: &str) -> Vec<Lost> {
        let error = |line| InputError { file: self.uri.to_string(), line, column: 0, message: message.to_owned(), help: None };
        self.scenarios.iter().map(|planned| self.lost(planned, Some(&error(planned.line)))).collect()
    }

    fn lost(&self, planned: &Planned, why: Option<&InputError>) -> Lost {
        let changed = || InputError {
            file: self.uri.to_string(),
            line: planned.line,
            column: 0,
            message: "the feature changed while the run went on".to_owned(),
            help: Some("run again, and let the files be".to_owned()),
        };
        Lost { uri: Arc::clone(&self.uri), line: planned.line, error: why.cloned().unwrap_or_else(changed) }
    }
}

impl fmt::Debug for PlannedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.uri, self.scenarios.len())
    }
}

type Read = Result<(Option<PlannedFile>, Vec<InputError>), Vec<InputError>>;

fn planned(
    file: &std::path::Path,
    target: &Target,
    selection: &Selection,
    mut loaded: Loaded,
    kept: &AtomicUsize,
) -> (Option<PlannedFile>, Vec<InputError>) {
    let warnings = std::mem::take(&mut loaded.warnings);
    let uri: Arc<str> = loaded.uri.as_str().into();
    let chosen = selection.pick(target, &loaded);
    let all = identified(&loaded.pickles);
    let scenarios: Vec<_> = all.into_iter().zip(chosen).filter_map(|(planned, chosen)| chosen.then_some(planned)).collect();
    if scenarios.is_empty() {
        return (None, warnings);
    }
    let count = loaded.pickles.len();
    let kept = (kept.fetch_add(count, Ordering::Relaxed) + count <= KEPT).then(|| loaded.pickles.into_iter().map(Arc::new).collect());
    (Some(PlannedFile { uri, path: Some(file.to_owned()), scenarios, kept }), warnings)
}

/// The scenarios of a file with what identifies each, whatever line it stands on: its names, and which of that name it is.
fn identified<'a>(pickles: impl IntoIterator<Item = &'a Pickle>) -> Vec<Planned> {
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let one = |(index, pickle): (usize, &'a Pickle)| {
        let rule = pickle.rule.as_deref().unwrap_or_default();
        let earlier = seen.entry((rule, &pickle.name)).or_default();
        *earlier += 1;
        let uri = pickle.uri.replace('\\', "/");
        let uri = uri.strip_prefix("./").unwrap_or(&uri);
        Planned { index, line: line(pickle), hash: hash([uri, rule, &pickle.name, &earlier.to_string()]) }
    };
    pickles.into_iter().enumerate().map(one).collect()
}

fn line(pickle: &Pickle) -> u32 {
    pickle.row.unwrap_or(pickle.location).line
}

/// How many threads this machine runs at once.
pub(super) fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}
