//! Whether a payload that somebody recorded is as its page documents it.

use crate::catalog::{Catalog, Entry, Kind, Payload, Platform, Type};
use crate::compare::{Path, Segment};
use crate::extension::package::place_in;
use crate::record::{CheckRecord, Flaw, KnownCheck, Place, Severity};
use serde_json::Value;

/// The rule of what stands around every payload's data.
const ENVELOPE: &str = "FD-01";
/// The key around which the envelope is.
const DATA: &str = "data";

/// A text that is not JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}:{}:{}: {text}", at.file, at.line, at.column)]
pub struct NotJson {
    /// Where it stops being JSON.
    pub at: Place,
    /// A lowercase fragment that ends in an edit.
    pub text: String,
}

/// Holds a recorded payload of Freshdesk's against its documented shape: that of the event `named`, else of the one that the payload names, else of
/// the one whose data it has.
///
/// # Errors
/// It is not JSON.
pub fn check_payload(file: &str, text: &str, named: Option<&str>, catalog: &Catalog) -> Result<CheckRecord, NotJson> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let payload: Value = serde_json::from_str(text).map_err(|error| not_json(file, &error))?;
    let catalog = catalog.of(Platform::Freshdesk);
    let looked = Looked::at(&catalog, &payload, named);
    let recorded = catalog.recorded(&looked.shape, &payload);
    let flaw = |severity, path: &str, said: String, help: String| {
        let steps: Path = path.parse().unwrap_or_else(|_| Path::new(Vec::new()));
        let at = place_in(file, text, steps.segments());
        let said = if path == "$" { said } else { format!("{path}: {said}") };
        let rule = looked.rule(steps.segments()).to_owned();
        Flaw { rule, severity, at: Place { file: at.file, line: at.line, column: at.column }, text: said, help }
    };
    let broken = catalog.violations(&recorded.shape, &recorded.value).into_iter();
    let broken = broken.map(|it| flaw(Severity::Error, &it.path, it.text, looked.help(&it.path)));
    let notes = looked.notes.iter().map(|(said, help)| flaw(Severity::Note, "$", said.clone(), help.clone()));
    let remarks = recorded.remarks.into_iter().map(|it| flaw(Severity::Note, &it.path, it.text, it.help));
    let findings = broken.chain(notes).chain(remarks).collect();
    Ok(CheckRecord { package: file.to_owned(), findings, checks: looked.checks(&catalog) })
}

fn not_json(file: &str, error: &serde_json::Error) -> NotJson {
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX).max(1);
    let at = Place { file: file.to_owned(), line: number(error.line()), column: number(error.column()) };
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or(&said);
    NotJson { at, text: format!("the payload is not JSON: {said}: write it as JSON") }
}

/// What a payload is held against.
struct Looked {
    /// The entry's name; empty where no entry is known.
    name: String,
    /// The rules of the entry, its own first; empty where no entry is known.
    rules: Vec<String>,
    shape: Payload,
    /// What is to be said of how it was found, each with what to do.
    notes: Vec<(String, String)>,
}

impl Looked {
    fn at(catalog: &Catalog, payload: &Value, named: Option<&str>) -> Self {
        let own = ["event", "events"].iter().find_map(|key| payload.get(key)?.as_str());
        let told = named.or(own);
        let guessed = told.is_none().then(|| by_shape(catalog, payload)).flatten();
        let name = told.or(guessed).unwrap_or_default();
        let mut notes = Vec::new();
        if let Some(guessed) = guessed {
            notes.push((
                format!("the payload names no event: by its data it is {guessed}"),
                "say which with --event where it is another".into(),
            ));
        }
        if told.is_none() && guessed.is_none() {
            notes.push((
                "the payload names no event, and no event has such data: only its envelope is looked at".into(),
                "say which event it is with --event NAME".into(),
            ));
        }
        let entry = catalog.event(name).map(Entry::Event).or_else(|| catalog.hook(name).map(Entry::Hook));
        if told.is_some() && entry.as_ref().is_none_or(undocumented) {
            let near = [Kind::Event, Kind::Hook].into_iter().find_map(|kind| catalog.nearest(kind, name)).filter(|near| *near != name);
            let help = near
                .map_or_else(|| "an app that listens to it relies on what nobody documents".into(), |near| format!("did you mean {near}?"));
            notes.push((format!("no page documents {name}: only its envelope is looked at"), help));
        }
        let (rules, shape) = match &entry {
            Some(Entry::Event(event)) => (rules_of(&Entry::Event(event)), event.payload.clone()),
            Some(Entry::Hook(hook)) => (rules_of(&Entry::Hook(hook)), hook.payload.clone()),
            _ => (Vec::new(), envelope(catalog)),
        };
        Self { name: entry.map_or_else(String::new, |entry| entry.label().to_owned()), rules, shape, notes }
    }

    /// The rule under which something at a place is documented.
    fn rule(&self, path: &[Segment]) -> &str {
        let in_data = matches!(path.first(), Some(Segment::Key(key)) if key == DATA);
        self.rules.first().filter(|_| in_data).map_or(ENVELOPE, String::as_str)
    }

    /// What is documented at a place, and where to read more.
    fn help(&self, path: &str) -> String {
        let steps: Option<Path> = path.parse().ok();
        let key = steps.and_then(|steps| key_at(&self.shape, steps.segments()).map(|key| key.text.clone())).filter(|text| !text.is_empty());
        let more = format!("deskspec explain {}", if self.name.is_empty() { ENVELOPE } else { &self.name });
        key.map_or_else(|| format!("see {more}"), |text| format!("it is {text}: see {more}"))
    }

    fn checks(&self, catalog: &Catalog) -> Vec<KnownCheck> {
        let envelope = std::iter::once(ENVELOPE).filter(|_| !self.rules.iter().any(|rule| rule == ENVELOPE));
        let rules = self.rules.iter().map(String::as_str).chain(envelope).filter_map(|rule| catalog.rule(rule));
        rules.map(|rule| KnownCheck { rule: rule.id.clone(), title: rule.title.clone(), severity: Severity::Error }).collect()
    }
}

fn rules_of(entry: &Entry<'_>) -> Vec<String> {
    entry.rules().into_iter().map(str::to_owned).collect()
}

fn undocumented(entry: &Entry<'_>) -> bool {
    matches!(entry, Entry::Event(event) if event.derived)
}

/// What every documented payload has around its data.
fn envelope(catalog: &Catalog) -> Payload {
    let known = catalog.events().find(|event| !event.derived).map(|event| event.payload.clone());
    let mut shape = known.unwrap_or_else(|| Payload::of(Type::Object, ""));
    for key in &mut shape.keys {
        key.values.clear();
        if key.key == DATA {
            *key = Payload { optional: true, text: key.text.clone(), ..Payload::of(Type::Any, DATA) };
        }
    }
    shape
}

/// The documented event whose data this is: the one that misses the fewest keys, and knows the most of those that are there.
fn by_shape<'c>(catalog: &'c Catalog, payload: &Value) -> Option<&'c str> {
    let data = payload.get(DATA)?.as_object()?;
    let documented = catalog.events().filter(|event| !event.derived);
    let fitting = documented.filter_map(|event| {
        let shape = event.payload.keys.iter().find(|key| key.key == DATA)?;
        let main = shape.keys.first()?;
        let there = data.get(&main.key)?.as_object()?;
        let known = main.keys.iter().filter(|key| there.contains_key(&key.key)).count();
        Some((main.keys.len() - known, usize::MAX - known, event.name.as_str()))
    });
    fitting.min().map(|(.., name)| name)
}

/// The key of a shape at a place.
fn key_at<'p>(shape: &'p Payload, path: &[Segment]) -> Option<&'p Payload> {
    path.iter().try_fold(shape, |shape, step| match step {
        Segment::Key(key) => shape.keys.iter().find(|known| known.key == *key),
        Segment::Index(_) => shape.items.as_deref(),
    })
}
