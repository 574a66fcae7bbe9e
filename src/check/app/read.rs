use super::super::code::app::{Script, page_scripts, server_scripts};
use super::super::flaws::Flaws;
use super::document::Document;
use super::known::Known;
use super::parts::Part;
use crate::catalog::Catalog;
use crate::extension::app::{AppSurvey, IPARAMS, REQUESTS, SERVER};
use crate::extension::package::Page;

/// Where what uses them lies.
const WHERE: [&str; 3] = ["app/", "config/", "server/"];

/// An app, read.
pub(super) struct App<'a> {
    pub(super) survey: &'a AppSurvey,
    pub(super) catalog: &'a Catalog,
    pub(super) known: Known<'a>,
    pub(super) manifest: Document<'a>,
    pub(super) parts: Vec<Part>,
    pub(super) iparams: Option<Document<'a>>,
    pub(super) requests: Option<Document<'a>>,
    /// server.js first, then what it requires.
    pub(super) server: Vec<Script>,
    pub(super) pages: Vec<(&'a Page, Vec<Script>)>,
}

impl<'a> App<'a> {
    /// As far as it can be read; none without a manifest that is one.
    pub(super) fn read(survey: &'a AppSurvey, catalog: &'a Catalog, found: &mut Flaws) -> Option<Self> {
        for fault in &survey.faults {
            let rule = match &fault.at.file {
                file if *file == survey.iparams.file => "FD-01",
                file if *file == survey.requests.file => "FD-16",
                _ => "FD-14",
            };
            found.at(rule, &fault.at, fault.text.as_str(), fault.edit.as_str());
        }
        let manifest = Document::of(&survey.manifest)?;
        let (iparams, requests) = (Document::of(&survey.iparams), Document::of(&survey.requests));
        let known = Known { catalog };
        let pages = survey.pages.iter().map(|(_, read)| (read, page_scripts(read))).collect();
        let server = server_scripts(&survey.folder, SERVER);
        let parts = Part::all(&manifest, &known);
        Some(Self { survey, catalog, known, manifest, parts, iparams, requests, server, pages })
    }

    /// The platform's version that the manifest says: `(2, 3)`.
    pub(super) fn version(&self) -> Option<(u32, u32)> {
        let (major, minor) = self.manifest.value.get("platform-version")?.as_str()?.split_once('.')?;
        Some((major.parse().ok()?, minor.parse().ok()?))
    }

    /// server.js.
    pub(super) fn main(&self) -> Option<&Script> {
        self.server.first()
    }

    /// Whether there are request templates that cannot be read: nothing is known of them then.
    pub(super) fn hides_templates(&self) -> bool {
        self.requests.is_none() && self.survey.has(REQUESTS)
    }

    /// Every script, the server's first.
    pub(super) fn scripts(&self) -> impl Iterator<Item = &Script> {
        self.server.iter().chain(self.pages.iter().flat_map(|(_, scripts)| scripts))
    }

    /// Whether the name stands in a file of the app's that may use it.
    pub(super) fn says(&self, name: &str) -> bool {
        let files = self.survey.entries.iter().filter(|entry| WHERE.iter().any(|folder| entry.path.starts_with(folder)));
        let mut texts = files.filter(|entry| ![IPARAMS, REQUESTS].contains(&&*entry.path)).filter_map(|entry| entry.text.as_ref());
        texts.any(|text| text.contains(name))
    }
}
