use super::super::found::{File, Found, keys};
use super::look::{Broke, broke};
use super::value::{filled, shown};
use serde_json::Value;

/// The permissions of resources.json.
pub(super) fn look(found: &mut Found<'_>, permissions: &[Value]) -> Result<(), Broke> {
    let mut names: Vec<&str> = Vec::new();
    for (index, permission) in permissions.iter().enumerate() {
        if permission.is_null() {
            return Err(broke(found, (File::Resources, keys!["permissions", index]), "a permission is null"));
        }
        api_name(found, index, permission, &mut names);
        for (key, missing, wrong) in [
            ("displayName", "zet.desk_resource_missingdisplayname", "zet.desk_resource_invaliddisplayname"),
            ("description", "zet.desk_resource_missingdescription", "zet.desk_resource_invaliddescription"),
        ] {
            text(
                found,
                (File::Resources, keys!["permissions", index, key]),
                &format!("permission {}", index + 1),
                (key, permission.get(key)),
                missing,
                wrong,
            );
        }
        let here = (File::Resources, keys!["permissions", index, "defaultState"]);
        match permission.get("defaultState") {
            None => {
                let text = format!("permission {} has no \"defaultState\"", index + 1);
                found.inside("zet.desk_resource_missing_defaultState", here, text, "add \"defaultState\": true, or false");
            }
            Some(Value::Bool(_)) => {}
            Some(other) => {
                let text = format!("the defaultState of permission {} is {}, neither true nor false", index + 1, shown(other));
                found.inside("zet.desk_resource_invalid_defaultState", here, text, "write true or false, without quotes");
            }
        }
    }
    Ok(())
}

fn api_name<'v>(found: &mut Found<'_>, index: usize, permission: &'v Value, names: &mut Vec<&'v str>) {
    let here = || (File::Resources, keys!["permissions", index, "apiName"]);
    let value = permission.get("apiName");
    let which = format!("permission {}", index + 1);
    text(found, here(), &which, ("apiName", value), "zet.desk_resource_missingapiname", "zet.desk_resource_invalidapiname");
    if let Some(name) = value.and_then(Value::as_str).map(str::trim) {
        if names.contains(&name) {
            let text = format!("{which} has the apiName \"{name}\" of another permission");
            found.inside("zet.desk_resource_duplicatename", here(), text, "give it a name of its own");
        } else {
            names.push(name);
        }
    }
}

/// A text that must be there, with something in it.
pub(super) fn text(
    found: &mut Found<'_>,
    here: (File, Vec<crate::compare::Segment>),
    which: &str,
    (key, value): (&str, Option<&Value>),
    missing: &'static str,
    wrong: &'static str,
) {
    match value {
        None => found.inside(missing, here, format!("{which} has no \"{key}\""), format!("add \"{key}\": \"…\"")),
        Some(value) if filled(value).is_none() => {
            let text = format!("the {key} of {which} is {}, and no text", shown(value));
            found.inside(wrong, here, text, format!("write \"{key}\": \"…\""));
        }
        Some(_) => {}
    }
}
