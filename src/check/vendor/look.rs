use super::super::found::{File, Found, keys};
use super::{files, manifest};
use crate::extension::package::MANIFEST;
use serde_json::Value;

/// The services that the tool knows.
const SERVICES: [&str; 19] = [
    "CRM",
    "CATALYST",
    "PROJECTS",
    "DESK",
    "QNTRL",
    "MAIL",
    "CREATOR",
    "TEAMINBOX",
    "SDP",
    "IOT",
    "FINANCE",
    "EXPENSE",
    "INVENTORY",
    "PEOPLE",
    "BIGIN",
    "BILLING",
    "RECRUIT",
    "FSM",
    "LOGS360CLOUD",
];
/// Those of them for which it has rules that have nothing to do with Desk.
const OTHERS: [&str; 6] = ["CATALYST", "PROJECTS", "SDP", "CREATOR", "BIGIN", "MAIL"];

/// The tool itself breaks here, and says nothing more.
pub(super) struct Broke;

/// Ends the look where the tool breaks.
pub(super) fn broke(found: &mut Found<'_>, at: (File, Vec<crate::compare::Segment>), what: &str) -> Broke {
    found.inside("zet.breaks", at, format!("{what}: the vendor's own tool breaks at it"), "write a value of the type that is wanted here");
    Broke
}

/// Everything that the tool finds.
pub(in super::super) fn look(found: &mut Found<'_>) {
    let manifest = found.package().and_then(|package| package.sources.read(true));
    match manifest {
        // That it breaks has been said.
        Some(manifest) => drop(looked(found, &manifest)),
        None => found.no_manifest(),
    }
}

impl Found<'_> {
    /// What keeps the manifest from being read is what the reader says of it.
    fn no_manifest(&mut self) {
        let survey = self.survey;
        let missing = survey.package.is_none() && !survey.has(MANIFEST);
        let rule = if missing { "zet.index_ntindir" } else { "zet.index_invalid" };
        for error in survey.errors.iter().take(1) {
            self.at(rule, &error.at, error.text.as_str(), error.edit.as_str());
        }
    }
}

fn looked(found: &mut Found<'_>, declared: &Value) -> Result<(), Broke> {
    if declared.is_null() {
        return Err(broke(found, (File::Manifest, Vec::new()), "the manifest is null"));
    }
    let service = declared.get("service");
    let Some(service) = service.and_then(Value::as_str).filter(|service| SERVICES.contains(service)) else {
        let what =
            service.map_or("the manifest has no \"service\"".to_owned(), |it| format!("there is no service {}", super::value::shown(it)));
        found.inside("zet.pluginmanifestrule_invalidservice", (File::Manifest, keys!["service"]), what, "write \"service\": \"DESK\"");
        return Ok(());
    };
    if !files::look(found)? {
        return Ok(());
    }
    if service == "DESK" {
        return manifest::look(found, declared);
    }
    if OTHERS.contains(&service) {
        let text = format!("the vendor's own tool has rules of its own for {service}, and they are not looked at");
        found.inside("zet.other_service", (File::Manifest, keys!["service"]), text, "write \"service\": \"DESK\"");
    }
    Ok(())
}
