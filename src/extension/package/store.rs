//! What a package's files lie in: a folder, or a zip. Everything else reads both in one way.

use super::archive::Archive;
use super::error::PackageError;
use super::files::Lost;
use super::lines::whole;
use super::read::MANIFEST;
use super::survey::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// How many files of a package are looked at to find one.
const MAX_LISTED: usize = 2_000;

/// How many files and folders are listed of a package that is looked at whole, and how deep.
const MOST_ENTRIES: usize = 20_000;
const MOST_DEPTH: usize = 32;

/// A folder that nothing leaves, or a zip.
pub(super) enum Store {
    /// Where it really is.
    Folder(PathBuf),
    Archive(Archive),
}

impl Store {
    /// Opens the folder or the zip of this path.
    pub(super) fn open(path: &Path) -> Result<Self, PackageError> {
        let error = |(text, edit): (String, String)| PackageError::new(whole(&path.display().to_string()), text, edit);
        let real = path.canonicalize().map_err(|fault| error(not_there(&fault)))?;
        if real.is_dir() {
            return Ok(Self::Folder(real));
        }
        Archive::open(&real).map(Self::Archive).map_err(|(text, edit)| {
            let is_zip = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
            let other = || ("a package is a folder or a zip, and this is neither".to_owned(), format!("name what holds {MANIFEST}"));
            error(if is_zip { (text, edit) } else { other() })
        })
    }

    /// How many bytes a file has, and the first of them: `most` at most.
    pub(super) fn bytes(&self, inside: &Path, most: u64) -> Result<(u64, Vec<u8>), Lost> {
        match self {
            Self::Folder(root) => file_bytes(&real_path(root, inside)?, most),
            Self::Archive(archive) => archive.bytes(inside, most),
        }
    }

    /// Whether this is a file.
    pub(super) fn has_file(&self, inside: &Path) -> bool {
        self.bytes(inside, 0).is_ok()
    }

    /// Whether this is a folder.
    pub(super) fn has_folder(&self, inside: &Path) -> bool {
        match self {
            Self::Folder(root) => real_path(root, inside).is_ok_and(|real| real.is_dir()),
            Self::Archive(archive) => archive.has_folder(inside),
        }
    }

    /// The paths of the files in the folder `base`, seen from there, as far as they are looked at.
    pub(super) fn files(&self, base: &Path) -> BTreeSet<String> {
        match self {
            Self::Folder(root) => {
                let mut found = BTreeSet::new();
                list(&root.join(base), Path::new(""), 0, &mut found);
                found
            }
            Self::Archive(archive) => {
                let inside = archive.files().filter_map(|file| Path::new(file).strip_prefix(base).ok());
                inside.map(|file| file.to_string_lossy().into_owned()).collect()
            }
        }
    }
}

impl Store {
    /// Everything in the folder `base`, each folder before what it holds, in the order of names. What version control and npm keep is left out.
    pub(super) fn entries(&self, base: &Path) -> Vec<Entry> {
        match self {
            Self::Folder(root) => {
                let mut found = Vec::new();
                list_all(&root.join(base), "", 0, &mut found);
                found
            }
            Self::Archive(archive) => packed(archive, base),
        }
    }
}

fn entry(path: String, is_folder: bool, bytes: u64) -> Entry {
    Entry { path, is_folder, bytes, begins: Vec::new(), text: None }
}

fn list_all(dir: &Path, inside: &str, depth: usize, found: &mut Vec<Entry>) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    let names: BTreeSet<_> = entries.flatten().map(|entry| entry.file_name()).collect();
    for name in names {
        if found.len() >= MOST_ENTRIES {
            return;
        }
        let (here, shown) = (dir.join(&name), name.to_string_lossy());
        let path = if inside.is_empty() { shown.to_string() } else { format!("{inside}/{shown}") };
        let Ok(about) = fs::symlink_metadata(&here) else { continue };
        found.push(entry(path.clone(), about.is_dir(), if about.is_file() { about.len() } else { 0 }));
        if about.is_dir() && depth < MOST_DEPTH && !(inside.is_empty() && matches!(&*shown, ".git" | "node_modules")) {
            list_all(&here, &path, depth + 1, found);
        }
    }
}

/// A zip's files, and the folders in which they lie.
fn packed(archive: &Archive, base: &Path) -> Vec<Entry> {
    let mut known: BTreeMap<PathBuf, Option<u64>> = BTreeMap::new();
    for file in archive.files() {
        let Ok(inside) = Path::new(file).strip_prefix(base) else { continue };
        for folder in inside.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty()) {
            known.entry(folder.to_owned()).or_default();
        }
        let bytes = archive.bytes(Path::new(file), 0).map_or(0, |(bytes, _)| bytes);
        known.insert(inside.to_owned(), Some(bytes));
    }
    let path = |path: &Path| path.to_string_lossy().replace('\\', "/");
    known.iter().map(|(inside, bytes)| entry(path(inside), bytes.is_none(), bytes.unwrap_or_default())).collect()
}

fn not_there(fault: &std::io::Error) -> (String, String) {
    let why = match fault.kind() {
        std::io::ErrorKind::NotFound => "does not exist".to_owned(),
        _ => format!("cannot be opened: {fault}").to_lowercase(),
    };
    (format!("the package's folder {why}"), format!("name the folder that holds {MANIFEST}"))
}

/// Where a file inside the root really is.
fn real_path(root: &Path, inside: &Path) -> Result<PathBuf, Lost> {
    let real = match root.join(inside).canonicalize() {
        Ok(real) => real,
        Err(fault) if matches!(fault.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory) => {
            return Err(Lost::Missing);
        }
        Err(fault) => return Err(Lost::Unreadable(fault.to_string())),
    };
    if real.starts_with(root) { Ok(real) } else { Err(Lost::Leaves) }
}

/// How many bytes a file has, and the first of them: `most` at most.
pub(super) fn file_bytes(real: &Path, most: u64) -> Result<(u64, Vec<u8>), Lost> {
    let unreadable = |fault: std::io::Error| {
        if fault.kind() == std::io::ErrorKind::NotFound { Lost::Missing } else { Lost::Unreadable(fault.to_string()) }
    };
    let about = fs::metadata(real).map_err(unreadable)?;
    if !about.is_file() {
        return Err(if about.is_dir() { Lost::Folder } else { Lost::Unreadable("not a regular file".to_owned()) });
    }
    let mut bytes = Vec::new();
    fs::File::open(real).and_then(|file| file.take(most).read_to_end(&mut bytes)).map_err(unreadable)?;
    Ok((about.len(), bytes))
}

fn list(dir: &Path, inside: &Path, depth: usize, found: &mut BTreeSet<String>) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    for entry in entries.flatten().take(MAX_LISTED) {
        let (name, inside) = (entry.file_name(), inside.join(entry.file_name()));
        let hidden = name.to_string_lossy().starts_with('.') || name == "node_modules";
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && !hidden && depth < 8 => list(&entry.path(), &inside, depth + 1, found),
            Ok(kind) if kind.is_file() && found.len() < MAX_LISTED => {
                found.insert(inside.to_string_lossy().into_owned());
            }
            _ => {}
        }
    }
}
