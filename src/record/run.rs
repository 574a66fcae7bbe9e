use super::{Exchange, Failure, Fault, Finding};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How a step or a scenario ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It did what it says.
    Passed,
    /// It was not run, because something before it failed or because nothing was to be run.
    Skipped,
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
    pub keyword: String,
    /// The sentence.
    pub text: String,
    /// From 1, in the scenario's file.
    pub line: u32,
    /// Whether it stands in a Background.
    pub background: bool,
    /// How it ended.
    pub status: Status,
    /// Real time.
    pub took: Duration,
}

/// One scenario, or one row of an outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioRecord {
    /// The feature's file.
    pub uri: String,
    /// The feature's name.
    pub feature: String,
    /// The rule that it stands under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The scenario's name, placeholders filled in.
    pub name: String,
    /// Its line; of an outline, the line of its Examples row.
    pub line: u32,
    /// Its tags with those that it inherits, each with its `@`.
    pub tags: Vec<String>,
    /// Its steps, the Background's first.
    pub steps: Vec<StepRecord>,
    /// How it ended.
    pub status: Status,
    /// Why it failed; the failed step's first.
    pub failures: Vec<Failure>,
    /// What its extensions' vendors should know.
    pub findings: Vec<Finding>,
    /// The conversation, kept where the scenario failed.
    pub exchange: Vec<Exchange>,
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
        matches!(self.status, Status::Failed | Status::Undefined | Status::Ambiguous)
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Scenarios by how they ended, in the order of [`Status`].
    pub scenarios: [u32; 5],
    /// Steps by how they ended, in the order of [`Status`].
    pub steps: [u32; 5],
    /// Findings of severity warning and note.
    pub findings: u32,
}

impl Summary {
    /// Counts one more scenario.
    pub fn add(&mut self, scenario: &ScenarioRecord) {
        self.scenarios[scenario.status as usize] += 1;
        for step in &scenario.steps {
            self.steps[step.status as usize] += 1;
        }
        self.findings += u32::try_from(scenario.findings.len()).unwrap_or(u32::MAX);
    }

    /// All of `counts`.
    #[must_use]
    pub fn total(counts: [u32; 5]) -> u32 {
        counts.iter().sum()
    }
}

/// A whole run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunRecord {
    /// The scenarios, in the order in which they are defined.
    pub scenarios: Vec<ScenarioRecord>,
    /// What could not be read.
    pub errors: Vec<InputError>,
    /// What the features' authors should know.
    pub warnings: Vec<InputError>,
    /// Real time of the whole run.
    pub took: Duration,
}

impl RunRecord {
    /// The counts.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let mut summary = Summary::default();
        self.scenarios.iter().for_each(|scenario| summary.add(scenario));
        summary
    }

    /// Whether any scenario failed by a fault of this kind.
    #[must_use]
    pub fn has(&self, fault: Fault) -> bool {
        self.scenarios.iter().flat_map(|scenario| &scenario.failures).any(|failure| failure.fault == fault)
    }
}
