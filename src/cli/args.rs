use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Runs Gherkin scenarios against a help-desk extension: a built-in Desk plays the platform, on a virtual clock.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXIT_CODES, max_term_width = 100)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0   all passed
  1   a scenario failed, or a step is undefined or ambiguous
  2   usage: an option, a tag expression or an ID is wrong
  3   a feature, fixture, package or configuration cannot be read, or a named path does not exist
  4   nothing was selected
  70  deskspec's own model broke the catalogue: please report it

A deskspec.toml in the working directory may hold the options of `run`.";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Run features
    Run(Box<RunArgs>),
    /// Print the sentences that features are written in
    Steps {
        /// Only sentences that contain this, in any case
        word: Option<String>,
    },
    /// Print what is documented of an event, hook, location, property, rule or quirk
    Explain {
        /// Its name or ID: ticket.close, desk.background, ticket.subject, HOOK-04, Q-20
        id: String,
    },
    /// Write a first feature, fixture and extension that run
    Init {
        /// The folder; it is made where it is missing
        dir: PathBuf,
    },
}

/// Options of `run`; what is not given comes from deskspec.toml.
#[derive(Debug, Default, Args)]
pub(super) struct RunArgs {
    /// A feature, a folder, a glob, or FILE:LINE [default: features]
    #[arg(value_name = "FEATURE|DIR|GLOB|FILE:LINE")]
    pub(super) features: Vec<String>,
    /// A package under test; NAME= puts it in the place of the package that features call NAME
    #[arg(long, value_name = "[NAME=]DIR")]
    pub(super) extension: Vec<String>,
    /// Where fixtures lie [default: fixtures]
    #[arg(long, value_name = "DIR")]
    pub(super) fixtures: Option<PathBuf>,
    /// A local file for a script that a package loads from elsewhere
    #[arg(long, value_name = "URL=FILE")]
    pub(super) map: Vec<String>,
    /// Only scenarios whose tags fit: "@HOOK-04 and not @slow"
    #[arg(long, value_name = "EXPR")]
    pub(super) tags: Option<String>,
    /// Only scenarios whose name fits
    #[arg(long, value_name = "REGEX")]
    pub(super) name: Option<String>,
    /// Stop after the first scenario that fails
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(super) fail_fast: Option<bool>,
    /// Only look up what the steps mean
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(super) dry_run: Option<bool>,
    /// Write a report; may be given several times
    #[arg(long, value_name = "junit=FILE")]
    pub(super) report: Vec<String>,
    /// Rewrite the fixtures that do not match, and print every change
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(super) accept: Option<bool>,
    /// Where all randomness in sandboxes comes from [default: 0]
    #[arg(long, value_name = "N")]
    pub(super) seed: Option<u64>,
}
