//! Every broken package makes a scenario fail, as its vendor's fault; every unreadable one says where; the sound ones pass.

mod common;
#[path = "broken/edited.rs"]
mod edited;

use common::{red, run, scenarios};
use deskspec::fixture::Fixtures;
use deskspec::gherkin::Pickle;
use deskspec::record::{Failure, Fault, Label, ScenarioRecord};
use deskspec::scenario::Setup;
use edited::copy;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const EXTENSIONS: &str = "fixtures/extensions";
const MANIFEST: &str = "plugin-manifest.json";

/// The folders with a package in `folder`, by name.
fn packages(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut found: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_dir()).collect();
    found.sort();
    assert!(!found.is_empty(), "{} has no package", folder.display());
    found
}

fn name(folder: &Path) -> String {
    folder.file_name().expect("a folder has a name").to_string_lossy().into_owned()
}

/// The sound packages: whatever a broken one may imitate.
fn sound() -> Vec<String> {
    let folders = packages(Path::new(EXTENSIONS));
    folders.iter().filter(|folder| folder.join(MANIFEST).is_file()).map(|folder| name(folder)).collect()
}

/// The sound package whose place a broken one takes: the one whose name it begins with, else the bug tracker.
fn imitated(folder: &Path) -> String {
    let broken = name(folder);
    sound().into_iter().find(|sound| broken.starts_with(&format!("{sound}-"))).unwrap_or_else(|| "bugtracker".to_owned())
}

/// The scenarios that install a package from its own folder, not from a broken one's.
fn scenarios_of(all: &[Pickle], package: &str) -> Vec<Pickle> {
    // A feature may call a package otherwise than its folder.
    let from = format!(" from \"extensions/{package}\"");
    let installs = |text: &str| text.starts_with("the extension ") && text.ends_with(&from);
    let found: Vec<_> = all.iter().filter(|pickle| pickle.steps.iter().any(|it| installs(&it.text))).cloned().collect();
    assert!(!found.is_empty(), "no scenario installs {package}");
    found
}

/// Runs a package's scenarios with the one in `folder` in its place.
fn with(all: &[Pickle], package: &str, folder: Option<&Path>) -> Vec<ScenarioRecord> {
    let mut setup = Setup::new(Fixtures::new("fixtures"));
    if let Some(folder) = folder {
        setup.packages.test(package, folder);
    }
    run(scenarios_of(all, package), &Arc::new(setup))
}

fn failures(records: &[ScenarioRecord]) -> Vec<&Failure> {
    records.iter().flat_map(|record| &record.failures).collect()
}

#[test]
fn sound_packages_pass() {
    let all = scenarios();
    for package in sound() {
        let red = red(&with(&all, &package, None));
        assert!(red.is_empty(), "{package} is sound, and fails:\n{}", red.join("\n"));
    }
}

/// The sound package with those of its widgets alone whose pages the broken one has too: what fails with it as well, fails because a
/// widget is not there, and not by the fault.
fn sound_part(package: &str, broken: &Path) -> PathBuf {
    let whole = Path::new(EXTENSIONS).join(package);
    let part = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sound-parts").join(name(broken));
    copy(&whole, &part);
    let urls: BTreeSet<_> = widgets(&manifest(broken)).into_iter().map(|widget| widget["url"].to_string()).collect();
    let mut manifest = manifest(&whole);
    let kept: Vec<_> = widgets(&manifest).into_iter().filter(|widget| urls.contains(&widget["url"].to_string())).collect();
    assert!(!kept.is_empty(), "{} has no page of {package}'s: give it the same file names", broken.display());
    manifest["modules"]["widgets"] = kept.into();
    fs::write(part.join(MANIFEST), manifest.to_string()).expect("a folder to write to");
    part
}

fn manifest(folder: &Path) -> Value {
    let file = folder.join(MANIFEST);
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn widgets(manifest: &Value) -> Vec<Value> {
    manifest["modules"]["widgets"].as_array().cloned().unwrap_or_default()
}

/// Whether a scenario that passes with `sound` fails with `broken`, and as the vendor's fault; else what is wrong.
fn caught(all: &[Pickle], package: &str, sound: &Path, broken: &Path) -> Vec<String> {
    let (sound, records) = (with(all, package, Some(sound)), with(all, package, Some(broken)));
    let pairs = sound.iter().zip(&records).filter(|(sound, broken)| !sound.failed() && broken.failed());
    let is_theirs = |failure: &Failure| matches!(failure.fault, Fault::Unmet | Fault::Extension);
    let caught = pairs.filter(|(_, broken)| broken.failures.iter().any(is_theirs)).count();
    println!("{}: {caught} of {} scenarios catch it", broken.display(), sound.len());
    let none = (caught == 0).then(|| format!("{} in the place of {package}: no scenario catches it", broken.display()));
    let wrong = failures(&records).into_iter().filter_map(|failure| match failure.fault {
        Fault::Model => Some(format!("{} breaks our model: {} {:?}", broken.display(), failure.title, failure.details)),
        Fault::Input => Some(format!("{} belongs into unreadable/: {}", broken.display(), failure.title)),
        Fault::Unmet | Fault::Extension | Fault::Feature => None,
    });
    none.into_iter().chain(wrong).collect()
}

#[test]
fn broken_packages_fail_as_their_vendors_fault() {
    let all = scenarios();
    let of_folder = |folder: PathBuf| {
        let package = imitated(&folder);
        caught(&all, &package, &sound_part(&package, &folder), &folder)
    };
    let wrong: Vec<_> = packages(&Path::new(EXTENSIONS).join("broken")).into_iter().flat_map(of_folder).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_sound_package_with_one_fault_fails() {
    let all = scenarios();
    let of_edit = |(package, broken): (String, PathBuf)| caught(&all, &package, &Path::new(EXTENSIONS).join(&package), &broken);
    let wrong: Vec<_> = edited::packages(Path::new(EXTENSIONS)).into_iter().flat_map(of_edit).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn unreadable_packages_say_where() {
    let all = scenarios();
    let mut wrong = Vec::new();
    for folder in packages(&Path::new(EXTENSIONS).join("unreadable")) {
        let package = imitated(&folder);
        let records = with(&all, &package, Some(&folder));
        let passed = records.iter().filter(|record| !record.failed()).count();
        if passed > 0 {
            wrong.push(format!("{}: {passed} scenarios pass with it", folder.display()));
        }
        for failure in failures(&records) {
            if let Err(what) = says_where(failure, &folder) {
                wrong.push(format!("{}: {what}: {failure:?}", folder.display()));
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a failure is of an input, points into the package, and says what to do.
fn says_where(failure: &Failure, folder: &Path) -> Result<(), String> {
    if failure.fault != Fault::Input {
        return Err(format!("it fails as {:?}", failure.fault));
    }
    if failure.help.as_deref().unwrap_or_default().is_empty() {
        return Err("no help says what to do".into());
    }
    let inside: Vec<_> = failure.labels.iter().filter(|label| Path::new(&label.file).starts_with(folder)).collect();
    if inside.is_empty() {
        return Err("no label points into the package".into());
    }
    for label in inside {
        let text = fs::read_to_string(&label.file).map_err(|error| format!("{} cannot be opened: {error}", label.file))?;
        // What is missing from a sound file stands on no line; whatever else is wrong does.
        let whole = label.line == 0 && label.column == 0 && only_lacks_lines(&text, label, folder);
        if !whole && !(1..=text.lines().count()).contains(&(label.line as usize)) {
            return Err(format!("{} has no line {}", label.file, label.line));
        }
    }
    Ok(())
}

/// Whether a file is the sound package's with lines left out, and nothing else but comments.
fn only_lacks_lines(text: &str, label: &Label, folder: &Path) -> bool {
    let inside = Path::new(&label.file).strip_prefix(folder).expect("the label points into the package");
    let sound = fs::read_to_string(Path::new(EXTENSIONS).join(imitated(folder)).join(inside)).unwrap_or_default();
    let mut rest = sound.lines();
    text.lines().filter(|line| !line.trim_start().starts_with("<!--")).all(|line| rest.any(|other| other == line))
}
