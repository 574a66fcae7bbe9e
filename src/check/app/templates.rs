//! Request templates: what config/requests.json defines, and what the manifest declares of it.

use super::super::flaws::Flaws;
use super::super::found::keys;
use super::document::Document;
use super::known::instead;
use super::read::App;
use crate::extension::app::REQUESTS;
use crate::record::Severity;
use crate::spelling::nearest;
use regex::Regex;
use serde_json::Value;
use std::sync::LazyLock;

/// What a template's schema has, and what it must have.
const KEYS: [&str; 6] = ["method", "host", "path", "protocol", "headers", "query"];
const MANDATORY: [&str; 3] = ["method", "host", "path"];
const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/// What is filled in: `<%= iparam.domain %>`.
pub(super) static FILLED: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"<%=.*?%>").unwrap_or_else(|error| panic!("{error}")));

/// Each template, then what is declared and not defined, and the other way.
pub(super) fn look(found: &mut Flaws, app: &App<'_>) {
    if app.hides_templates() {
        return;
    }
    let defined: Vec<&str> = app.requests.iter().flat_map(|document| document.entries(&[])).map(|(name, _)| name).collect();
    if let Some(document) = &app.requests {
        for (name, value) in document.entries(&[]) {
            one(found, document, name, value);
        }
    }
    let mut declared = Vec::new();
    for part in &app.parts {
        for (name, _) in part.has(&app.manifest, "requests") {
            declared.push(name);
            if !defined.contains(&name) {
                let at = app.manifest.at(&part.path(&["requests", name]));
                let help = instead(name, defined.iter().copied(), &format!("define it in {REQUESTS}, or take it out"));
                found.at("fdk.template_not_found", &at, format!("{REQUESTS} has no request template \"{name}\""), help);
            }
        }
    }
    for (document, name) in app.requests.iter().flat_map(|document| defined.iter().map(move |name| (document, *name))) {
        if !declared.contains(&name) {
            let help = "add it to \"requests\" of the product, or of the module common";
            let text = format!("the manifest declares no request template \"{name}\"");
            found.weighing(Severity::Warning, "fdk.template_not_found", &document.at(&keys![name]), text, help);
        }
    }
}

fn one(found: &mut Flaws, document: &Document<'_>, name: &str, value: &Value) {
    let Some(schema) = value.get("schema").and_then(Value::as_object) else {
        let help = "write {\"schema\": {\"method\": \"GET\", \"host\": \"example.com\", \"path\": \"/\"}}";
        return found.at(
            "fdk.template_keys",
            &document.at(&keys![name]),
            format!("the request template \"{name}\" has no \"schema\""),
            help,
        );
    };
    let at = |key: &str| document.at(&keys![name, "schema", key]);
    for key in schema.keys().filter(|key| !KEYS.contains(&key.as_str())) {
        let help = match key.as_str() {
            "body" => "give it where the template is invoked: { body: JSON.stringify(…) }".to_owned(),
            key => instead(key, KEYS, &format!("leave it out: a schema has {}", KEYS.join(", "))),
        };
        found.at("fdk.template_keys", &at(key), format!("the schema of \"{name}\" must not have \"{key}\""), help);
    }
    let text = |key: &str| schema.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    for key in
        MANDATORY.into_iter().filter(|key| text(key).is_none() && !schema.keys().any(|own| nearest(own, [*key]).is_some() && own != key))
    {
        found.at("fdk.template_keys", &at(key), format!("the schema of \"{name}\" has no \"{key}\""), format!("write \"{key}\": \"…\""));
    }
    if let Some(method) = text("method").filter(|method| !METHODS.contains(&method.to_uppercase().as_str())) {
        let help = format!("write one of {}", METHODS.join(", "));
        found.at("fdk.template_keys", &at("method"), format!("\"{method}\" is no method of a request template"), help);
    }
    if let Some(host) = text("host") {
        let bare = FILLED.replace_all(host, "x");
        if bare.contains('/') || bare.contains('%') {
            let text = format!("the host of \"{name}\" is more than a name: \"{host}\"");
            found.at(
                "fdk.template_host",
                &at("host"),
                text,
                "write the host alone, without a protocol; the rest is \"path\" and \"protocol\"",
            );
        }
    }
    if let Some(path) = text("path").filter(|path| !path.starts_with('/') && !path.starts_with("<%")) {
        let text = format!("the path of \"{name}\" does not begin with \"/\": \"{path}\"");
        found.at("fdk.template_path", &at("path"), text, format!("write \"/{path}\""));
    }
}
