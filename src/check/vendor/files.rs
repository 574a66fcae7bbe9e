//! What lies in the folder `app`.

use super::super::found::Found;
use super::look::Broke;
use super::value::length;
use crate::extension::package::{Entry, MAX_FILE};
use std::sync::LazyLock;

const MAX_NAME: usize = 50;
const MAX_FILES: usize = 250;

/// The endings that can be packed, by the kinds in which the tool goes through files.
const KINDS: [(Kind, &[&str]); 6] = [
    (Kind::Images, &[".jpg", ".jpeg", ".png", ".gif", ".svg"]),
    (Kind::Scripts, &[".js"]),
    (Kind::Styles, &[".css", ".woff", ".woff2", ".ttf", ".eot", ".webm"]),
    (Kind::Views, &[".html"]),
    (Kind::Multimedia, &[".mp3", ".mp4"]),
    (Kind::Data, &[".json", ".txt", ".md", ".xml", ".dre"]),
];

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Images,
    Scripts,
    Styles,
    Views,
    Translations,
    Multimedia,
    Data,
}

/// Whether a file's ending is a picture's.
pub(super) fn is_picture(path: &str) -> bool {
    KINDS[0].1.contains(&super::value::ending(path))
}

/// Whether the rest is looked at.
pub(super) fn look(found: &mut Found<'_>) -> Result<bool, Broke> {
    let survey = found.survey;
    if !survey.has("app") {
        found.of_file("zet.validate_appmissing", "", "the folder app is missing", "put the pages, scripts and pictures into a folder app");
        return Ok(false);
    }
    let inside: Vec<&Entry> = survey.entries.iter().filter(|entry| entry.path.starts_with("app/")).collect();
    if survey.entry("app").is_some_and(|app| !app.is_folder) {
        found.of_file("zet.breaks", "app", "app is a file: the vendor's own tool breaks at it", "make a folder app of it");
        return Err(Broke);
    }
    if inside.is_empty() {
        found.of_file("zet.validate_appempty", "app", "the folder app is empty", "put the pages, scripts and pictures into it");
        return Ok(false);
    }
    if let Some(folder) = inside.iter().find(|entry| entry.is_folder && !is_folder_name(entry.name())) {
        let text = format!("the folder's name \"{}\" has other signs than letters, digits, _, $ and -", folder.name());
        found.of_file("zet.folder_name", &folder.path, text, "give it a name such as \"img\"");
        return Ok(false);
    }
    let mut kinds: Vec<(Kind, &Entry)> = Vec::new();
    for file in inside.into_iter().filter(|entry| !entry.is_folder) {
        match kind(file) {
            Packed::As(kind) => kinds.push((kind, file)),
            Packed::Dropped => {}
            Packed::Never => {
                let text = "a file of this kind is left out of the packed extension";
                found.of_file("zet.pack_error", &file.path, text, "delete it, or give it an ending that can be packed");
            }
        }
    }
    kinds.sort_by_key(|(kind, _)| *kind);
    for (_, file) in &kinds {
        one(found, file);
    }
    // The tool counts translations twice.
    let count = kinds.len() + kinds.iter().filter(|(kind, _)| *kind == Kind::Translations).count();
    if count > MAX_FILES {
        let text = format!("the extension has {count} files, and {MAX_FILES} at most are allowed (translations count twice)");
        found.of_file("zet.filecheck_rule_maxfile", "app", text, "bundle scripts and styles, and delete what is not used");
    }
    Ok(true)
}

enum Packed {
    As(Kind),
    /// Not packed, and not said so.
    Dropped,
    Never,
}

fn kind(file: &Entry) -> Packed {
    let (name, folder) = (file.name(), file.path.rsplit_once('/').map_or("", |(folder, _)| folder));
    let ending = if name.rfind('.') == Some(0) { name } else { super::value::ending(name) };
    if ending == ".json" && folder.starts_with("app/translations") {
        return Packed::As(Kind::Translations);
    }
    if ending == ".dre" {
        let version = folder.rsplit('/').next().unwrap_or("").trim();
        let is_version = version.parse::<f64>().is_ok() || version.eq_ignore_ascii_case("latest");
        return if folder.contains("app/server/source") && is_version { Packed::As(Kind::Data) } else { Packed::Dropped };
    }
    KINDS.iter().find(|(_, endings)| endings.contains(&ending)).map_or(Packed::Never, |(kind, _)| Packed::As(*kind))
}

fn one(found: &mut Found<'_>, file: &Entry) {
    let name = file.name();
    if name.rfind('.') == Some(0) {
        found.of_file("zet.empty_file_name", &file.path, format!("the file's name \"{name}\" is only an ending"), "give it a name");
    }
    if file.bytes > MAX_FILE {
        let text = format!("the file has {} bytes, and {MAX_FILE} at most are allowed", file.bytes);
        found.of_file("zet.filecheck_fileexceed", &file.path, text, "make it smaller");
    }
    if !is_file_name(name) {
        let text = format!("the file's name \"{name}\" has other signs than letters, digits, _, ., $ and -");
        found.of_file("zet.file_name_regex_fail", &file.path, text, "give it a name such as \"widget.js\"");
    }
    if length(name) > MAX_NAME {
        let text = format!("the file's name \"{name}\" has {} characters, and {MAX_NAME} at most are allowed", length(name));
        found.of_file("zet.file_name_max_len", &file.path, text, "give it a shorter name");
    }
}

fn is_folder_name(name: &str) -> bool {
    static IS: LazyLock<Option<regex::Regex>> = LazyLock::new(|| regex::Regex::new("^[A-Za-z0-9_$-]*$").ok());
    IS.as_ref().is_some_and(|is| is.is_match(name))
}

fn is_file_name(name: &str) -> bool {
    static IS: LazyLock<Option<regex::Regex>> = LazyLock::new(|| regex::Regex::new("^[A-Za-z0-9_.$-]*$").ok());
    IS.as_ref().is_some_and(|is| is.is_match(name))
}
