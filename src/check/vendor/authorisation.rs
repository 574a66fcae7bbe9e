//! deskOauth, TPAOauth, callbackListener and zohoAuthorisation.

use super::super::found::{File, Found, keys};
use super::connectors::ZOHO;
use super::look::{Broke, broke};
use super::manifest::at;
use super::value::{is_empty, is_name, is_object, is_url, shown, truthy};
use serde_json::Value;

/// The callbacks whose addresses the tool looks at; it takes no notice of others.
const CALLBACKS: [&str; 6] = ["onDeskAuthorise", "onTPAAuthorise", "onTPARevoke", "onUpdate", "onConfigParamChange", "onUninstall"];

/// All four, in this order.
pub(super) fn look(found: &mut Found<'_>, manifest: &Value) -> Result<(), Broke> {
    desk_oauth(found, manifest)?;
    third_parties(found, manifest)?;
    callbacks(found, manifest)?;
    zoho(found, manifest)
}

fn desk_oauth(found: &mut Found<'_>, manifest: &Value) -> Result<(), Broke> {
    let Some(config) = manifest.get("deskOauth") else { return Ok(()) };
    if config.is_null() {
        return Err(broke(found, at("deskOauth"), "\"deskOauth\" is null"));
    }
    if !is_object(config) {
        let text = format!("\"deskOauth\" is {}, not an object", shown(config));
        found.inside(
            "zet.desk_manifest_doc_invalidtype",
            at("deskOauth"),
            text,
            "write \"deskOauth\": {\"clientId\": \"…\", \"name\": \"…\", \"clientSecret\": \"…\"}",
        );
        return Ok(());
    }
    for (key, missing, wrong) in [
        ("clientId", "zet.desk_manifest_doc_clientid_missing", "zet.desk_manifest_doc_clientid_invalidtype"),
        ("name", "zet.desk_manifest_doc_name_missing", "zet.desk_manifest_doc_name_invalidtype"),
        ("clientSecret", "zet.desk_manifest_doc_clientsecret_missing", "zet.desk_manifest_doc_clientsecret_invalidtype"),
    ] {
        let here = (File::Manifest, keys!["deskOauth", key]);
        let value = config.get(key);
        if !truthy(value) {
            found.inside(missing, here, format!("\"deskOauth\" has no \"{key}\""), format!("add \"{key}\": \"…\""));
        } else if !value.is_some_and(Value::is_string) {
            found.inside(wrong, here, format!("\"deskOauth.{key}\" is no text"), format!("write \"{key}\": \"…\""));
        }
    }
    let here = |key: &str| (File::Manifest, keys!["deskOauth", key]);
    if config.get("scopes").is_some_and(|it| truthy(Some(it)) && !it.is_array()) {
        found.inside(
            "zet.desk_manifest_doc_scopes_invalidtype",
            here("scopes"),
            "\"deskOauth.scopes\" is no array",
            "write \"scopes\": [\"…\"]",
        );
    }
    if config.get("params").is_some_and(|it| truthy(Some(it)) && !is_object(it)) {
        found.inside(
            "zet.desk_manifest_doc_params_invalidtype",
            here("params"),
            "\"deskOauth.params\" is no object",
            "write \"params\": {}",
        );
    }
    Ok(())
}

fn third_parties(found: &mut Found<'_>, manifest: &Value) -> Result<(), Broke> {
    let Some(configs) = manifest.get("TPAOauth") else { return Ok(()) };
    let Some(configs) = configs.as_array() else {
        let text = format!("\"TPAOauth\" is {}, not an array", shown(configs));
        found.inside("zet.desk_manifest_tpo_invalidtype", at("TPAOauth"), text, "write \"TPAOauth\": [{\"name\": \"…\", …}]");
        return Ok(());
    };
    let mut names = Vec::new();
    for (index, config) in configs.iter().enumerate() {
        let here = || (File::Manifest, keys!["TPAOauth", index]);
        if !is_object(config) {
            let text = format!("entry {} of \"TPAOauth\" is {}, not an object", index + 1, shown(config));
            found.inside("zet.desk_manifest_tpo_config_invalidtype", here(), text, "write {\"name\": \"…\", \"clientId\": \"…\", …}");
            continue;
        }
        match is_empty(config) {
            None => return Err(broke(found, here(), "an entry of \"TPAOauth\" is null")),
            Some(true) => {
                let text = format!("entry {} of \"TPAOauth\" is empty", index + 1);
                found.inside("zet.desk_manifest_tpo_config_empty", here(), text, "leave it out");
            }
            Some(false) => third_party(found, index, config, &mut names),
        }
    }
    Ok(())
}

fn third_party<'v>(found: &mut Found<'_>, index: usize, config: &'v Value, names: &mut Vec<&'v str>) {
    let here = |key: &str| (File::Manifest, keys!["TPAOauth", index, key]);
    let which = format!("entry {} of \"TPAOauth\"", index + 1);
    let mut add = |rule: &'static str, key: &str, what: &str, help: &str| found.inside(rule, here(key), format!("{which} {what}"), help);
    match config.get("name") {
        None => add("zet.desk_manifest_tpo_name_missing", "name", "has no \"name\"", "add \"name\": \"tracker\""),
        Some(Value::String(name)) if !name.is_empty() => {
            if !is_name(&Value::from(name.as_str())) {
                let what = "has a name that is not a letter and then letters, digits, -, _ and blanks";
                add("zet.desk_manifest_tpo_name_invalidtype", "name", what, "write a name such as \"tracker\"");
            } else if names.contains(&name.trim()) {
                add("zet.desk_manifest_tpo_name_alreadyexists", "name", "has the name of another one", "give it a name of its own");
            } else {
                names.push(name.trim());
            }
        }
        Some(_) => add("zet.desk_manifest_tpo_name_empty", "name", "has a name that is no text", "write a name such as \"tracker\""),
    }
    for (key, missing, empty) in [
        ("clientId", "zet.desk_manifest_tpo_clientid_missing", "zet.desk_manifest_tpo_clientid_invalidtype"),
        ("clientSecret", "zet.desk_manifest_tpo_clientsecret_missing", "zet.desk_manifest_tpo_clientsecret_invalidtype"),
    ] {
        match config.get(key) {
            None => add(missing, key, &format!("has no \"{key}\""), &format!("add \"{key}\": \"…\"")),
            Some(Value::String(text)) if text.is_empty() => add(empty, key, &format!("has an empty \"{key}\""), "write it"),
            Some(_) => {}
        }
    }
    for (key, missing, wrong) in [
        ("authoriseUrl", "zet.desk_manifest_tpo_authoriseurl_missing", "zet.desk_manifest_tpo_authoriseurl_invalidurl"),
        ("tokenUrl", "zet.desk_manifest_tpo_tokenurl_missing", "zet.desk_manifest_tpo_tokenurl_invalidurl"),
        ("revokeUrl", "", "zet.desk_manifest_tpo_revokeurl_invalidurl"),
    ] {
        let help = format!("write \"{key}\": \"https://…\"");
        match config.get(key) {
            None if missing.is_empty() => {}
            None => add(missing, key, &format!("has no \"{key}\""), &help),
            value if !is_url(value) => add(wrong, key, &format!("has a \"{key}\" that is no URL"), &help),
            Some(_) => {}
        }
    }
    if config.get("params").is_some_and(|params| !is_object(params)) {
        add("zet.desk_manifest_tpo_params_invalidtype", "params", "has \"params\" that are no object", "write \"params\": {}");
    }
}

fn callbacks(found: &mut Found<'_>, manifest: &Value) -> Result<(), Broke> {
    let Some(listener) = manifest.get("callbackListener") else { return Ok(()) };
    if listener.is_null() {
        return Err(broke(found, at("callbackListener"), "\"callbackListener\" is null"));
    }
    if !is_object(listener) {
        let text = format!("\"callbackListener\" is {}, not an object", shown(listener));
        found.inside(
            "zet.desk_pluginmanifest_callbacklistener_invalidtype",
            at("callbackListener"),
            text,
            "write \"callbackListener\": {\"onUninstall\": \"https://…\"}",
        );
        return Ok(());
    }
    for key in CALLBACKS {
        if let Some(wrong) = listener.get(key).filter(|url| !is_url(Some(url))) {
            let text = format!("the address {} of \"{key}\" is no URL", shown(wrong));
            found.inside(
                "zet.callback_url",
                (File::Manifest, keys!["callbackListener", key]),
                text,
                format!("write \"{key}\": \"https://…\""),
            );
        }
    }
    match manifest.get("secret") {
        None => {
            let text = "there are callbacks and no \"secret\": it is the key of what they are signed with";
            found.inside("zet.desk_pluginmanifest_secretkeymissing", at("secret"), text, "add \"secret\": \"…\"");
        }
        Some(Value::String(_)) => {}
        Some(_) => {
            found.inside("zet.desk_pluginmanifest_secretkeyinvalid", at("secret"), "\"secret\" is no text", "write \"secret\": \"…\"")
        }
    }
    Ok(())
}

fn zoho(found: &mut Found<'_>, manifest: &Value) -> Result<(), Broke> {
    let key = "zohoAuthorisation";
    let Some(zoho) = manifest.get(key) else { return Ok(()) };
    if !is_object(zoho) {
        let text = format!("\"{key}\" is {}, not an object", shown(zoho));
        found.inside("zet.desk_pluginmanifest_invalidauthorizationtype", at(key), text, format!("write \"{key}\": {{}}"));
        return Ok(());
    }
    match is_empty(zoho) {
        None => return Err(broke(found, at(key), "\"zohoAuthorisation\" is null")),
        Some(true) => return Ok(()),
        Some(false) => {}
    }
    if zoho.get("type").is_none() {
        let here = (File::Manifest, keys![key, "type"]);
        found.inside(
            "zet.desk_pluginmanifest_missingauthorizationtype",
            here,
            format!("\"{key}\" has no \"type\""),
            "add \"type\": \"connectors\"",
        );
    }
    if let Some(service) = zoho.get("serviceName").filter(|service| service.as_str() != Some(ZOHO)) {
        let text = format!("the serviceName {} of \"{key}\" is none of Zoho's own", shown(service));
        let help = format!("write \"serviceName\": \"{ZOHO}\"; another service's connection belongs to \"connectors\"");
        found.inside("zet.desk_pluginmanifest_authorizationinvalidserviceName", (File::Manifest, keys![key, "serviceName"]), text, help);
    }
    Ok(())
}
