//! Every check has something broken that it catches, and nothing else is said of it; what is sound is not reported.
//!
//! The packages stand in `target/tmp/check-faults` afterwards, so that `scripts/zet-peer` can ask the vendor's own tool about them.

#[path = "check/package.rs"]
mod package;

use deskspec::catalog::Catalog;
use deskspec::check::{Rules, app_checks, check, check_app, checks};
use deskspec::extension::app::AppSurvey;
use deskspec::extension::package::Survey;
use deskspec::record::{CheckRecord, Flaw, Severity};
use package::{cases, write};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn checked(dir: &Path, rules: Rules) -> CheckRecord {
    let survey = Survey::read(dir, &BTreeMap::new()).expect("a folder that opens");
    check(&survey, Catalog::documented(), rules)
}

fn checked_app(dir: &Path, rules: Rules) -> CheckRecord {
    let survey = AppSurvey::read(dir, &BTreeMap::new()).expect("a folder that opens").expect("an app");
    check_app(&survey, Catalog::documented(), rules)
}

/// Each finding of a record, a line each.
fn told(record: &CheckRecord) -> String {
    let line = |found: &Flaw| format!("{}: {:?} {}: {}; {}", found.at, found.severity, found.rule, found.text, found.help);
    record.findings.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// How a case becomes a folder, and what is said of it.
type Kind = (bool, fn(&Path, Rules) -> CheckRecord);

fn play(name: &str, rules: Rules, (is_app, checked): Kind) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check-faults").join(name);
    drop(fs::remove_dir_all(&folder));
    let mut caught = BTreeSet::new();
    let mut wrong = Vec::new();
    for (index, case) in cases(&format!("tests/check/{name}.yaml")).into_iter().enumerate() {
        let dir = folder.join(format!("{index:03}"));
        write(&dir, &case, is_app);
        let record = checked(&dir, rules);
        // A case without a rule is sound.
        let wanted: BTreeSet<&str> =
            std::iter::once(&case.rule).filter(|rule| !rule.is_empty()).chain(&case.also).map(String::as_str).collect();
        // What is worth a note may stand beside.
        let counts = |found: &&Flaw| found.severity > Severity::Note || wanted.contains(found.rule.as_str());
        let found: BTreeSet<&str> = record.findings.iter().filter(counts).map(|found| found.rule.as_str()).collect();
        let first = record.findings.iter().find(|found| found.rule == case.rule);
        let place = first.map(|found| found.at.to_string()).unwrap_or_default();
        let weighs = case.weighs.is_none() || first.map(|found| found.severity) == case.weighs;
        let lacks = !record.findings.iter().any(|found| case.lacks.contains(&found.rule));
        if found != wanted || !place.ends_with(case.at.as_deref().unwrap_or_default()) || !weighs || !lacks {
            wrong.push(format!("{name}.yaml, case {index}: {case:?}\nwants {wanted:?}, and has\n{}\n", told(&record)));
        }
        for flaw in &record.findings {
            assert!(!flaw.help.is_empty() && !flaw.help.ends_with('.') && !flaw.text.ends_with('.'), "{}: {}", flaw.text, flaw.help);
        }
        caught.extend(found.into_iter().map(str::to_owned));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    caught
}

#[test]
fn every_check_catches_something() {
    let caught = &play("vendor", Rules::Vendor, (false, checked)) | &play("documents", Rules::All, (false, checked));
    complete(&caught, &checks().map(|check| check.rule.to_owned()).collect());
}

#[test]
fn every_check_of_a_freshdesk_app_catches_something() {
    let caught = play("apps", Rules::All, (true, checked_app));
    complete(&caught, &app_checks().map(|check| check.rule.to_owned()).collect());
}

fn complete(caught: &BTreeSet<String>, known: &BTreeSet<String>) {
    assert_eq!(known - caught, BTreeSet::new(), "nothing shows that these catch anything");
    assert_eq!(caught - known, BTreeSet::new(), "these are in no table");
}

#[test]
fn whatever_is_said_to_be_checked_is() {
    let known: BTreeSet<&str> = checks().chain(app_checks()).map(|check| check.rule).collect();
    // MAN-06 is that the vendor's own tool has the same verdict: its checks have its names.
    let is_made = |id: &str| known.contains(id) || id == "MAN-06" && known.iter().any(|rule| rule.starts_with("zet."));
    let checked: Vec<&str> = Catalog::documented().rules().filter(|rule| rule.checked).map(|rule| rule.id.as_str()).collect();
    assert!(!checked.is_empty(), "the rules of packages are gone");
    assert_eq!(checked.into_iter().filter(|id| !is_made(id)).collect::<Vec<_>>(), Vec::<&str>::new(), "no check looks at these");
}

/// It reads what it must not, to show what Desk says then.
const MISTAKEN: &str = "stranger";

/// Packages that run: samples of the repository, but those that are broken.
#[test]
fn what_is_sound_is_not_reported() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sound = fs::read_dir(root.join("fixtures/extensions")).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut sound: Vec<PathBuf> = sound.filter(|dir| dir.join("plugin-manifest.json").is_file() && !dir.ends_with(MISTAKEN)).collect();
    sound.push(root.join("src/cli/template/fixtures/extensions/guard"));
    sound.sort();
    assert!(sound.len() > 15, "the packages are gone");
    let faults = sound
        .iter()
        .map(|dir| checked(dir, Rules::All))
        .filter(|record| record.count(Severity::Error) + record.count(Severity::Warning) > 0);
    let faults: Vec<String> = faults.map(|record| told(&record)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
