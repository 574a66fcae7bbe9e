use super::args::{RunArgs, Seconds};
use super::prepare::{Prepared, Report, Stop, configured, prepared, report_of};
use super::{Exit, interrupt};
use crate::record::{InputError, RunRecord, ScenarioRecord, Scenarios, Summary};
use crate::report::{Console, Progress as _, Sources, Style, junit, rerun};
use crate::run::{OnDesk, Options, Order, Runner, Spool};
use crate::scenario::Setup;
use std::io::{self, BufWriter, IsTerminal as _, Write as _};
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;
use std::{env, fs};

/// `deskspec run`
pub(super) fn run(args: RunArgs) -> Exit {
    let asked = args.report.clone();
    let stop = match configured(args) {
        Err(stop) => (stop, asked),
        Ok(args) => match prepared(&args) {
            Ok(prepared) => return perform(&args, prepared),
            Err(stop) => (stop, args.report),
        },
    };
    match stop {
        (Stop::Usage(text), _) => {
            eprintln!("error: {text}");
            Exit::Usage
        }
        (Stop::Unreadable(error), reports) => unreadable(error, &reports),
    }
}

/// Nothing could be run: the reports that were asked for say so.
fn unreadable(error: InputError, reports: &[String]) -> Exit {
    eprintln!("error: {}", told(&error));
    let record = RunRecord { errors: vec![error], ..RunRecord::default() };
    let reports: Vec<_> = reports.iter().filter_map(|report| report_of(report).ok()).collect();
    write_reports(&reports, &record, &Vec::new(), SystemTime::now()).max(Exit::Unreadable)
}

fn told(error: &InputError) -> String {
    let place = match (error.line, error.column) {
        (0, _) => error.file.clone(),
        (line, column) => format!("{}:{line}:{column}", error.file),
    };
    let help = error.help.as_ref().map(|help| format!("\n  help: {help}")).unwrap_or_default();
    format!("{place}: {}{help}", error.message)
}

fn perform(args: &RunArgs, prepared: Prepared) -> Exit {
    let Prepared { setup, plan, reports, empty } = prepared;
    let started = SystemTime::now();
    let dry = args.dry_run.unwrap_or(false);
    let mut console = Console::new(io::stdout().lock(), style()).files(plan.files());
    let mut spool = if reports.iter().any(|it| matches!(it, Report::Junit(_))) { Spool::everything() } else { Spool::notable() };
    let mut kept = Ok(());
    let mut ended = |scenario: &ScenarioRecord| {
        console.scenario(scenario);
        if kept.is_ok() {
            kept = spool.push(scenario);
        }
    };
    let ran = options(args, dry).and_then(|options| {
        let runner = Runner::on_desk(OnDesk::new(Arc::clone(&setup))).options(options);
        runner.run(&plan, &mut ended)
    });
    let record = match ran.and_then(|record| kept.map(|()| record)) {
        Ok(record) => record,
        Err(error) => {
            eprintln!("error: the run cannot go on: {error}");
            return Exit::Unreadable;
        }
    };
    let chosen = usize::try_from(Summary::total(record.summary.scenarios) + record.not_run).unwrap_or(usize::MAX);
    let mut extra = accepted(&setup);
    let unused = if dry || chosen == 0 || record.interrupted { Vec::new() } else { setup.unused() };
    extra.extend(unused.iter().map(|name| not_installed(name, &setup)));
    if chosen == 0 && record.errors.is_empty() {
        extra.push(empty.map_or_else(|| nothing_selected(args), |why| format!("nothing is run: {why}")));
    }
    extra.extend(args.order.filter(|order| *order != Order::Defined).map(|order| format!("the order was --order {order}")));
    // A reader that has read enough, such as `head`, is no failure of the run.
    drop(console.finish(&record, &spool, &extra, &read_source));
    let misnamed = if unused.is_empty() { Exit::Passed } else { Exit::Usage };
    let exit = Exit::of(&record, if empty.is_some() { 1 } else { chosen });
    exit.max(misnamed).max(write_reports(&reports, &record, &spool, started))
}

fn options(args: &RunArgs, dry: bool) -> io::Result<Options> {
    let defaults = Options::default();
    Ok(Options {
        jobs: args.jobs.map_or(defaults.jobs, NonZeroUsize::get),
        fail_fast: args.fail_fast.unwrap_or(false),
        retry: args.retry.unwrap_or(0),
        fail_flaky: args.fail_flaky.unwrap_or(false),
        dry,
        step_timeout: args.step_timeout.map_or(defaults.step_timeout, |Seconds(time)| time),
        interrupt: interrupt::listen()?,
    })
}

fn read_source(file: &str) -> Option<String> {
    fs::read_to_string(file).ok()
}

/// A package under test that took no part: nothing was said of it, and a green run must not look as if.
fn not_installed(name: &str, setup: &Setup) -> String {
    let used = setup.used();
    let help = match crate::spelling::nearest(name, used.iter().map(String::as_str)) {
        Some(near) => format!("did you mean --extension {near}=DIR?"),
        None => format!("say `Given the extension \"{name}\"`, or write --extension NAME=DIR with the NAME that the features use"),
    };
    format!("error: no scenario installed the package under test \"{name}\": {help}")
}

/// Why nothing is to be run, in the words of the command line.
fn nothing_selected(args: &RunArgs) -> String {
    let mut why: Vec<String> = Vec::new();
    why.extend(args.tags.as_ref().map(|tags| format!("--tags {tags:?}")));
    why.extend(args.name.as_ref().map(|name| format!("--name {name:?}")));
    let untagged = args.tags.as_ref().is_some_and(|tags| !tags.contains('@'));
    let hint = if untagged { "; tags begin with @" } else { "" };
    let paths = if args.features.is_empty() { "features".to_owned() } else { args.features.join(" ") };
    match why.as_slice() {
        [] => format!("nothing was selected: there is no scenario in {paths}"),
        why => format!("nothing was selected: no scenario in {paths} fits {}{hint}", why.join(" and ")),
    }
}

fn write_reports(reports: &[Report], record: &RunRecord, scenarios: &dyn Scenarios, started: SystemTime) -> Exit {
    let sources: &Sources<'_> = &read_source;
    let mut exit = Exit::Passed;
    for report in reports {
        let (file, written) = match report {
            Report::Junit(file) => (file, write(file, |out| junit(record, scenarios, sources, Some(started), out))),
            Report::Rerun(file) => (file, write(file, |out| rerun(scenarios, out))),
        };
        if let Err(error) = written {
            eprintln!("error: {}: the report cannot be written: {error}", file.display());
            exit = Exit::Unreadable;
        }
    }
    exit
}

fn write(file: &Path, content: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> io::Result<()> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    let mut out = BufWriter::new(fs::File::create(file)?);
    content(&mut out)?;
    out.flush()
}

fn accepted(setup: &Setup) -> Vec<String> {
    let accepted = setup.accepted();
    let (values, files) = (accepted.iter().map(|it| it.changes.len()).sum::<usize>(), accepted.len());
    let sum = (files > 0).then(|| format!("{values} changed in {files} of the fixtures: read the changes before you commit them"));
    accepted.into_iter().flat_map(|accepted| accepted.changes.into_iter().map(|change| format!("accepted {change}"))).chain(sum).collect()
}

/// Colours and width as the terminal and the environment want them.
fn style() -> Style {
    let terminal = io::stdout().is_terminal();
    let colour = terminal && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let width = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(if terminal { 120 } else { 100 });
    Style { colour, width, quiet: false }
}
