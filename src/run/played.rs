use super::planned::Lost;
use super::schedule::Playable;
use super::take::unrun;
use crate::gherkin::Pickle;
use crate::record::{Failure, Fault, ScenarioRecord, Status};
use cucumber::step::Location;
use regex::CaptureLocations;
use std::sync::Arc;

/// What stands in a schedule.
#[derive(Debug, Clone)]
pub(super) enum Item {
    /// A scenario.
    Scenario(Arc<Pickle>),
    /// One that is not any more where it was when the run began.
    Lost(Arc<Lost>),
}

impl Playable for Item {
    /// `@serial`
    fn is_serial(&self) -> bool {
        match self {
            Self::Scenario(pickle) => pickle.tags.iter().any(|tag| &*tag.name == "@serial"),
            Self::Lost(_) => false,
        }
    }
}

/// What a step's text matched: where its arguments stand in the text, and where the definition stands in its source.
pub type Match = (CaptureLocations, Option<Location>);

/// What became of a scenario.
#[derive(Debug, Clone)]
pub struct Played {
    /// How often it was run, and how each time ended; the last one counts.
    pub attempts: Vec<Attempt>,
    /// Which of the threads played it.
    pub(super) player: usize,
}

/// One run of a scenario.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// What happened. Its failures come in order: of the steps that ended worse than skipped one each, then of the hooks that did, then the
    /// scenario's own.
    pub record: ScenarioRecord,
    /// What each step of the record matched; `None` where nothing did, or where it was not looked up.
    pub calls: Vec<Option<Match>>,
}

impl Played {
    /// Writes into the record that counts what came before it; tells whether the scenario failed.
    pub(super) fn settle(&mut self, fail_flaky: bool) -> bool {
        let Some((last, earlier)) = self.attempts.split_last_mut() else { return false };
        let record = &mut last.record;
        record.retried = earlier.iter().filter_map(|attempt| attempt.record.failures.first().cloned()).collect();
        record.flaky = !record.retried.is_empty() && record.status == Status::Passed;
        if record.flaky && fail_flaky {
            record.status = Status::Failed;
            let title = format!("the scenario passed at its attempt {} only", record.retried.len() + 1);
            let mut failure = Failure::new(Fault::Unmet, title).help("make it pass at once, or run without --fail-flaky");
            failure.details = told(&record.retried);
            record.failures.push(failure);
        }
        record.failed()
    }

    /// The scenario as it would be, had it not been run.
    pub(super) fn unrun(&mut self) {
        let earlier = self.attempts.len().saturating_sub(1);
        self.attempts.drain(..earlier);
        self.attempts.iter_mut().for_each(|attempt| unrun(&mut attempt.record));
    }

    /// The record that counts.
    pub(super) fn record(&self) -> Option<&ScenarioRecord> {
        self.attempts.last().map(|attempt| &attempt.record)
    }
}

/// Why each attempt failed: the same reason of several in a row is told once.
fn told(attempts: &[Failure]) -> Vec<String> {
    let mut first = 1;
    let one = |same: &[Failure]| {
        let (from, to) = (first, first + same.len() - 1);
        first = to + 1;
        let which = if from == to { format!("attempt {from}") } else { format!("attempts {from} to {to}") };
        format!("{which}: {}", same[0].title)
    };
    attempts.chunk_by(|one, next| one.title == next.title).map(one).collect()
}
