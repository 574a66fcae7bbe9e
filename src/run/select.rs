//! What of all the features is to be run.

use super::Loaded;
use crate::gherkin::{FeatureChild, Pickle, RuleChild, TagExpression};
use crate::record::InputError;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// A file to be run, whole or in part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Target {
    /// The lines that were named; none is the whole file.
    pub lines: BTreeSet<u32>,
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
/// `@FILE` with any of these in its lines.
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
    let path = Path::new(name);
    if let Some(list) = name.strip_prefix('@').filter(|_| !path.exists()) {
        listed(Path::new(list), targets, errors);
    } else if path.is_dir() {
        below(path, targets, errors);
    } else if path.exists() {
        add_lines(path, &[], targets);
    } else if let Some((file, lines)) = with_lines(name) {
        add_lines(Path::new(file), &lines, targets);
    } else if name.contains(['*', '?', '[']) {
        match glob::glob(name) {
            Ok(found) => found
                .filter_map(Result::ok)
                .for_each(|file| if file.is_dir() { below(&file, targets, errors) } else { add_lines(&file, &[], targets) }),
            Err(error) => errors.push(SelectionError::Glob(format!("\"{name}\" is no glob: {error}"))),
        }
    } else {
        let near = nearest_beside(path).or_else(|| (name == "features").then(|| "`deskspec init .` writes a first project".to_owned()));
        errors.push(unreadable(path, "there is no such file or folder", near));
    }
}

/// What `--report rerun=FILE` has written: a name in each line.
fn listed(list: &Path, targets: &mut Targets, errors: &mut Vec<SelectionError>) {
    match fs::read_to_string(list) {
        Ok(text) => {
            let names = text.lines().map(str::trim).filter(|name| !name.is_empty() && !name.starts_with(['#', '@']));
            names.for_each(|name| add(name, targets, errors));
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            errors.push(unreadable(list, "there is no such list of scenarios", nearest_beside(list)));
        }
        Err(error) => errors.push(unreadable(list, &format!("the list of scenarios cannot be read: {error}"), None)),
    }
}

/// `FILE:LINE` or `FILE:LINE:LINE…`
fn with_lines(name: &str) -> Option<(&str, Vec<u32>)> {
    let mut lines = Vec::new();
    let mut file = name;
    while let Some((rest, line)) = file.rsplit_once(':') {
        let Ok(line) = line.parse() else { break };
        lines.push(line);
        file = rest;
    }
    (!lines.is_empty() && Path::new(file).is_file()).then_some((file, lines))
}

fn add_lines(file: &Path, lines: &[u32], targets: &mut Targets) {
    match targets.get_mut(file) {
        Some(known) if known.lines.is_empty() || lines.is_empty() => known.lines.clear(),
        Some(known) => known.lines.extend(lines),
        None => {
            targets.insert(file.to_owned(), Target { lines: lines.iter().copied().collect() });
        }
    }
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
            add_lines(&path, &[], targets);
        }
    }
}

fn unreadable(path: &Path, message: &str, help: Option<String>) -> SelectionError {
    SelectionError::Unreadable(InputError { file: path.display().to_string(), line: 0, column: 0, message: message.to_owned(), help })
}

/// A hint at the file or folder beside a path that does not exist whose name is nearest to it.
#[must_use]
pub fn nearest_beside(path: &Path) -> Option<String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let names: Vec<String> = fs::read_dir(folder).ok()?.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    let near = crate::spelling::nearest(path.file_name()?.to_str()?, names.iter().map(String::as_str))?;
    Some(format!("did you mean \"{}\"?", path.with_file_name(near).display()))
}

/// Which scenarios of the files are to be run.
#[derive(Debug, Default)]
pub struct Selection {
    /// By their tags.
    pub tags: Option<TagExpression>,
    /// By their names.
    pub name: Option<Regex>,
}

impl Selection {
    /// Which of a file's scenarios are to be run.
    #[must_use]
    pub fn pick(&self, target: &Target, loaded: &Loaded) -> Vec<bool> {
        let blocks = blocks(loaded);
        let wanted = |pickle: &Pickle| {
            target.lines.is_empty()
                || target.lines.iter().any(|line| (1..=loaded.lines).contains(line) && at_line(*line, pickle, &loaded.pickles, &blocks))
        };
        loaded.pickles.iter().map(|pickle| wanted(pickle) && self.wants(pickle)).collect()
    }

    fn wants(&self, pickle: &Pickle) -> bool {
        let tagged = self.tags.as_ref().is_none_or(|tags| tags.matches(pickle.tags.iter().map(|tag| &*tag.name)));
        tagged && self.name.as_ref().is_none_or(|name| name.is_match(&pickle.name))
    }
}

/// Where each block of a file begins, with the lines of the scenarios that it stands for.
type Blocks = BTreeMap<u32, Vec<u32>>;

fn at_line(line: u32, pickle: &Pickle, all: &[Pickle], blocks: &Blocks) -> bool {
    let is_row = |pickle: &Pickle| pickle.row.is_some_and(|row| row.line == line);
    if all.iter().any(is_row) {
        return is_row(pickle);
    }
    blocks.range(..=line).next_back().is_some_and(|(_, scenarios)| scenarios.contains(&pickle.location.line))
}

fn blocks(loaded: &Loaded) -> Blocks {
    let mut blocks = Blocks::new();
    let Some(feature) = &loaded.document.feature else { return blocks };
    let all: Vec<_> = loaded.pickles.iter().map(|pickle| pickle.location.line).collect();
    blocks.insert(0, all.clone());
    let scenario = |blocks: &mut Blocks, scenario: &crate::gherkin::Scenario| {
        let first = scenario.tags.first().map_or(scenario.location.line, |tag| tag.location.line);
        blocks.insert(first, vec![scenario.location.line]);
    };
    for child in &feature.children {
        match child {
            FeatureChild::Background(background) => {
                blocks.insert(background.location.line, all.clone());
            }
            FeatureChild::Scenario(it) => scenario(&mut blocks, it),
            FeatureChild::Rule(rule) => {
                let lines = |child: &RuleChild| match child {
                    RuleChild::Scenario(scenario) => Some(scenario.location.line),
                    RuleChild::Background(_) => None,
                };
                let own: Vec<_> = rule.children.iter().filter_map(lines).collect();
                let first = rule.tags.first().map_or(rule.location.line, |tag| tag.location.line);
                blocks.insert(first, own.clone());
                for child in &rule.children {
                    match child {
                        RuleChild::Background(background) => {
                            blocks.insert(background.location.line, own.clone());
                        }
                        RuleChild::Scenario(it) => scenario(&mut blocks, it),
                    }
                }
            }
        }
    }
    blocks
}
