//! What scripts can load while they run: the package's other scripts, each compiled once, when it is first asked for.

use super::bytecode;
use super::program::{self, Prepared};
use super::stack::Sources;
use super::wire::PAGE_ORIGIN;
use crate::extension::package::{self, Page, walked};
use rquickjs::loader::{ImportAttributes, Loader, Resolver};
use rquickjs::{Ctx, Error, Module, Result, module::Declared};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// The scripts of a package, by their paths in it.
pub(super) struct Shelf {
    root: String,
    /// The page's path in the package, `app/widget.html`.
    page: String,
    imports: BTreeMap<String, String>,
    books: BTreeMap<String, Book>,
    others: BTreeSet<String>,
}

struct Book {
    /// As places show it.
    file: String,
    text: Arc<str>,
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

impl Shelf {
    pub(super) fn new(page: &Page) -> Self {
        let root = &page.shelf.root;
        let book = |(path, text): (&String, &Arc<str>)| {
            let file = std::path::Path::new(root).join(path).display().to_string();
            (path.clone(), Book { file, text: Arc::clone(text), script: OnceLock::new(), module: OnceLock::new() })
        };
        Self {
            root: root.clone(),
            page: page.path.trim_start_matches('/').to_owned(),
            imports: page.imports.clone(),
            books: page.shelf.files.iter().map(book).collect(),
            others: page.shelf.others.clone(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.books.is_empty()
    }

    /// Each file, as places show it, with its text.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &Arc<str>)> {
        self.books.values().map(|book| (book.file.as_str(), &book.text))
    }

    pub(super) fn script(&self, path: &str, sources: &Sources) -> Option<&Prepared> {
        let book = self.books.get(path)?;
        Some(book.script.get_or_init(|| program::classic(&book.file, &book.text, sources)))
    }

    pub(super) fn module(&self, path: &str, sources: &Sources) -> Option<&Prepared> {
        let book = self.books.get(path)?;
        Some(book.module.get_or_init(|| program::module(&book.file, &book.text, sources)))
    }

    /// Whether the package has a file at this path.
    pub(super) fn has(&self, path: &str) -> bool {
        let path = path.trim_start_matches('/');
        self.books.contains_key(path) || self.others.contains(path)
    }

    /// What a script element's `src` means; one that begins with the page's own origin is of the package too.
    pub(super) fn wanted(&self, src: &str) -> Wanted {
        let src = own(src);
        if package::is_sdk(src) {
            return Wanted::Sdk;
        }
        if package::is_remote(src) {
            return Wanted::Missing(format!(
                "the script \"{src}\" lies on the web, and nothing is loaded from there; ship it in the package"
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
    pub(super) fn inside<'f>(&self, file: &'f str) -> &'f str {
        file.strip_prefix(self.root.as_str()).unwrap_or(file).trim_start_matches('/')
    }

    /// The file of the module that one in `base` calls `name`: the engine knows modules by their files.
    fn imported(&self, base: &str, name: &str) -> std::result::Result<String, String> {
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
            (None, None) if own(name).starts_with(['.', '/']) => (self.inside(base), own(name).to_owned()),
            (None, None) => {
                return Err(format!("\"{name}\" is no path; write \"./{name}.js\", add an import map, or bundle the page's scripts"));
            }
        };
        let path = resolved(from, &path);
        let found = path.as_ref().and_then(|path| self.books.get(path));
        found.map(|book| book.file.clone()).ok_or_else(|| self.missing("the module", name, path.as_deref()))
    }
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
        let path = self.0.shelf.inside(name);
        match self.0.shelf.module(path, &self.0.sources) {
            Some(Prepared::Module(code)) => bytecode::declare(ctx, code, path),
            Some(Prepared::Broken(defect)) => {
                let at = defect.at.as_ref().map(|at| format!(" ({}:{}:{})", at.file, at.line, at.column)).unwrap_or_default();
                let why = defect.text.trim_start_matches("threw SyntaxError: ");
                Err(rquickjs::Exception::throw_syntax(ctx, &format!("{why}{at}")))
            }
            _ => Err(Error::new_loading(name)),
        }
    }
}
