use super::worker::work;
use super::{Selection, Targets, load};
use crate::gherkin::Pickle;
use crate::record::{InputError, RunRecord, ScenarioRecord};
use crate::scenario::Setup;
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How a run is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Stop after the first scenario that fails.
    pub fail_fast: bool,
    /// Only look up what the steps mean.
    pub dry: bool,
    /// How much real time a scenario may take before it is given up: a minute, unless said otherwise.
    pub patience: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self { fail_fast: false, dry: false, patience: Duration::from_secs(60) }
    }
}

/// What is to be run.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The scenarios, in the order of the files and their lines.
    pub scenarios: Arc<[Pickle]>,
    /// What could not be read.
    pub errors: Vec<InputError>,
    /// What the features' authors should know.
    pub warnings: Vec<InputError>,
}

impl Plan {
    /// Reads the files of `targets`. One that cannot be read stops none of the others.
    #[must_use]
    pub fn read(targets: &Targets, selection: &Selection) -> Self {
        let mut plan = Self::default();
        let mut scenarios = Vec::new();
        for (file, target) in targets {
            match load(file) {
                Ok(mut loaded) => {
                    plan.warnings.append(&mut loaded.warnings);
                    scenarios.extend(selection.pick(target, loaded));
                }
                Err(errors) => plan.errors.extend(errors),
            }
        }
        plan.scenarios = scenarios.into();
        plan
    }

    /// How many scenarios each file has, in order.
    #[must_use]
    pub fn files(&self) -> Vec<(String, usize)> {
        let mut files: Vec<(String, usize)> = Vec::new();
        for pickle in self.scenarios.iter() {
            match files.last_mut() {
                Some((uri, count)) if *uri == pickle.uri => *count += 1,
                _ => files.push((pickle.uri.clone(), 1)),
            }
        }
        files
    }

    /// Runs everything, in order. `ended` hears of each scenario as it ends.
    ///
    /// # Errors
    /// This machine has nothing left to run on.
    pub fn run(&self, setup: &Arc<Setup>, options: Options, ended: &mut dyn FnMut(&ScenarioRecord)) -> io::Result<RunRecord> {
        let started = Instant::now();
        let mut record = RunRecord { errors: self.errors.clone(), warnings: self.warnings.clone(), ..RunRecord::default() };
        work(&self.scenarios, setup, options, &mut |scenario| {
            ended(&scenario);
            record.scenarios.push(scenario);
        })?;
        record.took = started.elapsed();
        Ok(record)
    }
}
