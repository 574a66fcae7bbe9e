//! deskspec: a declarative scenario runner for help-desk extensions.
//!
//! The floors of the house, from the ground up; a module imports only from floors below its own. ARCHITECTURE.md says why.

pub mod clock;
pub mod percent;
pub mod spelling;

pub mod catalog;
pub mod compare;
pub mod gherkin;
pub mod record;

pub mod host;

pub mod extension;
pub mod fixture;

pub mod stage;

pub mod scenario;
pub mod steps;

pub mod run;

pub mod check;
pub mod coverage;
pub mod report;
pub mod serve;

pub mod cli;
