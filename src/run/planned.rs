use super::load::{Loaded, load};
use super::order::{SplitMix, shuffle};
use super::shard::hash;
use super::{Selection, Target};
use crate::gherkin::Pickle;
use crate::record::InputError;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file of a plan, and which of its scenarios are to be run.
#[derive(Clone)]
pub(super) struct PlannedFile {
    pub(super) uri: Arc<str>,
    source: Source,
    /// Shuffles the scenarios that are not known yet.
    seed: Option<u64>,
}

#[derive(Clone)]
enum Source {
    /// Nobody has read it yet.
    Unread { path: PathBuf, target: Target, selection: Arc<Selection> },
    /// It was read, and may have to be read again: nothing is kept of it.
    Known { path: PathBuf, scenarios: Vec<Planned> },
    /// It is kept: all its scenarios, and those that are to be run.
    Kept { all: Arc<[Arc<Pickle>]>, scenarios: Vec<Planned> },
}

/// A scenario, by its place among those of its file.
#[derive(Debug, Clone, Copy)]
struct Planned {
    index: usize,
    line: u32,
    hash: u64,
}

/// What was read of a file.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The scenarios that are to be run, in the order of the run.
    pub(super) items: Vec<Result<Arc<Pickle>, Lost>>,
    /// Why it cannot be read.
    pub(super) errors: Vec<InputError>,
    /// What its author should know.
    pub(super) warnings: Vec<InputError>,
}

/// A scenario that is not any more where it was when the run began.
#[derive(Debug)]
pub(super) struct Lost {
    pub(super) uri: Arc<str>,
    pub(super) line: u32,
    pub(super) error: InputError,
}

impl PlannedFile {
    pub(super) fn unread(path: &Path, target: &Target, selection: &Arc<Selection>) -> Self {
        let source = Source::Unread { path: path.to_owned(), target: target.clone(), selection: Arc::clone(selection) };
        Self { uri: path.display().to_string().into(), source, seed: None }
    }

    pub(super) fn kept(pickles: &[Arc<Pickle>]) -> Self {
        let uri = pickles.first().map_or_else(|| "".into(), |pickle| Arc::clone(&pickle.uri));
        let scenarios = identified(pickles.iter().map(|pickle| &**pickle));
        Self { uri, source: Source::Kept { all: pickles.into(), scenarios }, seed: None }
    }

    /// Reads the file, if nobody has; `keep` says whether to keep so many scenarios.
    pub(super) fn survey(&self, keep: &impl Fn(usize) -> bool) -> (Self, Reading) {
        let Source::Unread { path, target, selection } = &self.source else { return (self.clone(), Reading::default()) };
        let (loaded, chosen) = match chosen(path, target, selection) {
            Ok(read) => read,
            Err(errors) => {
                let source = Source::Known { path: path.clone(), scenarios: Vec::new() };
                return (Self { source, ..self.clone() }, Reading { errors, ..Reading::default() });
            }
        };
        let mut picks = chosen.picks.into_iter();
        let mut scenarios = identified(&loaded.pickles);
        scenarios.retain(|_| picks.next().unwrap_or(false));
        shuffle_by(self.seed, &self.uri, &mut scenarios);
        let source = if !scenarios.is_empty() && keep(loaded.pickles.len()) {
            Source::Kept { all: loaded.pickles.into_iter().map(Arc::new).collect(), scenarios }
        } else {
            Source::Known { path: path.clone(), scenarios }
        };
        (Self { source, ..self.clone() }, Reading { warnings: chosen.warnings, ..Reading::default() })
    }

    /// The scenarios that are to be run, in the order of the run.
    pub(super) fn read(&self) -> Reading {
        match &self.source {
            Source::Unread { path, target, selection } => match chosen(path, target, selection) {
                Ok((loaded, chosen)) => {
                    let picked = loaded.pickles.into_iter().zip(chosen.picks).filter(|(_, picked)| *picked);
                    let mut items: Vec<_> = picked.map(|(pickle, _)| Ok(Arc::new(pickle))).collect();
                    shuffle_by(self.seed, &self.uri, &mut items);
                    Reading { items, warnings: chosen.warnings, ..Reading::default() }
                }
                Err(errors) => Reading { errors, ..Reading::default() },
            },
            Source::Known { scenarios, .. } if scenarios.is_empty() => Reading::default(),
            Source::Known { path, scenarios } => {
                let (pickles, errors) = match load(path) {
                    Ok(loaded) => (loaded.pickles, Vec::new()),
                    Err(errors) => (Vec::new(), errors),
                };
                let mut pickles: Vec<Option<Pickle>> = pickles.into_iter().map(Some).collect();
                let mut take = |planned: &Planned| {
                    let there = pickles.get_mut(planned.index).and_then(Option::take).filter(|pickle| line(pickle) == planned.line);
                    there.map(Arc::new).ok_or_else(|| self.lost(planned, errors.first()))
                };
                Reading { items: scenarios.iter().map(&mut take).collect(), ..Reading::default() }
            }
            Source::Kept { all, scenarios } => {
                let item = |planned: &Planned| all.get(planned.index).cloned().ok_or_else(|| self.lost(planned, None));
                Reading { items: scenarios.iter().map(item).collect(), ..Reading::default() }
            }
        }
    }

    /// What is to be said where reading itself breaks.
    pub(super) fn unreadable(&self, why: &str) -> Reading {
        let message = format!("the feature cannot be read: {why}");
        let help = Some("please report this with the feature: it is a bug of deskspec".to_owned());
        let error = InputError { file: self.uri.to_string(), line: 0, column: 0, message, help };
        Reading { errors: vec![error], ..Reading::default() }
    }

    /// Brings the scenarios into another order.
    pub(super) fn shuffle(&mut self, seed: u64) {
        self.seed = Some(seed);
        let uri = Arc::clone(&self.uri);
        if let Some(scenarios) = self.known_mut() {
            shuffle_by(Some(seed), &uri, scenarios);
        }
    }

    /// Keeps the scenarios that `picks` says yes to.
    pub(super) fn retain(&mut self, picks: &mut impl Iterator<Item = bool>) {
        if let Some(scenarios) = self.known_mut() {
            scenarios.retain(|_| picks.next().unwrap_or(false));
        }
    }

    /// What identifies each scenario.
    pub(super) fn hashes(&self) -> impl Iterator<Item = u64> + '_ {
        self.known().iter().map(|planned| planned.hash)
    }

    pub(super) fn len(&self) -> usize {
        self.known().len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.known().is_empty()
    }

    fn known(&self) -> &[Planned] {
        match &self.source {
            Source::Unread { .. } => &[],
            Source::Known { scenarios, .. } | Source::Kept { scenarios, .. } => scenarios,
        }
    }

    fn known_mut(&mut self) -> Option<&mut Vec<Planned>> {
        match &mut self.source {
            Source::Unread { .. } => None,
            Source::Known { scenarios, .. } | Source::Kept { scenarios, .. } => Some(scenarios),
        }
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
        match self.source {
            Source::Unread { .. } => write!(f, "{}: unread", self.uri),
            _ => write!(f, "{}: {}", self.uri, self.len()),
        }
    }
}

/// Which of a file's scenarios are to be run, and what its author should know.
struct Chosen {
    picks: Vec<bool>,
    warnings: Vec<InputError>,
}

fn chosen(path: &Path, target: &Target, selection: &Selection) -> Result<(Loaded, Chosen), Vec<InputError>> {
    let mut loaded = load(path)?;
    let mut warnings = std::mem::take(&mut loaded.warnings);
    warnings.extend(target.lines.iter().filter(|line| !(1..=loaded.lines).contains(line)).map(|line| beyond(*line, &loaded)));
    let picks = selection.pick(target, &loaded);
    Ok((loaded, Chosen { picks, warnings }))
}

/// A line was named that the file does not have: it names no scenario, and those of the other lines run.
fn beyond(line: u32, loaded: &Loaded) -> InputError {
    InputError {
        file: loaded.uri.clone(),
        line: 0,
        column: 0,
        message: format!("line {line} was named, and the file has {}", loaded.lines),
        help: Some("name the line of a scenario, or the file alone".to_owned()),
    }
}

fn shuffle_by<T>(seed: Option<u64>, uri: &str, items: &mut [T]) {
    if let Some(seed) = seed {
        shuffle(items, &mut SplitMix(seed ^ hash([uri])));
    }
}

/// The scenarios of a file with what identifies each, whatever line it stands on: its names, and which of that name it is.
fn identified<'a>(pickles: impl IntoIterator<Item = &'a Pickle>) -> Vec<Planned> {
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let one = |(index, pickle): (usize, &'a Pickle)| {
        let rule = pickle.rule.as_deref().unwrap_or_default();
        let earlier = seen.entry((rule, &pickle.name)).or_default();
        *earlier += 1;
        let uri = pickle.uri.replace('\\', "/");
        Planned { index, line: line(pickle), hash: hash([&uri, rule, &pickle.name, &earlier.to_string()]) }
    };
    pickles.into_iter().enumerate().map(one).collect()
}

fn line(pickle: &Pickle) -> u32 {
    pickle.row.unwrap_or(pickle.location).line
}
