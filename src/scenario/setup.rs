use super::PackageBook;
use crate::catalog::{CURRENT, Catalog, Platform};
use crate::compare::Mismatch;
use crate::extension::endpoint::Network;
use crate::fixture::{Fixture, FixtureError, Fixtures};
use crate::gherkin::Pickle;
use crate::host::Model;
use crate::record::{Failure, Fault, Label, Mask};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Wraps the host of every scenario: a test puts a fault there and sees which scenario catches it.
pub type Wrap = dyn Fn(Box<dyn Model>) -> Box<dyn Model> + Send + Sync;

/// What is the same for all scenarios of a run.
pub struct Setup {
    /// What the platform documents, in the newer pages' words.
    pub catalog: Arc<Catalog>,
    /// The dialect of scenarios that ask for none: a known one.
    pub dialect: String,
    /// Where fixtures lie.
    pub fixtures: Fixtures,
    /// Where extensions lie, and which are under test.
    pub packages: PackageBook,
    /// The extensions' own servers that really run, and where they reach Desk; a plain run has none.
    pub network: Option<Network>,
    /// All randomness comes from it.
    pub seed: u64,
    /// Whether a fixture that does not match is rewritten.
    pub accept: bool,
    /// Whether scenarios' records say what of the catalogue they exercised.
    pub exercised: bool,
    /// A fault to put into every scenario's host.
    pub wrap: Option<Box<Wrap>>,
    loaded: Mutex<BTreeMap<String, Arc<Fixture>>>,
    accepted: Mutex<Vec<Accepted>>,
    used: Mutex<BTreeSet<String>>,
    servers: Mutex<BTreeSet<String>>,
    dialects: Mutex<BTreeMap<String, Arc<Catalog>>>,
    platforms: Mutex<BTreeMap<String, Arc<Catalog>>>,
}

/// A fixture that `--accept` rewrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The file.
    pub file: String,
    /// One line a change.
    pub changes: Vec<String>,
}

/// How a tag that asks for a dialect begins.
const DIALECT_TAG: &str = "@dialect:";

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What is guarded is plain data that is whole after every line: a panic elsewhere spoils nothing.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Setup {
    /// The documented catalogue, `fixtures/` for fixtures and extensions, nothing under test.
    #[must_use]
    pub fn new(fixtures: Fixtures) -> Self {
        Self {
            catalog: Arc::clone(Catalog::documented()),
            dialect: CURRENT.into(),
            packages: PackageBook::new(fixtures.root()),
            fixtures,
            network: None,
            seed: 0,
            accept: false,
            exercised: false,
            wrap: None,
            loaded: Mutex::default(),
            accepted: Mutex::default(),
            used: Mutex::default(),
            servers: Mutex::default(),
            dialects: Mutex::default(),
            platforms: Mutex::default(),
        }
    }

    /// The catalogue in the dialect that the scenario's nearest tag `@dialect:…` asks for, else in the run's.
    ///
    /// # Errors
    /// There is no such dialect.
    pub(super) fn catalog_for(&self, pickle: &Pickle) -> Result<Arc<Catalog>, Box<Failure>> {
        // The tags of the feature stand before those of the scenario.
        let tag = pickle.tags.iter().rev().find_map(|tag| Some((tag, tag.name.strip_prefix(DIALECT_TAG)?)));
        let dialect = tag.map_or(self.dialect.as_str(), |(_, name)| name);
        match self.catalog_of(dialect) {
            Ok(catalog) => Ok(catalog),
            Err(help) => {
                let label = tag.map(|(tag, _)| Label {
                    file: pickle.uri.to_string(),
                    line: tag.location.line,
                    column: tag.location.column,
                    length: u32::try_from(tag.name.chars().count()).unwrap_or(0),
                    text: String::new(),
                });
                let failure = Failure::new(Fault::Feature, format!("there is no dialect \"{dialect}\"")).help(help);
                Err(Box::new(label.into_iter().fold(failure, Failure::label)))
            }
        }
    }

    /// What this platform documents, and no other.
    pub(super) fn catalog_on(&self, platform: Platform) -> Arc<Catalog> {
        let key = platform.to_string();
        Arc::clone(lock(&self.platforms).entry(key).or_insert_with(|| Arc::new(self.catalog.of(platform))))
    }

    /// Desk's part of the catalogue in a dialect, made once per run.
    ///
    /// # Errors
    /// There is no such dialect: says which there are.
    pub(super) fn catalog_of(&self, dialect: &str) -> Result<Arc<Catalog>, String> {
        if let Some(known) = lock(&self.dialects).get(dialect) {
            return Ok(Arc::clone(known));
        }
        let catalog = self.catalog.of(Platform::Desk).speaking(dialect)?;
        Ok(Arc::clone(lock(&self.dialects).entry(dialect.to_owned()).or_insert(Arc::new(catalog))))
    }

    /// A fixture by its name, read once per run.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn fixture(&self, name: &str) -> Result<Arc<Fixture>, FixtureError> {
        if let Some(known) = lock(&self.loaded).get(name) {
            return Ok(Arc::clone(known));
        }
        let fixture = Arc::new(self.fixtures.load(name)?);
        lock(&self.loaded).insert(name.to_owned(), Arc::clone(&fixture));
        Ok(fixture)
    }

    /// Rewrites what mismatched in a fixture.
    ///
    /// # Errors
    /// It cannot be rewritten.
    pub fn rewrite(&self, fixture: &Fixture, actual: &Value, mismatches: &[Mismatch], mask: &Mask) -> Result<(), FixtureError> {
        if lock(&self.accepted).iter().any(|accepted| accepted.file == fixture.file) {
            let message = "two scenarios want different values of this fixture: it was rewritten for another one already".to_owned();
            let help = "give each scenario a fixture of its own, or use a marker for the value that differs".to_owned();
            return Err(FixtureError { file: fixture.file.clone(), line: 1, column: 1, message, help });
        }
        let acceptance = crate::fixture::accept(fixture, actual, mismatches)?;
        crate::fixture::write(fixture, &acceptance.new_text)?;
        lock(&self.loaded).remove(&fixture.name);
        let mut changes: Vec<String> =
            acceptance.changes.iter().map(|it| format!("{}:{}: {}: {} → {}", fixture.file, it.line, it.path, it.from, it.to)).collect();
        if acceptance.rewritten {
            changes.push(format!("{}: written anew as a whole: its comments and layout are lost", fixture.file));
        }
        changes.iter_mut().for_each(|change| *change = mask.text(change).into_owned());
        lock(&self.accepted).push(Accepted { file: fixture.file.clone(), changes });
        Ok(())
    }

    /// What `--accept` rewrote, in order.
    #[must_use]
    pub fn accepted(&self) -> Vec<Accepted> {
        lock(&self.accepted).clone()
    }

    /// Remembers that a package under test took part.
    pub(super) fn note_use(&self, name: &str) {
        lock(&self.used).insert(name.to_owned());
    }

    /// The names of the packages that scenarios installed, in order.
    #[must_use]
    pub fn used(&self) -> Vec<String> {
        lock(&self.used).iter().cloned().collect()
    }

    /// Remembers that an extension was there whose server may be asked.
    pub(super) fn note_server(&self, name: &str) {
        lock(&self.servers).insert(name.to_owned());
    }

    /// The names of the extensions whose servers may have been asked, in order.
    #[must_use]
    pub fn servers(&self) -> Vec<String> {
        lock(&self.servers).iter().cloned().collect()
    }

    /// Real servers of extensions that no scenario had.
    #[must_use]
    pub fn unasked(&self) -> Vec<String> {
        let servers = lock(&self.servers);
        self.network.iter().flat_map(Network::names).filter(|name| !servers.contains(*name)).map(str::to_owned).collect()
    }

    /// Packages under test that no scenario installed.
    #[must_use]
    pub fn unused(&self) -> Vec<String> {
        let used = lock(&self.used);
        self.packages.under_test().filter(|name| !used.contains(*name)).map(str::to_owned).collect()
    }
}

impl fmt::Debug for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Setup").field("fixtures", &self.fixtures).field("seed", &self.seed).finish_non_exhaustive()
    }
}

impl Default for Setup {
    fn default() -> Self {
        Self::new(Fixtures::new("fixtures"))
    }
}
