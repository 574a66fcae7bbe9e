//! What scripts ask of the platform (FD-16).

use super::super::code::app::{ArgKind, Called};
use super::super::flaws::Flaws;
use super::known::instead;
use super::read::App;
use crate::record::Severity;
use crate::spelling::nearest;

/// How long a key of the store may be.
const LONGEST: &str = "db.key";
/// Calls of pages that servers have too, by what they are called there.
const SHARED: [(&str, &str); 2] = [("client.db.", "$db."), ("client.request.", "$request.")];
/// What of `client.request` pages alone have: a function of the server's, and an authorised one.
const PAGES: [&str; 2] = ["invoke", "oauth"];
/// The first of them.
const INVOKE: &str = "client.request.invoke";
/// What of a page's client asks the platform for nothing.
const UNASKED: [&str; 3] = ["client.events.on", "client.events.off", "client.instance.receive"];
/// Objects that real apps use and no page here has.
const SEEN: [&str; 4] = ["$job.", "$credentials.", "$iparams.", "$app."];
/// Calls of one object that real apps use and no page here has.
const SEEN_CALLS: [&str; 2] = ["$db.entity", "$db.listAll"];

/// Each call.
pub(super) fn look(found: &mut Flaws, app: &App<'_>) {
    let known = app.known.calls();
    for call in app.scripts().flat_map(|script| &script.calls) {
        let name = SHARED.iter().find_map(|(page, server)| call.name.strip_prefix(page).map(|rest| format!("{server}{rest}")));
        let is_of_page = name.is_some();
        let name = name.unwrap_or_else(|| call.name.clone());
        if name.starts_with('$') && !(is_of_page && PAGES.iter().any(|own| name.ends_with(&format!(".{own}")))) {
            is_known(found, &known, call, &name);
        }
        if name.starts_with("$db.") {
            stored(found, app, call, &name);
        }
        if call.name == INVOKE {
            invoked(found, app, call);
        }
        of_page(found, &known, call);
    }
}

/// What pages alone call: the first three parts are its name, and of some the object that is named first.
fn of_page(found: &mut Flaws, known: &[&str], call: &Called) {
    let name = call.name.split('.').take(3).collect::<Vec<_>>().join(".");
    let Some((group, _)) = name.rsplit_once('.') else { return };
    let own = known.iter().map(|it| it.split(' ').next().unwrap_or_default()).chain(UNASKED);
    let of_group: Vec<&str> = own.filter(|it| it.rsplit_once('.').is_some_and(|(known, _)| known == group)).collect();
    if SHARED.iter().any(|(page, _)| call.name.starts_with(page)) || of_group.is_empty() {
        return;
    }
    if !of_group.contains(&name.as_str()) {
        let help = instead(&name, of_group.iter().copied(), &format!("there are {}", of_group.join(", ")));
        return found.at("FD-16", &call.at, format!("there is no {name}"), help);
    }
    let Some((first, object)) = call.args.first().and_then(|first| Some((first, first.text()?))) else { return };
    let full = format!("{name} {object}");
    let near = nearest(&full, known.iter().copied().filter(|it| it.split_once(' ').is_some_and(|(call, _)| call == name)));
    if let Some((_, near)) = near.filter(|near| *near != full).and_then(|near| near.split_once(' ')) {
        found.at("FD-16", &first.at, format!("{name} has no \"{object}\""), format!("did you mean \"{near}\"?"));
    }
}

/// Deeper names are those of what a call gave: the first two parts count.
fn is_known(found: &mut Flaws, known: &[&str], call: &Called, name: &str) {
    let name = name.split('.').take(2).collect::<Vec<_>>().join(".");
    if known.contains(&name.as_str()) || SEEN.iter().any(|object| name.starts_with(object)) || SEEN_CALLS.contains(&name.as_str()) {
        return;
    }
    let object = name.split('.').next().unwrap_or_default();
    let of_object: Vec<&str> = known.iter().copied().filter(|it| it.split('.').next() == Some(object)).collect();
    let text = format!("there is no {}", call.name);
    if of_object.is_empty() {
        let objects = known.iter().filter_map(|it| it.split_once('.').map(|(object, _)| object));
        match nearest(object, objects) {
            Some(near) => found.at("FD-16", &call.at, text, format!("did you mean {near}?")),
            None => found.weighing(Severity::Note, "FD-16", &call.at, text, "nothing, if the platform has it: no page here tells of it"),
        }
        return;
    }
    found.at("FD-16", &call.at, text, instead(&name, of_object.iter().copied(), &format!("there are {}", of_object.join(", "))));
}

fn stored(found: &mut Flaws, app: &App<'_>, call: &Called, name: &str) {
    if let (Some(longest), Some(key)) = (app.catalog.limit(LONGEST), call.args.first()) {
        let characters = key.text().map_or(0, |text| text.chars().count()) as u64;
        if characters > longest.value {
            let text = format!("the key has {characters} characters, and {} are allowed", longest.value);
            found.at("FD-16", &key.at, text, "shorten it, for example to a hash of it");
        }
    }
    let value = call.args.get(1).filter(|_| name == "$db.set");
    if let Some(value) = value.filter(|value| matches!(&value.is, ArgKind::Object(keys, false) if keys.is_empty())) {
        found.at("FD-16", &value.at, "{} cannot be stored", "store what says that there is nothing: { none: true }");
    }
}

/// A function of the server's.
fn invoked(found: &mut Flaws, app: &App<'_>, call: &Called) {
    let Some((first, name)) = call.args.first().and_then(|first| Some((first, first.text()?))) else { return };
    let Some(exports) = app.exports(found, &first.at) else { return };
    if !exports.has(name) && !exports.is_open {
        let help = instead(name, exports.functions(), "export it, or invoke one that is exported");
        found.at("fdk.function_not_found", &first.at, format!("server.js exports no function \"{name}\""), help);
    }
}
