//! What happened in a run, as plain serialisable data: everything that a report needs, and nothing that knows the host.

mod exchange;
mod failure;
mod finding;
mod run;

pub use exchange::Exchange;
pub use failure::{Failure, Fault, Label};
pub use finding::{Finding, Place, Severity};
pub use run::{InputError, RunRecord, ScenarioRecord, Status, StepRecord, Summary};
