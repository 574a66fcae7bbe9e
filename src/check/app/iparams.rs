//! Installation parameters: what they must have (config/iparams.json).

use super::super::flaws::Flaws;
use super::super::found::keys;
use super::document::Document;
use super::read::App;
use crate::extension::Place;
use crate::extension::app::{IPARAMS, IPARAMS_PAGE};
use crate::record::Severity;
use crate::spelling::nearest;
use serde_json::Value;

/// The types that there are.
const TYPES: [&str; 13] = [
    "text",
    "paragraph",
    "dropdown",
    "email",
    "number",
    "phone_number",
    "date",
    "url",
    "radio",
    "checkbox",
    "multiselect",
    "domain",
    "api_key",
];
/// Those that have options, and those that are of a product.
const WITH_OPTIONS: [&str; 3] = ["dropdown", "radio", "multiselect"];
const OF_A_PRODUCT: [&str; 2] = ["domain", "api_key"];
/// What else one may have, and what is true or false of it.
const KEYS: [&str; 14] = [
    "display_name",
    "description",
    "type",
    "type_attributes",
    "required",
    "secure",
    "default_value",
    "options",
    "regex",
    "events",
    "visible",
    "data-bind",
    "data_bind",
    "modules",
];
const FLAGS: [&str; 3] = ["required", "secure", "visible"];

/// The file, and each of them.
pub(super) fn look(found: &mut Flaws, app: &App<'_>) {
    let has_page = app.survey.has(IPARAMS_PAGE);
    let Some(document) = &app.iparams else {
        if !has_page && !app.survey.has(IPARAMS) {
            let at = Place { file: app.survey.show(""), line: 0, column: 0 };
            let help = format!("add {IPARAMS}: {{}} where there are none; or {IPARAMS_PAGE}, a page of your own");
            found.at("fdk.iparams_mandatory", &at, format!("there is no {IPARAMS}"), help);
        }
        return;
    };
    for (name, value) in document.entries(&[]) {
        one(found, document, name, value);
    }
}

fn one(found: &mut Flaws, document: &Document<'_>, name: &str, value: &Value) {
    let at = |key: &str| document.at(&keys![name, key]);
    let Some(given) = value.as_object() else {
        let help = "write {\"display_name\": \"…\", \"type\": \"text\"}";
        return found.at("fdk.iparam_keys", &document.at(&keys![name]), format!("\"{name}\" is no object"), help);
    };
    let missing = |key: &&str| given.get(*key).and_then(Value::as_str).is_none_or(str::is_empty);
    for key in ["display_name", "type"].into_iter().filter(missing) {
        found.at("fdk.iparam_keys", &at(key), format!("\"{name}\" has no \"{key}\""), format!("write \"{key}\": \"…\""));
    }
    for key in given.keys().filter(|key| !KEYS.contains(&key.as_str())) {
        if let Some(near) = nearest(key, KEYS.into_iter().filter(|known| !given.contains_key(*known))) {
            let text = format!("\"{name}\" has \"{key}\", which nothing looks at");
            found.weighing(Severity::Warning, "fdk.iparam_keys", &at(key), text, format!("did you mean \"{near}\"?"));
        }
    }
    for key in FLAGS.into_iter().filter(|key| given.get(*key).is_some_and(|flag| !flag.is_boolean())) {
        found.at(
            "fdk.iparam_keys",
            &at(key),
            format!("\"{key}\" of \"{name}\" is neither true nor false"),
            format!("write \"{key}\": true"),
        );
    }
    if let Some(of) = given.get("type").and_then(Value::as_str).filter(|of| !of.is_empty()) {
        typed(found, document, name, of, value);
    }
}

fn typed(found: &mut Flaws, document: &Document<'_>, name: &str, of: &str, value: &Value) {
    let at = |key: &str| document.at(&keys![name, key]);
    if !TYPES.contains(&of) {
        let help =
            nearest(of, TYPES).map_or_else(|| format!("write one of {}", TYPES.join(", ")), |near| format!("did you mean \"{near}\"?"));
        return found.at("fdk.iparam_type", &at("type"), format!("there is no type \"{of}\" of installation parameters"), help);
    }
    if OF_A_PRODUCT.contains(&of) && value.pointer("/type_attributes/product").is_none() {
        let text = format!("\"{name}\" is of the type {of} and says no product");
        found.at("fdk.iparam_keys", &at("type_attributes"), text, "write \"type_attributes\": {\"product\": \"freshdesk\"}");
    }
    if !WITH_OPTIONS.contains(&of) {
        return;
    }
    let Some(options) = value.get("options").and_then(Value::as_array) else {
        let text = format!("\"{name}\" is of the type {of} and has no \"options\"");
        return found.at("fdk.iparam_keys", &at("options"), text, "write \"options\": [\"…\", \"…\"]");
    };
    let is = |option: &Value, wanted: &Value| option == wanted || option.get("value") == Some(wanted);
    let defaults = match value.get("default_value") {
        Some(Value::Array(many)) => many.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    for wrong in defaults.iter().filter(|wanted| wanted.as_str() != Some("") && !options.iter().any(|option| is(option, wanted))) {
        let values = options.iter().map(|option| option.get("value").unwrap_or(option).to_string()).collect::<Vec<_>>();
        let text = format!("the default {wrong} of \"{name}\" is none of its options");
        found.at("fdk.iparam_default", &at("default_value"), text, format!("write one of {}", values.join(", ")));
    }
}
