use super::error::PackageError;
use super::locate;
use super::paths::walked;
use super::read::{MANIFEST, MAX_FILE};
use super::store::{Listed, Store, file_bytes};
use crate::percent::decoded;
use crate::spelling::slips;
use std::path::{Path, PathBuf};

/// The longest name that is compared with those that exist.
const MAX_NAME: usize = 250;

/// Where the pages of a package lie.
const APP: &str = "app";

/// The package's own folder, which nothing leaves.
pub(in crate::extension) struct Root {
    /// What places show: what the caller named, and the folder in it.
    pub(super) shown: PathBuf,
    pub(super) store: Store,
    /// Where in the store it lies.
    base: PathBuf,
    /// Whether it is the folder `app` itself.
    is_app: bool,
    /// Whether pages see the folder `app` as the whole: what they load lies there.
    is_web: bool,
}

/// Why a file of the package cannot be had.
#[derive(Debug)]
pub(in crate::extension) enum Lost {
    Leaves,
    Missing,
    MissingNear { inside: String, near: Option<String> },
    Folder,
    TooLarge(u64),
    NotUtf8 { read: String, at: usize },
    Unreadable(String),
}

impl Root {
    /// The package in a folder or a zip, wherever it lies there.
    pub(super) fn open(path: &Path) -> Result<Self, PackageError> {
        let mut root = Self::holding(path, MANIFEST)?;
        root.is_app = !root.store.has_folder(&root.base.join(APP));
        Ok(root)
    }

    /// The folder of a folder or a zip that holds this manifest.
    pub(in crate::extension) fn holding(path: &Path, manifest: &str) -> Result<Self, PackageError> {
        let store = Store::open(path, manifest)?;
        let base = locate::base(&store, manifest);
        Ok(Self { shown: shown(path, &base), store, base, is_app: false, is_web: false })
    }

    /// The Freshdesk app in a folder or a zip, wherever it lies there; none where none does.
    pub(in crate::extension) fn of_app(path: &Path, manifest: &str) -> Result<Option<Self>, PackageError> {
        let store = Store::open(path, manifest)?;
        let base = locate::app(&store, path, manifest)?;
        Ok(base.map(|base| Self { shown: shown(path, &base), store, base, is_app: false, is_web: true }))
    }

    /// The folder's or the zip's own name.
    pub(in crate::extension) fn name(&self) -> String {
        let own = self.shown.canonicalize().unwrap_or_else(|_| self.shown.clone());
        let name = if own.is_dir() { own.file_name() } else { own.file_stem() };
        name.map_or_else(|| "extension".to_owned(), |name| name.to_string_lossy().into_owned())
    }

    /// The path that a person would open.
    pub(in crate::extension) fn show(&self, inside: &Path) -> String {
        self.shown.join(inside).display().to_string()
    }

    /// The path inside the root that `reference`, written in a file of the folder `from`, means; a leading `/` is the root. Where the folder `app`
    /// is the root itself, what is said to lie there lies here.
    pub(in crate::extension) fn resolve(&self, from: &Path, reference: &str) -> Result<PathBuf, Lost> {
        if let (true, Ok(from)) = (self.is_web, from.strip_prefix(APP)) {
            // As for a browser: what would lead out begins at the top.
            let reference = reference.trim_start_matches(['/', '\\']);
            let inside = Self::path_in(from, reference).or_else(|_| Self::path_in(Path::new(""), reference.trim_start_matches("../")))?;
            return Ok(Path::new(APP).join(inside));
        }
        let inside = Self::path_in(from, reference)?;
        Ok(match inside.strip_prefix(APP) {
            Ok(own) if self.is_app => own.to_owned(),
            _ => inside,
        })
    }

    fn path_in(from: &Path, reference: &str) -> Result<PathBuf, Lost> {
        let reference = String::from_utf8(decoded(reference)).unwrap_or_else(|_| reference.to_owned()).replace('\\', "/");
        if reference.contains('\0') || reference.split('/').next().is_some_and(|first| first.contains(':')) {
            return Err(Lost::Leaves);
        }
        walked(&from.to_string_lossy(), &reference).map(PathBuf::from).ok_or(Lost::Leaves)
    }

    /// The text of a file inside the root.
    pub(in crate::extension) fn read(&self, inside: &Path) -> Result<String, Lost> {
        text(self.store.bytes(&self.base.join(inside), MAX_FILE + 1)?)
    }

    /// How many bytes a file inside the root has, and the first of them: `most` at most.
    pub(super) fn beginning(&self, inside: &Path, most: usize) -> Result<(u64, Vec<u8>), Lost> {
        self.store.bytes(&self.base.join(inside), u64::try_from(most).unwrap_or(u64::MAX))
    }

    /// What lies in the package.
    pub(in crate::extension) fn entries(&self) -> Vec<Listed> {
        self.store.entries(&self.base)
    }

    /// The file of the package whose path is most like `wanted`, among those with the same ending.
    pub(in crate::extension) fn nearest(&self, wanted: &Path) -> Option<String> {
        let found = self.entries().into_iter().filter(|entry| !entry.is_folder).map(|entry| entry.path);
        let name = wanted.to_string_lossy().to_lowercase();
        if name.len() > MAX_NAME {
            return None;
        }
        let near = found.filter(|file| Path::new(file).extension() == wanted.extension());
        let most = name.len().max(6) / 2;
        let scored = near.filter_map(|file| {
            let same_name = Path::new(&file).file_name() == wanted.file_name();
            let far = if same_name { Some(0) } else { slips(&name, &file, most) };
            far.map(|far| (far, file))
        });
        scored.min().map(|(_, file)| file)
    }
}

fn shown(path: &Path, base: &Path) -> PathBuf {
    if base.as_os_str().is_empty() { path.to_owned() } else { path.join(base) }
}

/// The text of a file that lies outside of packages.
pub(super) fn read_file(real: &Path) -> Result<String, Lost> {
    text(file_bytes(real, MAX_FILE + 1)?)
}

/// The text of a file, whole, if it is small enough and UTF-8; without a byte order mark, with line feeds only.
pub(super) fn text((size, bytes): (u64, Vec<u8>)) -> Result<String, Lost> {
    if bytes.len() as u64 > MAX_FILE {
        return Err(Lost::TooLarge(size));
    }
    let text = String::from_utf8(bytes).map_err(|fault| {
        let at = fault.utf8_error().valid_up_to();
        Lost::NotUtf8 { read: String::from_utf8_lossy(&fault.as_bytes()[..at]).into_owned(), at }
    })?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_stay_inside() {
        let resolve = |from: &str, reference: &str| Root::path_in(Path::new(from), reference).ok().map(|path| path.display().to_string());
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
