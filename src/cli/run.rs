use super::Exit;
use super::args::RunArgs;
use super::prepare::{Prepared, Stop, configured, prepared, report_file};
use crate::record::{InputError, RunRecord};
use crate::report::{Console, Progress as _, Style, junit};
use crate::run::Options;
use crate::scenario::Setup;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
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
    let files: Vec<_> = reports.iter().filter_map(|report| report_file(report).ok()).collect();
    write_reports(&files, &record, SystemTime::now()).max(Exit::Unreadable)
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
    let Prepared { setup, plan, reports } = prepared;
    let started = SystemTime::now();
    let chosen = plan.scenarios.len();
    let dry = args.dry_run.unwrap_or(false);
    let mut console = Console::new(io::stdout().lock(), style()).plan(plan.files());
    let options = Options { fail_fast: args.fail_fast.unwrap_or(false), dry, ..Options::default() };
    let record = match plan.run(&setup, options, &mut |scenario| console.scenario(scenario)) {
        Ok(record) => record,
        Err(error) => {
            eprintln!("error: the run cannot begin: {error}");
            return Exit::Unreadable;
        }
    };
    let mut extra = accepted(&setup);
    let unused = if dry || chosen == 0 { Vec::new() } else { setup.unused() };
    extra.extend(unused.iter().map(|name| not_installed(name, &setup)));
    if chosen == 0 && record.errors.is_empty() {
        extra.push(nothing_selected(args));
    }
    let read = |file: &str| fs::read_to_string(file).ok();
    // A reader that has read enough, such as `head`, is no failure of the run.
    drop(console.finish(&record, &extra, &read));
    let misnamed = if unused.is_empty() { Exit::Passed } else { Exit::Usage };
    Exit::of(&record, chosen).max(misnamed).max(write_reports(&reports, &record, started))
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
    let mut why = Vec::new();
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

fn write_reports(files: &[PathBuf], record: &RunRecord, started: SystemTime) -> Exit {
    let read = |file: &str| fs::read_to_string(file).ok();
    let mut exit = Exit::Passed;
    for file in files {
        if let Err(error) = write(file, &junit(record, &read, Some(started))) {
            eprintln!("error: {}: the report cannot be written: {error}", file.display());
            exit = Exit::Unreadable;
        }
    }
    exit
}

fn write(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, text)
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
