//! The runs that reports are tried on, `tests/report/*.json`, and the sources that their failures point at.

use deskspec::record::{RunRecord, ScenarioRecord};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A run with its scenarios.
#[derive(Clone)]
pub(crate) struct Sample {
    pub(crate) run: RunRecord,
    pub(crate) scenarios: Vec<ScenarioRecord>,
}

/// Where the sample and its sources lie.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report")
}

/// The text of a source file that the sample names.
pub(crate) fn source(file: &str) -> Option<String> {
    std::fs::read_to_string(folder().join(file)).ok()
}

impl Sample {
    /// A sample as it lies in the repository, counted: `run`, whose scenarios fail by every kind of fault, or `attempts`, with whatever else a
    /// scenario may have: attempts, hooks, attachments, steps that wait.
    pub(crate) fn read(name: &str) -> Self {
        let file = folder().join(format!("{name}.json"));
        let text = std::fs::read_to_string(file).expect("the record lies in the repository");
        let Value::Object(mut file) = serde_json::from_str(&text).expect("the file is JSON") else { panic!("the file is an object") };
        let mut part = |name| file.remove(name).expect("both parts are there");
        let mut run = part("run");
        run["summary"] = serde_json::to_value(deskspec::record::Summary::default()).expect("counts are JSON");
        let run = serde_json::from_value(run).expect("the run is one");
        let scenarios = serde_json::from_value(part("scenarios")).expect("the scenarios are some");
        Self { run, scenarios }.counted()
    }

    /// The same with its scenarios counted anew.
    pub(crate) fn counted(mut self) -> Self {
        self.run.summary = deskspec::record::Summary::default();
        self.scenarios.iter().for_each(|scenario| self.run.summary.add(scenario));
        self
    }

    /// The scenario whose name begins like that.
    pub(crate) fn scenario(&mut self, name: &str) -> &mut ScenarioRecord {
        self.scenarios.iter_mut().find(|scenario| scenario.name.starts_with(name)).expect("the scenario is in the record")
    }
}
