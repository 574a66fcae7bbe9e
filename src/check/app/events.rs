//! Handlers of events: registered by server.js (FD-02), or declared in the manifest (FD-14).

use super::super::code::app::{Arg, ArgKind, Exports};
use super::super::flaws::Flaws;
use super::known::{instead, one_of};
use super::parts::Part;
use super::read::App;
use crate::extension::Place;
use crate::extension::app::SERVER;
use crate::record::Severity;
use crate::spelling::nearest;
use serde_json::Value;
use std::collections::BTreeMap;

/// The one key of an event in the manifest, and the two of one in server.js.
const HANDLER: &str = "handler";
const KEYS: [&str; 2] = ["event", "callback"];

impl App<'_> {
    /// What server.js exports, for something that is declared at `at`; none where that cannot be told, which is said.
    pub(super) fn exports(&self, found: &mut Flaws, at: &Place) -> Option<&Exports> {
        let Some(main) = self.main() else {
            if !found.has_error_at(at) {
                let other = self.survey.entries.iter().find(|entry| entry.path.eq_ignore_ascii_case(SERVER));
                let help =
                    other.map_or_else(|| format!("add {SERVER}, or take this out"), |other| format!("rename {} to that", other.path));
                found.at("FD-14", at, format!("there is no {SERVER}, and this is in it"), help);
            }
            return None;
        };
        main.exports.as_ref()
    }

    /// Every event that the app handles, with its handler's name.
    pub(super) fn handled(&self) -> Vec<(String, String)> {
        let registered = self.main().and_then(|main| main.exports.as_ref()?.events.as_ref());
        let entries =
            registered.into_iter().flat_map(|events| if let ArgKind::List(entries) = &events.is { entries.as_slice() } else { &[] });
        let pair = |entry: &Arg| Some((entry.key(KEYS[0])?.text()?.to_owned(), entry.key(KEYS[1])?.text()?.to_owned()));
        let declared = self.parts.iter().flat_map(|part| part.has(&self.manifest, "events"));
        let named = |(event, value): (&str, &Value)| Some((event.to_owned(), value.get(HANDLER)?.as_str()?.to_owned()));
        entries.filter_map(pair).chain(declared.filter_map(named)).collect()
    }
}

/// Both ways, then what is declared in both.
pub(super) fn look(found: &mut Flaws, app: &App<'_>) {
    let mut seen: BTreeMap<String, Place> = BTreeMap::new();
    if let Some(exports) = app.main().and_then(|main| main.exports.as_ref())
        && let Some(events) = &exports.events
    {
        registered(found, app, exports, events, &mut seen);
    }
    for part in &app.parts {
        for (event, value) in part.has(&app.manifest, "events") {
            declared(found, app, part, event, value);
            let at = app.manifest.at(&part.path(&["events", event]));
            if let Some(first) = seen.get(event) {
                let text = format!("\"{event}\" is declared at {}:{} already", first.file, first.line);
                found.weighing(Severity::Warning, "FD-14", &at, text, "declare it once: which of two handlers runs is nowhere said");
            }
            seen.entry(event.to_owned()).or_insert(at);
        }
    }
}

fn registered(found: &mut Flaws, app: &App<'_>, exports: &Exports, events: &Arg, seen: &mut BTreeMap<String, Place>) {
    let ArgKind::List(entries) = &events.is else {
        let severity = if matches!(events.is, ArgKind::Computed | ArgKind::Handler(_)) { Severity::Note } else { Severity::Error };
        let help = "write events: [{ event: \"onTicketCreate\", callback: \"…\" }]";
        return found.weighing(severity, "FD-02", &events.at, "\"events\" is no list that can be read", help);
    };
    for entry in entries {
        let ArgKind::Object(given, more) = &entry.is else {
            let help = "write { event: \"onTicketCreate\", callback: \"…\" } there";
            found.weighing(Severity::Note, "FD-02", &entry.at, "what is registered here is computed: it is not looked at", help);
            continue;
        };
        for (key, value) in given.iter().filter(|(key, _)| !KEYS.contains(&key.as_str())) {
            let help = instead(key, KEYS, "leave it out: an event is registered by \"event\" and \"callback\" alone");
            found.at("FD-02", &value.at, format!("\"{key}\" is no key of an event that is registered"), help);
        }
        for key in
            KEYS.iter().filter(|key| !more && entry.key(key).is_none() && !given.iter().any(|(own, _)| nearest(own, [**key]).is_some()))
        {
            found.at("FD-02", &entry.at, format!("an event is registered without \"{key}\""), format!("write {key}: \"…\""));
        }
        if let Some(event) = entry.key(KEYS[0]) {
            named_event(found, app, event, seen);
        }
        if let Some(callback) = entry.key(KEYS[1]) {
            callback_of(found, exports, callback);
        }
    }
}

fn named_event(found: &mut Flaws, app: &App<'_>, event: &Arg, seen: &mut BTreeMap<String, Place>) {
    let Some(name) = event.text() else {
        let text = "the name of an event is computed: it is not looked at";
        return found.weighing(Severity::Note, "FD-02", &event.at, text, "write the name, if it is always the same");
    };
    let all = app.known.events();
    if app.parts.iter().all(|part| part.is_ours) && !all.iter().any(|known| known.name == name) {
        let help = one_of(name, &all);
        found.at("FD-02", &event.at, format!("Freshdesk has no event \"{name}\""), help);
    }
    if let Some(first) = seen.get(name) {
        let text = format!("\"{name}\" has a callback already, in line {}", first.line);
        found.at("FD-02", &event.at, text, "keep one, and let it call the other");
    }
    seen.entry(name.to_owned()).or_insert_with(|| event.at.clone());
}

fn callback_of(found: &mut Flaws, exports: &Exports, callback: &Arg) {
    match callback.text() {
        Some(name) if !exports.has(name) && !exports.is_open => {
            let text = format!("server.js exports no function \"{name}\"");
            found.at("FD-02", &callback.at, text, instead(name, exports.functions(), "export it, or name one that is exported"));
        }
        Some(_) => {}
        None => {
            let text = "the name of a callback is computed: it is not looked at";
            found.weighing(Severity::Note, "FD-02", &callback.at, text, "write the name of an exported function");
        }
    }
}

fn declared(found: &mut Flaws, app: &App<'_>, part: &Part, event: &str, value: &Value) {
    let at = app.manifest.at(&part.path(&["events", event]));
    if part.is_ours {
        known(found, app, part, event, &at);
    }
    let mut is_misspelt = false;
    for key in value.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).filter(|key| *key != HANDLER) {
        let near = nearest(key, [HANDLER]).filter(|_| value.get(HANDLER).is_none());
        is_misspelt |= near.is_some();
        let help =
            near.map_or_else(|| "leave it out: an event has \"handler\" alone".to_owned(), |near| format!("did you mean \"{near}\"?"));
        let at = app.manifest.at(&part.path(&["events", event, key]));
        found.at("FD-14", &at, format!("\"{key}\" is no key of an event in the manifest: \"{event}\" reaches nobody by it"), help);
    }
    let place = app.manifest.at(&part.path(&["events", event, HANDLER]));
    match value.get(HANDLER).and_then(Value::as_str) {
        Some(handler) => {
            let Some(exports) = app.exports(found, &place) else { return };
            if !exports.has(handler) && !exports.is_open {
                let text = format!("server.js exports no function \"{handler}\", which is to handle \"{event}\"");
                found.at("FD-14", &place, text, instead(handler, exports.functions(), "export it, or name one that is exported"));
            }
        }
        None if !is_misspelt => {
            found.at("FD-14", &at, format!("\"{event}\" has no \"handler\""), "write {\"handler\": \"…\"}, an exported function")
        }
        None => {}
    }
}

fn known(found: &mut Flaws, app: &App<'_>, part: &Part, event: &str, at: &Place) {
    let all = app.known.events();
    let Some(name) = all.iter().find(|known| known.name == event) else {
        let help = one_of(event, &all);
        return found.at("fdk.invalid_event", at, format!("Freshdesk has no event \"{event}\""), help);
    };
    if part.module().is_some_and(|module| !name.module.is_empty() && module != name.module) {
        let text = format!("\"{}\" has no event \"{event}\": \"{}\" has", part.name, name.module);
        found.at("fdk.invalid_event", at, text, format!("move it to \"modules\": {{\"{}\": {{\"events\": …}}}}", name.module));
    }
}
