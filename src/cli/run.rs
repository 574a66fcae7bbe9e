use super::args::{RunArgs, Seconds};
use super::complain::complain;
use super::endpoints::not_asked;
use super::prepare::{Prepared, Stop, configured, prepared};
use super::reports::{Report, is_of_a_list, report_of, write_reports};
use super::{Exit, interrupt};
use crate::extension::package::source;
use crate::record::{InputError, RunRecord, ScenarioRecord, Summary};
use crate::report::{Console, Progress as _, Style};
use crate::run::{OnDesk, Options, Order, Plan, Runner, Spool};
use crate::scenario::Setup;
use std::env;
use std::io::{self, IsTerminal as _, Write};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::SystemTime;

/// `deskspec run`
pub(super) fn run(args: RunArgs) -> Exit {
    let asked = args.report.clone();
    let stop = match configured(args) {
        Err(stop) => (stop, asked),
        Ok(args) => match prepared(&args, false) {
            Ok(prepared) => {
                return perform(&args, prepared, (io::stdout().lock(), style(io::stdout().is_terminal())), &mut |_| ());
            }
            Err(stop) => (stop, args.report),
        },
    };
    stopped(stop.0, &stop.1)
}

/// Nothing was run, and why.
pub(super) fn stopped(stop: Stop, reports: &[String]) -> Exit {
    match stop {
        Stop::Usage(text) => {
            complain(format_args!("error: {text}"));
            Exit::Usage
        }
        Stop::Unreadable(error) => unreadable(error, reports),
    }
}

/// Nothing could be run: the reports that were asked for say so.
fn unreadable(error: InputError, reports: &[String]) -> Exit {
    complain(format_args!("error: {}", told(&error)));
    let record = RunRecord { errors: vec![error], ..RunRecord::default() };
    // A list of scenarios to run again stays as it is: an empty one would say that nothing failed.
    let reports = reports.iter().filter_map(|report| report_of(report).ok()).filter(|report| !matches!(report, Report::Rerun(_)));
    write_reports(&reports.collect::<Vec<_>>(), &record, &Vec::new(), SystemTime::now()).max(Exit::Unreadable)
}

fn told(error: &InputError) -> String {
    let place = match (error.line, error.column) {
        (0, _) => error.file.clone(),
        (line, column) => format!("{}:{line}:{column}", error.file),
    };
    let help = error.help.as_ref().map(|help| format!("\n  help: {help}")).unwrap_or_default();
    format!("{place}: {}{help}", error.message)
}

/// Runs what is prepared, tells of it on `told`, and shows each scenario's record to `seen`.
pub(super) fn perform(args: &RunArgs, prepared: Prepared, told: (impl Write, Style), seen: &mut dyn FnMut(&ScenarioRecord)) -> Exit {
    let Prepared { setup, plan, mut reports, empty, whole, again } = prepared;
    let started = SystemTime::now();
    let dry = args.dry_run.unwrap_or(false);
    let mut console = Console::new(told.0, told.1).files(plan.files());
    let mut spool = if reports.iter().any(|it| matches!(it, Report::Junit(_))) { Spool::everything() } else { Spool::notable() };
    let mut kept = Ok(());
    let mut ended = |scenario: &ScenarioRecord| {
        console.scenario(scenario);
        seen(scenario);
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
            let help = args.jobs.filter(|jobs| jobs.get() > Options::default().jobs).map(|_| "\n  help: write a smaller --jobs");
            complain(format_args!("error: the run cannot go on: {error}{}", help.unwrap_or_default()));
            return Exit::Unreadable;
        }
    };
    let chosen = usize::try_from(Summary::total(record.summary.scenarios) + record.not_run).unwrap_or(usize::MAX);
    let mut extra = accepted(&setup);
    let cut = record.interrupted || (args.fail_fast == Some(true) && record.summary.failed() > 0);
    let part = dry || chosen == 0 || cut || again;
    let left = |names| if part { Vec::new() } else { left(names, whole.as_ref()) };
    let mut misnamed: Vec<_> = left(setup.unused()).iter().map(|name| not_installed(name, &setup)).collect();
    misnamed.extend(left(setup.unasked()).iter().map(|name| not_asked(name, &setup)));
    let misnaming = if misnamed.is_empty() { Exit::Passed } else { Exit::Usage };
    extra.append(&mut misnamed);
    if chosen == 0 && record.errors.is_empty() {
        extra.push(empty.map_or_else(|| nothing_selected(args), |why| format!("nothing is run: {why}")));
    }
    if chosen == 0 && empty.is_none() && record.errors.iter().all(is_of_a_list) {
        // Nothing is known of any scenario, and an empty list would say that none failed.
        reports.retain(|report| !matches!(report, Report::Rerun(_)));
    }
    extra.extend(args.order.filter(|order| *order != Order::Defined).map(|order| format!("the order was --order {order}")));
    // A reader that has read enough, such as `head`, is no failure of the run.
    drop(console.finish(&record, &spool, &extra, &source));
    let exit = Exit::of(&record, if empty.is_some() { 1 } else { chosen });
    exit.max(misnaming).max(write_reports(&reports, &record, &spool, started))
}

fn options(args: &RunArgs, dry: bool) -> io::Result<Options> {
    let defaults = Options::default();
    // What is accepted is what the first scenario wants that says it: that is defined where one runs behind the other.
    let most = if args.accept == Some(true) { 1 } else { usize::MAX };
    Ok(Options {
        jobs: args.jobs.map_or(defaults.jobs, NonZeroUsize::get).min(most),
        fail_fast: args.fail_fast.unwrap_or(false),
        retry: args.retry.unwrap_or(0),
        fail_flaky: args.fail_flaky.unwrap_or(false),
        dry,
        step_timeout: args.step_timeout.map_or(defaults.step_timeout, |Seconds(time)| time),
        interrupt: interrupt::listen()?,
    })
}

/// Those of the extensions that took no part which no other part of the run has either.
fn left(mut unused: Vec<String>, whole: Option<&Plan>) -> Vec<String> {
    if let Some(Ok(all)) = whole.filter(|_| !unused.is_empty()).map(Plan::scenarios) {
        let said = |name: &str| {
            all.iter().flat_map(|scenario| &scenario.steps).any(|step| step.text.contains(&format!("the extension \"{name}\"")))
        };
        unused.retain(|name| !said(name));
    }
    unused
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

fn accepted(setup: &Setup) -> Vec<String> {
    let accepted = setup.accepted();
    let (values, files) = (accepted.iter().map(|it| it.changes.len()).sum::<usize>(), accepted.len());
    let sum = (files > 0).then(|| format!("{values} changed in {files} of the fixtures: read the changes before you commit them"));
    accepted.into_iter().flat_map(|accepted| accepted.changes.into_iter().map(|change| format!("accepted {change}"))).chain(sum).collect()
}

/// Colours and width as the environment wants them, and whether it is a terminal that is written to.
pub(super) fn style(terminal: bool) -> Style {
    let colour = terminal && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let width = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(if terminal { 120 } else { 100 });
    Style { colour, width, quiet: false }
}
