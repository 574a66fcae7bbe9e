//! What calls are given, against what the manifest and resources.json declare; and the reverse.

use super::super::found::{File, Found, keys};
use super::look::Whole;
use super::meaning::Meaning;
use super::pages::Looked;
use super::used::{Arg, Used};
use crate::record::Severity;
use crate::spelling::nearest;
use regex::Regex;
use serde_json::Value;
use std::sync::LazyLock;

/// Options that name something of the package.
pub(super) fn look(found: &mut Found<'_>, whole: &Whole<'_>, used: &Used) {
    let named = used.arg(0).and_then(Arg::text);
    match (&used.on, used.name.as_deref().unwrap_or_default(), named) {
        (Meaning::Desk, "request", _) => request(found, whole, used),
        (Meaning::Desk, "get" | "set" | "delete", Some("database"))
            if whole.package.manifest.get("storage") == Some(&Value::Bool(false)) =>
        {
            let text = "the manifest has \"storage\": false, so nothing can be stored or read";
            found.at("SDK-15", &used.at, text, "write \"storage\": true into plugin-manifest.json");
        }
        (Meaning::Desk, "set", Some("extension.config")) => {
            let params = whole.names(true, "config", "name");
            declared(found, used.arg(1).and_then(|it| it.key("name")), &params, ("SDK-07", "param", "\"config\" of plugin-manifest.json"));
        }
        (Meaning::Desk, "get", Some("extension.resource")) => {
            let resources = [whole.names(false, "fields", "resourceName"), whole.names(false, "webhook", "resourceName")].concat();
            declared(found, used.arg(1).and_then(|it| it.key("resourceName")), &resources, ("SDK-09", "resource", "resources.json"));
        }
        (Meaning::Instance, "modal", _) => modal(found, used),
        _ => {}
    }
}

fn declared(found: &mut Found<'_>, name: Option<&Arg>, known: &[&str], (rule, what, place): (&str, &str, &str)) {
    let Some((arg, name)) = name.and_then(|arg| Some((arg, arg.text()?))) else { return };
    if !known.contains(&name) {
        let help = nearest(name, known.iter().copied())
            .map_or_else(|| format!("declare it in {place}"), |near| format!("did you mean \"{near}\"?"));
        found.at(rule, &arg.at, format!("the package declares no {what} \"{name}\""), help);
    }
}

fn request(found: &mut Found<'_>, whole: &Whole<'_>, used: &Used) {
    let Some(options) = used.arg(0) else { return };
    if let Some(method) = options.key("method").filter(|_| options.lacks("type")) {
        let text = "the request says `method`, which is ignored: it is sent as GET";
        found.weighing(Severity::Warning, "SDK-15", &method.at, text, "write `type`");
    }
    if options.lacks("url") {
        found.at("SDK-15", &options.at, "the request has no url", "add url: \"https://…\"");
    }
    let connections =
        [whole.names(true, "connectors", "connectionLinkName"), whole.names(true, "zohoAuthorisation", "connectionLinkName")].concat();
    declared(found, options.key("connectionLinkName"), &connections, ("MAN-03", "connection", "\"connectors\" of plugin-manifest.json"));
    let params = whole.names(true, "config", "name");
    for key in ["url", "headers", "data", "postBody"] {
        for text in options.key(key).into_iter().flat_map(Arg::texts) {
            for name in placeholders(text.text().unwrap_or_default()) {
                if !params.contains(&name.as_str()) {
                    let help = nearest(&name, params.iter().copied()).map_or_else(
                        || "declare it in \"config\" of plugin-manifest.json".to_owned(),
                        |near| format!("did you mean {{{{{near}}}}}?"),
                    );
                    found.weighing(Severity::Warning, "SDK-07", &text.at, format!("the package declares no param \"{name}\""), help);
                }
            }
        }
    }
}

/// The names in `{{name}}`.
fn placeholders(text: &str) -> Vec<String> {
    static PLACEHOLDER: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\{\{\s*([A-Za-z][A-Za-z0-9_ -]*?)\s*\}\}").ok());
    PLACEHOLDER.iter().flat_map(|it| it.captures_iter(text)).map(|it| it[1].to_owned()).collect()
}

fn modal(found: &mut Found<'_>, used: &Used) {
    let Some(options) = used.arg(0) else { return };
    let Some((at, url)) = options.key("url").and_then(|url| Some((&url.at, url.text()?))) else { return };
    let file = url.split(['?', '#']).next().unwrap_or(url);
    if !url.contains("://") && !file.is_empty() && !found.survey.has(file) {
        let text = format!("the modal box's page \"{url}\" is not in the package");
        found.at("SDK-12", at, text, "name a page such as \"/app/modal.html\"");
    }
}

/// What is declared, and that no script mentions: perhaps the vendor's server does.
pub(super) fn unused(found: &mut Found<'_>, whole: &Whole<'_>, pages: &[Looked]) {
    let texts: Vec<&str> = pages.iter().flat_map(|page| &page.texts).map(String::as_str).collect();
    let is_mentioned = |name: &str| texts.iter().any(|text| *text == name || text.contains(&format!("{{{{{name}}}}}")));
    for (list, key, rule, what) in [("config", "name", "SDK-07", "param"), ("connectors", "connectionLinkName", "MAN-03", "connection")] {
        for (index, name) in whole.names(true, list, key).into_iter().enumerate().filter(|(_, name)| !is_mentioned(name)) {
            let at = found.place(File::Manifest, &keys![list, index, key]);
            let text = format!("no script of the package mentions the {what} \"{name}\"");
            found.weighing(Severity::Note, rule, &at, text, "leave it out, unless your server uses it");
        }
    }
}
