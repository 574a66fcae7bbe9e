use super::super::found::{File, Found, keys};
use super::look::{Broke, broke};
use super::manifest::at;
use super::value::{filled, is_empty, is_name, is_object, length, shown, truthy};
use serde_json::Value;

const MOST: usize = 20;
const LONGEST: usize = 255;
/// What a param that the user sets may be.
const TYPES: [&str; 7] = ["text", "number", "radio", "switch", "picklist", "multiselect", "checkbox"];
const EXAMPLE: &str = "write {\"name\": \"apiKey\", \"type\": \"text\", \"userdefined\": true, \"mandatory\": true, \"secure\": true}";

/// The config params of the manifest.
pub(super) fn look(found: &mut Found<'_>, manifest: &Value) -> Result<(), Broke> {
    let Some(configs) = manifest.get("config") else { return Ok(()) };
    let Some(configs) = configs.as_array() else {
        let text = format!("\"config\" is {}, not an array", shown(configs));
        found.inside("zet.desk_pluginmanifest_invalidconfigtype", at("config"), text, "write \"config\": []");
        return Ok(());
    };
    if configs.len() > MOST {
        let text = format!("\"config\" has {} params, and {MOST} at most are allowed", configs.len());
        let here = (File::Manifest, keys!["config", MOST]);
        found.inside("zet.desk_pluginmanifest_configlimitexceeded", here, text, "leave out this one and those behind it");
        return Ok(());
    }
    let mut names = Vec::new();
    for (index, config) in configs.iter().enumerate() {
        let here = || (File::Manifest, keys!["config", index]);
        if !is_object(config) {
            let text = format!("param {} is {}, not an object", index + 1, shown(config));
            found.inside("zet.desk_pluginmanifest_invalidconfigtype", here(), text, EXAMPLE);
            continue;
        }
        match is_empty(config) {
            None => return Err(broke(found, here(), "a param is null")),
            Some(true) => {
                let text = format!("param {} is empty", index + 1);
                found.inside("zet.desk_pluginmanifest_emptyconfig", here(), text, format!("{EXAMPLE}, or leave it out"));
            }
            Some(false) => one(found, index, config, &mut names)?,
        }
    }
    Ok(())
}

fn one<'v>(found: &mut Found<'_>, index: usize, config: &'v Value, names: &mut Vec<&'v str>) -> Result<(), Broke> {
    let here = |key: &str| (File::Manifest, keys!["config", index, key]);
    let number = index + 1;
    match config.get("name") {
        None => {
            let text = format!("param {number} has no \"name\"");
            found.inside("zet.desk_pluginmanifest_missingconfigname", here("name"), text, "add \"name\": \"apiKey\"");
        }
        Some(name) => self::name(found, index, name, names)?,
    }
    for (key, kind, long) in [
        ("displayName", "zet.desk_pluginmanifest_invaliddisplayname", "zet.desk_pluginmanifest_invaliddisplaynamelength"),
        ("description", "zet.desk_pluginmanifest_invaliddescription", "zet.desk_pluginmanifest_invaliddescriptionlength"),
    ] {
        match config.get(key) {
            None => {}
            Some(Value::String(text)) if length(text) > LONGEST => {
                let text = format!("the {key} of param {number} has {} characters, and {LONGEST} at most are allowed", length(text));
                found.inside(long, here(key), text, "make it shorter");
            }
            Some(Value::String(_)) => {}
            Some(other) => {
                let text = format!("the {key} of param {number} is {}, not a text", shown(other));
                found.inside(kind, here(key), text, format!("write \"{key}\": \"…\""));
            }
        }
    }
    let Some(userdefined) = config.get("userdefined") else { return Ok(()) };
    if !userdefined.is_boolean() {
        let text = format!("\"userdefined\" of param {number} is {}, neither true nor false", shown(userdefined));
        found.inside(
            "zet.desk_pluginmanifest_invaliduserdefinedconfigtype",
            here("userdefined"),
            text,
            "write true or false, without quotes",
        );
    }
    if truthy(Some(userdefined)) {
        set_by_the_user(found, index, config);
    }
    Ok(())
}

fn name<'v>(found: &mut Found<'_>, index: usize, name: &'v Value, names: &mut Vec<&'v str>) -> Result<(), Broke> {
    let here = || (File::Manifest, keys!["config", index, "name"]);
    let number = index + 1;
    if filled(name).is_none() {
        let text = format!("the name {} of param {number} is no text", shown(name));
        found.inside("zet.desk_pluginmanifest_invalidconfigname", here(), text, "write a name such as \"apiKey\"");
    }
    if !is_name(name) {
        let text = format!("the name {} of param {number} is not a letter and then letters, digits, -, _ and blanks", shown(name));
        found.inside("zet.desk_pluginmanifest_invalidcharacters", here(), text, "write a name such as \"apiKey\"");
        return Ok(());
    }
    let Some(name) = name.as_str().map(str::trim) else {
        return Err(broke(found, here(), &format!("the name of param {number} is no text")));
    };
    if names.contains(&name) {
        let text = format!("param {number} has the name \"{name}\" of another one");
        found.inside("zet.desk_pluginmanifest_duplicatename", here(), text, "give it a name of its own");
    } else {
        names.push(name);
    }
    Ok(())
}

fn set_by_the_user(found: &mut Found<'_>, index: usize, config: &Value) {
    let here = |key: &str| (File::Manifest, keys!["config", index, key]);
    let number = index + 1;
    let types = format!("write one of {}", TYPES.join(", "));
    match config.get("type") {
        None => {
            let text = format!("param {number} is set by the user and has no \"type\"");
            found.inside("zet.desk_pluginmanifest_requiredconfigproperties_type", here("type"), text, types);
        }
        Some(Value::String(kind)) if TYPES.contains(&kind.as_str()) => {}
        Some(Value::String(kind)) => {
            let text = format!("there is no type \"{kind}\" of params");
            found.inside("zet.desk_pluginmanifest_invalidlistoftypeinconfig", here("type"), text, types);
        }
        Some(other) => {
            let text = format!("the type of param {number} is {}, not a text", shown(other));
            found.inside("zet.projects_pluginmanifest_invalidtypeinconfig", here("type"), text, types);
        }
    }
    for (key, missing, wrong) in [
        ("mandatory", "zet.desk_pluginmanifest_requiredconfigproperties_mandatory", "zet.desk_pluginmanifest_invalidmandatorytype"),
        ("secure", "zet.desk_pluginmanifest_requiredconfigproperties_secure", "zet.desk_pluginmanifest_invalidsecuretype"),
    ] {
        match config.get(key) {
            None => {
                let text = format!("param {number} is set by the user and has no \"{key}\"");
                found.inside(missing, here(key), text, format!("add \"{key}\": true, or false"));
            }
            Some(Value::Bool(_)) => {}
            Some(other) => {
                let text = format!("\"{key}\" of param {number} is {}, neither true nor false", shown(other));
                found.inside(wrong, here(key), text, "write true or false, without quotes");
            }
        }
    }
}
