use super::args::RunArgs;
use super::{Exit, config};
use crate::fixture::Fixtures;
use crate::gherkin::TagExpression;
use crate::record::{Fault, InputError, RunRecord, Status};
use crate::report::{Console, Progress as _, Style, junit};
use crate::run::{Options, Plan, Selection, SelectionError, targets};
use crate::scenario::Setup;
use regex::Regex;
use std::env;
use std::fs;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// What stops a run before it begins.
struct Stop(Exit, String);

/// `deskspec run`
pub(super) fn run(args: RunArgs) -> Exit {
    match configured(args).and_then(|args| prepared(&args).map(|prepared| (args, prepared))) {
        Ok((args, prepared)) => perform(&args, prepared),
        Err(Stop(exit, text)) => {
            eprintln!("error: {text}");
            exit
        }
    }
}

fn configured(args: RunArgs) -> Result<RunArgs, Stop> {
    let file = Path::new(config::FILE);
    config::read(file).map(|config| config::merge(args, config)).map_err(|error| Stop(Exit::Unreadable, told(&error)))
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
    if args.accept && env::var_os("CI").is_some_and(|ci| !ci.is_empty() && ci != "false") {
        return Err(Stop(
            Exit::Usage,
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
            SelectionError::Glob(text) => return Err(Stop(Exit::Usage, text)),
        }
    }
    Ok(Prepared { setup, plan, reports })
}

fn selection(args: &RunArgs) -> Result<Selection, Stop> {
    let tags = args.tags.as_deref().map(TagExpression::parse).transpose().map_err(|error| {
        let help = error.help.as_ref().map(|help| format!("\n  help: {help}")).unwrap_or_default();
        Stop(Exit::Usage, format!("--tags, column {}: {error}{help}", error.column))
    })?;
    let name = args
        .name
        .as_deref()
        .map(Regex::new)
        .transpose()
        .map_err(|error| Stop(Exit::Usage, format!("--name is no regular expression: {error}")))?;
    Ok(Selection { tags, name })
}

fn report_file(report: &str) -> Result<PathBuf, Stop> {
    match report.split_once('=') {
        Some(("junit", file)) if !file.is_empty() => Ok(file.into()),
        Some(("junit", _)) | None => Err(Stop(Exit::Usage, format!("--report {report} names no file: write --report junit=report.xml"))),
        Some((kind, file)) => Err(Stop(Exit::Usage, format!("--report {kind}=… is no report: write --report junit={file}"))),
    }
}

fn setup(args: &RunArgs) -> Result<Setup, Stop> {
    let mut setup = Setup::new(Fixtures::new(args.fixtures.clone().unwrap_or_else(|| "fixtures".into())));
    setup.seed = args.seed.unwrap_or(0);
    setup.accept = args.accept;
    if let Some(root) = args.fixtures.as_ref().filter(|root| !root.is_dir()) {
        return Err(Stop(Exit::Unreadable, format!("{}: there is no such folder of fixtures", root.display())));
    }
    for named in &args.extension {
        let (name, dir) = match named.split_once('=') {
            Some((name, dir)) => (name.to_owned(), Path::new(dir)),
            None => (folder_name(Path::new(named)), Path::new(named)),
        };
        if !dir.is_dir() {
            return Err(Stop(Exit::Unreadable, format!("{}: there is no such folder with a package", dir.display())));
        }
        setup.packages.test(name, dir);
    }
    for map in &args.map {
        let Some((url, file)) = map.rsplit_once('=') else {
            return Err(Stop(Exit::Usage, format!("--map {map} has no file: write --map URL=FILE")));
        };
        if !Path::new(file).is_file() {
            return Err(Stop(Exit::Unreadable, format!("{file}: there is no such file for {url}")));
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
    let mut console = Console::new(io::stdout().lock(), style()).plan(plan.files());
    let options = Options { fail_fast: args.fail_fast, dry: args.dry_run };
    let record = match plan.run(&setup, options, &mut |scenario| console.scenario(scenario)) {
        Ok(record) => record,
        Err(error) => {
            eprintln!("error: the run cannot begin: {error}");
            return Exit::Unreadable;
        }
    };
    let read = |file: &str| fs::read_to_string(file).ok();
    let mut extra = accepted(&setup);
    if !args.dry_run && chosen > 0 {
        extra.extend(
            setup.unused().iter().map(|name| {
                format!("warning: no scenario installed the package under test \"{name}\": say `Given the extension \"{name}\"`")
            }),
        );
    }
    if chosen == 0 && record.errors.is_empty() {
        extra.push("nothing was selected: no scenario fits the paths, --tags and --name".into());
    }
    // A reader that has read enough, such as `head`, is no failure of the run.
    drop(console.finish(&record, &extra, &read));
    let mut exit = outcome(&record, chosen);
    for file in reports {
        if let Err(error) = write(&file, &junit(&record, &read, Some(started))) {
            eprintln!("error: {}: the report cannot be written: {error}", file.display());
            exit = exit.max(Exit::Unreadable);
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
    setup.accepted().into_iter().flat_map(|accepted| accepted.changes.into_iter().map(|change| format!("accepted {change}"))).collect()
}

fn outcome(record: &RunRecord, chosen: usize) -> Exit {
    if record.has(Fault::Model) {
        Exit::Model
    } else if !record.errors.is_empty() || record.has(Fault::Input) {
        Exit::Unreadable
    } else if record.scenarios.iter().any(|scenario| scenario.failed() || scenario.status == Status::Failed) {
        Exit::Failed
    } else if chosen == 0 {
        Exit::Empty
    } else {
        Exit::Passed
    }
}

/// Colours and width as the terminal and the environment want them.
fn style() -> Style {
    let terminal = io::stdout().is_terminal();
    let colour = terminal && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let width = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(if terminal { 120 } else { 100 });
    Style { colour, width, quiet: false }
}
