use crate::record::{Fault, RunRecord};
use std::process::ExitCode;

/// How the program ends. Of several that apply, the first in this order counts: 130, 70, 3, 1, 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exit {
    /// 0: all passed.
    Passed,
    /// 2: usage; tag syntax and an ID that `explain` does not know among it.
    Usage,
    /// 4: the selection is empty.
    Empty,
    /// 1: a scenario failed, was undefined, ambiguous or pending; less was covered than was asked for.
    Failed,
    /// 3: a feature, fixture or configuration cannot be read, or a named path does not exist.
    Unreadable,
    /// 70: our own model broke the catalogue.
    Model,
    /// 130: somebody ended the run before its end.
    Interrupted,
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
            Self::Interrupted => 130,
        }
    }
}

impl Exit {
    /// What a run's record amounts to, of `chosen` scenarios.
    #[must_use]
    pub fn of(record: &RunRecord, chosen: usize) -> Self {
        if record.interrupted {
            Self::Interrupted
        } else if record.has(Fault::Model) {
            Self::Model
        } else if !record.errors.is_empty() || record.has(Fault::Input) {
            Self::Unreadable
        } else if record.summary.failed() > 0 || !record.failures.is_empty() {
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
    use crate::record::{Failure, InputError, Summary};

    fn run(faults: &[Fault], errors: usize) -> RunRecord {
        let failed = u32::try_from(faults.len()).expect("few");
        let summary = Summary { scenarios: [1, 0, 0, 0, 0, failed], faults: faults.iter().copied().collect(), ..Summary::default() };
        let error = InputError { file: "b.feature".into(), line: 0, column: 0, message: "b".into(), help: None };
        RunRecord { summary, errors: vec![error; errors], ..RunRecord::default() }
    }

    #[test]
    fn the_gravest_fault_is_the_exit_code() {
        let table = [
            (run(&[Fault::Unmet, Fault::Model], 1), 2, 70),
            (run(&[Fault::Unmet, Fault::Input], 0), 2, 3),
            (run(&[Fault::Unmet], 1), 1, 3),
            (run(&[Fault::Extension], 0), 1, 1),
            (run(&[Fault::Feature], 0), 1, 1),
            (RunRecord { failures: vec![Failure::new(Fault::Unmet, "a hook")], ..run(&[], 0) }, 1, 1),
            (RunRecord { interrupted: true, ..run(&[Fault::Model], 1) }, 2, 130),
            (run(&[], 0), 0, 4),
            (run(&[], 0), 1, 0),
        ];
        for (record, chosen, code) in table {
            assert_eq!(Exit::of(&record, chosen).code(), code, "{record:?}");
        }
    }
}
