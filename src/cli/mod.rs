//! Arguments, commands, exit codes. Nobody imports this floor.

mod args;
mod check;
mod complain;
mod config;
mod coverage;
mod endpoints;
mod exit;
mod explain;
mod gherkin;
mod init;
mod interrupt;
mod main;
mod prepare;
#[cfg(doctest)]
mod readme;
mod reports;
mod run;
mod serve;
mod steps;

pub use exit::Exit;
pub use main::main;
