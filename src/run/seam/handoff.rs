use super::pickle::pickles;
use crate::gherkin::{Pickle, PickleStep};
use cucumber::gherkin::{Feature, Scenario, Step};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Pickles on their way from our Parser to our Runner, beside the features that cucumber hands over: a feature of cucumber's holds less than
/// our pickles do (see the [module](super)).
///
/// What the Parser leaves here is gone when the Runner has taken the feature, and with it what a filter removed on the way.
#[derive(Debug, Clone, Default)]
pub struct Handoff {
    files: Arc<Mutex<BTreeMap<PathBuf, Places>>>,
}

/// The pickles of a file by the line and column of the scenario, or of its row.
type Places = BTreeMap<(usize, usize), Pickle>;

impl Handoff {
    /// Leaves the pickles of a file.
    pub(super) fn leave(&self, file: &Path, pickles: Vec<Pickle>) {
        let place = |pickle: &Pickle| pickle.row.unwrap_or(pickle.location);
        let pickles = pickles.into_iter().map(|pickle| ((place(&pickle).line as usize, place(&pickle).column as usize), pickle));
        self.files().insert(file.to_owned(), pickles.collect());
    }

    /// The pickle of the scenario, or of the row, that stands here. It can be taken once.
    pub fn take(&self, file: &Path, line: usize, column: usize) -> Option<Pickle> {
        self.files().get_mut(file)?.remove(&(line, column))
    }

    /// The feature's scenarios in order, those outside of rules first; nothing is left of its file.
    ///
    /// A scenario whose pickle was not left here, or was changed on the way, is turned into one.
    pub fn take_all(&self, feature: &Feature) -> Vec<Pickle> {
        let Some(mut left) = feature.path.as_ref().and_then(|file| self.files().remove(file)) else { return pickles(feature) };
        let scenarios = feature.scenarios.iter().chain(feature.rules.iter().flat_map(|rule| &rule.scenarios));
        let found: Vec<_> =
            scenarios.map(|of| left.remove(&(of.position.line, of.position.col)).filter(|pickle| is_same(of, pickle))).collect();
        if found.iter().all(Option::is_some) {
            return found.into_iter().flatten().collect();
        }
        found.into_iter().zip(pickles(feature)).map(|(found, made)| found.unwrap_or(made)).collect()
    }

    /// Whether nothing is on its way.
    pub fn is_empty(&self) -> bool {
        self.files().is_empty()
    }

    fn files(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Places>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What Writers show must be what runs: positions of arguments are counted in these texts.
fn is_same(scenario: &Scenario, pickle: &Pickle) -> bool {
    let own = pickle.steps.iter().filter(|step| !step.background);
    let same = |(left, right): (&Step, &PickleStep)| *left.value == *right.text;
    scenario.name == pickle.name && scenario.steps.len() == own.clone().count() && scenario.steps.iter().zip(own).all(same)
}
