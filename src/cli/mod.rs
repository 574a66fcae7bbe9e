//! Arguments, commands, exit codes. Nobody imports this floor.

mod args;
mod config;
mod exit;
mod explain;
mod gherkin;
mod init;
mod interrupt;
mod main;
mod prepare;
mod run;
mod steps;

pub use exit::Exit;
pub use main::main;
