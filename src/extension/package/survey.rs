use super::error::PackageError;
use super::files::Root;
use super::page::Page;
use super::read::{MAX_FILE, Package};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// How many files and folders of a package are looked at, and how deep.
const MAX_LISTED: usize = 20_000;
const MAX_DEPTH: usize = 32;
/// How many bytes of text are read altogether.
const MAX_TEXT: u64 = 50_000_000;
/// How many of a file's first bytes say what it is.
const BEGINNING: usize = 16;

/// Everything in a folder that is said to be a package, sound or not: what a check looks at.
#[derive(Debug, Clone)]
pub struct Survey {
    /// The folder, as it was named.
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
    /// Looks at the folder `dir`.
    ///
    /// # Errors
    /// There is no such folder, or it cannot be opened.
    pub fn read(dir: &Path, maps: &BTreeMap<String, PathBuf>) -> std::io::Result<Self> {
        fs::read_dir(dir)?;
        let root = Root::open(dir)?;
        let mut entries = Vec::new();
        list(dir, "", 0, &mut entries);
        read_texts(&root, &mut entries);
        let (package, mut errors) = match Package::partly(dir, maps) {
            Ok((package, errors)) => (Some(package), errors),
            Err(error) => (None, vec![error]),
        };
        let others = if package.is_some() { other_pages(dir, maps, &entries, package.as_ref(), &mut errors) } else { Vec::new() };
        Ok(Self { root: dir.to_owned(), entries, package, others, errors })
    }

    /// The file or folder of this path inside the package; a leading `/`, `.` and `..` are walked.
    #[must_use]
    pub fn entry(&self, path: &str) -> Option<&Entry> {
        let inside = Root::walk(path)?;
        self.entries.iter().find(|entry| entry.path == inside)
    }

    /// Whether there is something of this path; the package itself is.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        Root::walk(path).is_some_and(|inside| inside.is_empty() || self.entries.iter().any(|entry| entry.path == inside))
    }

    /// The path that a person would open.
    #[must_use]
    pub fn show(&self, inside: &str) -> String {
        self.root.join(inside).display().to_string()
    }
}

fn list(dir: &Path, inside: &str, depth: usize, found: &mut Vec<Entry>) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    let names: BTreeSet<_> = entries.flatten().map(|entry| entry.file_name()).collect();
    for name in names {
        if found.len() >= MAX_LISTED {
            return;
        }
        let (here, shown) = (dir.join(&name), name.to_string_lossy());
        let path = if inside.is_empty() { shown.to_string() } else { format!("{inside}/{shown}") };
        let Ok(about) = fs::symlink_metadata(&here) else { continue };
        let (is_folder, bytes) = (about.is_dir(), if about.is_file() { about.len() } else { 0 });
        found.push(Entry { path: path.clone(), is_folder, bytes, begins: Vec::new(), text: None });
        if is_folder && depth < MAX_DEPTH && !(inside.is_empty() && matches!(&*shown, ".git" | "node_modules")) {
            list(&here, &path, depth + 1, found);
        }
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
    dir: &Path,
    maps: &BTreeMap<String, PathBuf>,
    entries: &[Entry],
    package: Option<&Package>,
    errors: &mut Vec<PackageError>,
) -> Vec<(String, Page)> {
    let known: BTreeSet<&str> = package.into_iter().flat_map(|it| &it.widgets).map(|widget| widget.page.file.as_str()).collect();
    let pages = entries.iter().filter(|entry| entry.path.starts_with("app/") && entry.path.ends_with(".html"));
    let mut found = Vec::new();
    for entry in pages.filter(|entry| !known.contains(dir.join(&entry.path).display().to_string().as_str())) {
        // A page of no widget may be anything: only one that loads scripts is looked at.
        if !entry.text.as_ref().is_some_and(|text| text.contains("<script")) {
            continue;
        }
        let (page, mut faults) = Package::page_partly(dir, &format!("/{}", entry.path), maps);
        found.extend(page.map(|page| (entry.path.clone(), page)));
        errors.append(&mut faults);
    }
    found
}
