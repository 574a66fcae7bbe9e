use super::super::found::{File, Found, keys};
use super::look::{Broke, broke};
use super::value::{is_object, is_url, shown};
use super::widgets::{PictureRules, picture};
use super::{actions, names, permissions, webhook};
use serde_json::Value;

const LOGO: PictureRules = [
    "zet.desk_resource_invalidlogopathextn",
    "zet.desk_resource_invalidlogopathurl",
    "zet.desk_resource_missinglogopathfile",
    "zet.desk_resource_invalidlogopath",
];
const CONTENT_TYPES: [&str; 2] = ["text/html", "text/plain"];
const MOST: usize = 10;

/// Everything in resources.json.
pub(super) fn look(found: &mut Found<'_>, resources: &Value) -> Result<(), Broke> {
    if resources.is_null() {
        return Err(broke(found, (File::Resources, Vec::new()), "resources.json is null"));
    }
    channel(found, resources)?;
    if let Some(permissions) = many(found, resources, "permissions", MANY_PERMISSIONS) {
        permissions::look(found, permissions)?;
    }
    many(found, resources, "fields", MANY_FIELDS);
    names::look(found, resources)?;
    webhook::look(found, resources)?;
    actions::look(found, resources)
}

/// Rules of a list: its type, nothing in it, too much in it.
type ManyRules = [&'static str; 3];
const MANY_PERMISSIONS: ManyRules =
    ["zet.desk_resource_permission_invalid", "zet.desk_resource_permission_empty", "zet.desk_resource_permission_maxcount"];
const MANY_FIELDS: ManyRules = ["zet.desk_resource_fields_invalid", "zet.desk_resource_fields_empty", "zet.desk_resource_fields_maxcount"];

fn many<'v>(found: &mut Found<'_>, resources: &'v Value, key: &str, [kind, empty, most]: ManyRules) -> Option<&'v [Value]> {
    let here = || (File::Resources, keys![key]);
    match resources.get(key)? {
        Value::Array(list) if list.is_empty() => found.inside(empty, here(), format!("\"{key}\" is empty"), format!("leave out \"{key}\"")),
        Value::Array(list) if list.len() > MOST => {
            let text = format!("\"{key}\" has {} entries, and {MOST} at most are allowed", list.len());
            found.inside(most, (File::Resources, keys![key, MOST]), text, "leave out this one and those behind it");
        }
        Value::Array(list) => return Some(list),
        other => found.inside(kind, here(), format!("\"{key}\" is {}, not an array", shown(other)), format!("write \"{key}\": […]")),
    }
    None
}

fn channel(found: &mut Found<'_>, resources: &Value) -> Result<(), Broke> {
    let Some(channel) = resources.get("channel") else { return Ok(()) };
    let here = |key: &str| (File::Resources, keys!["channel", key]);
    if channel.is_null() {
        return Err(broke(found, (File::Resources, keys!["channel"]), "\"channel\" is null"));
    }
    match channel.get("channelLogoPath") {
        None => {
            let help = "add \"channelLogoPath\": \"/app/img/logo.png\"";
            found.inside("zet.desk_resource_missinglogopath", here("channelLogoPath"), "the channel has no \"channelLogoPath\"", help);
        }
        Some(logo) => picture(found, here("channelLogoPath"), "channelLogoPath", logo, LOGO),
    }
    match channel.get("contentTypes") {
        None => {}
        Some(Value::Array(types)) => {
            for (index, kind) in
                types.iter().enumerate().filter(|(_, kind)| !kind.as_str().is_some_and(|kind| CONTENT_TYPES.contains(&kind)))
            {
                let text = format!("{} is no content type of channels", shown(kind));
                let help = format!("write \"{}\" or \"{}\"", CONTENT_TYPES[0], CONTENT_TYPES[1]);
                found.inside(
                    "zet.desk_resource_invalidcontentTypelist",
                    (File::Resources, keys!["channel", "contentTypes", index]),
                    text,
                    help,
                );
            }
        }
        Some(other) => {
            let text = format!("\"contentTypes\" is {}, not an array", shown(other));
            found.inside("zet.desk_resource_invalidcontentType", here("contentTypes"), text, "write \"contentTypes\": [\"text/plain\"]");
        }
    }
    if let Some(url) = channel.get("redirectUrl").filter(|url| !is_url(Some(url))) {
        let text = format!("\"redirectUrl\" is {}, and no URL", shown(url));
        found.inside("zet.desk_resource_invalidredirecturl", here("redirectUrl"), text, "write \"redirectUrl\": \"https://…\"");
    }
    if let Some(sync) = channel.get("sync").filter(|sync| !is_object(sync)) {
        let text = format!("\"sync\" is {}, not an object", shown(sync));
        found.inside("zet.desk_resource_invalidsync", here("sync"), text, "write \"sync\": {\"push\": \"https://…\"}");
    }
    Ok(())
}
