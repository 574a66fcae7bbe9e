//! Reads the catalogue's YAML files, checks them against the shapes of `src/catalog/data`, and packs them into one JSON text that loads
//! quickly. A slip in a file stops the build with `file:line:column`; all slips are told at once.

#[expect(dead_code, unreachable_pub, unused_imports, reason = "the same folder is a module of the library, which uses all of it")]
#[path = "src/catalog/data/mod.rs"]
mod data;

use data::{Data, Event, Filed, Hook, Platform, Table};
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=catalog");
    println!("cargo::rerun-if-changed=build.rs");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("catalog");
    let mut files = Vec::new();
    let mut slips = Vec::new();
    list(&root, &root, &mut files, &mut slips);
    files.sort();
    let mut read = Read { slips, ..Read::default() };
    for file in &files {
        read.file(&root, file);
    }
    read.finish();
    if !read.slips.is_empty() {
        for slip in &read.slips {
            println!("cargo::error={}", slip.replace('\n', " "));
        }
        process::exit(1);
    }
    let packed = serde_json::to_string(&read.data).expect("plain data has a JSON form");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("catalog.json");
    fs::write(&out, packed).unwrap_or_else(|error| panic!("{} cannot be written: {error}", out.display()));
}

/// Every YAML file below `folder`; anything else is a slip.
fn list(root: &Path, folder: &Path, files: &mut Vec<PathBuf>, slips: &mut Vec<String>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return slips.push(format!("catalog/{}: cannot be read: {error}", below(root, folder))),
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            list(root, &path, files, slips);
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            files.push(path);
        } else {
            slips.push(format!("catalog/{}: is no .yaml file: rename or remove it", below(root, &path)));
        }
    }
}

/// A path as the catalogue calls it, with `/` on every platform.
fn below(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}

#[derive(Default)]
struct Read {
    data: Data,
    events: Vec<Event>,
    hooks: Vec<Hook>,
    slips: Vec<String>,
}

impl Read {
    /// One file: `<platform>/<kind>.yaml` or `<platform>/<kind>/….yaml`.
    fn file(&mut self, root: &Path, path: &Path) {
        let name = below(root, path);
        let kind = name.split('/').nth(1).unwrap_or_default().trim_end_matches(".yaml").to_owned();
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => return self.slips.push(format!("catalog/{name}: cannot be read: {error}")),
        };
        let slips = &mut self.slips;
        if Platform::of(&name).is_none() {
            let known = Platform::ALL.map(Platform::folder).join(" or ");
            return slips.push(format!("catalog/{name}: its first folder is no platform's: move it below {known}"));
        }
        match kind.as_str() {
            "events" => self.events.extend(parse(&name, &text, slips).map(|event| Event { file: name, ..event })),
            "hooks" => self.hooks.extend(parse(&name, &text, slips).map(|hook| Hook { file: name, ..hook })),
            "locations" => entries(&name, &text, &mut self.data.locations, slips, |entry| &mut entry.file),
            "properties" => entries(&name, &text, &mut self.data.properties, slips, |entry| &mut entry.file),
            "exchanges" => entries(&name, &text, &mut self.data.exchanges, slips, |entry| &mut entry.file),
            "calls" => entries(&name, &text, &mut self.data.calls, slips, |entry| &mut entry.file),
            "rules" => entries(&name, &text, &mut self.data.rules, slips, |entry| &mut entry.file),
            "quirks" => entries(&name, &text, &mut self.data.quirks, slips, |entry| &mut entry.file),
            "limits" => entries(&name, &text, &mut self.data.limits, slips, |entry| &mut entry.file),
            "messages" => entries(&name, &text, &mut self.data.messages, slips, |entry| &mut entry.file),
            other => slips.push(format!(
                "catalog/{name}: \"{other}\" is no kind of entry: use events, hooks, locations, properties, exchanges, calls, rules, quirks, limits or messages"
            )),
        }
    }

    /// Events and hooks stand in files of their own: their rules give the order.
    fn finish(&mut self) {
        self.events.sort_by(|one, other| order(&one.file, &one.rule, &one.name).cmp(&order(&other.file, &other.rule, &other.name)));
        self.hooks.sort_by(|one, other| order(&one.file, &one.rule, &one.name).cmp(&order(&other.file, &other.rule, &other.name)));
        for event in self.events.drain(..) {
            let file = event.file.clone();
            file_away(&file, &mut self.data.events, event, &mut self.slips);
        }
        for hook in self.hooks.drain(..) {
            let file = hook.file.clone();
            file_away(&file, &mut self.data.hooks, hook, &mut self.slips);
        }
    }
}

/// By platform, then by rule.
fn order<'a>(file: &str, rule: &'a str, name: &'a str) -> (Option<Platform>, &'a str, &'a str) {
    (Platform::of(file), rule, name)
}

fn entries<T: DeserializeOwned + Filed>(
    name: &str,
    text: &str,
    table: &mut Table<T>,
    slips: &mut Vec<String>,
    file: fn(&mut T) -> &mut String,
) {
    for mut entry in parse::<Vec<T>>(name, text, slips).unwrap_or_default() {
        name.clone_into(file(&mut entry));
        file_away(name, table, entry, slips);
    }
}

fn file_away<T: Filed>(name: &str, table: &mut Table<T>, entry: T, slips: &mut Vec<String>) {
    if let Err(entry) = table.push(entry) {
        let label = entry.label();
        let slip = if label.is_empty() { "an entry has an empty name".to_owned() } else { format!("\"{label}\" is there twice: keep one") };
        slips.push(format!("catalog/{name}: {slip}"));
    }
}

fn parse<T: DeserializeOwned>(name: &str, text: &str, slips: &mut Vec<String>) -> Option<T> {
    let options = serde_yaml::options! { strict_booleans: true, with_snippet: false };
    match serde_yaml::from_str_with_options(text, options) {
        Ok(value) => Some(value),
        Err(error) => {
            let (line, column) = error.location().map_or((1, 1), |at| (at.line(), at.column()));
            let text = error.to_string();
            // The place stands in front already.
            let text = text.split(" at line ").next().unwrap_or(&text);
            slips.push(format!("catalog/{name}:{line}:{column}: {text}"));
            None
        }
    }
}
