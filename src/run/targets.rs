//! What was named on the command line, as files.

use super::named::merge;
use crate::record::InputError;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// A file to be run, whole or in part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Target {
    /// The lines that were named; none is the whole file.
    pub lines: BTreeSet<u32>,
    /// What stood behind a line and is greater, as in `FILE:3:9`: a line too where a scenario or a row of Examples begins there, and else a column,
    /// which says nothing.
    pub columns: BTreeSet<u32>,
}

/// Files to be run, in order.
pub type Targets = BTreeMap<PathBuf, Target>;

/// Why there is nothing to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SelectionError {
    /// A path that was named does not exist, or cannot be read (exit code 3).
    Unreadable(InputError),
    /// A glob is none (exit code 2).
    Glob(String),
}

/// Turns what was named on the command line into files: a file, a folder (all `.feature` and `.feature.md` files below it), a glob, `FILE:LINE`,
/// `FILE:LINE:COLUMN`, as errors tell it, `@FILE` with any of these in its lines.
///
/// What cannot be read stops none of the others.
#[must_use]
pub fn targets(named: &[String]) -> (Targets, Vec<SelectionError>) {
    let mut targets = Targets::new();
    let mut errors = Vec::new();
    for name in named {
        add(name, &mut targets, &mut errors);
    }
    (targets, errors)
}

fn add(name: &str, targets: &mut Targets, errors: &mut Vec<SelectionError>) {
    match list(name) {
        Some(list) => listed(list, targets, errors),
        None => add_path(name, targets, errors),
    }
}

/// The file that `@FILE` is about; a feature whose own name begins so is none.
fn list(name: &str) -> Option<&str> {
    name.strip_prefix('@').filter(|_| !Path::new(name).exists() && with_lines(name).is_none())
}

/// Whether a name is that of a list of scenarios, `@FILE`.
#[must_use]
pub fn is_list(name: &str) -> bool {
    list(name).is_some()
}

fn add_path(name: &str, targets: &mut Targets, errors: &mut Vec<SelectionError>) {
    let path = Path::new(name);
    if path.is_dir() {
        below(path, targets, errors);
    } else if path.exists() {
        add_file(path, targets);
    } else if let Some((file, target)) = with_lines(name) {
        merge(targets, file.into(), target);
    } else if name.contains(['*', '?', '[']) {
        match glob::glob(name) {
            Ok(found) => found
                .filter_map(Result::ok)
                .for_each(|file| if file.is_dir() { below(&file, targets, errors) } else { add_file(&file, targets) }),
            Err(error) => errors.push(SelectionError::Glob(format!("\"{name}\" is no glob: {error}"))),
        }
    } else {
        let near = nearest_beside(path).or_else(|| (name == "features").then(|| "`deskspec init .` writes a first project".to_owned()));
        errors.push(unreadable(path, "there is no such file or folder", near));
    }
}

/// What `--report rerun=FILE` has written: a name in each line. Empty lines and those that begin with `#` say nothing.
fn listed(list: &str, targets: &mut Targets, errors: &mut Vec<SelectionError>) {
    let unread = |message: &str, help| unreadable(Path::new(&format!("@{list}")), message, help);
    match fs::read_to_string(list) {
        Ok(text) => {
            let names = text.lines().map(str::trim).filter(|name| !name.is_empty() && !name.starts_with('#'));
            names.for_each(|name| add_path(name, targets, errors));
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let near = beside(Path::new(list)).map(|near| format!("did you mean \"@{near}\"?"));
            let help = near.unwrap_or_else(|| format!("`deskspec run --report rerun={list}` writes it"));
            errors.push(unread("there is no such list of scenarios", Some(help)));
        }
        Err(error) => errors.push(unread(&format!("the list of scenarios cannot be read: {error}"), None)),
    }
}

/// `FILE:LINE`, `FILE:LINE:COLUMN`, or `FILE:LINE:LINE…`
fn with_lines(name: &str) -> Option<(&str, Target)> {
    let mut numbers = Vec::new();
    // An error's place is copied with the colon behind it.
    let mut file = name.strip_suffix(':').unwrap_or(name);
    while let Some((rest, number)) = file.rsplit_once(':') {
        let Ok(number) = number.parse() else { break };
        numbers.push(number);
        file = rest;
    }
    // The last number stands first. Lines are listed upwards, and an error's column is mostly less than its line.
    let columns = match numbers[..] {
        [second, first] => {
            numbers.remove(0);
            BTreeSet::from_iter((second > first).then_some(second))
        }
        _ => BTreeSet::new(),
    };
    let target = Target { lines: numbers.into_iter().collect(), columns };
    (!target.lines.is_empty() && Path::new(file).is_file()).then_some((file, target))
}

fn add_file(file: &Path, targets: &mut Targets) {
    merge(targets, file.to_owned(), Target::default());
}

/// All features below a folder. A folder in it that cannot be read stops none of the others.
fn below(folder: &Path, targets: &mut Targets, errors: &mut Vec<SelectionError>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return errors.push(unreadable(folder, &format!("the folder cannot be read: {error}"), None)),
    };
    let mut paths: Vec<_> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() && !path.is_symlink() && !name.starts_with('.') {
            below(&path, targets, errors);
        } else if name.ends_with(".feature") || name.ends_with(".feature.md") {
            add_file(&path, targets);
        }
    }
}

fn unreadable(path: &Path, message: &str, help: Option<String>) -> SelectionError {
    SelectionError::Unreadable(InputError { file: path.display().to_string(), line: 0, column: 0, message: message.to_owned(), help })
}

/// A hint at the file or folder beside a path that does not exist whose name is nearest to it.
#[must_use]
pub fn nearest_beside(path: &Path) -> Option<String> {
    beside(path).map(|near| format!("did you mean \"{near}\"?"))
}

fn beside(path: &Path) -> Option<String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let own = path.file_name()?.to_str()?;
    let names: Vec<String> = fs::read_dir(folder).ok()?.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    let near = crate::spelling::nearest(own, names.iter().map(String::as_str).filter(|name| *name != own))?;
    Some(path.with_file_name(near).display().to_string())
}
