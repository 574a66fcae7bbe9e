//! The manifest as a whole (FD-14).

use super::super::flaws::Flaws;
use super::super::found::keys;
use super::known::instead;
use super::parts::{LISTS, Part};
use super::read::App;
use crate::record::Severity;
use crate::spelling::nearest;
use serde_json::Value;

/// The platform's versions, and the one from which a manifest has engines.
const VERSIONS: [&str; 6] = ["2.0", "2.1", "2.2", "2.3", "3.0", "3.1"];
const ENGINES_SINCE: (u32, u32) = (2, 3);
/// The module that no product has alone.
const COMMON: &str = "common";
/// What a part of a manifest may have.
const KEYS: [&str; 5] = ["location", "events", "requests", "functions", "jobs"];

/// Version, parts, engines.
pub(super) fn look(found: &mut Flaws, app: &App<'_>) {
    version(found, app);
    engines(found, app);
    let list = if app.version().is_some_and(|(major, _)| major > 2) { LISTS[1] } else { LISTS[0] };
    listed(found, app, list);
    for part in &app.parts {
        one(found, app, part);
    }
}

fn version(found: &mut Flaws, app: &App<'_>) {
    let at = app.manifest.at(&keys!["platform-version"]);
    let help = || format!("write \"platform-version\": \"{}\", or one of {}", VERSIONS[3], VERSIONS.join(", "));
    match app.manifest.value.get("platform-version") {
        None => found.at("FD-14", &at, "the manifest has no \"platform-version\"", help()),
        Some(Value::String(known)) if VERSIONS.contains(&known.as_str()) => {}
        Some(other) => found.weighing(Severity::Warning, "FD-14", &at, format!("no platform of version {other} is known"), help()),
    }
}

fn engines(found: &mut Flaws, app: &App<'_>) {
    let at = app.manifest.at(&keys!["engines"]);
    let help = "write \"engines\": {\"node\": \"18.20.8\", \"fdk\": \"9.7.4\"}, with your own versions";
    match app.manifest.value.get("engines") {
        Some(Value::Object(engines)) => {
            for missing in ["node", "fdk"].into_iter().filter(|name| !engines.get(*name).is_some_and(Value::is_string)) {
                found.at("fdk.engines", &at, format!("the manifest's \"engines\" have no \"{missing}\""), help);
            }
        }
        Some(_) => found.at("fdk.engines", &at, "the manifest's \"engines\" are no object", help),
        None if app.version().is_some_and(|version| version >= ENGINES_SINCE) => {
            found.at("fdk.engines", &at, "the manifest has no \"engines\", which this platform-version asks for", help);
        }
        None => {}
    }
}

/// At least one product, or one module of one; and none in the list of the other versions.
fn listed(found: &mut Flaws, app: &App<'_>, list: &str) {
    let other = if list == LISTS[0] { LISTS[1] } else { LISTS[0] };
    if app.manifest.value.get(other).is_some() {
        let text = format!("\"{other}\" is not what this platform-version has");
        found.at(
            "fdk.product_module",
            &app.manifest.at(&keys![other]),
            text,
            format!("write \"{list}\", or the version that has \"{other}\""),
        );
    }
    if !app.parts.iter().any(|part| part.name != COMMON) {
        let (text, help) = if list == LISTS[0] {
            ("the manifest is for no product", "write \"product\": {\"freshdesk\": {}}")
        } else {
            ("the manifest has no module of a product: \"common\" alone is for none", "add one, for example \"support_ticket\": {}")
        };
        found.at("fdk.product_module", &app.manifest.at(&keys![list]), text, help);
    }
}

fn one(found: &mut Flaws, app: &App<'_>, part: &Part) {
    let at = app.manifest.at(&part.path(&[]));
    if !part.is_ours {
        match app.known.nearest(&part.name, part.list) {
            Some(near) => {
                let text = format!("there is no {} \"{}\"", part.list.trim_end_matches('s'), part.name);
                found.at("fdk.product_module", &at, text, format!("did you mean \"{near}\"?"));
            }
            None => {
                let text = format!("\"{}\" is not Freshdesk's: its placeholders and events are not looked at", part.name);
                found.weighing(Severity::Note, "FD-14", &at, text, "nothing, if the app is for that product too");
            }
        }
    }
    for (key, value) in app.manifest.entries(&part.path(&[])) {
        let at = app.manifest.at(&part.path(&[key]));
        if !KEYS.contains(&key) {
            if let Some(near) = nearest(key, KEYS) {
                let text = format!("\"{key}\" is nothing that a manifest declares");
                found.at("FD-14", &at, text, format!("did you mean \"{near}\"?"));
            }
        } else if !value.is_object() {
            found.at("FD-14", &at, format!("\"{key}\" is no object"), format!("write \"{key}\": {{…}}"));
        }
    }
    functions(found, app, part);
}

/// What pages may invoke is there.
fn functions(found: &mut Flaws, app: &App<'_>, part: &Part) {
    for (name, _) in part.has(&app.manifest, "functions") {
        let at = app.manifest.at(&part.path(&["functions", name]));
        let Some(exports) = app.exports(found, &at) else { return };
        if !exports.has(name) && !exports.is_open {
            let text = format!("server.js exports no function \"{name}\", which the manifest declares");
            let help = instead(name, exports.functions(), "export it, or take it out of the manifest");
            found.at("fdk.function_not_found", &at, text, help);
        }
    }
}
