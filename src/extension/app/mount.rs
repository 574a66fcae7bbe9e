//! Packages that are mapped to local files: where each lies.

use super::resolve::{PACKAGES, package};
use crate::extension::package::{PackageError, Root, whole};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The app's own files, and those of packages.
pub(super) struct Mounts<'r> {
    root: &'r Root,
    maps: &'r BTreeMap<String, PathBuf>,
    /// By the package's name; none where it is nowhere.
    packages: BTreeMap<String, Option<Mount>>,
    pub(super) errors: Vec<PackageError>,
}

struct Mount {
    root: Root,
    /// The file that is the package, where a file is mapped.
    main: Option<String>,
    /// The folder that holds it, where that is full of packages.
    beside: Option<PathBuf>,
}

impl<'r> Mounts<'r> {
    pub(super) fn new(root: &'r Root, maps: &'r BTreeMap<String, PathBuf>) -> Self {
        Self { root, maps, packages: BTreeMap::new(), errors: Vec::new() }
    }

    /// The text of the file at this path.
    pub(super) fn text(&mut self, path: &str) -> Option<Arc<str>> {
        match inside_package(path) {
            None => self.root.read(Path::new(path)).ok().map(Arc::from),
            Some((name, inside)) => {
                let mount = self.mount(name)?;
                match (&mount.main, inside) {
                    (Some(main), "package.json") => Some(json!({"main": format!("./{main}")}).to_string().into()),
                    _ => mount.root.read(Path::new(inside)).ok().map(Arc::from),
                }
            }
        }
    }

    /// As a person would open the file at this path.
    pub(super) fn shown(&mut self, path: &str) -> String {
        let of_package = inside_package(path).and_then(|(name, inside)| Some(self.mount(name)?.root.show(Path::new(inside))));
        of_package.unwrap_or_else(|| self.root.show(Path::new(path)))
    }

    fn mount(&mut self, name: &str) -> Option<&Mount> {
        if !self.packages.contains_key(name) {
            let mount = self.open(name);
            self.packages.insert(name.to_owned(), mount);
        }
        self.packages.get(name)?.as_ref()
    }

    /// A mapped package, or one that lies beside a mapped one, as npm puts what a package needs.
    fn open(&mut self, name: &str) -> Option<Mount> {
        if let Some(path) = self.maps.get(name) {
            let opened = opened(path);
            return opened.map_err(|error| self.errors.push(unusable(name, path, &error))).ok();
        }
        let folders = self.packages.values().flatten().filter_map(|mount| mount.beside.as_ref());
        let beside: Vec<_> = folders.map(|folder| folder.join(name)).filter(|path| path.exists()).collect();
        beside.iter().find_map(|path| opened(path).ok())
    }
}

/// The package's name and the rest of a path in `node_modules/`.
fn inside_package(path: &str) -> Option<(&str, &str)> {
    let rest = path.strip_prefix(PACKAGES)?.strip_prefix('/')?;
    let name = package(rest);
    Some((name, rest[name.len()..].trim_start_matches('/')))
}

fn opened(path: &Path) -> Result<Mount, PackageError> {
    let is_script = !path.is_dir()
        && path.extension().is_some_and(|ending| ["js", "cjs", "json"].iter().any(|known| ending.eq_ignore_ascii_case(known)));
    if is_script {
        let folder = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // Packages that lie near by are none of its.
        let root = Root::holding(folder, &name)?;
        root.read(Path::new(&name)).map_err(|lost| {
            let (text, edit) = lost.unreadable("the file");
            PackageError::new(whole(&path.display().to_string()), text, edit)
        })?;
        return Ok(Mount { root, main: Some(name), beside: None });
    }
    let beside = path.ancestors().skip(1).find(|folder| folder.file_name().is_some_and(|name| name == PACKAGES));
    Ok(Mount { root: Root::holding(path, PACKAGE)?, main: None, beside: beside.map(Path::to_owned) })
}

/// What a package's own folder holds.
const PACKAGE: &str = "package.json";

fn unusable(name: &str, path: &Path, error: &PackageError) -> PackageError {
    let text = format!("what --map gives for \"{name}\" cannot be used: {}", error.text);
    PackageError::new(whole(&path.display().to_string()), text, format!("name a file or a package's folder: --map {name}=FILE"))
}
