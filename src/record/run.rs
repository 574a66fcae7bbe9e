use super::{Attachment, Exchange, Exercise, Failure, Fault, Finding};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;
use std::time::Duration;

/// How a step, a hook or a scenario ended; of several, the last in this order counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It did what it says.
    Passed,
    /// It was not run, because something before it failed or because nothing was to be run.
    Skipped,
    /// It says of itself that it is not finished.
    Pending,
    /// Nothing says yet what it means.
    Undefined,
    /// More than one definition says what it means.
    Ambiguous,
    /// It did not do what it says.
    Failed,
}

/// One step of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepRecord {
    /// As written: `Given`, `And`, `*` …
    pub keyword: Arc<str>,
    /// The sentence.
    pub text: Arc<str>,
    /// From 1, in the scenario's file.
    pub line: u32,
    /// Whether it stands in a Background.
    pub background: bool,
    /// How it ended.
    pub status: Status,
    /// Real time.
    pub took: Duration,
    /// What it attached, in order.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub attachments: Vec<Attachment>,
}

/// A hook that ran around a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HookRecord {
    /// Its name.
    pub name: String,
    /// How it ended.
    pub status: Status,
    /// Real time.
    pub took: Duration,
    /// What it attached, in order.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub attachments: Vec<Attachment>,
}

/// One scenario, or one row of an outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioRecord {
    /// The feature's file.
    pub uri: Arc<str>,
    /// The feature's name.
    pub feature: Arc<str>,
    /// The rule that it stands under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Arc<str>>,
    /// The scenario's name, placeholders filled in.
    pub name: String,
    /// Its line; of an outline, the line of its Examples row.
    pub line: u32,
    /// Its tags with those that it inherits, each with its `@`.
    pub tags: Vec<Arc<str>>,
    /// Its steps, the Background's first.
    pub steps: Vec<StepRecord>,
    /// The hooks that ran before its steps, in order.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub before: Vec<HookRecord>,
    /// The hooks that ran after its steps, in order.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub after: Vec<HookRecord>,
    /// How it ended.
    pub status: Status,
    /// Why it failed; the failed step's first.
    pub failures: Vec<Failure>,
    /// Why the attempts before the last one failed, the first failure of each; empty where the first attempt was the only one.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub retried: Vec<Failure>,
    /// Whether it passed, but not at its first attempt. With `--fail-flaky` its status is [`Status::Failed`] all the same.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub flaky: bool,
    /// What its extensions' vendors should know.
    pub findings: Vec<Finding>,
    /// The conversation, kept where the scenario failed.
    pub exchange: Vec<Exchange>,
    /// What of the catalogue it exercised, where the run was asked for it.
    #[serde(skip_serializing_if = "BTreeSet::is_empty", default)]
    pub exercised: BTreeSet<Exercise>,
    /// Real time.
    pub took: Duration,
}

impl ScenarioRecord {
    /// `features/close.feature:12`
    #[must_use]
    pub fn place(&self) -> String {
        format!("{}:{}", self.uri, self.line)
    }

    /// Whether it makes the run fail.
    #[must_use]
    pub fn failed(&self) -> bool {
        self.status > Status::Skipped
    }
}

/// A file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputError {
    /// The file, as a person would open it.
    pub file: String,
    /// From 1; 0 where it is not known.
    pub line: u32,
    /// From 1; 0 where it is not known.
    pub column: u32,
    /// A lowercase fragment: what is wrong.
    pub message: String,
    /// An edit that mends it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

/// How many scenarios and steps ended which way.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Scenarios by how they ended, in the order of [`Status`].
    pub scenarios: [u32; 6],
    /// Steps by how they ended, in the order of [`Status`].
    pub steps: [u32; 6],
    /// Scenarios that passed, but not at their first attempt.
    pub flaky: u32,
    /// Whose doing the failures of scenarios are.
    pub faults: BTreeSet<Fault>,
}

impl Summary {
    /// Counts one more scenario.
    pub fn add(&mut self, scenario: &ScenarioRecord) {
        self.scenarios[scenario.status as usize] += 1;
        for step in &scenario.steps {
            self.steps[step.status as usize] += 1;
        }
        self.flaky += u32::from(scenario.flaky);
        self.faults.extend(scenario.failures.iter().map(|failure| failure.fault));
    }

    /// All of `counts`.
    #[must_use]
    pub fn total(counts: [u32; 6]) -> u32 {
        counts.iter().sum()
    }

    /// How many scenarios make the run fail.
    #[must_use]
    pub fn failed(&self) -> u32 {
        self.scenarios[Status::Pending as usize..].iter().sum()
    }
}

/// A whole run, without its scenarios: these are many, and stand in [`Scenarios`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunRecord {
    /// The counts.
    pub summary: Summary,
    /// What could not be read.
    pub errors: Vec<InputError>,
    /// What the features' authors should know.
    pub warnings: Vec<InputError>,
    /// Why hooks of the whole run failed.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub failures: Vec<Failure>,
    /// Whether somebody ended the run before its end.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub interrupted: bool,
    /// How many scenarios have no record, because the run was ended before them.
    #[serde(default)]
    pub not_run: u32,
    /// Real time of the whole run.
    pub took: Duration,
}

impl RunRecord {
    /// Whether anything failed by a fault of this kind.
    #[must_use]
    pub fn has(&self, fault: Fault) -> bool {
        self.summary.faults.contains(&fault) || self.failures.iter().any(|failure| failure.fault == fault)
    }
}

/// The scenarios of a run, in the order in which they are reported. They may lie in memory or not: a report goes through them, and keeps
/// only what it needs.
pub trait Scenarios {
    /// Shows every scenario, in order.
    ///
    /// # Errors
    /// They cannot be read back from where they lie.
    fn each(&self, visit: &mut dyn FnMut(ScenarioRecord)) -> io::Result<()>;
}

impl Scenarios for [ScenarioRecord] {
    fn each(&self, visit: &mut dyn FnMut(ScenarioRecord)) -> io::Result<()> {
        self.iter().cloned().for_each(visit);
        Ok(())
    }
}

impl Scenarios for Vec<ScenarioRecord> {
    fn each(&self, visit: &mut dyn FnMut(ScenarioRecord)) -> io::Result<()> {
        self.as_slice().each(visit)
    }
}
