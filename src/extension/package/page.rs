use super::error::PackageError;
use super::files::{self, Lost, Root};
use super::html::{self, Found, Markup};
use super::lines::{Lines, Spanned, whole};
use super::read::MAX_FILE;
use super::sdk::{self, Remote, SDK_URL};
use crate::extension::Place;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One widget's page: what is needed to run it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The HTML file, as a person would open it.
    pub file: String,
    /// Its scripts in the order in which they run: in document order, deferred ones last.
    pub scripts: Vec<Script>,
    /// Its elements and text, in document order.
    pub markup: Vec<Markup>,
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
}

/// A script's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    /// The client SDK, from the CDN or a copy: the sandbox brings its own.
    Sdk,
    /// JavaScript.
    Source(Arc<str>),
    /// The code of `<body onload="…">`: it becomes the page's load handler when its turn comes.
    OnLoad(Arc<str>),
}

/// Reads pages of one package.
pub(super) struct Pages<'r> {
    pub(super) root: &'r Root,
    pub(super) maps: &'r BTreeMap<String, PathBuf>,
}

impl Pages<'_> {
    /// The page that a widget's `url` names, with those of its scripts that can be read; its faults go to `errors`.
    pub(super) fn read(&self, url: &Spanned<String>, errors: &mut Vec<PackageError>) -> Option<Page> {
        let fault = |(text, edit): (String, String)| PackageError::new(url.at.clone(), text, edit);
        if let Some(file) = self.maps.get(url.as_str()) {
            let folder = Root::open(file.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."))).ok();
            let read = files::read_file(file).map_err(|lost| fault(mapped(&lost, url, file)));
            let html = read.map_err(|error| errors.push(error)).ok()?;
            let inner = Pages { root: folder.as_ref().unwrap_or(self.root), maps: self.maps };
            return inner.page(&file.display().to_string(), Path::new(""), &html, errors);
        }
        if sdk::is_remote(url) {
            let text = format!("the widget's page lies on the web: \"{}\"", url.value);
            errors.push(fault((text, format!("ship the page in the package, or give a local copy: --map {}=FILE", url.value))));
            return None;
        }
        let inside = Root::resolve(Path::new(""), sdk::without_query(url));
        let read =
            inside.and_then(|inside| self.root.read(&inside).map(|html| (inside.clone(), html)).map_err(|lost| self.hint(lost, &inside)));
        let (inside, html) = read.map_err(|lost| errors.push(fault(self.lost(&lost, "the widget's page", url)))).ok()?;
        let folder = inside.parent().unwrap_or(Path::new(""));
        self.page(&self.root.show(&inside), folder, &html, errors)
    }

    fn page(&self, file: &str, folder: &Path, html: &str, errors: &mut Vec<PackageError>) -> Option<Page> {
        let read = html::read(html);
        let lines = Lines::new(file, html);
        if read.scripts.is_empty() {
            let edit = format!("load the client SDK and your code: <script src=\"{SDK_URL}\"></script>");
            errors.push(PackageError::new(whole(file), "page has no script", edit));
            return None;
        }
        let (mut scripts, mut deferred) = (Vec::new(), Vec::new());
        for found in read.scripts {
            let (place, is_deferred) = (lines.place(found.offset()), matches!(found, Found::File { defer: true, .. }));
            match self.script(found, place, folder) {
                Ok(script) if is_deferred => deferred.push(script),
                Ok(script) => scripts.push(script),
                Err(error) => errors.push(error),
            }
        }
        scripts.append(&mut deferred);
        Some(Page { file: file.to_owned(), scripts, markup: read.markup })
    }

    fn script(&self, found: Found, at: Place, folder: &Path) -> Result<Script, PackageError> {
        match found {
            Found::Inline { code, .. } => Ok(Script { at, code: Code::Source(code.into()), is_sdk: false }),
            Found::OnLoad { code, .. } => Ok(Script { at, code: Code::OnLoad(code.into()), is_sdk: false }),
            Found::Module { .. } => {
                let edit = "bundle it into a classic script, and leave out type=\"module\"";
                Err(PackageError::new(at, "scripts of type \"module\" are not supported yet", edit))
            }
            Found::Unclosed { .. } => Err(PackageError::new(at, "this script is never closed: no browser runs it", "add </script>")),
            Found::File { src, .. } => {
                let src = src.trim();
                self.file(src, &at, folder).map_err(|(text, edit)| PackageError::new(at, text, edit).under(sdk::rule(src)))
            }
        }
    }

    fn file(&self, src: &str, at: &Place, folder: &Path) -> Result<Script, (String, String)> {
        if let Some(file) = self.maps.get(src).or_else(|| self.maps.get(&format!("https:{src}"))) {
            let code = files::read_file(file).map_err(|lost| mapped(&lost, src, file))?;
            let is_sdk = matches!(sdk::remote(src), Remote::Sdk) || sdk::is_copy(file);
            return Ok(Script { is_sdk, ..first_line(file.display().to_string(), code) });
        }
        if sdk::is_remote(src) {
            return match sdk::remote(src) {
                Remote::Sdk => Ok(Script { at: at.clone(), code: Code::Sdk, is_sdk: true }),
                Remote::AlmostSdk => Err((format!("\"{src}\" is not where the client SDK lies"), format!("write src=\"{SDK_URL}\""))),
                Remote::Other => {
                    let text = format!("the script \"{src}\" lies on the web, and nothing is loaded from there");
                    Err((text, format!("download it, and say where it is: --map {src}=FILE")))
                }
            };
        }
        if src.is_empty() {
            return Err(("a script with an empty src".to_owned(), "name the script's file in src".to_owned()));
        }
        let inside = Root::resolve(folder, sdk::without_query(src)).map_err(|lost| self.lost(&lost, "the script", src))?;
        let read = self.root.read(&inside).map_err(|lost| self.lost(&self.hint(lost, &inside), "the script", src))?;
        if sdk::is_copy(&inside) {
            return Ok(Script { at: at.clone(), code: Code::Sdk, is_sdk: true });
        }
        Ok(first_line(self.root.show(&inside), read))
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

impl Found {
    fn offset(&self) -> usize {
        match self {
            Self::Inline { offset, .. } | Self::File { offset, .. } | Self::OnLoad { offset, .. } => *offset,
            Self::Module { offset } | Self::Unclosed { offset } => *offset,
        }
    }
}

impl Lost {
    /// What is wrong with a file that is there.
    pub(super) fn unreadable(&self, what: &str) -> (String, String) {
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
    Script { at: Place { file, line: 1, column: 1 }, code: Code::Source(code.into()), is_sdk: false }
}

fn mapped(lost: &Lost, url: &str, file: &Path) -> (String, String) {
    let (text, _) = lost.unreadable(&format!("the file {} that --map gives for \"{url}\"", file.display()));
    (text, format!("give another one: --map {url}=FILE"))
}
