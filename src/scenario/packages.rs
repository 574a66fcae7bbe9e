use super::meant::meant;
use crate::catalog::Catalog;
use crate::extension::app::{App, AppPage};
use crate::extension::js::{AppProgram, Program};
use crate::extension::package::{Package, PackageError, Page};
use crate::extension::{Defect, Place};
use crate::fixture::leads_out;
use crate::host::desk::{Declared, Param};
use crate::host::freshdesk;
use crate::record::{Failure, Fault, Label};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// A vendor's package, ready to be installed any number of times.
pub struct Subjects {
    /// Its widgets, in the manifest's order.
    pub widgets: Vec<SubjectWidget>,
    /// Its config params, in the manifest's order.
    pub config: Vec<Param>,
    /// Its manifest and its resources.json.
    pub declared: Declared,
    /// Its texts, by their languages' codes.
    pub texts: Arc<BTreeMap<String, Value>>,
}

/// A widget of a package, ready to be opened any number of times.
pub struct SubjectWidget {
    /// Its name.
    pub name: String,
    /// Its page, as the manifest names it.
    pub url: String,
    /// Where it lives, as the manifest says.
    pub location: String,
    /// Where the manifest says it.
    pub place: Place,
    /// Its page.
    pub program: Arc<Program>,
}

/// A vendor's app on Freshdesk, ready to be installed any number of times.
pub struct AppSubject {
    /// What its folder declares: installation parameters with their defaults, and request templates.
    pub declared: freshdesk::App,
    /// Its server, where it has one.
    pub server: Option<Arc<AppProgram>>,
    /// Its pages, in the manifest's order.
    pub pages: Vec<AppPageSubject>,
}

/// A page of an app, ready to be opened any number of times.
pub struct AppPageSubject {
    /// Where it lives, as the manifest says.
    pub location: String,
    /// Its file below the folder `app`, as the manifest says.
    pub url: String,
    /// Where the manifest says it.
    pub place: Place,
    /// The page, or what keeps it from being run.
    pub program: Result<Arc<Program>, Vec<PackageError>>,
}

type Read = Result<Arc<Subjects>, Box<Failure>>;

type ReadApp = Result<Arc<AppSubject>, Box<Failure>>;

/// A page that a widget asks for while it runs, or why it cannot have it.
type Asked = Result<Arc<Program>, String>;

/// Where packages lie, and which are under test. Each is read once a run.
pub struct PackageBook {
    root: PathBuf,
    under_test: BTreeMap<String, PathBuf>,
    maps: BTreeMap<String, PathBuf>,
    read: Mutex<BTreeMap<PathBuf, Read>>,
    apps: Mutex<BTreeMap<PathBuf, ReadApp>>,
    /// By the package's folder and the page's name.
    modals: Mutex<BTreeMap<(PathBuf, String), Asked>>,
}

impl PackageBook {
    /// Packages that features name lie below `root`.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            under_test: BTreeMap::new(),
            maps: BTreeMap::new(),
            read: Mutex::default(),
            apps: Mutex::default(),
            modals: Mutex::default(),
        }
    }

    /// Puts the package in `dir` in the place of the one that features call `name`.
    pub fn test(&mut self, name: impl Into<String>, dir: impl Into<PathBuf>) {
        self.under_test.insert(name.into(), dir.into());
    }

    /// A local file for what a package loads from `url`.
    pub fn map(&mut self, url: impl Into<String>, file: impl Into<PathBuf>) {
        self.maps.insert(url.into(), file.into());
    }

    /// The names of the packages under test.
    pub fn under_test(&self) -> impl Iterator<Item = &str> {
        self.under_test.keys().map(String::as_str)
    }

    /// The package that a feature calls `name` and expects in the folder `from` below the root.
    ///
    /// # Errors
    /// There is none, it lies elsewhere, or it cannot be read.
    pub fn subjects(&self, name: &str, from: Option<&str>, catalog: &Catalog) -> Read {
        self.read_once(self.folder(name, from)?, catalog)
    }

    /// Another version of a package, in the folder `from` below the root.
    ///
    /// # Errors
    /// It lies elsewhere, or it cannot be read.
    pub fn version(&self, from: &str, catalog: &Catalog) -> Read {
        self.read_once(self.below(from)?, catalog)
    }

    /// The app on Freshdesk that a feature calls `name` and expects in the folder `from` below the root.
    ///
    /// # Errors
    /// There is none, it lies elsewhere, or it cannot be read.
    pub fn app(&self, name: &str, from: Option<&str>) -> ReadApp {
        let dir = self.folder(name, from)?;
        let mut apps = self.apps.lock().unwrap_or_else(PoisonError::into_inner);
        apps.entry(dir.clone()).or_insert_with(|| self.read_app(&dir)).clone()
    }

    fn read_app(&self, dir: &Path) -> ReadApp {
        let app = App::read(dir, &self.maps).map_err(|errors| Box::new(refused(dir, "read", &errors)))?;
        let server = AppProgram::of(&app).map(Arc::new);
        let broken: Vec<_> = server.iter().flat_map(|server| server.broken()).map(|defect| script_error(dir, defect)).collect();
        if !broken.is_empty() {
            return Err(Box::new(refused(dir, "read", &broken)));
        }
        let pages = app.pages.iter().map(|page| app_page(dir, page)).collect();
        Ok(Arc::new(AppSubject { declared: declared(&app), server, pages }))
    }

    fn read_once(&self, dir: PathBuf, catalog: &Catalog) -> Read {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.entry(dir.clone()).or_insert_with(|| self.read(&dir, catalog)).clone()
    }

    /// A page of that package which one of its widgets opens as a modal box; each is read once a run.
    ///
    /// # Errors
    /// There is none, or it cannot be read: what the widget's vendor should know.
    pub fn modal(&self, name: &str, from: Option<&str>, url: &str) -> Result<Arc<Program>, String> {
        self.modal_once(name, from, url, |dir| Package::page(dir, url, &self.maps))
    }

    fn modal_once(
        &self,
        name: &str,
        from: Option<&str>,
        url: &str,
        page: impl FnOnce(&Path) -> Result<Page, Vec<PackageError>>,
    ) -> Result<Arc<Program>, String> {
        let dir = self.folder(name, from).map_err(|failure| failure.title)?;
        let mut modals = self.modals.lock().unwrap_or_else(PoisonError::into_inner);
        let read = || {
            let page = page(&dir).map_err(|errors| told(&errors))?;
            let program = Program::compile(&page);
            let broken: Vec<_> = program.broken().map(|defect| script_error(&dir, defect)).collect();
            if broken.is_empty() { Ok(Arc::new(program)) } else { Err(told(&broken)) }
        };
        modals.entry((dir.clone(), url.to_owned())).or_insert_with(read).clone()
    }

    /// A page of an app which one of its pages opens as a modal box or a dialog; each is read once a run.
    ///
    /// # Errors
    /// There is none, or it cannot be read: what the app's vendor should know.
    pub fn app_modal(&self, name: &str, from: Option<&str>, url: &str) -> Result<Arc<Program>, String> {
        self.modal_once(name, from, url, |dir| App::page(dir, url, &self.maps))
    }

    fn folder(&self, name: &str, from: Option<&str>) -> Result<PathBuf, Box<Failure>> {
        match (self.under_test.get(name), from) {
            (Some(dir), _) => Ok(dir.clone()),
            (None, Some(from)) => self.below(from),
            (None, None) => Err(Box::new(self.unknown(name))),
        }
    }

    fn below(&self, from: &str) -> Result<PathBuf, Box<Failure>> {
        let dir = self.root.join(from);
        let inside = Path::new(from).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if inside && !leads_out(&self.root, &dir) {
            return Ok(dir);
        }
        let title = format!("the folder \"{from}\" is not below the fixtures root {}/", self.root.display());
        Err(Box::new(Failure::new(Fault::Input, title).help("move the package below it, or name its folder with --extension NAME=DIR")))
    }

    fn unknown(&self, name: &str) -> Failure {
        let title = format!("no package under test is called \"{name}\"");
        let otherwise =
            format!("run with --extension {name}=DIR, or say where it lies: `the extension \"{name}\" from \"extensions/{name}\"`");
        Failure::new(Fault::Feature, title).help(meant(name, self.under_test(), otherwise))
    }

    fn read(&self, dir: &Path, catalog: &Catalog) -> Read {
        let package = Package::read(dir, &self.maps).map_err(|errors| Box::new(refused(dir, "read", &errors)))?;
        let faults = package.faults(catalog);
        if !faults.is_empty() {
            return Err(Box::new(refused(dir, "installed", &faults)));
        }
        let (config, declared) = (params(&package.manifest), package.declared());
        let mut programs: Vec<(String, Arc<Program>)> = Vec::new();
        let mut widgets = Vec::new();
        for widget in package.widgets {
            let program = match programs.iter().find(|(url, _)| *url == widget.url.value) {
                Some((_, program)) => Arc::clone(program),
                None => {
                    let program = Arc::new(Program::compile(&widget.page));
                    programs.push((widget.url.value.clone(), Arc::clone(&program)));
                    program
                }
            };
            let (name, url) = (widget.name.value, widget.url.value);
            widgets.push(SubjectWidget { name, url, location: widget.location.value, place: widget.location.at, program });
        }
        let broken: Vec<_> = programs.iter().flat_map(|(_, program)| program.broken()).map(|defect| script_error(dir, defect)).collect();
        if !broken.is_empty() {
            return Err(Box::new(refused(dir, "read", &broken)));
        }
        Ok(Arc::new(Subjects { widgets, config, declared, texts: Arc::new(package.texts) }))
    }
}

/// What an app asks an administrator for, as far as it has values of its own, and its request templates.
fn declared(app: &App) -> freshdesk::App {
    let asked = || app.iparams.value.as_object().into_iter().flatten();
    let default = |(name, param): (&String, &Value)| Some((name.clone(), param.get("default_value")?.clone()));
    let given: Map<_, _> = asked().filter_map(default).collect();
    let is_secure = |(_, param): &(&String, &Value)| param.get("secure").and_then(Value::as_bool).unwrap_or_default();
    freshdesk::App {
        iparams: asked().next().is_some().then_some(given),
        secure: asked().filter(is_secure).map(|(name, _)| name.clone()).collect(),
        templates: app.requests.value.as_object().cloned().unwrap_or_default(),
        modules: app.modules(),
        ..freshdesk::App::default()
    }
}

/// A page of an app: what is wrong with it keeps nothing else of the app from being run.
fn app_page(dir: &Path, AppPage { location, page }: &AppPage) -> AppPageSubject {
    let program = page.as_ref().map_err(Clone::clone).map(Program::compile).and_then(|program| {
        let broken: Vec<_> = program.broken().map(|defect| script_error(dir, defect)).collect();
        if broken.is_empty() { Ok(Arc::new(program)) } else { Err(broken) }
    });
    AppPageSubject { location: location.location.clone(), url: location.url.value.clone(), place: location.url.at.clone(), program }
}

/// The manifest's `config` (MAN-02; Q-44: a default under either of its names). What is no param there, a check of the package reports.
fn params(manifest: &Value) -> Vec<Param> {
    let text = |value: &Value| match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    };
    let declared = manifest.get("config").and_then(Value::as_array).into_iter().flatten();
    let param = |value: &Value| {
        let default = ["default", "defaultValue"].into_iter().find_map(|key| value.get(key)).and_then(text);
        Some(Param {
            name: value.get("name")?.as_str()?.to_owned(),
            mandatory: value.get("mandatory").and_then(Value::as_bool).unwrap_or_default(),
            secure: value.get("secure").and_then(Value::as_bool).unwrap_or_default(),
            value: default.filter(|value| !value.is_empty()),
        })
    };
    declared.filter_map(param).collect()
}

/// A script that does not compile.
fn script_error(dir: &Path, defect: &Defect) -> PackageError {
    let at = defect.at.clone().unwrap_or_else(|| Place { file: dir.display().to_string(), line: 0, column: 0 });
    PackageError {
        at,
        text: format!("the script cannot be read: {}", defect.text.trim_start_matches("threw ")),
        edit: "mend the syntax there".into(),
        rule: "MAN-01",
    }
}

/// What is wrong with a modal box's page, as its widget's vendor reads it.
fn told(errors: &[PackageError]) -> String {
    let each = errors.iter().map(|error| {
        format!(
            "{}: {}",
            error.text.replace("the widget's page", "the modal box's page").replace("the app's page", "the modal box's page"),
            error.edit
        )
    });
    each.collect::<Vec<_>>().join("; ")
}

/// A package that cannot be read, or installed.
fn refused(dir: &Path, what: &str, errors: &[PackageError]) -> Failure {
    let many = if errors.len() == 1 { String::new() } else { format!(", for {} reasons", errors.len()) };
    let mut failure = Failure::new(Fault::Input, format!("the package {} cannot be {what}{many}", dir.display()));
    let label = |error: &PackageError| Label {
        file: error.at.file.clone(),
        line: error.at.line,
        column: error.at.column,
        length: 0,
        text: error.text.clone(),
    };
    failure.labels = errors.iter().map(label).collect();
    let edits: Vec<&str> = errors.iter().map(|error| error.edit.as_str()).collect();
    failure.help = Some(edits.join("; "));
    failure
}
