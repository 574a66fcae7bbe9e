//! Where pages live (FD-14).

use super::super::flaws::Flaws;
use super::known::{instead, one_of};
use super::parts::Part;
use super::read::App;
use crate::extension::Place;
use crate::extension::package::is_remote;
use crate::record::Severity;
use serde_json::Value;

/// The folder of the pages.
const FOLDER: &str = "app";
/// How placeholders end that show nothing, and need no icon.
const UNSEEN: &str = "_background";
/// What an icon is.
const ICON: &str = ".svg";

/// Placeholders, pages and icons.
pub(super) fn look(found: &mut Flaws, app: &App<'_>) {
    let mut has_pages = None;
    for part in &app.parts {
        let places = part.has(&app.manifest, "location");
        if places.is_empty() && app.manifest.entries(&part.path(&[])).any(|(key, value)| key == "location" && value.is_object()) {
            let at = app.manifest.at(&part.path(&["location"]));
            found.at("fdk.empty_location", &at, "\"location\" has no placeholder", "name one, or leave \"location\" out");
        }
        for (name, value) in places {
            has_pages = has_pages.or_else(|| Some(app.manifest.at(&part.path(&["location"]))));
            one(found, app, part, name, value);
        }
    }
    if let Some(at) = has_pages.filter(|_| !app.survey.has(FOLDER)) {
        found.at("fdk.app_folder", &at, "the app has placeholders and no folder app", "put the pages into app/");
    }
}

fn one(found: &mut Flaws, app: &App<'_>, part: &Part, name: &str, value: &Value) {
    let at = app.manifest.at(&part.path(&["location", name]));
    if part.is_ours {
        known(found, app, part, name, &at);
    }
    if !value.is_object() {
        return found.at(
            "FD-14",
            &at,
            format!("\"{name}\" is no object"),
            "write {\"url\": \"index.html\", \"icon\": \"styles/images/icon.svg\"}",
        );
    }
    for key in value.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).filter(|key| !["url", "icon"].contains(key)) {
        if let Some(near) = crate::spelling::nearest(key, ["url", "icon"]) {
            let at = app.manifest.at(&part.path(&["location", name, key]));
            found.at("FD-14", &at, format!("a placeholder has no \"{key}\""), format!("did you mean \"{near}\"?"));
        }
    }
    let text = |key: &str| value.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    match text("url") {
        Some(url) => {
            let at = app.manifest.at(&part.path(&["location", name, "url"]));
            in_app(found, app, "FD-14", &at, url, "page");
        }
        None => found.at("FD-14", &at, format!("\"{name}\" has no \"url\""), "write the page that it shows: \"url\": \"index.html\""),
    }
    match text("icon") {
        Some(icon) => {
            let at = app.manifest.at(&part.path(&["location", name, "icon"]));
            in_app(found, app, "fdk.icon_not_found", &at, icon, "icon");
            if !icon.ends_with(ICON) {
                let text = format!("the icon {icon} is no SVG");
                found.weighing(Severity::Warning, "FD-14", &at, text, "ship an icon of 64 × 64 pixels as .svg");
            }
        }
        None if !name.ends_with(UNSEEN) => {
            let help = "write \"icon\": \"styles/images/icon.svg\", and ship it";
            found.weighing(Severity::Warning, "fdk.icon_not_found", &at, format!("\"{name}\" has no \"icon\""), help);
        }
        None => {}
    }
}

fn known(found: &mut Flaws, app: &App<'_>, part: &Part, name: &str, at: &Place) {
    let all = app.known.locations();
    let Some(location) = all.iter().find(|it| it.name == name) else {
        let help = one_of(name, &all);
        return found.at("fdk.invalid_locations", at, format!("Freshdesk has no placeholder \"{name}\""), help);
    };
    if part.module().is_some_and(|module| module != location.module) {
        let text = format!("\"{}\" has no placeholder \"{name}\": \"{}\" has", part.name, location.module);
        found.at("fdk.invalid_locations", at, text, format!("move it to \"modules\": {{\"{}\": {{\"location\": …}}}}", location.module));
    }
}

/// That a file which the manifest names lies in the folder app.
fn in_app(found: &mut Flaws, app: &App<'_>, rule: &str, at: &Place, name: &str, what: &str) {
    let path = name.split(['?', '#']).next().unwrap_or(name);
    if is_remote(name)
        || app.survey.beside(FOLDER, path).is_some_and(|entry| !entry.is_folder)
        || app.survey.has(&format!("{FOLDER}/{path}"))
    {
        return;
    }
    let inside = app.survey.entries.iter().filter_map(|entry| entry.path.strip_prefix("app/").filter(|_| !entry.is_folder));
    let ending = path.rsplit('.').next().unwrap_or_default();
    let own = path.rsplit('/').next().unwrap_or_default();
    let same: Vec<&str> = inside.filter(|file| file.ends_with(ending)).collect();
    let moved = same.iter().find(|file| file.rsplit('/').next() == Some(own)).map(|file| format!("did you mean \"{file}\"?"));
    let help = moved.unwrap_or_else(|| instead(path, same.iter().copied(), &format!("put it there, or name the right {what}")));
    found.at(rule, at, format!("the {what} app/{path} is not there"), help);
}
