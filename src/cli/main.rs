use super::args::{Cli, Command};
use super::gherkin::gherkin;
use super::{Exit, check, coverage, explain, init, run, serve, steps};
use clap::Parser as _;
use std::io::{self, Write as _};
use std::process::ExitCode;

/// The program.
#[must_use]
pub fn main() -> ExitCode {
    let (text, exit) = match Cli::parse().command {
        Command::Run(args) => return run::run(*args).into(),
        Command::Check(args) => return check::run(&args).into(),
        Command::Serve(args) => return serve::serve(args).into(),
        Command::Coverage(args) => return coverage::coverage(*args).into(),
        Command::Gherkin(args) => return gherkin(&args, &mut io::stdout().lock()).into(),
        Command::Steps { word } => steps::steps(word.as_deref()),
        Command::Explain { id } => explain::explain(&id),
        Command::Init { dir } => init::init(&dir),
    };
    let written = if exit == Exit::Passed { io::stdout().write_all(text.as_bytes()) } else { io::stderr().write_all(text.as_bytes()) };
    // A reader that has read enough, such as `head`, is no failure.
    drop(written);
    exit.into()
}
