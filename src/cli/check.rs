use super::Exit;
use super::args::{CheckArgs, CheckFormat, CheckRules};
use super::complain::complain;
use super::run::style;
use crate::catalog::Catalog;
use crate::check::{Rules, check, check_app, check_payload};
use crate::extension::app::AppSurvey;
use crate::extension::package::{PackageError, Survey, source};
use crate::record::{CheckRecord, Severity};
use crate::report;
use crate::run::nearest_beside;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

/// `deskspec check`.
pub(super) fn run(args: &CheckArgs) -> Exit {
    let record = match (&args.payload, &args.package) {
        (Some(file), _) => of_payload(file, args.event.as_deref()),
        (None, package) => of_package(package.as_deref().unwrap_or(Path::new(".")), args),
    };
    match record {
        Ok(record) => {
            // A reader that has read enough, such as `head`, is no failure.
            drop(io::stdout().write_all(told(&record, args.format).as_bytes()));
            if record.count(Severity::Error) > 0 { Exit::Failed } else { Exit::Passed }
        }
        Err(exit) => exit,
    }
}

/// What is wrong with a recorded payload.
fn of_payload(file: &Path, event: Option<&str>) -> Result<CheckRecord, Exit> {
    let named = file.display().to_string();
    let unreadable = |text: String| {
        complain(format_args!("error: {text}"));
        Exit::Unreadable
    };
    let text = fs::read(file).map_err(|error| {
        let near = nearest_beside(file).map(|near| format!("\n  help: {near}")).unwrap_or_default();
        unreadable(format!("{named}: it cannot be read: {error}{near}"))
    })?;
    let text = String::from_utf8(text).map_err(|_| unreadable(format!("{named}: the payload is no text of UTF-8: save it as UTF-8")))?;
    check_payload(&named, &text, event, Catalog::documented()).map_err(|error| unreadable(error.to_string()))
}

/// What is wrong with a package.
fn of_package(package: &Path, args: &CheckArgs) -> Result<CheckRecord, Exit> {
    let maps = maps(&args.map).map_err(|text| {
        complain(format_args!("error: {text}"));
        Exit::Usage
    })?;
    looked_at(package, args.rules, &maps).map_err(|error| {
        let near = nearest_beside(package).map(|near| format!("\n  help: {near}")).unwrap_or_default();
        complain(format_args!("error: {error}{near}"));
        Exit::Unreadable
    })
}

/// A Freshdesk app is one by its manifest.json; all else is taken for a package of Zoho's.
fn looked_at(package: &Path, rules: CheckRules, maps: &BTreeMap<String, PathBuf>) -> Result<CheckRecord, PackageError> {
    let rules = match rules {
        CheckRules::Vendor => Rules::Vendor,
        CheckRules::All => Rules::All,
    };
    Ok(match AppSurvey::read(package, maps)? {
        Some(app) => check_app(&app, Catalog::documented(), rules),
        None => check(&Survey::read(package, maps)?, Catalog::documented(), rules),
    })
}

fn maps(given: &[String]) -> Result<BTreeMap<String, PathBuf>, String> {
    let map = |map: &String| {
        let (url, file) = map.rsplit_once('=').ok_or_else(|| format!("--map {map} has no file: write --map URL=FILE"))?;
        Ok((url.to_owned(), PathBuf::from(file)))
    };
    given.iter().map(map).collect()
}

fn told(record: &CheckRecord, format: CheckFormat) -> String {
    match format {
        CheckFormat::Human => report::check(record, &source, style(io::stdout().is_terminal())),
        CheckFormat::Json => report::check_json(record),
        CheckFormat::Sarif => report::sarif(record),
        CheckFormat::Github => report::github(record),
    }
}
