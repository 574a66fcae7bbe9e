use super::read::MAX_FILE;
use crate::percent::decoded;
use crate::spelling::slips;
use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

/// How many files of a package are looked at to name the nearest one.
const MAX_LISTED: usize = 2_000;

/// The longest name that is compared with those that exist.
const MAX_NAME: usize = 250;

/// The folder that nothing leaves.
pub(super) struct Root {
    /// As the caller named it: what places show.
    pub(super) shown: PathBuf,
    real: PathBuf,
}

/// Why a file of the package cannot be had.
#[derive(Debug)]
pub(super) enum Lost {
    Leaves,
    Missing,
    MissingNear { inside: String, near: Option<String> },
    Folder,
    TooLarge(u64),
    NotUtf8 { read: String, at: usize },
    Unreadable(String),
}

impl Root {
    pub(super) fn open(dir: &Path) -> std::io::Result<Self> {
        Ok(Self { shown: dir.to_owned(), real: dir.canonicalize()? })
    }

    /// The folder's own name.
    pub(super) fn name(&self) -> String {
        self.real.file_name().map_or_else(|| "extension".to_owned(), |name| name.to_string_lossy().into_owned())
    }

    /// The path that a person would open.
    pub(super) fn show(&self, inside: &Path) -> String {
        self.shown.join(inside).display().to_string()
    }

    /// The path inside the root that `reference`, written in a file of the folder `from`, means; a leading `/` is the root.
    pub(super) fn resolve(from: &Path, reference: &str) -> Result<PathBuf, Lost> {
        let reference = String::from_utf8(decoded(reference)).unwrap_or_else(|_| reference.to_owned()).replace('\\', "/");
        if reference.contains('\0') || reference.split('/').next().is_some_and(|first| first.contains(':')) {
            return Err(Lost::Leaves);
        }
        let joined = reference.strip_prefix('/').map_or_else(|| from.join(&reference), PathBuf::from);
        let mut inside = PathBuf::new();
        for part in joined.components() {
            match part {
                Component::Normal(name) => inside.push(name),
                Component::CurDir => {}
                Component::ParentDir if inside.pop() => {}
                _ => return Err(Lost::Leaves),
            }
        }
        Ok(inside)
    }

    /// The text of a file inside the root.
    pub(super) fn read(&self, inside: &Path) -> Result<String, Lost> {
        read_file(&self.real_path(inside)?)
    }

    /// How many bytes a file inside the root has, and the first of them: `most` at most.
    pub(super) fn beginning(&self, inside: &Path, most: usize) -> Result<(u64, Vec<u8>), Lost> {
        let real = self.real_path(inside)?;
        let unreadable = |fault: std::io::Error| Lost::Unreadable(fault.to_string());
        let about = fs::metadata(&real).map_err(unreadable)?;
        if !about.is_file() {
            return Err(if about.is_dir() { Lost::Folder } else { Lost::Unreadable("not a regular file".to_owned()) });
        }
        let mut bytes = Vec::new();
        let limit = u64::try_from(most).unwrap_or(u64::MAX);
        fs::File::open(&real).and_then(|file| file.take(limit).read_to_end(&mut bytes)).map_err(unreadable)?;
        Ok((about.len(), bytes))
    }

    /// Where a file inside the root really is.
    fn real_path(&self, inside: &Path) -> Result<PathBuf, Lost> {
        let real = match self.real.join(inside).canonicalize() {
            Ok(real) => real,
            Err(fault) if matches!(fault.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory) => {
                return Err(Lost::Missing);
            }
            Err(fault) => return Err(Lost::Unreadable(fault.to_string())),
        };
        if !real.starts_with(&self.real) {
            return Err(Lost::Leaves);
        }
        Ok(real)
    }

    /// The paths of the package's files, as far as they are looked at.
    pub(super) fn files(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        list(&self.real, Path::new(""), 0, &mut found);
        found
    }

    /// The file of the package whose path is most like `wanted`, among those with the same ending.
    pub(super) fn nearest(&self, wanted: &Path) -> Option<String> {
        let found = self.files();
        let name = wanted.to_string_lossy().to_lowercase();
        if name.len() > MAX_NAME {
            return None;
        }
        let near = found.into_iter().filter(|file| Path::new(file).extension() == wanted.extension());
        let most = name.len().max(6) / 2;
        let scored = near.filter_map(|file| {
            let same_name = Path::new(&file).file_name() == wanted.file_name();
            let far = if same_name { Some(0) } else { slips(&name, &file, most) };
            far.map(|far| (far, file))
        });
        scored.min().map(|(_, file)| file)
    }
}

/// The text of a file, whole, if it is small enough and UTF-8; without a byte order mark, with line feeds only.
pub(super) fn read_file(real: &Path) -> Result<String, Lost> {
    let unreadable = |fault: std::io::Error| {
        if fault.kind() == std::io::ErrorKind::NotFound { Lost::Missing } else { Lost::Unreadable(fault.to_string()) }
    };
    let about = fs::metadata(real).map_err(unreadable)?;
    if about.is_dir() {
        return Err(Lost::Folder);
    }
    if !about.is_file() {
        return Err(Lost::Unreadable("not a regular file".to_owned()));
    }
    let mut bytes = Vec::new();
    fs::File::open(real).and_then(|file| file.take(MAX_FILE + 1).read_to_end(&mut bytes)).map_err(unreadable)?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(Lost::TooLarge(about.len()));
    }
    let text = String::from_utf8(bytes).map_err(|fault| {
        let at = fault.utf8_error().valid_up_to();
        Lost::NotUtf8 { read: String::from_utf8_lossy(&fault.as_bytes()[..at]).into_owned(), at }
    })?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_stay_inside() {
        let resolve = |from: &str, reference: &str| Root::resolve(Path::new(from), reference).ok().map(|path| path.display().to_string());
        let cases = [
            ("app", "x.js", Some("app/x.js")),
            ("app", "./js/../x.js", Some("app/x.js")),
            ("app", "../lib/x.js", Some("lib/x.js")),
            ("app", "/lib/x.js", Some("lib/x.js")),
            ("app", "a%20b.js", Some("app/a b.js")),
            ("app", "js\\x.js", Some("app/js/x.js")),
            ("app", "../../x.js", None),
            ("", "..", None),
            ("", "%2e%2e/x", None),
            ("app", "c:/x.js", None),
            ("app", "file:///etc/passwd", None),
            ("app", "a\0b", None),
        ];
        for (from, reference, expected) in cases {
            assert_eq!(resolve(from, reference).as_deref(), expected, "{from} {reference}");
        }
    }
}
