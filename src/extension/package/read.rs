use super::error::PackageError;
use super::files::{Lost, Root};
use super::lines::{Spanned, whole};
use super::locales;
use super::locate::no_manifest;
use super::logo::logo_fault;
use super::manifest;
use super::page::{Page, Pages};
use super::sdk::Client;
use super::sources::Sources;
use crate::catalog::Catalog;
use crate::host::desk::{Declared, Misdeclared, misdeclared};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The manifest's file name.
pub const MANIFEST: &str = "plugin-manifest.json";

/// The name of the file that has an extension's channel, webhook, fields and permissions.
pub const RESOURCES: &str = "resources.json";

/// The most bytes that one file of a package may have: the vendor's own tool refuses larger ones.
pub const MAX_FILE: u64 = 5_000_000;

/// A vendor's package, read whole.
#[derive(Debug, Clone)]
pub struct Package {
    /// The folder, as it was named.
    pub root: PathBuf,
    /// The manifest's `name`, or the folder's own.
    pub name: String,
    /// The manifest as it is.
    pub manifest: Value,
    /// Its resources.json as it is; null where there is none.
    pub resources: Value,
    /// Where what both declare stands.
    pub sources: Sources,
    /// Its texts, by the codes of the languages that the manifest lists.
    pub texts: BTreeMap<String, Value>,
    /// Its widgets, in the manifest's order.
    pub widgets: Vec<WidgetPage>,
}

/// One widget of a package.
#[derive(Debug, Clone)]
pub struct WidgetPage {
    /// Its name.
    pub name: Spanned<String>,
    /// Where it lives, for example `desk.background`. Not checked here against the documented locations.
    pub location: Spanned<String>,
    /// Its page, as the manifest names it.
    pub url: Spanned<String>,
    /// The page itself; widgets with one URL share it.
    pub page: Arc<Page>,
}

impl Package {
    /// Reads the package in the folder `dir`. A script or page that lies on the web is taken from `maps`: URL → local file.
    ///
    /// # Errors
    /// Everything that is wrong with the package, in the order of the manifest and the pages.
    pub fn read(dir: &Path, maps: &BTreeMap<String, PathBuf>) -> Result<Self, Vec<PackageError>> {
        let root = Root::open(dir).map_err(|error| vec![error])?;
        let (package, errors) = Self::partly(dir, &root, maps).map_err(|error| vec![error])?;
        if errors.is_empty() { Ok(package) } else { Err(errors) }
    }

    /// The same as far as it can be read, and everything that is wrong with it.
    pub(super) fn partly(dir: &Path, root: &Root, maps: &BTreeMap<String, PathBuf>) -> Result<(Self, Vec<PackageError>), PackageError> {
        let text = root.read(Path::new(MANIFEST)).map_err(|lost| no_manifest(root, MANIFEST, &lost))?;
        let manifest::Manifest { value, widgets: declared, mut errors } = manifest::parse(&root.show(Path::new(MANIFEST)), &text);
        let mut sources = Sources { manifest: (root.show(Path::new(MANIFEST)), text), ..Sources::default() };
        let resources = match root.read(Path::new(RESOURCES)) {
            Ok(text) => {
                sources.resources = (root.show(Path::new(RESOURCES)), text);
                manifest::object(&sources.resources.0, RESOURCES, "{\"channel\": {…}}, or delete the file", &sources.resources.1)
                    .unwrap_or_else(|error| {
                        errors.push(error);
                        Value::Null
                    })
            }
            Err(Lost::Missing | Lost::MissingNear { .. }) => Value::Null,
            Err(other) => {
                let (text, edit) = other.unreadable("resources.json");
                errors.push(PackageError::new(whole(&root.show(Path::new(RESOURCES))), text, edit));
                Value::Null
            }
        };
        let texts = locales::read(root, &value, &mut errors);
        let pages = Pages::new(root, maps, Client::Desk);
        let mut known: BTreeMap<String, Option<Arc<Page>>> = BTreeMap::new();
        let mut widgets = Vec::new();
        for manifest::Declared { name, location, url } in declared {
            let page = known.entry(url.value.clone()).or_insert_with(|| pages.read(&url, &mut errors).map(Arc::new));
            if let Some(page) = page.clone() {
                widgets.push(WidgetPage { name, location, url, page });
            }
        }
        let name = value.get("name").and_then(Value::as_str).map(str::trim).filter(|name| !name.is_empty());
        let name = name.map_or_else(|| root.name(), str::to_owned);
        Ok((Self { root: dir.to_owned(), name, manifest: value, resources, sources, texts, widgets }, errors))
    }

    /// What the package says of itself.
    #[must_use]
    pub fn declared(&self) -> Declared {
        let keys = |value: &Value| value.as_object().map_or_else(Map::new, Clone::clone);
        Declared { package: self.root.display().to_string(), manifest: keys(&self.manifest), resources: keys(&self.resources) }
    }

    /// Everything that the package declares against the rules, and the files that this names: it could be run, and Desk would not take it.
    #[must_use]
    pub fn faults(&self, catalog: &Catalog) -> Vec<PackageError> {
        self.misdeclared(catalog).map_or_else(|error| vec![error], |found| self.sources.errors(&found))
    }

    /// The same, each with the rule that it breaks.
    ///
    /// # Errors
    /// The package is there no more.
    pub fn misdeclared(&self, catalog: &Catalog) -> Result<Vec<Misdeclared>, PackageError> {
        let root = Root::open(&self.root)?;
        let mut found = misdeclared(&self.declared(), catalog);
        found.extend(logo_fault(&root, &self.resources, catalog));
        Ok(found)
    }

    /// Another page of the package in `dir`, as its code names it: a modal box's.
    ///
    /// # Errors
    /// Everything that is wrong with the page.
    pub fn page(dir: &Path, url: &str, maps: &BTreeMap<String, PathBuf>) -> Result<Page, Vec<PackageError>> {
        let root = Root::open(dir).map_err(|error| vec![error])?;
        match Self::page_partly(&root, url, maps, Client::Desk) {
            (Some(page), errors) if errors.is_empty() => Ok(page),
            (_, errors) => Err(errors),
        }
    }

    /// The same as far as it can be read, and everything that is wrong with it.
    pub(super) fn page_partly(
        root: &Root,
        url: &str,
        maps: &BTreeMap<String, PathBuf>,
        client: Client,
    ) -> (Option<Page>, Vec<PackageError>) {
        let url = Spanned { value: url.to_owned(), at: whole(&root.show(Path::new(MANIFEST))) };
        let mut errors = Vec::new();
        (Pages::new(root, maps, client).read(&url, &mut errors), errors)
    }
}
