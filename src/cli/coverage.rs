use super::args::{CoverageArgs, CoverageFormat};
use super::complain::complain;
use super::prepare::{Stop, configured, prepared};
use super::run::{perform, stopped, style};
use super::{Exit, args::RunArgs};
use crate::catalog::Catalog;
use crate::coverage::{Coverage, Scope};
use crate::record::CoverageRecord;
use crate::report::{self, Style};
use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;

/// `deskspec coverage`: the run is told on standard error, what it exercised on standard output.
pub(super) fn coverage(args: CoverageArgs) -> Exit {
    let catalog = Arc::clone(Catalog::documented());
    let scope = match args.rules.as_deref().map(|rules| Scope::parse(rules, &catalog)).transpose() {
        Ok(scope) => scope.unwrap_or_default(),
        Err(error) => {
            complain(format_args!("error: --rules: {error}"));
            return Exit::Usage;
        }
    };
    let reports = args.run.report.clone();
    let run = match refused(&args.run).map_or_else(|| configured(args.run), |text| Err(Stop::Usage(text))) {
        Ok(run) => RunArgs { dry_run: None, accept: None, ..run },
        Err(stop) => return stopped(stop, &reports),
    };
    let prepared = match prepared(&run, true) {
        Ok(prepared) => prepared,
        Err(stop) => return stopped(stop, &run.report),
    };
    let mut coverage = Coverage::new(catalog, scope);
    let console = Style { quiet: true, ..style(io::stderr().is_terminal()) };
    let exit = perform(&run, prepared, (io::stderr(), console), &mut |scenario| coverage.add(scenario));
    let record = coverage.record();
    if record.scenarios + record.uncounted == 0 {
        return exit;
    }
    // A reader that has read enough, such as `head`, is no failure.
    drop(io::stdout().write_all(told(&record, args.format.unwrap_or_default()).as_bytes()));
    exit.max(gate(&record, args.min))
}

/// Options of `run` with which nothing is exercised, or all is what it should be.
fn refused(args: &RunArgs) -> Option<String> {
    let said = [("--dry-run", args.dry_run, "no step is run, so nothing is exercised"), ("--accept", args.accept, "it rewrites fixtures")];
    let (option, _, why) = said.into_iter().find(|(_, said, _)| *said == Some(true))?;
    Some(format!("coverage takes no {option}: {why}; leave it out, or write deskspec run {option}"))
}

fn told(record: &CoverageRecord, format: CoverageFormat) -> String {
    match format {
        CoverageFormat::Human => report::coverage(record, style(io::stdout().is_terminal())),
        CoverageFormat::Json => {
            serde_json::to_string_pretty(record).map_or_else(|error| format!("{{\"error\": \"{error}\"}}"), |text| text + "\n")
        }
    }
}

/// Whether so much was exercised as was asked for.
fn gate(record: &CoverageRecord, min: Option<u32>) -> Exit {
    match min.filter(|min| u64::from(record.covered) * 100 < u64::from(*min) * u64::from(record.entries)) {
        Some(min) => {
            complain(format_args!("error: {} % of the catalogue's entries were exercised, and --min asks for {min} %", record.percent()));
            Exit::Failed
        }
        None => Exit::Passed,
    }
}
