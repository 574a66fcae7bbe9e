//! Where in a folder or a zip the package lies: real ones have their manifest at the top, under `public/`, or in a folder of their own. `manifest`
//! is that file's name.

use super::error::PackageError;
use super::files::{self, Lost, Root};
use super::lines::whole;
use super::read::{MANIFEST, MAX_FILE};
use super::store::Store;
use std::path::{Path, PathBuf};

/// How many folders deep a manifest is looked for.
const DEEPEST: usize = 3;
/// How many of several places an error names.
const NAMED: usize = 5;

/// The folder that holds the one manifest: the top, where it has one; else the only folder below that does.
pub(super) fn base(store: &Store, manifest: &str) -> PathBuf {
    if store.has_file(Path::new(manifest)) {
        return PathBuf::new();
    }
    match manifests(store, manifest).as_slice() {
        [only] => only.clone(),
        _ => PathBuf::new(),
    }
}

/// The folders that hold a manifest, nearest first.
fn manifests(store: &Store, manifest: &str) -> Vec<PathBuf> {
    let files = store.entries(Path::new("")).into_iter().filter(|entry| !entry.is_folder).map(|entry| PathBuf::from(entry.path));
    let holds = |file: &PathBuf| file.file_name().is_some_and(|name| name == manifest) && file.components().count() <= DEEPEST + 1;
    let mut found: Vec<_> = files.filter(holds).filter_map(|file| file.parent().map(Path::to_owned)).collect();
    found.sort_by_key(|folder| folder.components().count());
    found
}

/// Why there is no manifest to be read.
pub(in crate::extension) fn no_manifest(root: &Root, manifest: &str, lost: &Lost) -> PackageError {
    let file = root.show(Path::new(manifest));
    let (at, text, edit) = match lost {
        Lost::Missing => {
            let (text, edit) = missing(root, manifest, &file);
            (root.shown.display().to_string(), text, edit)
        }
        Lost::Leaves => (file, format!("{manifest} is a link that leaves the package"), "put the file itself there".to_owned()),
        other => {
            let (text, edit) = other.unreadable("the manifest");
            (file, text, edit)
        }
    };
    PackageError::new(whole(&at), text, edit)
}

/// What was looked for where, and what to name.
fn missing(root: &Root, manifest: &str, file: &str) -> (String, String) {
    let found = manifests(&root.store, manifest);
    if let [first, ..] = found.as_slice() {
        return several("packages", &found, |folder| root.show(folder), first);
    }
    if let Some(of_other) = of_other_host(root, manifest) {
        return of_other;
    }
    let text = format!("no {manifest}: looked for {file}, and in the folders below");
    let above = root.shown.join("..");
    if matches!(root.store, Store::Folder(_)) && above.join(manifest).is_file() {
        return (text, format!("there is one in {0}: name {0}", above.display()));
    }
    let packed = root.store.entries(Path::new("")).into_iter().map(|entry| entry.path).find(|file| file.ends_with(".zip"));
    let otherwise = || format!("add {file}, or name the folder that holds one");
    (text, packed.map_or_else(otherwise, |zip| format!("name the packed one: {}", root.show(Path::new(&zip)))))
}

/// That what lies here is for the other help desk.
fn of_other_host(root: &Root, manifest: &str) -> Option<(String, String)> {
    let wants_app = manifest != MANIFEST;
    let other = if wants_app { MANIFEST } else { crate::extension::app::MANIFEST };
    let found = manifests(&root.store, other).into_iter().find(|folder| wants_app || is_app(&root.store, folder, other))?;
    let (of, host) = if wants_app { ("a package of Zoho Desk's", "Desk") } else { ("an app of Freshdesk's", "Freshdesk") };
    let text = format!("this is {of}: it has {}, and no {manifest}", root.show(&found.join(other)));
    Some((text, format!("say `Given the help desk is {host}` first, or name another folder")))
}

/// What a Freshdesk app's manifest has, and a manifest.json of something else has not.
const APPS_KEYS: [&str; 3] = ["\"platform-version\"", "\"product\"", "\"modules\""];
/// What lies beside it, where it cannot be read.
const APPS_FILES: [&str; 3] = ["server/server.js", "config/iparams.json", "config/iparams.html"];

/// The folder that holds the one Freshdesk app: the top, where that does; else the only folder below. None where there is a package of Zoho's, or
/// no app.
pub(super) fn app(store: &Store, path: &Path, manifest: &str) -> Result<Option<PathBuf>, PackageError> {
    if !manifests(store, MANIFEST).is_empty() {
        return Ok(None);
    }
    let apps: Vec<_> = manifests(store, manifest).into_iter().filter(|folder| is_app(store, folder, manifest)).collect();
    match apps.as_slice() {
        [top, ..] if top.as_os_str().is_empty() => Ok(Some(PathBuf::new())),
        [only] => Ok(Some(only.clone())),
        [] => Ok(None),
        [first, ..] => {
            let (text, edit) = several("apps", &apps, |folder| path.join(folder).display().to_string(), first);
            Err(PackageError::new(whole(&path.display().to_string()), text, edit))
        }
    }
}

fn is_app(store: &Store, folder: &Path, manifest: &str) -> bool {
    let text = store.bytes(&folder.join(manifest), MAX_FILE + 1).and_then(files::text).unwrap_or_default();
    APPS_KEYS.iter().any(|key| text.contains(key)) || APPS_FILES.iter().any(|file| store.has_file(&folder.join(file)))
}

/// That one of several is meant.
fn several(what: &str, folders: &[PathBuf], show: impl Fn(&Path) -> String, first: &Path) -> (String, String) {
    let named: Vec<_> = folders.iter().take(NAMED).map(|folder| show(folder)).collect();
    let more = folders.len().checked_sub(NAMED + 1).map_or_else(String::new, |more| format!(" and {} more", more + 1));
    (format!("{} {what} lie here: {}{more}", folders.len(), named.join(", ")), format!("name one of them: {}", show(first)))
}
