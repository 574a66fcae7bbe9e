//! customActions and targets of resources.json.

use super::super::found::{File, Found, keys};
use super::look::{Broke, broke};
use super::value::{length, shown, truthy};
use crate::compare::Segment;
use serde_json::Value;

const LONGEST: usize = 250;
const FIELD_TYPES: [&str; 13] = [
    "STRING",
    "LOOKUP",
    "TEXT",
    "NUMBER",
    "DECIMAL",
    "PICKLIST",
    "URL",
    "MULTIPICKLIST",
    "CONTENT",
    "BOOLEAN",
    "DYNAMICPICKLIST",
    "ARRAY",
    "OBJECT",
];
const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/// Both, in this order.
pub(super) fn look(found: &mut Found<'_>, resources: &Value) -> Result<(), Broke> {
    each(found, resources, "customActions", "zet.desk_resource_customactions_invalid", action)?;
    each(found, resources, "targets", "zet.desk_resource_targets_invalid", target)
}

type One = fn(&mut Found<'_>, Vec<Segment>, &Value) -> Result<(), Broke>;

fn each(found: &mut Found<'_>, resources: &Value, key: &str, kind: &'static str, one: One) -> Result<(), Broke> {
    let Some(list) = resources.get(key) else { return Ok(()) };
    let Some(list) = list.as_array() else {
        let text = format!("\"{key}\" is {}, not an array", shown(list));
        found.inside(kind, (File::Resources, keys![key]), text, format!("write \"{key}\": […]"));
        return Ok(());
    };
    for (index, entry) in list.iter().enumerate() {
        if entry.is_null() {
            return Err(broke(found, (File::Resources, keys![key, index]), &format!("entry {} of \"{key}\" is null", index + 1)));
        }
        one(found, keys![key, index], entry)?;
    }
    Ok(())
}

/// A key that must be there; one that may be has no `missing`.
fn needed(found: &mut Found<'_>, at: &[Segment], entry: &Value, key: &str, missing: &'static str) -> bool {
    let there = entry.get(key).is_some();
    if !there {
        found.inside(
            missing,
            (File::Resources, [at, &keys![key]].concat()),
            format!("this entry has no \"{key}\""),
            format!("add \"{key}\": \"…\""),
        );
    }
    there
}

/// What JavaScript counts of a text or a list.
fn long(value: Option<&Value>) -> usize {
    match value {
        Some(Value::String(text)) => length(text),
        Some(Value::Array(list)) => list.len(),
        _ => 0,
    }
}

fn shorter(found: &mut Found<'_>, at: &[Segment], entry: &Value, key: &str, rule: &'static str) {
    let characters = long(entry.get(key));
    if characters > LONGEST {
        let text = format!("\"{key}\" has {characters} characters, and {LONGEST} at most are allowed");
        found.inside(rule, (File::Resources, [at, &keys![key]].concat()), text, "make it shorter");
    }
}

fn action(found: &mut Found<'_>, at: Vec<Segment>, action: &Value) -> Result<(), Broke> {
    shorter(found, &at, action, "resourceName", "zet.desk_ca_reasourcename_maxlength");
    if needed(found, &at, action, "customActionName", "zet.desk_ca_name_missing") {
        shorter(found, &at, action, "customActionName", "zet.desk_ca_name_maxlength");
    }
    needed(found, &at, action, "targetId", "zet.desk_ca_targetId_missing");
    let Some(fields) = action.get("inputFields").filter(|fields| truthy(Some(fields))) else { return Ok(()) };
    let here = [at.as_slice(), &keys!["inputFields"]].concat();
    let Some(fields) = fields.as_array() else {
        return Err(broke(found, (File::Resources, here), "\"inputFields\" is no array"));
    };
    for (index, field) in fields.iter().enumerate() {
        let at = [here.as_slice(), &keys![index]].concat();
        if field.is_null() {
            return Err(broke(found, (File::Resources, at), "an input field is null"));
        }
        if needed(found, &at, field, "displayName", "zet.desk_ca_inpfield_disname_missing") {
            if field.get("displayName").is_some_and(Value::is_null) {
                return Err(broke(found, (File::Resources, at), "the displayName of an input field is null"));
            }
            shorter(found, &at, field, "displayName", "zet.desk_ca_inpfield_disname_maxlength");
        }
        if needed(found, &at, field, "type", "zet.desk_ca_inpfield_type_missing") {
            listed(found, &at, field, ("type", &FIELD_TYPES), "zet.desk_ca_inpfield_type_invalid");
        }
    }
    Ok(())
}

fn listed(found: &mut Found<'_>, at: &[Segment], entry: &Value, (key, known): (&str, &[&str]), rule: &'static str) {
    let value = entry.get(key).unwrap_or(&Value::Null);
    if !value.as_str().is_some_and(|value| known.contains(&value)) {
        let text = format!("there is no \"{key}\" {}", shown(value));
        found.inside(rule, (File::Resources, [at, &keys![key]].concat()), text, format!("write one of {}", known.join(", ")));
    }
}

fn target(found: &mut Found<'_>, at: Vec<Segment>, target: &Value) -> Result<(), Broke> {
    shorter(found, &at, target, "resourceName", "zet.desk_ca_reasourcename_maxlength");
    if needed(found, &at, target, "targetName", "zet.desk_target_name_missing") {
        shorter(found, &at, target, "targetName", "zet.desk_target_name_maxlength");
    }
    needed(found, &at, target, "url", "zet.desk_target_url_missing");
    if needed(found, &at, target, "httpMethod", "zet.desk_target_httpmethod_missing") {
        listed(found, &at, target, ("httpMethod", &METHODS), "zet.desk_target_httpmethod_invalid");
    }
    Ok(())
}
