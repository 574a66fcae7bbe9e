use super::super::around::SERVER as AROUND;
use super::super::context;
use super::super::parts::ON_SERVERS;
use super::super::program::{Prepared, classic};
use super::super::stack::Sources;
use crate::extension::app::{App, Modules, Registration, SERVER};
use crate::extension::package::Lines;
use crate::extension::{Defect, Place};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// What stands around a module's code, so that it is a function of its own.
const BEFORE: &str = "(function (exports, require, module, __filename, __dirname) { ";
/// `exports = {…}` is how apps export, and is seen from inside alone.
const BEHIND: &str = "\nreturn exports; })";

/// An app's server made ready to be run any number of times, on any thread: each of its modules compiled once, when it is first required.
pub struct AppProgram {
    pub(super) modules: Modules,
    pub(super) registrations: Vec<Registration>,
    /// The modules that a manifest of platform 3 subscribes to on Freshdesk; none where it is for an older one.
    pub(super) subscribed: Option<Vec<String>>,
    pub(super) sources: Arc<Sources>,
    /// Of what is no JSON.
    scripts: BTreeMap<String, Script>,
    /// What Node has and is made when it is asked for, as far as the modules speak of it.
    pub(super) parts: Vec<(&'static str, Vec<&'static str>)>,
    /// Whether the modules speak of typed arrays and the like.
    pub(super) has_bytes: bool,
}

struct Script {
    file: String,
    text: Arc<str>,
    ready: OnceLock<Prepared>,
}

impl AppProgram {
    /// The program of an app's server; none where it has no server.
    #[must_use]
    pub fn of(app: &App) -> Option<Self> {
        let modules = app.server.clone()?;
        let mut sources = Sources::of(&AROUND);
        let mut scripts = BTreeMap::new();
        for (path, module) in modules.all().filter(|(path, _)| !path.ends_with(".json")) {
            let text: Arc<str> = format!("{BEFORE}{}{BEHIND}", module.text).into();
            sources.add_wrapped(&module.file, Arc::clone(&text), BEFORE.len());
            scripts.insert(path.to_owned(), Script { file: module.file.clone(), text, ready: OnceLock::new() });
        }
        let is_said = |name: &&&str| modules.all().any(|(_, module)| module.text.contains(**name));
        let parts = ON_SERVERS.iter().map(|(part, names)| (*part, names.iter().filter(is_said).copied().collect())).collect();
        let has_bytes = modules.all().any(|(_, module)| context::has_bytes(&module.text));
        Some(Self {
            has_bytes,
            subscribed: app.modules(),
            registrations: app.registrations.clone(),
            sources: Arc::new(sources),
            scripts,
            parts,
            modules,
        })
    }

    /// What is wrong with server.js where it does not compile, and with what else the app itself brings.
    pub fn broken(&self) -> impl Iterator<Item = &Defect> {
        let own = self.scripts.keys().filter(|path| !path.starts_with("node_modules/"));
        own.filter_map(|path| match self.script(path) {
            Some(Prepared::Broken(defect)) => Some(defect),
            _ => None,
        })
    }

    /// A module that is no JSON, ready.
    pub(super) fn script(&self, path: &str) -> Option<&Prepared> {
        let script = self.scripts.get(path)?;
        Some(script.ready.get_or_init(|| classic(&script.file, &script.text, &self.sources)))
    }

    /// The text of a module that is JSON.
    pub(super) fn json(&self, path: &str) -> Option<&str> {
        self.modules.get(path).map(|module| &*module.text)
    }

    /// server.js as a whole.
    pub(super) fn main(&self) -> Place {
        let file = self.modules.get(SERVER).map(|module| module.file.clone()).unwrap_or_default();
        Place { file, line: 1, column: 1 }
    }

    /// Where server.js says this name in quotes.
    pub(super) fn quoted(&self, name: &str) -> Place {
        let Some(module) = self.modules.get(SERVER) else { return self.main() };
        let found = ['"', '\'', '`'].iter().filter_map(|quote| module.text.find(&format!("{quote}{name}{quote}"))).min();
        found.map_or_else(|| self.main(), |at| Lines::new(&module.file, &module.text).place(at))
    }
}
