//! What is read, written, deleted and invoked by name.

use super::super::found::Found;
use super::events::reaches;
use super::look::Whole;
use super::meaning::Meaning;
use super::pages::Looked;
use super::used::{Arg, ArgKind, Used};
use crate::catalog::{Catalog, Kind};
use crate::record::Severity;
use crate::spelling::nearest;

/// Names that do not exist, or cannot be read from where the page's widgets live.
pub(super) fn look(found: &mut Found<'_>, whole: &Whole<'_>, page: &Looked, used: &Used) {
    let Some(verb @ ("get" | "set" | "delete" | "invoke")) = used.name.as_deref().filter(|_| used.on == Meaning::Desk) else { return };
    let Some(name) = used.arg(0) else { return };
    let rule = match verb {
        "get" => "SDK-06",
        "invoke" => "SDK-10",
        _ => "SDK-13",
    };
    let Some(text) = name.text() else {
        if matches!(name.is, ArgKind::Computed) {
            let text = format!("the name that ZOHODESK.{verb} is called with is computed: it is not looked at");
            found.weighing(Severity::Note, rule, &name.at, text, "write the name, if it is always the same");
        }
        return;
    };
    if verb == "get" {
        read(found, whole.catalog, page, name, text);
    } else {
        done(found, whole.catalog, (verb, rule), name, text, used.arg(1).and_then(Arg::text));
    }
}

fn read(found: &mut Found<'_>, catalog: &Catalog, page: &Looked, name: &Arg, text: &str) {
    if catalog.call(&format!("get {text}")).is_some() {
        return;
    }
    let parts: Vec<&str> = catalog
        .properties()
        .map(|it| it.name.as_str())
        .filter(|it| it.strip_prefix(text).is_some_and(|rest| rest.starts_with('.')))
        .collect();
    if catalog.property(text).is_none() && parts.is_empty() {
        let near = catalog.nearest(Kind::Property, text);
        let known =
            text.split_once('.').is_some_and(|(object, _)| catalog.properties().any(|it| it.name.split('.').next() == Some(object)));
        let severity = if known || near.is_some() { Severity::Error } else { Severity::Warning };
        let help = near.map_or_else(
            || "`deskspec explain SDK-02` and those behind it say what can be read".to_owned(),
            |near| format!("did you mean \"{near}\"?"),
        );
        return found.weighing(severity, "SDK-06", &name.at, format!("there is nothing to read under \"{text}\""), help);
    }
    let may = |location: &str| catalog.may_read(text, location) || parts.iter().any(|part| catalog.may_read(part, location));
    if !reaches(page, may) {
        let at = page.locations.join(", ");
        let help = format!("`deskspec explain {}` names the locations that may read it", parts.first().unwrap_or(&text));
        found.at("SDK-06", &name.at, format!("\"{text}\" cannot be read from {at}"), help);
    }
}

/// Calls are documented by their verb and name; of a verb without any, nothing can be said.
fn done(found: &mut Found<'_>, catalog: &Catalog, (verb, rule): (&str, &str), name: &Arg, text: &str, property: Option<&str>) {
    let known = |call: String| catalog.call(&call).is_some();
    let is_property = verb == "set" && catalog.property(text).is_some();
    if is_property || known(format!("{verb} {text}")) || property.is_some_and(|property| known(format!("{verb} {text} {property}"))) {
        return;
    }
    let begins = format!("{verb} ");
    let named: Vec<&str> = catalog.calls().filter_map(|call| call.name.strip_prefix(&begins)).collect();
    // A verb and a name, of which the second is another one.
    let same = named.iter().any(|name| name.split(' ').next() == Some(text));
    if named.is_empty() {
        return;
    }
    if same {
        let text = format!("invoke(\"{text}\", \"{}\") is not documented", property.unwrap_or_default());
        return found.weighing(Severity::Warning, rule, &name.at, text, format!("`deskspec explain {rule}` says what can be invoked"));
    }
    match nearest(text, named.iter().map(|name| name.split(' ').next().unwrap_or(name))) {
        Some(near) => found.at(rule, &name.at, format!("there is no {verb} of \"{text}\""), format!("did you mean \"{near}\"?")),
        None => {
            let help = format!("`deskspec explain {rule}` says what can be done");
            found.weighing(
                if verb == "invoke" { Severity::Error } else { Severity::Warning },
                rule,
                &name.at,
                format!("there is no {verb} of \"{text}\""),
                help,
            );
        }
    }
}
