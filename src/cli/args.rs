use super::gherkin::GherkinArgs;
use crate::run::{Order, Shard};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

/// Runs Gherkin scenarios against a help-desk extension: a built-in Desk plays the platform, on a virtual clock.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXIT_CODES, term_width = 80)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0   all passed; an empty shard and an empty list of scenarios to run again, too
  1   a scenario failed, or a step is undefined, ambiguous or pending; less
      was covered than --min asks for
  2   usage: an option, a tag expression or an ID is wrong
  3   a feature, fixture, package or configuration cannot be read, or a named
      path does not exist
  4   nothing was selected
  70  deskspec's own model broke the catalogue: please report it
  130 interrupted: what has run is reported; a second Ctrl-C stops at once

A deskspec.toml in the working directory may hold the options of `run`.";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Run features
    Run(Box<RunArgs>),
    /// Run features, and print which events, hooks, locations and rules of the
    /// platform they exercised, and which not
    #[command(after_help = COVERAGE, mut_arg("dry_run", |arg| arg.hide(true)), mut_arg("accept", |arg| arg.hide(true)))]
    Coverage(Box<CoverageArgs>),
    /// Say what is wrong with an extension's package before it runs
    #[command(after_help = CHECK)]
    Check(CheckArgs),
    /// Print the JSON Schema of a kind of file, for editors
    Schema {
        /// Of plugin-manifest.json, resources.json, fixtures, or deskspec.toml
        #[arg(value_name = "manifest|resources|fixture|config", hide_possible_values = true)]
        of: SchemaOf,
    },
    /// Serve Desk's REST side over HTTP, for an extension's own server to talk to
    #[command(after_help = SERVE)]
    Serve(ServeArgs),
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
    /// Print features as Cucumber's official messages, one a line
    Gherkin(GherkinArgs),
    /// Write a first feature, fixture and extension that run
    Init {
        /// The folder; it is made where it is missing
        dir: PathBuf,
    },
}

const COVERAGE: &str = "\
What counts is what happened, not what a scenario is tagged with: a rule where
the host decided by it, an event that reached a subscriber, a hook that asked
one, a location whose widget heard or was asked. Scenarios that did not pass
count for nothing, and their exit code is the run's. The whole is every entry
of the catalogue, also what deskspec does not play yet.";

const CHECK: &str = "\
Whatever is inside the package is a finding, a manifest that is no JSON too: 1
if one of them is an error, else 0; 3 only where DIR cannot be opened. Checks
whose names begin with zet. are those of the vendor's own tool, zet validate.
A folder with a manifest.json is a Freshdesk app, and fdk. is its vendor's tool.
A payload is as documented (0), departs from its page (1) or is no JSON (3); of
an event that no page documents only the envelope is looked at.";

/// Options of `check`.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// The package: a folder, or a zip
    #[arg(value_name = "DIR|ZIP", required_unless_present = "payload")]
    pub(super) package: Option<PathBuf>,
    /// A recorded payload of Freshdesk's in the place of a package
    #[arg(long, value_name = "FILE", conflicts_with_all = ["package", "rules", "map"])]
    pub(super) payload: Option<PathBuf>,
    /// The payload's event, where it is not the one that it names
    #[arg(long, value_name = "NAME", requires = "payload", conflicts_with = "package")]
    pub(super) event: Option<String>,
    /// Which checks are made: all, or only those of the vendor's own tool [default: all]
    #[arg(long, value_name = "all|vendor", default_value = "all", hide_possible_values = true, hide_default_value = true)]
    pub(super) rules: CheckRules,
    /// How the findings are printed [default: human]
    #[arg(long, value_name = "human|json|sarif|github", default_value = "human", hide_possible_values = true, hide_default_value = true)]
    pub(super) format: CheckFormat,
    /// A local file for a script that the package loads from elsewhere; NAME=FILE|FOLDER for an npm package that an app requires
    #[arg(long, value_name = "URL=FILE")]
    pub(super) map: Vec<String>,
}

/// What there is a schema of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    /// plugin-manifest.json.
    Manifest,
    /// resources.json.
    Resources,
    /// A fixture.
    Fixture,
    /// deskspec.toml.
    Config,
}

/// Which checks are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckRules {
    /// All.
    All,
    /// Those of `zet validate`.
    Vendor,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    /// With the lines of source.
    Human,
    /// As data.
    Json,
    /// As SARIF 2.1.0.
    Sarif,
    /// As workflow commands of GitHub's.
    Github,
}

const SERVE: &str = "\
What is served is described at /_deskspec/openapi.json. The virtual clock stands
until POST /_deskspec/clock moves it; GET /_deskspec/installations tells the
orgId and the securityContext of each installation.";

/// Options of `serve`; what is not given comes from deskspec.toml.
#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    /// The scenario whose Givens are played first [default: a Desk with nothing but the packages under test]
    #[arg(value_name = "FEATURE:LINE")]
    pub(super) feature: Option<String>,
    /// Where it listens; port 0 is any that is free
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8787")]
    pub(super) listen: String,
    #[command(flatten)]
    pub(super) desk: DeskArgs,
}

/// What a Desk is made of, for `run` and for `serve`.
#[derive(Debug, Default, Args)]
pub(super) struct DeskArgs {
    /// A package under test; NAME= puts it in the place of the package that features call NAME
    #[arg(long, value_name = "[NAME=]DIR|ZIP")]
    pub(super) extension: Vec<String>,
    /// Where fixtures lie [default: fixtures]
    #[arg(long, value_name = "DIR")]
    pub(super) fixtures: Option<PathBuf>,
    /// A local file for a script that a package loads from elsewhere; NAME=FILE|FOLDER for an npm package that an app requires
    #[arg(long, value_name = "URL=FILE")]
    pub(super) map: Vec<String>,
    /// The words that Desk speaks where no tag @dialect:… says so: current, or those of an older page [default: current]
    #[arg(long, value_name = "NAME")]
    pub(super) dialect: Option<String>,
    /// What securityContexts and all randomness in sandboxes come from [default: 0]
    #[arg(long, value_name = "N", value_parser = seed, allow_negative_numbers = true)]
    pub(super) seed: Option<u64>,
}

/// Options of `coverage`.
#[derive(Debug, Args)]
pub(super) struct CoverageArgs {
    #[command(flatten)]
    pub(super) run: RunArgs,
    /// Only these families of rules, IDs and names, with what they document: LOC,EVT,HOOK-04,ticket.close [default: everything]
    #[arg(long, value_name = "FAMILY|ID,…")]
    pub(super) rules: Option<String>,
    /// Exit with 1 where less than N percent of the entries were exercised
    #[arg(long, value_name = "N", value_parser = percent, allow_negative_numbers = true)]
    pub(super) min: Option<u32>,
    /// How it is printed [default: human]
    #[arg(long, value_name = "human|json", hide_possible_values = true)]
    pub(super) format: Option<CoverageFormat>,
}

/// How coverage is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum CoverageFormat {
    /// Tables, and what is missing.
    #[default]
    Human,
    /// The same as data.
    Json,
}

fn percent(text: &str) -> Result<u32, String> {
    let number = text.parse().ok().filter(|number| *number <= 100);
    number.ok_or_else(|| "write a percentage from 0 to 100, such as --min 80".to_owned())
}

/// Options of `run`; what is not given comes from deskspec.toml.
#[derive(Debug, Default, Args)]
pub(super) struct RunArgs {
    /// A feature, a folder, a glob, FILE:LINE, FILE:LINE:COLUMN as errors print it, or @LIST, which --report rerun=LIST has written [default: features]
    #[arg(value_name = "FEATURE|DIR|GLOB|FILE:LINE|@LIST")]
    pub(super) features: Vec<String>,
    #[command(flatten)]
    pub(super) desk: DeskArgs,
    /// The extension's own server that really runs: what Desk sends to the extension that features call NAME goes there; may be given several times
    #[arg(long, value_name = "NAME=URL")]
    pub(super) endpoint: Vec<String>,
    /// Where servers of --endpoint reach Desk; printed on standard error [default: a free port of 127.0.0.1]
    #[arg(long, value_name = "ADDR")]
    pub(super) listen: Option<String>,
    /// Only scenarios whose tags fit: "@HOOK-04 and not @slow"
    #[arg(long, value_name = "EXPR")]
    pub(super) tags: Option<String>,
    /// Only scenarios whose name fits
    #[arg(long, value_name = "REGEX")]
    pub(super) name: Option<String>,
    /// Run only this part of the scenarios: 2/5 is the second of five
    #[arg(long, value_name = "I/N")]
    pub(super) shard: Option<Shard>,
    /// The order of the run: defined, random, or random:SEED, which repeats exactly [default: defined]
    #[arg(long, value_name = "ORDER")]
    pub(super) order: Option<Order>,
    /// How many scenarios run at the same time; those tagged @serial run alone, and all of them with --accept [default: the number of cores]
    #[arg(long, value_name = "N", value_parser = jobs, allow_negative_numbers = true)]
    pub(super) jobs: Option<NonZeroUsize>,
    /// Run nothing behind the first scenario that fails
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(super) fail_fast: Option<bool>,
    /// Try a scenario that failed up to N times more; one that passes then is flaky
    #[arg(long, value_name = "N", value_parser = retry, allow_negative_numbers = true)]
    pub(super) retry: Option<u32>,
    /// Count a flaky scenario as failed
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(super) fail_flaky: Option<bool>,
    /// How much real time a step may take, in seconds, before its scenario is given up [default: 60]
    #[arg(long, value_name = "S", allow_negative_numbers = true)]
    pub(super) step_timeout: Option<Seconds>,
    /// Only look up what the steps mean
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(super) dry_run: Option<bool>,
    /// Write a report: JUnit XML, or a list of the scenarios that failed; may be given several times
    #[arg(long, value_name = "junit=FILE|rerun=FILE")]
    pub(super) report: Vec<String>,
    /// Rewrite the fixtures that do not match, and print every change
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(super) accept: Option<bool>,
}

fn jobs(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| "write a number from 1, such as --jobs 4".to_owned())
}

/// Every attempt's failure is kept for the reports.
pub(super) const MOST_RETRIES: u32 = 1_000;

fn retry(text: &str) -> Result<u32, String> {
    let number = text.parse().ok().filter(|number| *number <= MOST_RETRIES);
    number.ok_or_else(|| format!("write a number from 0 to {MOST_RETRIES}, such as --retry 2"))
}

fn seed(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| "write a number from 0, such as --seed 7".to_owned())
}

/// A length of real time, said in seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Seconds(pub(super) Duration);

impl Seconds {
    /// From a thousandth of a second to a day.
    pub(super) fn new(seconds: f64) -> Result<Self, String> {
        let allowed = (0.001..=86_400.0).contains(&seconds);
        allowed.then(|| Self(Duration::from_secs_f64(seconds))).ok_or_else(|| "write a number of seconds from 0.001 to 86400".to_owned())
    }
}

impl FromStr for Seconds {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::new(text.parse().unwrap_or(f64::NAN))
    }
}
