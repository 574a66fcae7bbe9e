use super::super::found::{File, Found, keys};
use super::look::{Broke, broke};
use super::manifest::at;
use super::value::{filled, is_empty, is_name, is_object, shown};
use serde_json::Value;

/// What belongs into `zohoAuthorisation`.
pub(super) const ZOHO: &str = "zlabs_integration";

const EXAMPLE: &str =
    "write {\"connectionName\": \"tracker\", \"connectionLinkName\": \"tracker\", \"serviceName\": \"tracker\", \"scope\": [\"…\"]}";

/// The connectors of the manifest.
pub(super) fn look(found: &mut Found<'_>, manifest: &Value) -> Result<(), Broke> {
    let Some(connectors) = manifest.get("connectors") else { return Ok(()) };
    let Some(connectors) = connectors.as_array() else {
        let text = format!("\"connectors\" is {}, not an array", shown(connectors));
        found.inside("zet.desk_pluginmanifest_invalidconnectortype", at("connectors"), text, "write \"connectors\": []");
        return Ok(());
    };
    let (mut names, mut services) = (Vec::new(), Vec::new());
    for (index, connector) in connectors.iter().enumerate() {
        let here = || (File::Manifest, keys!["connectors", index]);
        if !is_object(connector) {
            let text = format!("connector {} is {}, not an object", index + 1, shown(connector));
            found.inside("zet.desk_pluginmanifest_invalidconnectorstype", here(), text, EXAMPLE);
            continue;
        }
        match is_empty(connector) {
            None => return Err(broke(found, here(), "a connector is null")),
            Some(true) => {
                let text = format!("connector {} is empty", index + 1);
                found.inside("zet.desk_manifest_connectors_emptyobject", here(), text, format!("{EXAMPLE}, or leave it out"));
            }
            Some(false) => one(found, index, connector, &mut names, &mut services),
        }
    }
    Ok(())
}

fn one<'v>(found: &mut Found<'_>, index: usize, connector: &'v Value, names: &mut Vec<&'v str>, services: &mut Vec<&'v str>) {
    let here = |key: &str| (File::Manifest, keys!["connectors", index, key]);
    let number = index + 1;
    let Some(name) = connector.get("connectionName") else {
        let text = format!("connector {number} has no \"connectionName\"");
        return found.inside(
            "zet.desk_pluginmanifest_missingconnectorname",
            here("connectionName"),
            text,
            "add \"connectionName\": \"tracker\"",
        );
    };
    // Nothing else of a connector without a name is looked at.
    let Some(name) = filled(name) else {
        let text = format!("the connectionName {} of connector {number} is no text", shown(name));
        return found.inside(
            "zet.desk_pluginmanifest_invalidconnectorname",
            here("connectionName"),
            text,
            "write a name such as \"tracker\"",
        );
    };
    if !is_name(&name.into()) {
        let text = format!("the connectionName \"{name}\" is not a letter and then letters, digits, -, _ and blanks");
        found.inside("zet.desk_pluginmanifest_invalidcharacters", here("connectionName"), text, "write a name such as \"tracker\"");
    } else if names.contains(&name.trim()) {
        let text = format!("connector {number} has the connectionName \"{name}\" of another connector");
        found.inside("zet.desk_pluginmanifest_duplicatename", here("connectionName"), text, "give it a name of its own");
    }
    names.push(name.trim());
    service(found, number, here("serviceName"), connector.get("serviceName"), services);
    match connector.get("connectionLinkName") {
        None => {
            let text = format!("connector {number} has no \"connectionLinkName\"");
            let help = "add \"connectionLinkName\": \"tracker\", as the connection's details have it";
            found.inside("zet.desk_manifest_connectors_connectionLink_missing", here("connectionLinkName"), text, help);
        }
        Some(Value::String(_)) => {}
        Some(other) => {
            let text = format!("the connectionLinkName of connector {number} is {}, not a text", shown(other));
            let help = "write it as the connection's details have it";
            found.inside("zet.desk_manifest_connectors_connectionLink_invalid", here("connectionLinkName"), text, help);
        }
    }
    if let Some(scope) = connector.get("scope") {
        self::scope(found, index, scope);
    }
}

fn service<'v>(
    found: &mut Found<'_>,
    number: usize,
    here: (File, Vec<crate::compare::Segment>),
    service: Option<&'v Value>,
    services: &mut Vec<&'v str>,
) {
    let Some(service) = service else {
        let text = format!("connector {number} has no \"serviceName\"");
        return found.inside(
            "zet.desk_pluginmanifest_missingconnectorservice",
            here,
            text,
            "add \"serviceName\", as the connection's details have it",
        );
    };
    let Some(service) = filled(service) else {
        let text = format!("the serviceName {} of connector {number} is no text", shown(service));
        return found.inside("zet.desk_pluginmanifest_invalidconnectorservice", here, text, "write it as the connection's details have it");
    };
    if service == ZOHO {
        let text = format!("connector {number} is a connection of Zoho's own services (\"{ZOHO}\")");
        found.inside("zet.desk_pluginmanifest_zlabsservicename", here, text, "move it out of \"connectors\" to \"zohoAuthorisation\"");
    } else if services.contains(&service.trim()) {
        let text = format!("connector {number} has the serviceName \"{service}\" of another connector");
        found.inside("zet.desk_pluginmanifest_duplicateservicename", here, text, "put the scopes of both into one connector");
    }
    services.push(service.trim());
}

fn scope(found: &mut Found<'_>, index: usize, scope: &Value) {
    let number = index + 1;
    let Some(scopes) = scope.as_array() else {
        let text = format!("the scope of connector {number} is {}, not an array", shown(scope));
        let here = (File::Manifest, keys!["connectors", index, "scope"]);
        return found.inside("zet.desk_pluginmanifest_invalidconnectorscope", here, text, "write \"scope\": [\"…\"]");
    };
    for (at, scope) in scopes.iter().enumerate() {
        let here = (File::Manifest, keys!["connectors", index, "scope", at]);
        let Some(text) = scope.as_str() else {
            let text = format!("the scope {} of connector {number} is no text", shown(scope));
            found.inside("zet.desk_pluginmanifest_invalidscopearraytype", here, text, "write it in quotes");
            return;
        };
        if text.trim().is_empty() {
            let text = format!("a scope of connector {number} is empty");
            found.inside("zet.desk_pluginmanifest_scopeisempty", here, text, "leave it out");
        }
    }
}
