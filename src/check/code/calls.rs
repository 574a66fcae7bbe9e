use super::super::found::Found;
use super::look::Whole;
use super::surface::members;
use super::used::Used;
use crate::record::Severity;
use crate::spelling::nearest;

/// Whether the SDK has it; what it has not, and what cannot be told, is said.
pub(super) fn is_known(found: &mut Found<'_>, whole: &Whole<'_>, used: &Used) -> bool {
    let written = used.on.written();
    let Some(name) = &used.name else {
        found.weighing(
            Severity::Note,
            "SDK-14",
            &used.at,
            format!("the name of what is called on {written} is computed: it is not looked at"),
            "write the name, if it is always the same",
        );
        return false;
    };
    let members = members(&used.on, whole.catalog);
    if members.contains(name) {
        return true;
    }
    let severity = if used.args.is_some() { Severity::Error } else { Severity::Warning };
    let text = format!("the client SDK has no {written}.{name}");
    found.weighing(severity, "SDK-14", &used.at, text, instead(&members, written, name));
    false
}

fn instead(members: &[String], written: &str, name: &str) -> String {
    let near = nearest(name, members.iter().map(String::as_str));
    match (written, name) {
        ("ZOHODESK", "on") => "subscribe with App.instance.on, of the App that ZOHODESK.extension.onload() resolves to".to_owned(),
        _ => near.map_or_else(|| format!("{written} has {}", members.join(", ")), |near| format!("did you mean {written}.{near}?")),
    }
}
