//! What scripts can load while they run: the package's other scripts, each compiled once, when it is first asked for.

use super::bytecode;
use super::program::{self, Prepared};
use super::stack::Sources;
use super::wire::PAGE_ORIGIN;
use crate::extension::package::{self, Client, Page, is_remote, walked};
use crate::percent::decoded;
use rquickjs::loader::{ImportAttributes, Loader, Resolver};
use rquickjs::{Ctx, Error, Module, Result, module::Declared};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// The files of a package, and the scripts among them that its page may load.
pub(super) struct Shelf {
    /// The page's path in the package, `app/widget.html`.
    page: String,
    client: Client,
    imports: BTreeMap<String, String>,
    /// By their paths in the package; what `--map` gives, by the address or the name that it stands for.
    books: BTreeMap<String, Book>,
    held: Arc<package::Shelf>,
}

/// What to do about what lies on the web.
const GIVE: &str = "ship it in the package, or give a local copy:";

struct Book {
    /// As places show it.
    file: String,
    /// Where it lies, as `import.meta.url` says it.
    url: String,
    text: Arc<str>,
    is_sdk: bool,
    script: OnceLock<Prepared>,
    module: OnceLock<Prepared>,
}

/// What a page wants to load.
pub(super) enum Wanted {
    Sdk,
    /// A file, by its path in the package.
    File(String),
    /// Why there is no such file.
    Missing(String),
}

impl Book {
    fn module(&self, sources: &Sources) -> &Prepared {
        self.module.get_or_init(|| program::module(&self.file, &self.text, sources))
    }
}

impl Shelf {
    pub(super) fn new(page: &Page) -> Self {
        let held = Arc::clone(&page.shelf);
        let book = |file: String, url: String, text: &Arc<str>, is_sdk| Book {
            file,
            url,
            text: Arc::clone(text),
            is_sdk,
            script: OnceLock::new(),
            module: OnceLock::new(),
        };
        let own = held.scripts.iter().filter(|_| page.loads).map(|(path, text)| {
            let file = std::path::Path::new(&held.root).join(path).display().to_string();
            (path.clone(), book(file, format!("{PAGE_ORIGIN}/{path}"), text, false))
        });
        let given = held.mapped.iter().filter(|_| page.loads).filter_map(|(url, given)| {
            let text = given.text.as_ref().ok()?;
            Some((url.clone(), book(given.file.clone(), url.clone(), text, given.is_sdk)))
        });
        Self {
            page: page.path.trim_start_matches('/').to_owned(),
            client: page.client,
            imports: page.imports.clone(),
            books: given.chain(own).collect(),
            held,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.books.is_empty()
    }

    /// Each script, as places show it, with its text, and whether it is a copy of the client SDK.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &Arc<str>, bool)> {
        self.books.values().map(|book| (book.file.as_str(), &book.text, book.is_sdk))
    }

    /// Where the script of a file lies, as `import.meta.url` says it.
    pub(super) fn url(&self, file: &str) -> String {
        self.book(file).map_or_else(|| format!("{PAGE_ORIGIN}/{}", self.inside(file)), |book| book.url.clone())
    }

    /// Where a script lies that was put in.
    pub(super) fn url_of(&self, wanted: &Wanted) -> String {
        let book = if let Wanted::File(path) = wanted { self.books.get(path) } else { None };
        book.map(|book| book.url.clone()).unwrap_or_default()
    }

    pub(super) fn script(&self, path: &str, sources: &Sources) -> Option<&Prepared> {
        let book = self.books.get(path)?;
        Some(book.script.get_or_init(|| program::classic(&book.file, &book.text, sources)))
    }

    pub(super) fn module(&self, path: &str, sources: &Sources) -> Option<&Prepared> {
        Some(self.books.get(path)?.module(sources))
    }

    /// Whether there is a file for this address: the package's, or one that is given for it.
    pub(super) fn has(&self, url: &str) -> bool {
        let is_held = |path: String| self.held.scripts.contains_key(&path) || self.held.others.contains_key(&path);
        self.held.given(url).is_some() || in_package(url).is_some_and(is_held)
    }

    /// What the page gets that fetches this address; `None` where it is none of the package's.
    pub(super) fn fetched(&self, method: &str, url: &str) -> Option<Fetched> {
        let path = in_package(url)?;
        let file = self.held.scripts.get(&path).map(Some).or_else(|| self.held.others.get(&path).map(Option::as_ref));
        Some(match (method, file) {
            ("GET" | "HEAD", None) => Fetched::Status(404),
            ("GET", Some(Some(text))) => Fetched::Text { text: Arc::clone(text), kind: kind(&path) },
            ("HEAD", Some(_)) => Fetched::Status(200),
            ("GET", Some(None)) => Fetched::NoText(path),
            _ => Fetched::Status(405),
        })
    }

    /// What a script element's `src` means; one that begins with the page's own origin is of the package too.
    pub(super) fn wanted(&self, src: &str) -> Wanted {
        let src = own(src);
        if let Some((url, given)) = self.held.given(src) {
            return given.text.as_ref().map_or_else(|why| Wanted::Missing(why.clone()), |_| Wanted::File(url.clone()));
        }
        if self.client.is_sdk(src) {
            return Wanted::Sdk;
        }
        if is_remote(src) {
            return Wanted::Missing(format!(
                "the script \"{src}\" lies on the web, and nothing is loaded from there; {GIVE} --map {src}=FILE"
            ));
        }
        match resolved(&self.page, src) {
            Some(path) if self.books.contains_key(&path) => Wanted::File(path),
            path => Wanted::Missing(self.missing("the script", src, path.as_deref())),
        }
    }

    /// `name` means the file `path`, which is not there.
    fn missing(&self, what: &str, name: &str, path: Option<&str>) -> String {
        let near = path.and_then(|path| crate::spelling::nearest(path, self.books.keys().map(String::as_str)));
        let near =
            near.map_or_else(|| "add the file".to_owned(), |near| format!("the nearest file is \"/{near}\": name that, or add the file"));
        format!("{what} \"{name}\" does not exist in the package; {near}")
    }

    /// The path in the package of a file as places show it.
    fn inside<'f>(&self, file: &'f str) -> &'f str {
        file.strip_prefix(self.held.root.as_str()).unwrap_or(file).trim_start_matches('/')
    }

    /// The script of a file as places show it.
    fn book(&self, file: &str) -> Option<&Book> {
        let is_it = |book: &&Book| book.file == file;
        self.books.get(self.inside(file)).filter(is_it).or_else(|| self.books.values().find(is_it))
    }

    /// The file of the module that one in `base` calls `name`: the engine knows modules by their files.
    fn imported(&self, base: &str, name: &str) -> std::result::Result<String, String> {
        if let Some((_, given)) = self.held.given(name) {
            return of_given(given);
        }
        let mapped = self.imports.get(name).map(|path| (self.page.as_str(), path.as_str()));
        let by_folder = || {
            let fits = self
                .imports
                .iter()
                .filter(|(key, _)| key.ends_with('/') && name.starts_with(key.as_str()))
                .max_by_key(|(key, _)| key.len());
            fits.map(|(key, folder)| folder.clone() + &name[key.len()..])
        };
        let (from, path) = match (mapped, by_folder()) {
            (Some((from, path)), _) => (from, path.to_owned()),
            (None, Some(path)) => (self.page.as_str(), path),
            (None, None) if own(name).starts_with(['.', '/']) || is_remote(own(name)) => (self.inside(base), own(name).to_owned()),
            (None, None) => {
                return Err(format!("\"{name}\" is no path; write \"./{name}.js\", add an import map, or bundle the page's scripts"));
            }
        };
        if let Some((_, given)) = self.held.given(&path) {
            return of_given(given);
        }
        if is_remote(&path) {
            return Err(format!("the module \"{path}\" lies on the web, and nothing is loaded from there; {GIVE} --map {path}=FILE"));
        }
        let path = resolved(from, &path);
        let found = path.as_ref().and_then(|path| self.books.get(path));
        found.map(|book| book.file.clone()).ok_or_else(|| self.missing("the module", name, path.as_deref()))
    }
}

/// The file of a module that `--map` gives.
fn of_given(given: &package::Mapped) -> std::result::Result<String, String> {
    given.text.as_ref().map(|_| given.file.clone()).map_err(Clone::clone)
}

/// What a page gets that fetches a file of its package.
pub(super) enum Fetched {
    Text {
        text: Arc<str>,
        kind: &'static str,
    },
    /// This HTTP status, and nothing else.
    Status(u16),
    /// The file is there, and is no text.
    NoText(String),
}

/// What a static server says that a file is, by its ending.
fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase().as_str() {
        "json" | "map" => "application/json",
        "html" | "htm" => "text/html",
        "css" => "text/css",
        "js" | "mjs" => "text/javascript",
        "svg" => "image/svg+xml",
        "xml" => "application/xml",
        "csv" => "text/csv",
        _ => "text/plain;charset=UTF-8",
    }
}

/// The path in the package that a whole address of the page's own origin means.
fn in_package(url: &str) -> Option<String> {
    let path = url.strip_prefix(PAGE_ORIGIN)?.split(['?', '#']).next().unwrap_or_default();
    walked("", &String::from_utf8(decoded(path)).ok()?)
}

/// An address of the page's own origin as its path.
fn own(address: &str) -> &str {
    address.strip_prefix(PAGE_ORIGIN).filter(|path| path.starts_with('/')).unwrap_or(address)
}

/// The path in the package that `reference` means where it is written in the file `from`.
fn resolved(from: &str, reference: &str) -> Option<String> {
    let reference = reference.split(['?', '#']).next().unwrap_or_default();
    walked(from.rsplit_once('/').map_or("", |(folder, _)| folder), reference)
}

/// The engine's way to a program's shelf.
pub(super) struct Librarian(pub(super) Arc<program::Program>);

impl Resolver for Librarian {
    fn resolve<'js>(&mut self, ctx: &Ctx<'js>, base: &str, name: &str, _: Option<ImportAttributes<'js>>) -> Result<String> {
        let found = self.0.shelf.imported(base, name);
        found.map_err(|why| rquickjs::Exception::throw_type(ctx, &format!("cannot import: {why}")))
    }
}

impl Loader for Librarian {
    fn load<'js>(&mut self, ctx: &Ctx<'js>, name: &str, _: Option<ImportAttributes<'js>>) -> Result<Module<'js, Declared>> {
        let book = self.0.shelf.book(name);
        match book.map(|book| (book.module(&self.0.sources), &book.url)) {
            Some((Prepared::Module(code), url)) => bytecode::declare(ctx, code, url),
            Some((Prepared::Broken(defect), _)) => {
                let at = defect.at.as_ref().map(|at| format!(" ({}:{}:{})", at.file, at.line, at.column)).unwrap_or_default();
                let why = defect.text.trim_start_matches("threw SyntaxError: ");
                Err(rquickjs::Exception::throw_syntax(ctx, &format!("{why}{at}")))
            }
            _ => Err(Error::new_loading(name)),
        }
    }
}
