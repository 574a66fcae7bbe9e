//! Which module a `require` means, as Node finds it. Paths have `/` and begin at the app's folder; what is mapped lies in `node_modules/`.

use crate::extension::package::walked;
use serde_json::Value;
use std::sync::Arc;

/// Where packages are, seen from the app.
pub(super) const PACKAGES: &str = "node_modules";

/// The path of the module that a file of the folder of `from` calls `name`. `text` is a file's text, where there is such a file.
pub(super) fn resolved(from: &str, name: &str, text: &mut dyn FnMut(&str) -> Option<Arc<str>>) -> Option<String> {
    if is_relative(name) {
        return found(&walked(folder(from), name)?, text);
    }
    // What lies in the app's own folder besides is not packed.
    let from = if from.starts_with(PACKAGES) { folder(from) } else { "" };
    above(from).find_map(|folder| found(&joined(folder, &format!("{PACKAGES}/{name}")), text))
}

/// The folder of a file.
pub(super) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Whether a module is named by its path.
pub(super) fn is_relative(name: &str) -> bool {
    name == "." || name == ".." || ["./", "../", "/"].iter().any(|start| name.starts_with(start))
}

/// The package of a name such as `lodash/get` or `@scope/name/file`.
pub(super) fn package(name: &str) -> &str {
    let parts = if name.starts_with('@') { 2 } else { 1 };
    name.match_indices('/').nth(parts - 1).map_or(name, |(end, _)| &name[..end])
}

/// The folder and each one around it, but for those of packages themselves.
fn above(inner: &str) -> impl Iterator<Item = &str> {
    let all = std::iter::successors(Some(inner), |inner| (!inner.is_empty()).then(|| folder(inner)));
    all.filter(|folder| *folder != PACKAGES && !folder.ends_with("/node_modules"))
}

fn joined(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// The file of this path, with an ending, or of the folder.
fn found(path: &str, text: &mut dyn FnMut(&str) -> Option<Arc<str>>) -> Option<String> {
    as_file(path, text).or_else(|| {
        let main = text(&joined(path, "package.json")).and_then(|about| main(&about));
        let main = main
            .and_then(|main| walked(path, &main))
            .and_then(|main| as_file(&main, text).or_else(|| as_file(&joined(&main, "index"), text)));
        main.or_else(|| as_file(&joined(path, "index"), text))
    })
}

fn as_file(path: &str, text: &mut dyn FnMut(&str) -> Option<Arc<str>>) -> Option<String> {
    ["", ".js", ".json", ".cjs"].iter().map(|ending| format!("{path}{ending}")).find(|file| text(file).is_some())
}

/// What a package's package.json says is its main module. There is nothing of Node's own here, so that the one for browsers goes first.
fn main(about: &str) -> Option<String> {
    let about: Value = serde_json::from_str(about).ok()?;
    let exported = about.pointer("/exports/./browser/require").or_else(|| about.pointer("/exports/browser/require"));
    let main = exported.or_else(|| about.get("browser")).filter(|main| main.is_string()).or_else(|| about.get("main"));
    main?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_found_as_node_finds_them() {
        let files = [
            ("server/server.js", ""),
            ("server/lib/a.js", ""),
            ("server/lib/b.json", "{}"),
            ("server/kit/index.js", ""),
            ("node_modules/request/package.json", r#"{"main": "lib"}"#),
            ("node_modules/request/lib/index.js", ""),
            ("node_modules/request/node_modules/deep/index.js", ""),
            ("node_modules/axios/package.json", r#"{"main": "i.js", "exports": {".": {"browser": {"require": "./dist/b.cjs"}}}}"#),
            ("node_modules/axios/dist/b.cjs", ""),
            ("node_modules/@a/b/package.json", r#"{"main": "./x", "browser": {"x": "y"}}"#),
            ("node_modules/@a/b/x.js", ""),
        ];
        let mut text = |path: &str| files.iter().find(|(file, _)| *file == path).map(|(_, text)| Arc::from(*text));
        for (from, name, expected) in [
            ("server/server.js", "./lib/a", Some("server/lib/a.js")),
            ("server/server.js", "./lib/a.js", Some("server/lib/a.js")),
            ("server/server.js", "lib/a", None),
            ("server/lib/a.js", "./b.json", Some("server/lib/b.json")),
            ("server/lib/a.js", "../kit", Some("server/kit/index.js")),
            ("server/lib/a.js", "../../../x", None),
            ("server/lib/a.js", "request", Some("node_modules/request/lib/index.js")),
            ("node_modules/request/lib/index.js", "deep", Some("node_modules/request/node_modules/deep/index.js")),
            ("node_modules/axios/dist/b.cjs", "deep", None),
            ("server/server.js", "axios", Some("node_modules/axios/dist/b.cjs")),
            ("server/server.js", "@a/b", Some("node_modules/@a/b/x.js")),
            ("server/server.js", "@a/b/x", Some("node_modules/@a/b/x.js")),
            ("server/server.js", "request/lib", Some("node_modules/request/lib/index.js")),
        ] {
            assert_eq!(resolved(from, name, &mut text).as_deref(), expected, "{name} in {from}");
        }
    }

    #[test]
    fn a_name_is_of_a_package() {
        for (name, expected) in [("a", "a"), ("a/b/c", "a"), ("@a/b", "@a/b"), ("@a/b/c", "@a/b"), ("@a", "@a")] {
            assert_eq!(package(name), expected);
        }
    }
}
