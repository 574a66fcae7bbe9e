//! What happened in a run, as plain serialisable data: everything that a report needs, and nothing that knows the host.

mod attachment;
mod check;
mod coverage;
mod exchange;
mod exercise;
mod failure;
mod finding;
mod mask;
mod run;

pub use attachment::{Attachment, Body};
pub use check::{CheckRecord, Flaw, KnownCheck};
pub use coverage::{CoverageRecord, EntryCoverage, Gap, KindCoverage};
pub use exchange::Exchange;
pub use exercise::{Exercise, HookEnd};
pub use failure::{Failure, Fault, Label, MaskedLine};
pub use finding::{Finding, Place, Severity};
pub use mask::{HIDDEN, Mask};
pub use run::{HookRecord, InputError, RunRecord, ScenarioRecord, Scenarios, Status, StepRecord, Summary};
