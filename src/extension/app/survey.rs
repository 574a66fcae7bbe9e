use super::file::JsonFile;
use super::read::{IPARAMS, MANIFEST, REQUESTS};
use crate::extension::package::{Client, Folder, PackageError, Page, Root, pages};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::path::{Path, PathBuf};

/// Everything in a folder that is said to be a Freshdesk app, sound or not: what a check looks at.
#[derive(Debug, Clone)]
pub struct AppSurvey {
    /// What lies in it, with the texts of all its files.
    pub folder: Folder,
    /// The manifest.
    pub manifest: JsonFile,
    /// config/iparams.json.
    pub iparams: JsonFile,
    /// config/requests.json.
    pub requests: JsonFile,
    /// What kept these from being read.
    pub faults: Vec<PackageError>,
    /// Its pages that load scripts, by their paths.
    pub pages: Vec<(String, Page)>,
    /// What kept parts of them from being read.
    pub errors: Vec<PackageError>,
}

impl Deref for AppSurvey {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.folder
    }
}

impl AppSurvey {
    /// Looks at a folder or a zip; none where it holds no app.
    ///
    /// # Errors
    /// It cannot be opened, or holds several.
    pub fn read(dir: &Path, maps: &BTreeMap<String, PathBuf>) -> Result<Option<Self>, PackageError> {
        let Some(root) = Root::of_app(dir, MANIFEST)? else { return Ok(None) };
        let mut faults = Vec::new();
        let mut json = |path: &str, example: &str| JsonFile::read(&root, path, example, &mut faults);
        let manifest = json(MANIFEST, "{\"platform-version\": \"2.3\", \"product\": {\"freshdesk\": {…}}}");
        let iparams = json(IPARAMS, "{\"domain\": {\"display_name\": \"Domain\", \"type\": \"text\"}}, or {}");
        let requests = json(REQUESTS, "{\"getTicket\": {\"schema\": {\"method\": \"GET\", …}}}");
        let folder = Folder::read(&root, |path| !path.split('/').any(|part| part == "node_modules"));
        let mut errors = Vec::new();
        let pages = pages(&root, maps, &folder, &BTreeSet::new(), Client::Freshworks, &mut errors);
        Ok(Some(Self { folder, manifest, iparams, requests, faults, pages, errors }))
    }
}
