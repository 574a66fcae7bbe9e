use super::error::PackageError;
use super::files::{self, Lost, Root};
use super::html::{self, Found, FoundScript, Markup, When};
use super::lines::{Lines, Spanned, whole};
use super::read::MAX_FILE;
use super::sdk::{self, Client, Remote};
use super::shelf::{self, Shelf};
use crate::extension::Place;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One widget's page: what is needed to run it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The HTML file, as a person would open it.
    pub file: String,
    /// Its path in the package, `/app/widget.html`.
    pub path: String,
    /// Its scripts in the order in which they run: in document order, then the deferred ones, then those that run as soon as they are there.
    pub scripts: Vec<Script>,
    /// What its attributes such as `onclick` run, in document order.
    pub handlers: Vec<Handler>,
    /// Its elements and text, in document order.
    pub markup: Vec<Markup>,
    /// What its import map says: what a module calls another one → where that lies.
    pub imports: BTreeMap<String, String>,
    /// Whether its scripts may load others while they run.
    pub loads: bool,
    /// What they can load, fetch or show; empty where they do nothing of it.
    pub shelf: Arc<Shelf>,
    /// Whose client SDK it talks to its host with.
    pub client: Client,
}

/// The code of an attribute such as `onclick`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handler {
    /// Its first character.
    pub at: Place,
    /// JavaScript, the body of a function of `event`.
    pub code: Arc<str>,
}

/// One script of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// Its first character: in the HTML for an inline script, else line 1 of its own file.
    pub at: Place,
    /// What it holds.
    pub code: Code,
    /// Whether it is a copy of the client SDK: places are those of the code that calls it.
    pub is_sdk: bool,
    /// When it runs.
    pub when: When,
    /// Whether it is an ES module.
    pub is_module: bool,
    /// How much of the page's markup is there when it runs in its order.
    pub until: usize,
}

impl Script {
    /// Its text; the client SDK that sandboxes bring has none.
    fn text(&self) -> Option<&str> {
        match &self.code {
            Code::Sdk => None,
            Code::Source(code) | Code::OnLoad(code) => Some(code),
        }
    }
}

/// A script's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    /// The client SDK from its place on the web: the sandbox brings its own.
    Sdk,
    /// JavaScript.
    Source(Arc<str>),
    /// The code of `<body onload="…">`: it becomes the page's load handler when its turn comes.
    OnLoad(Arc<str>),
}

/// Reads pages of one package.
pub(in crate::extension) struct Pages<'r> {
    root: &'r Root,
    maps: &'r BTreeMap<String, PathBuf>,
    client: Client,
    /// Read once one page of the package needs it.
    known: OnceCell<Arc<Shelf>>,
}

impl<'r> Pages<'r> {
    pub(in crate::extension) fn new(root: &'r Root, maps: &'r BTreeMap<String, PathBuf>, client: Client) -> Self {
        Self { root, maps, client, known: OnceCell::new() }
    }

    /// The page that a widget's `url` names, with those of its scripts that can be read; its faults go to `errors`.
    pub(in crate::extension) fn read(&self, url: &Spanned<String>, errors: &mut Vec<PackageError>) -> Option<Page> {
        let fault = |(text, edit): (String, String)| PackageError::new(url.at.clone(), text, edit);
        if let Some(file) = self.maps.get(url.as_str()) {
            let folder = Root::open(file.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."))).ok();
            let read = files::read_file(file).map_err(|lost| fault(mapped(&lost, url, file)));
            let html = read.map_err(|error| errors.push(error)).ok()?;
            let inner = Pages::new(folder.as_ref().unwrap_or(self.root), self.maps, self.client);
            return inner.page(&file.display().to_string(), Path::new(file.file_name().unwrap_or_default()), &html, errors);
        }
        if sdk::is_remote(url) {
            let text = format!("{} lies on the web: \"{}\"", self.client.page(), url.value);
            errors.push(fault((text, format!("ship the page in the package, or give a local copy: --map {}=FILE", url.value))));
            return None;
        }
        let inside = self.root.resolve(Path::new(""), sdk::without_query(url));
        let read =
            inside.and_then(|inside| self.root.read(&inside).map(|html| (inside.clone(), html)).map_err(|lost| self.hint(lost, &inside)));
        let (inside, html) = read.map_err(|lost| errors.push(fault(self.lost(&lost, self.client.page(), url)))).ok()?;
        self.page(&self.root.show(&inside), &inside, &html, errors)
    }

    fn page(&self, file: &str, inside: &Path, html: &str, errors: &mut Vec<PackageError>) -> Option<Page> {
        let read = html::read(html).map_err(|html::TooMuch(what)| {
            errors.push(PackageError::new(whole(file), format!("page has {what}"), "make it smaller"));
        });
        let (read, lines) = (read.ok()?, Lines::new(file, html));
        // What an app shows may be no more than it says.
        if read.scripts.is_empty() && self.client == Client::Desk {
            let edit = format!("load the client SDK and your code: <script src=\"{}\"></script>", self.client.source());
            errors.push(PackageError::new(whole(file), "page has no script", edit));
            return None;
        }
        let (folder, mut imports) = (inside.parent().unwrap_or(Path::new("")), BTreeMap::new());
        let mut scripts: Vec<Script> = Vec::new();
        for FoundScript { offset, what, when, is_module, until } in read.scripts {
            let at = lines.place(offset);
            match what {
                Found::Imports(text) => match import_map(&at, &text) {
                    Ok(said) => imports.extend(said),
                    Err(error) => errors.push(error),
                },
                what => match self.script(what, at, folder) {
                    Ok(script) => {
                        // What runs as soon as it is there, and is there already, runs in its order.
                        let is_there = matches!(script.code, Code::Sdk) && when == When::Async;
                        scripts.push(Script { when: if is_there { When::InOrder } else { when }, is_module, until, ..script });
                    }
                    Err(error) => errors.push(error),
                },
            }
        }
        // In document order, those that wait behind those that do not.
        scripts.sort_by_key(|script| script.when as u8);
        let handlers: Vec<_> = read.handlers.into_iter().map(|it| Handler { at: lines.place(it.offset), code: it.code.into() }).collect();
        let texts = || scripts.iter().filter_map(Script::text).chain(handlers.iter().map(|handler| &*handler.code));
        let loads = scripts.iter().any(|script| script.is_module) || texts().any(shelf::loads);
        let names = loads || texts().any(shelf::names) || html::shows_pictures(&read.markup);
        let shelf = if names { self.shelf() } else { Arc::default() };
        let path = format!("/{}", inside.display()).replace('\\', "/");
        Some(Page { file: file.to_owned(), path, scripts, handlers, markup: read.markup, imports, loads, shelf, client: self.client })
    }

    /// The package's shelf, made for the first page that needs it.
    fn shelf(&self) -> Arc<Shelf> {
        Arc::clone(self.known.get_or_init(|| Arc::new(Shelf::of(self.root, self.maps, self.client))))
    }

    fn script(&self, found: Found, at: Place, folder: &Path) -> Result<Script, PackageError> {
        match found {
            Found::Inline(code) => Ok(script(at, Code::Source(code.into()))),
            Found::OnLoad(code) => Ok(script(at, Code::OnLoad(code.into()))),
            Found::Imports(_) | Found::Unclosed => {
                Err(PackageError::new(at, "this script is never closed: no browser runs it", "add </script>"))
            }
            Found::File(src) => {
                let src = src.trim();
                self.file(src, &at, folder).map_err(|(text, edit)| PackageError::new(at, text, edit).under(self.client.rule(src)))
            }
        }
    }

    fn file(&self, src: &str, at: &Place, folder: &Path) -> Result<Script, (String, String)> {
        if let Some(file) = self.maps.get(src).or_else(|| self.maps.get(&format!("https:{src}"))) {
            let code = files::read_file(file).map_err(|lost| mapped(&lost, src, file))?;
            return Ok(Script { is_sdk: shelf::stands_for_sdk(self.client, src, file), ..first_line(file.display().to_string(), code) });
        }
        if self.client.is_elsewhere(src) {
            return match self.client.remote(src) {
                Remote::Sdk => Ok(Script { is_sdk: true, ..script(at.clone(), Code::Sdk) }),
                Remote::AlmostSdk => {
                    Err((format!("\"{src}\" is not where the client SDK lies"), format!("write src=\"{}\"", self.client.source())))
                }
                Remote::Other => {
                    let text = format!("the script \"{src}\" lies on the web, and nothing is loaded from there");
                    Err((text, format!("download it, and say where it is: --map {src}=FILE")))
                }
            };
        }
        if src.is_empty() {
            return Err(("a script with an empty src".to_owned(), "name the script's file in src".to_owned()));
        }
        let inside = self.root.resolve(folder, sdk::without_query(src)).map_err(|lost| self.lost(&lost, "the script", src))?;
        let read = self.root.read(&inside).map_err(|lost| self.lost(&self.hint(lost, &inside), "the script", src))?;
        Ok(Script { is_sdk: self.client.is_copy(&inside), ..first_line(self.root.show(&inside), read) })
    }

    /// A missing file, with the nearest one that exists.
    fn hint(&self, lost: Lost, inside: &Path) -> Lost {
        match lost {
            Lost::Missing => Lost::MissingNear { inside: inside.display().to_string(), near: self.root.nearest(inside) },
            other => other,
        }
    }

    /// What is wrong with a reference, and what to write instead.
    fn lost(&self, lost: &Lost, what: &str, reference: &str) -> (String, String) {
        let root = self.root.shown.display();
        match lost {
            Lost::Leaves => (format!("{what} \"{reference}\" leaves the package"), format!("move the file into {root}, and name it there")),
            Lost::Missing => (format!("{what} \"{reference}\" does not exist"), "add the file, or name one that exists".to_owned()),
            Lost::MissingNear { inside, near } => {
                let text = format!("{what} \"{reference}\" does not exist: looked for {}", self.root.show(Path::new(inside)));
                (
                    text,
                    near.as_ref().map_or_else(
                        || "add the file".to_owned(),
                        |near| format!("the nearest file is \"/{near}\": name that, or add the file"),
                    ),
                )
            }
            other => other.unreadable(&format!("{what} \"{reference}\"")),
        }
    }
}

impl Lost {
    /// What is wrong with a file that is there.
    pub(in crate::extension) fn unreadable(&self, what: &str) -> (String, String) {
        match self {
            Self::TooLarge(bytes) => (
                format!("{what} has {bytes} bytes, more than {MAX_FILE}"),
                "make it smaller: the vendor's own tool refuses it too".to_owned(),
            ),
            Self::NotUtf8 { read, at } => {
                let (line, column) = (read.matches('\n').count() + 1, read.chars().rev().take_while(|c| *c != '\n').count() + 1);
                (format!("{what} is not UTF-8 at {line}:{column} (byte {at})"), "save it as UTF-8".to_owned())
            }
            Self::Folder => (format!("{what} is a folder"), "name a file in it".to_owned()),
            Self::Unreadable(why) => (format!("{what} cannot be read: {}", why.to_lowercase()), "make it a readable file".to_owned()),
            Self::Leaves | Self::Missing | Self::MissingNear { .. } => (format!("{what} does not exist"), "add the file".to_owned()),
        }
    }
}

fn first_line(file: String, code: String) -> Script {
    script(Place { file, line: 1, column: 1 }, Code::Source(code.into()))
}

fn script(at: Place, code: Code) -> Script {
    Script { at, code, is_sdk: false, when: When::InOrder, is_module: false, until: 0 }
}

/// What an import map says of names as a whole.
fn import_map(at: &Place, text: &str) -> Result<BTreeMap<String, String>, PackageError> {
    let wrong = |why: String| {
        PackageError::new(at.clone(), format!("the import map cannot be read: {why}"), "write {\"imports\": {\"name\": \"./file.js\"}}")
    };
    let map: serde_json::Value = serde_json::from_str(text).map_err(|fault| wrong(fault.to_string()))?;
    let imports = map["imports"].as_object().ok_or_else(|| wrong("it has no imports".to_owned()))?;
    let path = |(name, path): (&String, &serde_json::Value)| {
        let path = path.as_str().ok_or_else(|| wrong(format!("\"{name}\" is no text")))?;
        Ok((name.clone(), path.to_owned()))
    };
    imports.iter().map(path).collect()
}

/// What is wrong with the file that `--map` gives for `url`.
pub(super) fn mapped(lost: &Lost, url: &str, file: &Path) -> (String, String) {
    let (text, _) = lost.unreadable(&format!("the file {} that --map gives for \"{url}\"", file.display()));
    (text, format!("give another one: --map {url}=FILE"))
}
