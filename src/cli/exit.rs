use crate::record::{Fault, RunRecord, ScenarioRecord};
use std::process::ExitCode;

/// How the program ends. Of several that apply, the first in this order counts: 70, 3, 1, 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exit {
    /// 0: all passed.
    Passed,
    /// 2: usage; tag syntax and an ID that `explain` does not know among it.
    Usage,
    /// 4: the selection is empty.
    Empty,
    /// 1: a scenario failed, was undefined or ambiguous.
    Failed,
    /// 3: a feature, fixture or configuration cannot be read, or a named path does not exist.
    Unreadable,
    /// 70: our own model broke the catalogue.
    Model,
}

impl Exit {
    /// The number that the shell sees.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Passed => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Unreadable => 3,
            Self::Empty => 4,
            Self::Model => 70,
        }
    }
}

impl Exit {
    /// What a run's record amounts to, of `chosen` scenarios.
    #[must_use]
    pub fn of(record: &RunRecord, chosen: usize) -> Self {
        if record.has(Fault::Model) {
            Self::Model
        } else if !record.errors.is_empty() || record.has(Fault::Input) {
            Self::Unreadable
        } else if record.scenarios.iter().any(ScenarioRecord::failed) {
            Self::Failed
        } else if chosen == 0 {
            Self::Empty
        } else {
            Self::Passed
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Failure, InputError, Status};

    fn run(faults: &[Fault], errors: usize) -> RunRecord {
        let scenario = |fault: &Fault| ScenarioRecord {
            uri: "a.feature".into(),
            feature: "a".into(),
            rule: None,
            name: "a".into(),
            line: 1,
            tags: Vec::new(),
            steps: Vec::new(),
            status: Status::Failed,
            failures: vec![Failure::new(*fault, "a")],
            findings: Vec::new(),
            exchange: Vec::new(),
            took: std::time::Duration::ZERO,
        };
        let error = InputError { file: "b.feature".into(), line: 0, column: 0, message: "b".into(), help: None };
        RunRecord { scenarios: faults.iter().map(scenario).collect(), errors: vec![error; errors], ..RunRecord::default() }
    }

    #[test]
    fn the_gravest_fault_is_the_exit_code() {
        let table = [
            (run(&[Fault::Unmet, Fault::Model], 1), 2, 70),
            (run(&[Fault::Unmet, Fault::Input], 0), 2, 3),
            (run(&[Fault::Unmet], 1), 1, 3),
            (run(&[Fault::Extension], 0), 1, 1),
            (run(&[Fault::Feature], 0), 1, 1),
            (run(&[], 0), 0, 4),
            (run(&[], 0), 1, 0),
        ];
        for (record, chosen, code) in table {
            assert_eq!(Exit::of(&record, chosen).code(), code, "{record:?}");
        }
    }
}
