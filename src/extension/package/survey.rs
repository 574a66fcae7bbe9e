use super::error::PackageError;
use super::files::Root;
use super::folder::Folder;
use super::page::Page;
use super::read::Package;
use super::sdk::Client;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::path::{Path, PathBuf};

/// Everything in a folder that is said to be a package, sound or not: what a check looks at.
#[derive(Debug, Clone)]
pub struct Survey {
    /// What lies in it; read is what the folder `app` holds.
    pub folder: Folder,
    /// The package as far as it could be read; none without a manifest that is JSON.
    pub package: Option<Package>,
    /// Pages in the folder `app` that no widget names, by their paths.
    pub others: Vec<(String, Page)>,
    /// What kept parts of it from being read.
    pub errors: Vec<PackageError>,
}

impl Deref for Survey {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.folder
    }
}

/// What is shipped.
fn is_shipped(path: &str) -> bool {
    path.starts_with("app/")
}

impl Survey {
    /// Looks at a folder or a zip.
    ///
    /// # Errors
    /// There is none, or it cannot be opened.
    pub fn read(dir: &Path, maps: &BTreeMap<String, PathBuf>) -> Result<Self, PackageError> {
        let root = Root::open(dir)?;
        let folder = Folder::read(&root, is_shipped);
        let (package, mut errors) = match Package::partly(dir, &root, maps) {
            Ok((package, errors)) => (Some(package), errors),
            Err(error) => (None, vec![error]),
        };
        let known = package.iter().flat_map(|package| &package.widgets).map(|widget| widget.page.file.as_str()).collect();
        let others = if package.is_some() { pages(&root, maps, &folder, &known, Client::Desk, &mut errors) } else { Vec::new() };
        Ok(Self { folder, package, others, errors })
    }
}

/// The pages in the folder `app`, but those that are `known`; what keeps them from being read goes to `errors`.
pub(in crate::extension) fn pages(
    root: &Root,
    maps: &BTreeMap<String, PathBuf>,
    folder: &Folder,
    known: &BTreeSet<&str>,
    client: Client,
    errors: &mut Vec<PackageError>,
) -> Vec<(String, Page)> {
    let pages = folder.entries.iter().filter(|entry| is_shipped(&entry.path) && entry.path.ends_with(".html"));
    let mut found = Vec::new();
    for entry in pages.filter(|entry| !known.contains(root.show(Path::new(&entry.path)).as_str())) {
        // A page of no widget may be anything: only one that loads scripts is looked at.
        if !entry.text.as_ref().is_some_and(|text| text.contains("<script")) {
            continue;
        }
        let (page, mut faults) = Package::page_partly(root, &format!("/{}", entry.path), maps, client);
        found.extend(page.map(|page| (entry.path.clone(), page)));
        errors.append(&mut faults);
    }
    found
}
