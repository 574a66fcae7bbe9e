use super::super::found::{File, Found, keys};
use super::look::{Broke, broke};
use super::value::{is_object, is_url, shown, truthy};
use super::{authorisation, config, connectors, resources, widgets};
use crate::compare::Segment;
use crate::extension::package::RESOURCES;
use serde_json::Value;

const MANDATORY: [(&str, &str); 7] = [
    ("locale", "[\"en\"]"),
    ("storage", "false"),
    ("service", "\"DESK\""),
    ("modules", "{\"widgets\": […]}"),
    ("connectors", "[]"),
    ("config", "[]"),
    ("whiteListedDomains", "[]"),
];
const LOCALES: [&str; 22] =
    ["en", "ja", "zh", "tw", "es", "de", "fr", "tr", "ru", "pt", "it", "nl", "da", "pl", "sv", "id", "hi", "ro", "ta", "te", "he", "ar"];
const DEFAULT_LOCALE: &str = "en";

/// Everything in the manifest, then resources.json.
pub(super) fn look(found: &mut Found<'_>, manifest: &Value) -> Result<(), Broke> {
    if missing(found, manifest) {
        return Ok(());
    }
    locales(found, manifest);
    if !manifest.get("storage").is_some_and(Value::is_boolean) {
        found.inside(
            "zet.desk_pluginmanifest_invalidstorage",
            at("storage"),
            "\"storage\" is neither true nor false",
            "write \"storage\": true, or false",
        );
    }
    if let Some(kind) = manifest.get("type").filter(|kind| !matches!(kind.as_str(), Some("personal" | "org"))) {
        let text = format!("the \"type\" {} is neither \"personal\" nor \"org\"", shown(kind));
        found.inside("zet.desk_pluginmanifest_invalidtype", at("type"), text, "write \"type\": \"org\", or \"personal\"");
    }
    modules(found, manifest)?;
    domains(found, manifest);
    connectors::look(found, manifest)?;
    authorisation::look(found, manifest)?;
    config::look(found, manifest)?;
    csp(found, manifest)?;
    if !found.survey.has(RESOURCES) {
        found.of_file("zet.desk_resource_missing_jsonfile", "", "resources.json is missing", "add a file resources.json with {} in it");
        return Ok(());
    }
    if let Some(brought) = found.package().and_then(|package| package.sources.read(false)) {
        return resources::look(found, &brought);
    }
    let unread = found.survey.errors.iter().find(|error| error.at.file == found.survey.show(RESOURCES)).cloned();
    if let Some(error) = unread {
        found.at("zet.breaks", &error.at, error.text, error.edit);
    }
    Err(Broke)
}

pub(super) fn at(key: &str) -> (File, Vec<Segment>) {
    (File::Manifest, keys![key])
}

fn missing(found: &mut Found<'_>, manifest: &Value) -> bool {
    let missing: Vec<_> = MANDATORY.iter().filter(|(key, _)| manifest.get(key).is_none()).collect();
    for (key, example) in &missing {
        let (text, help) = (format!("the manifest has no \"{key}\""), format!("add \"{key}\": {example}"));
        found.inside("zet.pluginmanifest_keymissing", at(key), text, help);
    }
    !missing.is_empty()
}

fn locales(found: &mut Found<'_>, manifest: &Value) {
    // The tool takes what counts as false in JavaScript, such as "", for nothing at all.
    let Some(locale) = manifest.get("locale").filter(|locale| truthy(Some(locale))) else { return };
    let Some(codes) = locale.as_array() else {
        let text = format!("\"locale\" is {}, not an array", shown(locale));
        return found.inside("zet.desk_pluginmanifest_locale_invalidtype", at("locale"), text, "write \"locale\": [\"en\"]");
    };
    let mut unknown = Vec::new();
    for (index, code) in codes.iter().enumerate() {
        match code.as_str().filter(|code| LOCALES.contains(code)) {
            None => unknown.push(index),
            Some(code) => {
                let file = format!("app/translations/{code}.json");
                if !found.survey.has(&file) {
                    let (text, help) =
                        (format!("there is no {file} for the locale \"{code}\""), format!("add {file}, or leave out \"{code}\""));
                    let here = (File::Manifest, keys!["locale", index]);
                    found.inside("zet.desk_pluginmanifest_localenotfound", here, text, help);
                }
            }
        }
    }
    if let Some(first) = unknown.first() {
        let codes: Vec<_> = unknown.iter().map(|at| shown(&codes[*at])).collect();
        let (verb, s) = if codes.len() == 1 { ("is no locale code", "") } else { ("are no locale codes", "s") };
        let text = format!("{} {verb}", codes.join(", "));
        let help = format!("write the code{s} of {}", LOCALES.join(", "));
        found.inside("zet.locale_code", (File::Manifest, keys!["locale", *first]), text, help);
    }
    if !codes.iter().any(|code| code.as_str() == Some(DEFAULT_LOCALE)) {
        let text = format!("the default locale \"{DEFAULT_LOCALE}\" is missing");
        found.inside("zet.default_locale", at("locale"), text, format!("add \"{DEFAULT_LOCALE}\" to \"locale\""));
    }
}

fn modules(found: &mut Found<'_>, manifest: &Value) -> Result<(), Broke> {
    let Some(modules) = manifest.get("modules") else { return Ok(()) };
    let here = || (File::Manifest, keys!["modules", "widgets"]);
    if modules.is_null() {
        return Err(broke(found, at("modules"), "\"modules\" is null"));
    }
    if !is_object(modules) {
        let text = format!("\"modules\" is {}, not an object", shown(modules));
        found.inside("zet.desk_pluginmanifest_invalidmodules", at("modules"), text, "write \"modules\": {\"widgets\": […]}");
        return Ok(());
    }
    let example = "write \"widgets\": [{\"name\": \"Tracker\", \"location\": \"desk.background\", \"url\": \"/app/widget.html\"}]";
    match modules.get("widgets") {
        None => found.inside("zet.desk_pluginmanifest_widgetkeymissing", here(), "\"modules\" has no \"widgets\"", example),
        Some(Value::Array(widgets)) if widgets.is_empty() => {
            found.inside("zet.desk_pluginmanifest_widgetisempty", here(), "\"modules.widgets\" is empty", example);
        }
        Some(Value::Array(widgets)) => return widgets::look(found, widgets),
        Some(other) => {
            let text = format!("\"modules.widgets\" is {}, not an array", shown(other));
            found.inside("zet.desk_pluginmanifest_invalidwidgettype", here(), text, example);
        }
    }
    Ok(())
}

fn domains(found: &mut Found<'_>, manifest: &Value) {
    let key = "whiteListedDomains";
    let Some(domains) = manifest.get(key).filter(|domains| truthy(Some(domains))) else { return };
    let Some(domains) = domains.as_array() else {
        let text = format!("\"{key}\" is {}, not an array", shown(domains));
        return found.inside(
            "zet.desk_pluginmanifest_invalidwhitelisteddomaintype",
            at(key),
            text,
            format!("write \"{key}\": [\"https://…\"]"),
        );
    };
    let wrong: Vec<_> = domains.iter().enumerate().filter(|(_, domain)| !is_url(Some(domain))).collect();
    if let Some((first, _)) = wrong.first() {
        let wrong: Vec<_> = wrong.iter().map(|(_, domain)| shown(domain)).collect();
        let text = format!("{} in \"{key}\" is no URL of http, https or wss", wrong.join(", "));
        let here = (File::Manifest, keys![key, *first]);
        found.inside("zet.desk_pluginmanifest_invalidwhitelisteddomain", here, text, "write a URL such as \"https://api.example.com\"");
    }
}

/// Of the lists in `cspDomains` the tool looks at the first alone.
fn csp(found: &mut Found<'_>, manifest: &Value) -> Result<(), Broke> {
    const LIST: &str = "connect-src";
    const MOST: usize = 10;
    let Some(csp) = manifest.get("cspDomains").filter(|csp| truthy(Some(csp))) else { return Ok(()) };
    let here = || (File::Manifest, keys!["cspDomains", LIST]);
    if !csp.is_object() {
        let text = format!("\"cspDomains\" is {}, not an object", shown(csp));
        found.inside("zet.pluginmanifest_invalidCSPDomains", at("cspDomains"), text, "write \"cspDomains\": {\"connect-src\": []}");
        return Ok(());
    }
    let Some(list) = csp.get(LIST).and_then(Value::as_array) else {
        let text = format!("\"cspDomains.{LIST}\" is not an array");
        found.inside("zet.pluginmanifest_invalidConnectArray", here(), text, format!("write \"{LIST}\": [\"https://…\"]"));
        return Ok(());
    };
    if list.len() > MOST {
        let text = format!("\"cspDomains.{LIST}\" has {} entries, and {MOST} at most are allowed", list.len());
        found.inside(
            "zet.pluginmanifest_csp_size_exceeded",
            (File::Manifest, keys!["cspDomains", LIST, MOST]),
            text,
            "leave out this one and those behind it",
        );
    }
    let mut texts = Vec::new();
    for domain in list {
        let Some(domain) = domain.as_str() else {
            return Err(broke(found, here(), &format!("\"cspDomains.{LIST}\" has {}, which is no text", shown(domain))));
        };
        texts.push(domain.trim());
    }
    if let Some(twice) = (1..texts.len()).find(|index| texts[..*index].contains(&texts[*index])) {
        let text = format!("\"{}\" is twice in \"cspDomains.{LIST}\"", texts[twice]);
        found.inside(
            "zet.pluginmanifest_csp_duplicatedomain",
            (File::Manifest, keys!["cspDomains", LIST, twice]),
            text,
            "leave one of them out",
        );
    }
    let is_domain = |text: &&str| text.split(' ').all(|part| part == "blob:" || is_url(Some(&part.into())));
    if let Some(wrong) = texts.iter().position(|text| !is_domain(text)) {
        let text = format!("\"{}\" is no URL of http, https or wss", texts[wrong]);
        let help = "write a URL such as \"https://api.example.com\", or \"blob:\"";
        found.inside("zet.pluginmanifest_invalidConnectElementEntry", (File::Manifest, keys!["cspDomains", LIST, wrong]), text, help);
    }
    Ok(())
}
