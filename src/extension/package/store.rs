//! What a package's files lie in: a folder, or a zip. Everything else reads both in one way.

use super::archive::Archive;
use super::error::PackageError;
use super::files::Lost;
use super::lines::whole;
use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// How many files and folders of a package are looked at, and how deep.
const MAX_LISTED: usize = 20_000;
const MAX_DEPTH: usize = 32;
/// Folders that are not looked into.
const LEFT_OUT: [&str; 2] = [".git", "node_modules"];

/// A folder that nothing leaves, or a zip.
pub(super) enum Store {
    /// Where it really is.
    Folder(PathBuf),
    Archive(Archive),
}

impl Store {
    /// Opens the folder or the zip of this path, which is to hold this manifest.
    pub(super) fn open(path: &Path, manifest: &str) -> Result<Self, PackageError> {
        let error = |(text, edit): (String, String)| PackageError::new(whole(&path.display().to_string()), text, edit);
        let real = path.canonicalize().map_err(|fault| error(not_there(&fault, manifest)))?;
        if real.is_dir() {
            return Ok(Self::Folder(real));
        }
        Archive::open(&real).map(Self::Archive).map_err(|(text, edit)| {
            let is_zip = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
            let other = || ("a package is a folder or a zip, and this is neither".to_owned(), format!("name what holds {manifest}"));
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

    /// What lies in the folder `base`, each folder before what it holds, in the order of names, as far as it is looked at. What version control
    /// and npm keep is not looked into.
    pub(super) fn entries(&self, base: &Path) -> Vec<Listed> {
        let mut found = Vec::new();
        match self {
            Self::Folder(root) => list(&root.join(base), "", 0, &mut found),
            Self::Archive(archive) => {
                let mut folders = BTreeSet::new();
                for (file, bytes) in archive.files() {
                    let Ok(inside) = Path::new(file).strip_prefix(base) else { continue };
                    let above: Vec<_> = inside.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty()).collect();
                    for folder in above.into_iter().rev().map(|folder| folder.to_string_lossy().into_owned()) {
                        if folders.insert(folder.clone()) {
                            found.push(Listed { path: folder, is_folder: true, bytes: 0 });
                        }
                    }
                    found.push(Listed { path: inside.to_string_lossy().into_owned(), is_folder: false, bytes });
                }
            }
        }
        found
    }
}

/// A file or folder, by its path with `/`.
pub(in crate::extension) struct Listed {
    pub(in crate::extension) path: String,
    pub(in crate::extension) is_folder: bool,
    /// How many bytes a file has.
    pub(super) bytes: u64,
}

fn not_there(fault: &std::io::Error, manifest: &str) -> (String, String) {
    let why = match fault.kind() {
        std::io::ErrorKind::NotFound => "does not exist".to_owned(),
        _ => format!("cannot be opened: {fault}").to_lowercase(),
    };
    (format!("the package's folder {why}"), format!("name the folder that holds {manifest}"))
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

/// Each folder before what it holds, in the order of names.
fn list(dir: &Path, inside: &str, depth: usize, found: &mut Vec<Listed>) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    let names: BTreeSet<_> = entries.flatten().map(|entry| entry.file_name()).collect();
    for name in names {
        if found.len() >= MAX_LISTED {
            return;
        }
        let (here, shown) = (dir.join(&name), name.to_string_lossy());
        let path = if inside.is_empty() { shown.to_string() } else { format!("{inside}/{shown}") };
        let Ok(about) = fs::symlink_metadata(&here) else { continue };
        let is_folder = about.is_dir();
        found.push(Listed { path: path.clone(), is_folder, bytes: if about.is_file() { about.len() } else { 0 } });
        if is_folder && depth < MAX_DEPTH && !LEFT_OUT.contains(&&*shown) {
            list(&here, &path, depth + 1, found);
        }
    }
}
