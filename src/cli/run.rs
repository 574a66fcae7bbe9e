use super::args::RunArgs;
use super::{Exit, config};
use crate::fixture::Fixtures;
use crate::gherkin::TagExpression;
use crate::record::{InputError, RunRecord};
use crate::report::{Console, Progress as _, Style, junit};
use crate::run::{Options, Plan, Selection, SelectionError, nearest_beside, targets};
use crate::scenario::Setup;
use regex::Regex;
use std::env;
use std::fs;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// What stops a run before it begins.
enum Stop {
    /// The command line is wrong.
    Usage(String),
    /// Something cannot be read.
    Unreadable(InputError),
}

impl Stop {
    fn unreadable(file: &Path, message: &str, help: Option<String>) -> Self {
        Self::Unreadable(InputError { file: file.display().to_string(), line: 0, column: 0, message: message.to_owned(), help })
    }
}

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

fn configured(args: RunArgs) -> Result<RunArgs, Stop> {
    config::read(Path::new(config::FILE)).map(|config| config::merge(args, config)).map_err(Stop::Unreadable)
}

fn told(error: &InputError) -> String {
    let place = match (error.line, error.column) {
        (0, _) => error.file.clone(),
        (line, column) => format!("{}:{line}:{column}", error.file),
    };
    let help = error.help.as_ref().map(|help| format!("\n  help: {help}")).unwrap_or_default();
    format!("{place}: {}{help}", error.message)
}

struct Prepared {
    setup: Arc<Setup>,
    plan: Plan,
    reports: Vec<PathBuf>,
}

fn prepared(args: &RunArgs) -> Result<Prepared, Stop> {
    if args.accept == Some(true) && env::var_os("CI").is_some_and(|ci| !ci.is_empty() && ci != "false") {
        return Err(Stop::Usage(
            "--accept rewrites fixtures, and CI is set: accept on your own machine, read the changes and commit them".into(),
        ));
    }
    let selection = selection(args)?;
    let reports = args.report.iter().map(|report| report_file(report)).collect::<Result<_, _>>()?;
    let setup = Arc::new(setup(args)?);
    let named = if args.features.is_empty() { vec!["features".to_owned()] } else { args.features.clone() };
    let (targets, errors) = targets(&named);
    let mut plan = Plan::read(&targets, &selection);
    for error in errors {
        match error {
            SelectionError::Unreadable(error) => plan.errors.push(error),
            SelectionError::Glob(text) => return Err(Stop::Usage(text)),
        }
    }
    Ok(Prepared { setup, plan, reports })
}

fn selection(args: &RunArgs) -> Result<Selection, Stop> {
    let tags = args.tags.as_deref().map(TagExpression::parse).transpose().map_err(|error| {
        let help = error.help.as_ref().map(|help| format!("\n  help: {help}")).unwrap_or_default();
        Stop::Usage(format!("--tags, column {}: {error}{help}", error.column))
    })?;
    let name = args
        .name
        .as_deref()
        .map(Regex::new)
        .transpose()
        .map_err(|error| Stop::Usage(format!("--name is no regular expression: {error}")))?;
    Ok(Selection { tags, name })
}

fn report_file(report: &str) -> Result<PathBuf, Stop> {
    match report.split_once('=') {
        Some(("junit", file)) if !file.is_empty() => Ok(file.into()),
        Some(("junit", _)) | None => Err(Stop::Usage(format!("--report {report} names no file: write --report junit=report.xml"))),
        Some((kind, file)) => Err(Stop::Usage(format!("--report {kind}=… is no report: write --report junit={file}"))),
    }
}

fn setup(args: &RunArgs) -> Result<Setup, Stop> {
    let mut setup = Setup::new(Fixtures::new(args.fixtures.clone().unwrap_or_else(|| "fixtures".into())));
    setup.seed = args.seed.unwrap_or(0);
    setup.accept = args.accept.unwrap_or(false);
    if let Some(root) = args.fixtures.as_ref().filter(|root| !root.is_dir()) {
        return Err(Stop::unreadable(root, "there is no such folder of fixtures", None));
    }
    for named in &args.extension {
        let (name, dir) = match named.split_once('=') {
            Some(("", dir)) => {
                return Err(Stop::Usage(format!("--extension {named} has no name: write --extension {dir}, or --extension NAME={dir}")));
            }
            Some((name, dir)) => (name.to_owned(), Path::new(dir)),
            None => (folder_name(Path::new(named)), Path::new(named)),
        };
        if !dir.is_dir() {
            return Err(Stop::unreadable(dir, "there is no such folder with a package", nearest_beside(dir)));
        }
        setup.packages.test(name, dir);
    }
    for map in &args.map {
        let Some((url, file)) = map.rsplit_once('=') else {
            return Err(Stop::Usage(format!("--map {map} has no file: write --map URL=FILE")));
        };
        if !Path::new(file).is_file() {
            return Err(Stop::unreadable(Path::new(file), &format!("there is no such file for {url}"), nearest_beside(Path::new(file))));
        }
        setup.packages.map(url, file);
    }
    Ok(setup)
}

/// What features call a package that was named by its folder alone.
fn folder_name(dir: &Path) -> String {
    let whole = fs::canonicalize(dir).unwrap_or_else(|_| dir.to_owned());
    whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
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
    if !dry && chosen > 0 {
        extra.extend(
            setup.unused().iter().map(|name| {
                format!("warning: no scenario installed the package under test \"{name}\": say `Given the extension \"{name}\"`")
            }),
        );
    }
    if chosen == 0 && record.errors.is_empty() {
        extra.push(nothing_selected(args));
    }
    let read = |file: &str| fs::read_to_string(file).ok();
    // A reader that has read enough, such as `head`, is no failure of the run.
    drop(console.finish(&record, &extra, &read));
    Exit::of(&record, chosen).max(write_reports(&reports, &record, started))
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
    let sum = (files > 0).then(|| format!("{values} accepted in {files} fixtures: read the changes before you commit them"));
    accepted.into_iter().flat_map(|accepted| accepted.changes.into_iter().map(|change| format!("accepted {change}"))).chain(sum).collect()
}

/// Colours and width as the terminal and the environment want them.
fn style() -> Style {
    let terminal = io::stdout().is_terminal();
    let colour = terminal && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let width = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(if terminal { 120 } else { 100 });
    Style { colour, width, quiet: false }
}
