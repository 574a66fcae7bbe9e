//! Everything that must hold before a run can begin.

use super::args::RunArgs;
use super::config;
use super::endpoints::network;
use super::reports::{Report, report_of};
use crate::fixture::Fixtures;
use crate::gherkin::TagExpression;
use crate::record::InputError;
use crate::run::{Plan, Selection, SelectionError, from_here, is_list, nearest_beside, targets};
use crate::scenario::Setup;
use regex::Regex;
use std::path::Path;
use std::sync::Arc;
use std::{env, fs};

/// What stops a run before it begins.
pub(super) enum Stop {
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

/// The options, with those of deskspec.toml.
pub(super) fn configured(args: RunArgs) -> Result<RunArgs, Stop> {
    config::read(Path::new(config::FILE)).map(|config| config::merge(args, config)).map_err(Stop::Unreadable)
}

/// What a run is run with.
pub(super) struct Prepared {
    pub(super) setup: Arc<Setup>,
    pub(super) plan: Plan,
    pub(super) reports: Vec<Report>,
    /// Why there may be nothing to run: an empty shard, or an empty list of scenarios to run again.
    pub(super) empty: Option<&'static str>,
    /// All scenarios, if the plan is a part of what runs elsewhere too.
    pub(super) whole: Option<Plan>,
    /// Whether it is a list that says what is run.
    pub(super) again: bool,
}

/// Reads everything that the options name. `exercised` is whether records are to say what scenarios exercised.
pub(super) fn prepared(args: &RunArgs, exercised: bool) -> Result<Prepared, Stop> {
    if args.accept == Some(true) && env::var_os("CI").is_some_and(|ci| !ci.is_empty() && ci != "false") {
        return Err(Stop::Usage(
            "--accept rewrites fixtures, and CI is set: accept on your own machine, read the changes and commit them".into(),
        ));
    }
    let selection = selection(args)?;
    let reports = args.report.iter().map(|report| report_of(report)).collect::<Result<_, _>>()?;
    let mut setup = setup(args)?;
    setup.exercised = exercised;
    setup.network = network(args)?;
    let setup = Arc::new(setup);
    let named = if args.features.is_empty() { vec!["features".to_owned()] } else { args.features.clone() };
    let (targets, errors) = targets(&named);
    let nothing_listed = targets.is_empty() && errors.is_empty() && named.iter().all(|name| is_list(name));
    let mut plan = Plan::unread(&from_here(targets, Path::new(".")), selection);
    for error in errors {
        match error {
            SelectionError::Unreadable(error) => plan.errors.push(error),
            SelectionError::Glob(text) => return Err(Stop::Usage(text)),
        }
    }
    let empty = nothing_listed.then_some("the list of scenarios to run again is empty");
    let again = named.iter().any(|name| is_list(name));
    let mut prepared = Prepared { setup, plan, reports, empty, whole: None, again };
    if let Some(shard) = args.shard {
        prepared.plan = prepared.plan.survey();
        if !prepared.plan.is_empty() {
            prepared.whole = Some(prepared.plan.clone());
            prepared.plan = prepared.plan.shard(shard);
            prepared.empty = Some("this shard has no scenario");
        }
    }
    prepared.plan = prepared.plan.order(args.order.unwrap_or_default());
    Ok(prepared)
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

fn setup(args: &RunArgs) -> Result<Setup, Stop> {
    let desk = &args.desk;
    let mut setup = Setup::new(Fixtures::new(desk.fixtures.clone().unwrap_or_else(|| "fixtures".into())));
    setup.seed = desk.seed.unwrap_or(0);
    setup.accept = args.accept.unwrap_or(false);
    if let Some(dialect) = &desk.dialect {
        let known = setup.catalog.speaking(dialect);
        setup.dialect =
            known.map(|_| dialect.clone()).map_err(|help| Stop::Usage(format!("--dialect {dialect}: there is none: {help}")))?;
    }
    if let Some(root) = desk.fixtures.as_ref().filter(|root| !root.is_dir()) {
        return Err(Stop::unreadable(root, "there is no such folder of fixtures", None));
    }
    for named in &desk.extension {
        let (name, dir) = match named.split_once('=') {
            Some(("", dir)) => {
                return Err(Stop::Usage(format!("--extension {named} has no name: write --extension {dir}, or --extension NAME={dir}")));
            }
            Some((name, dir)) => (name.to_owned(), Path::new(dir)),
            None => (folder_name(Path::new(named)), Path::new(named)),
        };
        if !dir.is_dir() && !is_zip(dir) {
            return Err(Stop::unreadable(dir, "there is no such folder or zip with a package", nearest_beside(dir)));
        }
        setup.packages.test(name, dir);
    }
    for map in &desk.map {
        let Some((url, file)) = map.rsplit_once('=') else {
            return Err(Stop::Usage(format!("--map {map} has no file: write --map URL=FILE")));
        };
        let path = Path::new(file);
        // What has no address is an npm package: one file, or its folder.
        let is_there = if url.contains("//") { path.is_file() } else { path.exists() };
        if !is_there {
            return Err(Stop::unreadable(path, &format!("there is no such file for {url}"), nearest_beside(path)));
        }
        setup.packages.map(url, file);
    }
    Ok(setup)
}

/// Whether a package lies in this file, as `zet pack` makes it.
fn is_zip(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) && file.is_file()
}

/// What features call a package that was named by its folder or its zip alone.
fn folder_name(dir: &Path) -> String {
    let whole = fs::canonicalize(dir).unwrap_or_else(|_| dir.to_owned());
    let name = if is_zip(&whole) { whole.file_stem() } else { whole.file_name() };
    name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
