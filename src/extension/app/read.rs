use super::declared::{self, Location, Registration};
use super::file::JsonFile;
use super::modules::Modules;
use crate::extension::package::{PackageError, Root, Spanned, no_manifest, whole};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The manifest's file name.
pub const MANIFEST: &str = "manifest.json";
/// The installation parameters that the platform asks for.
pub const IPARAMS: &str = "config/iparams.json";
/// The page with which the app asks for them itself.
pub const IPARAMS_PAGE: &str = "config/iparams.html";
/// The request templates.
pub const REQUESTS: &str = "config/requests.json";

/// A vendor's app, read whole.
#[derive(Debug, Clone)]
pub struct App {
    /// The folder or zip, as it was named.
    pub root: PathBuf,
    /// The folder's own name: a manifest has none.
    pub name: String,
    /// `platform-version` as the manifest says it: `2.0`, `2.2`, `2.3`, `3.0`.
    pub platform: Option<Spanned<String>>,
    /// The manifest.
    pub manifest: JsonFile,
    /// config/iparams.json.
    pub iparams: JsonFile,
    /// The file of the app's own page for installation parameters, where it has one.
    pub iparams_page: Option<String>,
    /// config/requests.json.
    pub requests: JsonFile,
    /// The events that the manifest declares, in its order.
    pub registrations: Vec<Registration>,
    /// The places where the app has pages, in the manifest's order.
    pub locations: Vec<Location>,
    /// What its server can require; none where it has no server.
    pub server: Option<Modules>,
    /// What is wrong with it, and keeps nothing of it from being run: pages that are not there.
    pub faults: Vec<PackageError>,
}

impl App {
    /// Reads the app in the folder or zip `path`. Packages that its server requires are taken from `maps`: name → local file or folder.
    ///
    /// # Errors
    /// Everything that keeps it from being read.
    pub fn read(path: &Path, maps: &BTreeMap<String, PathBuf>) -> Result<Self, Vec<PackageError>> {
        let root = Root::holding(path, MANIFEST).map_err(|error| vec![error])?;
        let (app, errors) = Self::partly(path, &root, maps).map_err(|error| vec![error])?;
        if errors.is_empty() { Ok(app) } else { Err(errors) }
    }

    /// The same as far as it can be read, and everything that is wrong with it.
    fn partly(path: &Path, root: &Root, maps: &BTreeMap<String, PathBuf>) -> Result<(Self, Vec<PackageError>), PackageError> {
        root.read(Path::new(MANIFEST)).map_err(|lost| no_manifest(root, MANIFEST, &lost))?;
        let mut errors = Vec::new();
        let manifest = JsonFile::read(root, MANIFEST, r#"{"platform-version": "2.3", "product": {"freshdesk": {}}}"#, &mut errors);
        let iparams = JsonFile::read(root, IPARAMS, "{}, or the parameters that the app asks for", &mut errors);
        let requests = JsonFile::read(root, REQUESTS, "{}, or the app's request templates", &mut errors);
        let (registrations, locations) = (declared::registrations(&manifest), declared::locations(&manifest));
        let server = Modules::read(root, &manifest.value, maps, &mut errors);
        if let (None, Some(first)) = (&server, registrations.first()) {
            let text = format!("the app has no {}, and handles {}", super::SERVER, first.event);
            errors.push(PackageError::new(first.handler.at.clone(), text, "add the file, or take the event out"));
        }
        let faults = locations.iter().filter_map(|location| no_page(root, location)).collect();
        let version = manifest.value.get("platform-version").and_then(Value::as_str);
        let platform = version.map(|version| Spanned { value: version.to_owned(), at: manifest.at(&["platform-version"]) });
        let page = Path::new(IPARAMS_PAGE);
        let iparams_page = root.read(page).is_ok().then(|| root.show(page));
        let (root, name) = (path.to_owned(), root.name());
        let app = Self { root, name, platform, manifest, iparams, iparams_page, requests, registrations, locations, server, faults };
        Ok((app, errors))
    }
}

/// Where the folder `app` has no page that the manifest names.
fn no_page(root: &Root, location: &Location) -> Option<PackageError> {
    let url = &location.url;
    if url.contains("://") {
        return None;
    }
    let inside = root.resolve(Path::new("app"), url.split(['?', '#']).next().unwrap_or_default());
    let found = inside.ok().map(|inside| (root.read(&inside).is_ok(), inside));
    let (at, text) = (url.at.clone(), format!("the page \"{}\" of {} is not in the folder app", url.value, location.location));
    match found {
        Some((true, _)) => None,
        Some((false, inside)) => {
            let near = root.nearest(&inside);
            let edit =
                near.map_or_else(|| "add the file".to_owned(), |near| format!("the nearest file is {near}: name that, or add the file"));
            Some(PackageError::new(at, text, edit))
        }
        None => Some(PackageError::new(whole(&at.file), text, "name a file of the folder app")),
    }
}
