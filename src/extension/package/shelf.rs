use super::files::{self, Root};
use super::page::mapped;
use super::sdk::{Client, Remote};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What of a package a page can use while it runs: scripts that it loads, files that it fetches or shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelf {
    /// The package's folder, as places show it.
    pub root: String,
    /// Scripts, by their paths in the package.
    pub scripts: BTreeMap<String, Arc<str>>,
    /// All that is no script, by its path: its text, where it is one.
    pub others: BTreeMap<String, Option<Arc<str>>>,
    /// Local files in the place of what is not in the package, by the URL or the module's name.
    pub mapped: BTreeMap<String, Mapped>,
}

/// A local file that `--map` gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// The file, as it was named.
    pub file: String,
    /// What it holds, or why that cannot be had.
    pub text: Result<Arc<str>, String>,
    /// Whether it is a copy of the client SDK.
    pub is_sdk: bool,
}

impl Shelf {
    /// All files of the package, and those that are given for others; a script that cannot be read is missing when it is asked for.
    pub(super) fn of(root: &Root, maps: &BTreeMap<String, PathBuf>, client: Client) -> Self {
        let text = |path: String| (root.read(Path::new(&path)).ok().map(Arc::from), path);
        let all = root.entries().into_iter().filter(|it| !it.is_folder).map(|it| text(it.path));
        let (scripts, others): (Vec<_>, Vec<_>) = all.partition(|(_, path)| path.ends_with(".js") || path.ends_with(".mjs"));
        Self {
            root: root.shown.display().to_string(),
            scripts: scripts.into_iter().filter_map(|(text, path)| Some((path, text?))).collect(),
            others: others.into_iter().map(|(text, path)| (path, text)).collect(),
            mapped: maps.iter().map(|(url, file)| (url.clone(), Mapped::read(client, url, file))).collect(),
        }
    }

    /// What is given for an address, which may leave out its `https:`, or for a module's name, with what it is given for.
    #[must_use]
    pub fn given(&self, address: &str) -> Option<(&String, &Mapped)> {
        self.mapped.get_key_value(address).or_else(|| self.mapped.get_key_value(&format!("https:{address}")))
    }
}

impl Mapped {
    fn read(client: Client, url: &str, file: &Path) -> Self {
        let text = files::read_file(file).map(Arc::from).map_err(|lost| {
            let (text, edit) = mapped(&lost, url, file);
            format!("{text}; {edit}")
        });
        Self { file: file.display().to_string(), text, is_sdk: stands_for_sdk(client, url, file) }
    }
}

/// Whether a file is given for the client SDK, or is a copy of it.
pub(super) fn stands_for_sdk(client: Client, url: &str, file: &Path) -> bool {
    matches!(client.remote(url), Remote::Sdk) || client.is_copy(file)
}

/// Whether code may load a script while it runs.
pub(super) fn loads(code: &str) -> bool {
    ["import(", "import ("].iter().any(|sign| code.contains(sign)) || is_quoted(code, "script")
}

/// Whether code may name a file of the package while it runs.
pub(super) fn names(code: &str) -> bool {
    let signs = ["fetch", "XMLHttpRequest", "Image", "<img", "<link"];
    signs.iter().any(|sign| code.contains(sign)) || ["link", "img"].into_iter().any(|element| is_quoted(code, element))
}

fn is_quoted(code: &str, name: &str) -> bool {
    ['"', '\'', '`'].into_iter().any(|quote| code.contains(&format!("{quote}{name}{quote}")))
}
