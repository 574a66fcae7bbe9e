use super::Exit;
use super::args::{CheckArgs, CheckFormat, CheckRules};
use super::complain::complain;
use super::run::style;
use crate::catalog::Catalog;
use crate::check::{Rules, check, check_app};
use crate::extension::app::AppSurvey;
use crate::extension::package::{PackageError, Survey, source};
use crate::record::{CheckRecord, Severity};
use crate::report;
use crate::run::nearest_beside;
use std::collections::BTreeMap;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;

/// `deskspec check`.
pub(super) fn run(args: &CheckArgs) -> Exit {
    let maps = match maps(&args.map) {
        Ok(maps) => maps,
        Err(text) => {
            complain(format_args!("error: {text}"));
            return Exit::Usage;
        }
    };
    let record = match looked_at(args, &maps) {
        Ok(record) => record,
        Err(error) => {
            let near = nearest_beside(&args.package).map(|near| format!("\n  help: {near}")).unwrap_or_default();
            complain(format_args!("error: {error}{near}"));
            return Exit::Unreadable;
        }
    };
    // A reader that has read enough, such as `head`, is no failure.
    drop(io::stdout().write_all(told(&record, args.format).as_bytes()));
    if record.count(Severity::Error) > 0 { Exit::Failed } else { Exit::Passed }
}

/// A Freshdesk app is one by its manifest.json; all else is taken for a package of Zoho's.
fn looked_at(args: &CheckArgs, maps: &BTreeMap<String, PathBuf>) -> Result<CheckRecord, PackageError> {
    let rules = match args.rules {
        CheckRules::Vendor => Rules::Vendor,
        CheckRules::All => Rules::All,
    };
    Ok(match AppSurvey::read(&args.package, maps)? {
        Some(app) => check_app(&app, Catalog::documented(), rules),
        None => check(&Survey::read(&args.package, maps)?, Catalog::documented(), rules),
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
