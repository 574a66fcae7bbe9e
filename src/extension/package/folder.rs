use super::files::Root;
use super::paths::walked;
use super::read::MAX_FILE;
use super::store::Listed;
use std::path::{Path, PathBuf};

/// How many bytes of text are read altogether.
const MAX_TEXT: u64 = 50_000_000;
/// How many of a file's first bytes say what it is.
const BEGINNING: usize = 16;

/// Everything that lies in a folder or a zip.
#[derive(Debug, Clone)]
pub struct Folder {
    /// The folder, as places show it.
    pub root: PathBuf,
    /// What lies in it, each folder before what it holds, in the order of names. What version control and npm keep is left out.
    pub entries: Vec<Entry>,
}

/// A file or a folder of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Inside the package, with `/`: `app/widget.html`.
    pub path: String,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// How many bytes a file has.
    pub bytes: u64,
    /// A file's first bytes.
    pub begins: Vec<u8>,
    /// A file's text, if it is UTF-8 and lies where files are read.
    pub text: Option<String>,
}

impl Entry {
    /// Its own name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

impl Folder {
    /// What lies in `root`, and the texts of the files that `is_read` names.
    pub(in crate::extension) fn read(root: &Root, is_read: fn(&str) -> bool) -> Self {
        let entry = |it: Listed| Entry { path: it.path, is_folder: it.is_folder, bytes: it.bytes, begins: Vec::new(), text: None };
        let mut entries: Vec<_> = root.entries().into_iter().map(entry).collect();
        read_texts(root, &mut entries, is_read);
        Self { root: root.shown.clone(), entries }
    }

    /// The file or folder of this path inside the package; a leading `/`, `.` and `..` are walked.
    #[must_use]
    pub fn entry(&self, path: &str) -> Option<&Entry> {
        self.beside("", path)
    }

    /// The same, of a path that is written in a file of the folder `from`.
    #[must_use]
    pub fn beside(&self, from: &str, path: &str) -> Option<&Entry> {
        let inside = walked(from, path)?;
        self.entries.iter().find(|entry| entry.path == inside)
    }

    /// Whether there is something of this path; the package itself is.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        walked("", path).is_some_and(|inside| inside.is_empty() || self.entries.iter().any(|entry| entry.path == inside))
    }

    /// The path that a person would open.
    #[must_use]
    pub fn show(&self, inside: &str) -> String {
        if inside.is_empty() { self.root.display().to_string() } else { self.root.join(inside).display().to_string() }
    }
}

/// No link leads out of the package.
fn read_texts(root: &Root, entries: &mut [Entry], is_read: fn(&str) -> bool) {
    let mut read = 0;
    for entry in entries.iter_mut().filter(|entry| !entry.is_folder && is_read(&entry.path)) {
        let inside = Path::new(&entry.path);
        if let Ok((bytes, begins)) = root.beginning(inside, BEGINNING) {
            (entry.bytes, entry.begins) = (bytes, begins);
        }
        if entry.bytes <= MAX_FILE && read + entry.bytes <= MAX_TEXT {
            entry.text = root.read(inside).ok();
            read += entry.bytes;
        }
    }
}
