use super::{Target, Targets};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The same files, called from `here`, the working directory, on: `./features`, `features/` and its absolute path are `features`, and a file that was
/// named in two ways is one file. So reports, randomness and shards do not depend on how a folder was named.
#[must_use]
pub fn from_here(targets: Targets, here: &Path) -> Targets {
    let here = fs::canonicalize(here).unwrap_or_default();
    let mut folders: BTreeMap<PathBuf, PathBuf> = BTreeMap::new();
    let mut all = Targets::new();
    for (file, target) in targets {
        let folder = file.parent().unwrap_or(Path::new("")).to_owned();
        let folder = folders.entry(folder).or_insert_with_key(|folder| called(folder, &here));
        let name = file.file_name().map_or_else(|| file.clone(), |name| folder.join(name));
        merge(&mut all, name, target);
    }
    all
}

/// Adds a file; a whole file swallows a part of it.
pub(super) fn merge(targets: &mut Targets, file: PathBuf, target: Target) {
    match targets.get_mut(&file) {
        Some(known) if known.lines.is_empty() || target.lines.is_empty() => *known = Target::default(),
        Some(known) => {
            known.lines.extend(target.lines);
            known.columns.extend(target.columns);
        }
        None => drop(targets.insert(file, target)),
    }
}

/// A folder without detours, below the working directory if it is there.
fn called(folder: &Path, here: &Path) -> PathBuf {
    let plain: PathBuf = folder.components().filter(|part| *part != Component::CurDir).collect();
    let climbs = |path: &Path| path.components().any(|part| part == Component::ParentDir);
    if folder.is_relative() && !climbs(folder) {
        return plain;
    }
    let whole = here.join(folder);
    // A link within the working directory keeps its name: only what leads to the directory itself is cut off.
    let to_here = whole.ancestors().find(|ancestor| fs::canonicalize(ancestor).is_ok_and(|it| it == *here));
    let below = to_here.and_then(|to_here| whole.strip_prefix(to_here).ok()).filter(|below| !climbs(below)).map(Path::to_owned);
    below.or_else(|| fs::canonicalize(folder).ok()?.strip_prefix(here).ok().map(Path::to_owned)).unwrap_or(plain)
}
