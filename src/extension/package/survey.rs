use super::error::PackageError;
use super::files::Root;
use super::page::Page;
use super::paths::walked;
use super::read::{MAX_FILE, Package};
use super::store::Listed;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// How many bytes of text are read altogether.
const MAX_TEXT: u64 = 50_000_000;
/// How many of a file's first bytes say what it is.
const BEGINNING: usize = 16;

/// Everything in a folder that is said to be a package, sound or not: what a check looks at.
#[derive(Debug, Clone)]
pub struct Survey {
    /// The package's folder, as places show it.
    pub root: PathBuf,
    /// What lies in it, each folder before what it holds, in the order of names. What version control and npm keep is left out.
    pub entries: Vec<Entry>,
    /// The package as far as it could be read; none without a manifest that is JSON.
    pub package: Option<Package>,
    /// Pages in the folder `app` that no widget names, by their paths.
    pub others: Vec<(String, Page)>,
    /// What kept parts of it from being read.
    pub errors: Vec<PackageError>,
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
    /// A file's text, if it is UTF-8 and lies in the folder `app`.
    pub text: Option<String>,
}

impl Entry {
    /// Its own name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

impl Survey {
    /// Looks at a folder or a zip.
    ///
    /// # Errors
    /// There is none, or it cannot be opened.
    pub fn read(dir: &Path, maps: &BTreeMap<String, PathBuf>) -> Result<Self, PackageError> {
        let root = Root::open(dir)?;
        let entry = |it: Listed| Entry { path: it.path, is_folder: it.is_folder, bytes: it.bytes, begins: Vec::new(), text: None };
        let mut entries: Vec<_> = root.entries().into_iter().map(entry).collect();
        read_texts(&root, &mut entries);
        let (package, mut errors) = match Package::partly(dir, &root, maps) {
            Ok((package, errors)) => (Some(package), errors),
            Err(error) => (None, vec![error]),
        };
        let others = package.as_ref().map_or_else(Vec::new, |package| other_pages(&root, maps, &entries, package, &mut errors));
        Ok(Self { root: root.shown, entries, package, others, errors })
    }

    /// The file or folder of this path inside the package; a leading `/`, `.` and `..` are walked.
    #[must_use]
    pub fn entry(&self, path: &str) -> Option<&Entry> {
        let inside = walked("", path)?;
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

/// What is shipped is read; no link leads out of the package.
fn read_texts(root: &Root, entries: &mut [Entry]) {
    let mut read = 0;
    for entry in entries.iter_mut().filter(|entry| !entry.is_folder && entry.path.starts_with("app/")) {
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

fn other_pages(
    root: &Root,
    maps: &BTreeMap<String, PathBuf>,
    entries: &[Entry],
    package: &Package,
    errors: &mut Vec<PackageError>,
) -> Vec<(String, Page)> {
    let known: BTreeSet<&str> = package.widgets.iter().map(|widget| widget.page.file.as_str()).collect();
    let pages = entries.iter().filter(|entry| entry.path.starts_with("app/") && entry.path.ends_with(".html"));
    let mut found = Vec::new();
    for entry in pages.filter(|entry| !known.contains(root.show(Path::new(&entry.path)).as_str())) {
        // A page of no widget may be anything: only one that loads scripts is looked at.
        if !entry.text.as_ref().is_some_and(|text| text.contains("<script")) {
            continue;
        }
        let (page, mut faults) = Package::page_partly(root, &format!("/{}", entry.path), maps);
        found.extend(page.map(|page| (entry.path.clone(), page)));
        errors.append(&mut faults);
    }
    found
}
