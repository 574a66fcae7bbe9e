use super::entries::places;
use super::exchange::declared;
use super::{payload, sheet::Sheet};
use crate::catalog::data::{Limit, Location, Message, Property, Quirk, Rule, Unit};
use crate::catalog::{Catalog, Entry, Kind};

pub(super) fn location_sheet(sheet: &mut Sheet, location: &Location, catalog: &Catalog) {
    sheet.paragraph(&location.text);
    if location.derived {
        sheet.paragraph("No page here documents it: real extensions live there all the same (derived).");
    }
    declared(sheet, &location.module);
    let alive = if location.always_alive {
        "always"
    } else if location.picked {
        "on its page, once the agent has picked it"
    } else {
        "on its page"
    };
    sheet.heading("alive");
    sheet.line(&format!("{alive}; page: {}", page(location)));
    let hooks = catalog.hooks().filter(|hook| catalog.may_be_asked(&hook.name, &location.name));
    named(sheet, "hooks that it may be asked for", &hooks.map(|hook| hook.name.as_str()).collect::<Vec<_>>());
    let events = catalog.events().map(|event| event.example.as_deref().unwrap_or(&event.name));
    let heard: Vec<&str> = events.filter(|name| heard_at(catalog, name, &location.name)).collect();
    named(sheet, "events that it may receive", &heard);
    let read: Vec<String> = objects(catalog, &location.name);
    named(sheet, "properties that it may read", &read.iter().map(String::as_str).collect::<Vec<_>>());
}

/// Names below a heading, one behind the other; nothing where there are none.
fn named(sheet: &mut Sheet, heading: &str, names: &[&str]) {
    if !names.is_empty() {
        sheet.heading(heading);
        sheet.line(&names.join(", "));
    }
}

/// A template's example stands for one of its locations; the others hear the template too.
fn heard_at(catalog: &Catalog, name: &str, location: &str) -> bool {
    catalog.may_receive(name, location)
        || catalog.event(name).is_some_and(|event| event.location.is_some() && event.locations.iter().flatten().any(|at| at == location))
}

fn objects(catalog: &Catalog, location: &str) -> Vec<String> {
    let mut objects: Vec<String> = Vec::new();
    for property in catalog.properties().filter(|property| catalog.may_read(&property.name, location)) {
        let object = format!("{}.…", property.name.split('.').next().unwrap_or(&property.name));
        if !objects.contains(&object) {
            objects.push(object);
        }
    }
    objects
}

fn page(location: &Location) -> String {
    serde_json::to_value(location.page).ok().and_then(|page| page.as_str().map(|page| page.replace('-', " "))).unwrap_or_default()
}

pub(super) fn property_sheet(sheet: &mut Sheet, property: &Property, catalog: &Catalog) {
    sheet.heading("asked for");
    sheet.line(&format!("ZOHODESK.get(\"{}\")", property.name));
    if let Some(listed) = &property.listed_as {
        sheet.line(&format!("The page lists it as {listed}."));
    }
    if property.given {
        sheet.line("Desk itself gives it: no form has a field for it (derived).");
    }
    if property.derived {
        sheet.line("No page documents it: real widgets ask for it all the same (derived).");
    }
    if property.whole {
        sheet.line("It holds every documented property of the object that may be read there, under its own name.");
    }
    payload::table(sheet, "value", &catalog.value_of(property));
    places(sheet, "may be read at", property.locations.as_deref());
    if let Some(sample) = &property.sample {
        sheet.heading("sample");
        sheet.json(&serde_json::json!({"status": "success", property.name.as_str(): sample}));
    }
}

pub(super) fn rule_sheet(sheet: &mut Sheet, rule: &Rule, catalog: &Catalog) {
    sheet.paragraph(&rule.text);
    if rule.derived {
        sheet.paragraph("Derived: no page writes it; it follows from them, or is what a host must do where they are silent.");
    }
    if let Some(shape) = &rule.declares {
        payload::table(sheet, &format!("what \"{}\" holds in the package", shape.key), shape);
    }
    for codes in &rule.codes {
        sheet.heading(&format!("numbers of {}", codes.name));
        let column = codes.values.iter().map(|known| known.code.to_string().len()).max().unwrap_or(0);
        for known in &codes.values {
            let name = if known.name.is_empty() { "(the page has lost its name)" } else { &known.name };
            sheet.row(2, &known.code.to_string(), column, name);
        }
    }
    named_by(sheet, catalog, |entry| entry.rules().contains(&rule.id.as_str()));
}

pub(super) fn quirk_sheet(sheet: &mut Sheet, quirk: &Quirk, catalog: &Catalog) {
    sheet.heading("readings");
    for reading in &quirk.readings {
        sheet.row(2, if reading.default { "default" } else { "-" }, 7, &reading.text);
        for source in &reading.sources {
            sheet.row(2, "", 7, &format!("({source})"));
        }
        if !reading.ask.is_empty() {
            sheet.row(2, "", 7, &format!("To have it: {}.", reading.ask));
        }
    }
    if !quirk.readings.iter().any(|reading| reading.default) {
        sheet.line("No default is chosen yet.");
    }
    named_by(sheet, catalog, |entry| entry.quirks().contains(&quirk.id.as_str()));
}

/// Which events, hooks, properties, HTTP exchanges, calls, limits and texts an id stands with; locations and whole objects would only lengthen the page.
fn named_by(sheet: &mut Sheet, catalog: &Catalog, names: impl Fn(&Entry<'_>) -> bool) {
    for kind in
        [Kind::Hook, Kind::Event, Kind::Location, Kind::Property, Kind::Exchange, Kind::Call, Kind::Limit, Kind::Message, Kind::Rule]
    {
        let found: Vec<Entry<'_>> = catalog.all(kind).into_iter().filter(&names).collect();
        let several = if kind == Kind::Property { "properties".to_owned() } else { format!("{kind}s") };
        let heading = if found.len() == 1 { format!("the {kind} that names it") } else { format!("the {several} that name it") };
        named(sheet, &heading, &found.iter().map(Entry::label).collect::<Vec<_>>());
    }
}

pub(super) fn limit_sheet(sheet: &mut Sheet, limit: &Limit) {
    sheet.paragraph(&limit.text);
    sheet.heading("value");
    sheet.line(&format!("{}{}", counted(limit), if limit.derived { " (derived: no page writes it)" } else { "" }));
}

/// The number with what it counts.
pub(super) fn counted(limit: &Limit) -> String {
    let unit = match limit.unit {
        Unit::Milliseconds => " milliseconds",
        Unit::Characters => " characters",
        Unit::Kilobytes => " kilobytes",
        Unit::Bytes => " bytes",
        Unit::Count => "",
    };
    format!("{}{unit}", limit.value)
}

pub(super) fn message_sheet(sheet: &mut Sheet, message: &Message) {
    sheet.heading("text");
    sheet.line(&format!("\"{}\"{}", message.text, if message.derived { " (the wording is ours: no page has one)" } else { "" }));
}
