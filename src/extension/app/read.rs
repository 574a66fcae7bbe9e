use super::declared::{self, Location, Registration};
use super::file::JsonFile;
use super::modules::Modules;
use crate::extension::package::{Client, PackageError, Page, Pages, Root, Spanned, no_manifest, whole};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The manifest's file name.
pub const MANIFEST: &str = "manifest.json";
/// The installation parameters that the platform asks for.
pub const IPARAMS: &str = "config/iparams.json";
/// The page with which the app asks for them itself.
pub const IPARAMS_PAGE: &str = "config/iparams.html";
/// How the modules are named that Freshdesk has.
const OF_FRESHDESK: &str = "support_";
/// The folder with the app's pages.
const PAGES: &str = "app";
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
    pub pages: Vec<AppPage>,
    /// What its server can require; none where it has no server.
    pub server: Option<Modules>,
}

/// A place where the app has a page, and the page.
#[derive(Debug, Clone)]
pub struct AppPage {
    /// As the manifest says it.
    pub location: Location,
    /// The page, or everything that keeps it from being run: nothing else of the app.
    pub page: Result<Page, Vec<PackageError>>,
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

    /// The modules of Freshdesk's that its manifest names (Practice › What real Freshdesk apps do); `None` before platform 3.
    #[must_use]
    pub fn modules(&self) -> Option<Vec<String>> {
        let all = self.manifest.value.get("modules").and_then(Value::as_object)?;
        Some(all.keys().filter(|name| name.starts_with(OF_FRESHDESK)).cloned().collect())
    }

    /// Another page of the app in `path`, as its code names it: a modal box's, below the folder `app`.
    ///
    /// # Errors
    /// Everything that is wrong with the page.
    pub fn page(path: &Path, url: &str, maps: &BTreeMap<String, PathBuf>) -> Result<Page, Vec<PackageError>> {
        let root = Root::holding(path, MANIFEST).map_err(|error| vec![error])?;
        let url = Spanned { value: url.to_owned(), at: whole(&root.show(Path::new(MANIFEST))) };
        page(&Pages::new(&root, maps, Client::Freshworks), &url)
    }

    /// The same as far as it can be read, and everything that is wrong with it.
    fn partly(path: &Path, root: &Root, maps: &BTreeMap<String, PathBuf>) -> Result<(Self, Vec<PackageError>), PackageError> {
        root.read(Path::new(MANIFEST)).map_err(|lost| no_manifest(root, MANIFEST, &lost))?;
        let mut errors = Vec::new();
        let manifest = JsonFile::read(root, MANIFEST, r#"{"platform-version": "2.3", "product": {"freshdesk": {}}}"#, &mut errors);
        let iparams = JsonFile::read(root, IPARAMS, "{}, or the parameters that the app asks for", &mut errors);
        let requests = JsonFile::read(root, REQUESTS, "{}, or the app's request templates", &mut errors);
        let registrations = declared::registrations(&manifest);
        let server = Modules::read(root, &manifest.value, maps, &mut errors);
        if let (None, Some(first)) = (&server, registrations.first()) {
            let text = format!("the app has no {}, and handles {}", super::SERVER, first.event);
            errors.push(PackageError::new(first.handler.at.clone(), text, "add the file, or take the event out"));
        }
        let pages = pages(root, maps, declared::locations(&manifest));
        let version = manifest.value.get("platform-version").and_then(Value::as_str);
        let platform = version.map(|version| Spanned { value: version.to_owned(), at: manifest.at(&["platform-version"]) });
        let page = Path::new(IPARAMS_PAGE);
        let iparams_page = root.read(page).is_ok().then(|| root.show(page));
        let (root, name) = (path.to_owned(), root.name());
        let app = Self { root, name, platform, manifest, iparams, iparams_page, requests, registrations, pages, server };
        Ok((app, errors))
    }
}

/// The pages that the manifest names in the folder `app`, each with what is wrong with it.
fn pages(root: &Root, maps: &BTreeMap<String, PathBuf>, locations: Vec<Location>) -> Vec<AppPage> {
    let reader = Pages::new(root, maps, Client::Freshworks);
    locations.into_iter().map(|location| AppPage { page: page(&reader, &location.url), location }).collect()
}

/// The page that a URL means, below the folder `app`.
fn page(reader: &Pages<'_>, url: &Spanned<String>) -> Result<Page, Vec<PackageError>> {
    let inside = if url.contains("://") { url.value.clone() } else { format!("/{PAGES}/{}", url.trim_start_matches('/')) };
    let mut errors = Vec::new();
    let page = reader.read(&Spanned { value: inside, at: url.at.clone() }, &mut errors).filter(|_| errors.is_empty());
    page.ok_or(errors)
}
