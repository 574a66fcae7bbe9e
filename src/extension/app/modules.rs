use super::mount::Mounts;
use super::resolve::{PACKAGES, folder, is_relative, package, resolved};
use crate::extension::package::{PackageError, Root, walked};
use crate::spelling::nearest;
use regex::Regex;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

/// The file that an app's server begins with.
pub const SERVER: &str = "server/server.js";

/// How much of packages is read altogether.
const MAX_FILES: usize = 5_000;
const MAX_TEXT: usize = 50_000_000;

/// What an app's server can require: by paths with `/` from the app's folder, packages in `node_modules/`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Modules {
    files: BTreeMap<String, Module>,
    /// The packages that the manifest names in `dependencies`.
    dependencies: BTreeSet<String>,
}

/// One file of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    /// As a person would open it.
    pub file: String,
    /// JavaScript, or JSON where its path says so.
    pub text: Arc<str>,
}

impl Modules {
    /// Reads server.js and all that it may require; none where there is no server.js. The names of packages lead to local files by `maps`.
    pub(super) fn read(root: &Root, manifest: &Value, maps: &BTreeMap<String, PathBuf>, errors: &mut Vec<PackageError>) -> Option<Self> {
        root.read(Path::new(SERVER)).ok()?;
        let mut mounts = Mounts::new(root, maps);
        let dependencies = manifest.get("dependencies").and_then(Value::as_object);
        let dependencies = dependencies.into_iter().flatten().map(|(name, _)| name.clone()).collect();
        let mut modules = Self { files: BTreeMap::new(), dependencies };
        // What the server's own folder holds may be required by a computed path.
        let own = root.entries().into_iter().filter(|entry| !entry.is_folder && entry.path.starts_with("server/")).map(|entry| entry.path);
        let mut wanted: Vec<String> = own.filter(|path| [".js", ".json", ".cjs"].iter().any(|ending| path.ends_with(ending))).collect();
        let mut bytes = 0;
        while let Some(path) = wanted.pop() {
            if modules.files.contains_key(&path) || modules.files.len() >= MAX_FILES || bytes > MAX_TEXT {
                continue;
            }
            let Some(text) = mounts.text(&path) else { continue };
            bytes += text.len();
            for name in required(&path, &text) {
                // What was looked at on the way is looked at again when it runs.
                let mut looked = Vec::new();
                let found = resolved(&path, name, &mut |path: &str| {
                    let text = mounts.text(path)?;
                    looked.push(path.to_owned());
                    Some(text)
                });
                wanted.extend(found.map(|_| looked).unwrap_or_default());
            }
            let file = mounts.shown(&path);
            modules.files.insert(path, Module { file, text });
        }
        errors.append(&mut mounts.errors);
        Some(modules)
    }

    /// Each, by its path.
    pub fn all(&self) -> impl Iterator<Item = (&str, &Module)> {
        self.files.iter().map(|(path, module)| (path.as_str(), module))
    }

    /// The file at this path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Module> {
        self.files.get(path)
    }

    /// The path of the module that the one at `from` calls `name`.
    ///
    /// # Errors
    /// There is none: why, and what to do.
    pub fn resolve(&self, from: &str, name: &str) -> Result<String, String> {
        let found = resolved(from, name, &mut |path: &str| self.files.get(path).map(|module| Arc::clone(&module.text)));
        found.ok_or_else(|| self.missing(from, name))
    }

    fn missing(&self, from: &str, name: &str) -> String {
        if is_relative(name) {
            let (wanted, own) =
                (walked(folder(from), name).unwrap_or_default(), || self.files.keys().filter(|path| !path.starts_with(PACKAGES)));
            let near = nearest(&wanted, own().map(|path| stem(path))).and_then(|near| own().find(|path| stem(path) == near));
            let edit =
                near.map_or_else(|| "add the file".to_owned(), |near| format!("the nearest file is {near}: name that, or add the file"));
            return format!("require(\"{name}\"): there is no such file; {edit}");
        }
        let package = package(name);
        let mapped = format!("give it a local file or a package's folder: --map {package}=node_modules/{package}");
        if NODE.contains(&package.trim_start_matches("node:")) {
            return format!("require(\"{name}\"): Node's own modules are not there; do without, or {mapped}");
        }
        if self.dependencies.contains(package) {
            return format!("require(\"{name}\"): the package is in the manifest's dependencies, and nothing is installed here; {mapped}");
        }
        format!(
            "require(\"{name}\"): the Freshworks sandbox has only packages that the manifest lists in dependencies; add \"{package}\" there, and {mapped}"
        )
    }
}

/// What Node brings itself.
const NODE: [&str; 24] = [
    "assert",
    "async_hooks",
    "buffer",
    "child_process",
    "crypto",
    "dns",
    "events",
    "fs",
    "http",
    "http2",
    "https",
    "net",
    "os",
    "path",
    "process",
    "punycode",
    "querystring",
    "stream",
    "string_decoder",
    "timers",
    "tls",
    "url",
    "util",
    "zlib",
];

/// The modules that a script requires by their names. Whatever looks like it counts: what is never required is never run.
fn required<'t>(path: &str, text: &'t str) -> Vec<&'t str> {
    static CALL: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r#"\brequire\s*\(\s*['"`]([^'"`\n]{1,200})['"`]"#).ok());
    if path.ends_with(".json") {
        return Vec::new();
    }
    let calls = CALL.as_ref().into_iter().flat_map(|call| call.captures_iter(text));
    calls.filter_map(|found| found.get(1)).map(|name| name.as_str()).collect()
}

/// A path without its ending, as most modules are named.
fn stem(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(stem, _)| stem)
}
