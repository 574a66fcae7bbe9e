//! What nobody exercised, and what a feature may say about it.

use super::Coverage;
use crate::catalog::{Catalog, Entry, Type};
use crate::record::{Exercise, Gap, HookEnd};
use crate::steps::{StepDoc, about, sentence_about, uses};

/// What is missing of an entry that `scenarios` scenarios exercised.
pub(super) fn of(coverage: &Coverage, catalog: &Catalog, entry: &Entry<'_>, scenarios: u32) -> Option<Gap> {
    let missing = if scenarios == 0 { nothing(coverage, catalog, entry) } else { outcomes(coverage, entry)? };
    // What the model does not play can be fired by hand.
    let can_be = entry.played() || matches!(entry, Entry::Event(_) | Entry::Hook(_));
    let sentence = can_be.then(|| sentence(catalog, entry, &missing.rules)).flatten();
    Some(Gap {
        text: missing.text,
        section: entry.sources().first().map(|section| (*section).to_owned()).unwrap_or_default(),
        next: sentence.unwrap_or_else(|| format!("deskspec explain {}", asked_for(catalog, entry))),
    })
}

/// What is missing, and the rules that sentences about it are described by.
struct Missing {
    text: String,
    rules: Vec<&'static str>,
}

fn nothing(coverage: &Coverage, catalog: &Catalog, entry: &Entry<'_>) -> Missing {
    let name = || entry.label().to_owned();
    let seen = |what| coverage.count(&what) > 0;
    let fired = |rule: &str| {
        let events = catalog.events().filter(|event| event.rule == rule).map(|event| &event.name);
        let hooks = catalog.hooks().filter(|hook| hook.rule == rule).map(|hook| &hook.name);
        events.chain(hooks).any(|name| seen(Exercise::ByHand(name.clone())))
    };
    let (text, rules) = match entry {
        Entry::Event(_) | Entry::Hook(_) if !entry.played() => ("not played yet, except by hand", vec![]),
        Entry::Rule(rule) if rule.checked => ("not played: `deskspec check` looks at it", vec![]),
        _ if !entry.played() => ("not played yet", vec![]),
        Entry::Event(_) if seen(Exercise::Broadcast(name())) => ("broadcast, and nobody heard it", vec!["EVT-29"]),
        Entry::Event(_) => ("never broadcast", vec![]),
        Entry::Hook(_) => ("never asked", vec![]),
        Entry::Location(_) if seen(Exercise::Alive(name())) => ("a widget came alive there, and heard nothing", vec!["EVT-29"]),
        Entry::Location(_) => ("no widget came alive there", vec!["LOC-08"]),
        Entry::Property(_) => ("never read", vec!["SDK-02"]),
        Entry::Exchange(_) | Entry::Call(_) => ("never made", vec![]),
        Entry::Rule(rule) if fired(&rule.id) => ("fired by hand alone: nothing was decided", vec![]),
        Entry::Rule(_) | Entry::Quirk(_) => ("never decided", vec![]),
        Entry::Limit(_) => ("never reached", vec![]),
        Entry::Message(_) => ("never shown", vec![]),
    };
    Missing { text: text.to_owned(), rules }
}

/// The ways in which a hook's questions never ended.
fn outcomes(coverage: &Coverage, entry: &Entry<'_>) -> Option<Missing> {
    let Entry::Hook(hook) = entry else { return None };
    let ended = |end| Exercise::Ended(hook.name.clone(), end);
    let ways = [
        (ended(HookEnd::Allowed), "allowed", "HOOK-01"),
        (ended(HookEnd::Refused), "refused", "HOOK-02"),
        (ended(HookEnd::TimedOut), "timed out", "HOOK-04"),
        (Exercise::AskedSeveral(hook.name.clone()), "asked of several", "HOOK-03"),
    ];
    let (texts, rules): (Vec<_>, Vec<_>) =
        ways.into_iter().filter(|(way, ..)| coverage.count(way) == 0).map(|(_, text, rule)| (text, rule)).unzip();
    (!texts.is_empty()).then(|| Missing { text: format!("never {}", texts.join(", never ")), rules })
}

/// The nearest sentence: one that is described by these rules, one that names the entry, or one that takes any name of its kind, with a payload
/// where it has one.
fn sentence(catalog: &Catalog, entry: &Entry<'_>, rules: &[&str]) -> Option<String> {
    sentence_about(entry, catalog, rules).or_else(|| {
        let uses = uses(entry, catalog);
        let has_payload = match entry {
            Entry::Event(event) => event.payload.of != Type::Empty,
            Entry::Hook(hook) => hook.payload.of != Type::Empty,
            _ => false,
        };
        let does = |docs: &[&'static StepDoc]| docs.iter().copied().find(|doc| doc.keyword == "When");
        let fires = uses.any.iter().copied().find(|doc| doc.keyword == "When" && doc.expression.ends_with("with {string}") == has_payload);
        let doc = does(&uses.own).or(uses.own.first().copied()).or(fires).or_else(|| does(&uses.any))?;
        Some(about(doc, entry, catalog))
    })
}

/// What `explain` finds the entry under.
fn asked_for(catalog: &Catalog, entry: &Entry<'_>) -> String {
    let alone = catalog.entry(entry.label()).is_some_and(|first| first.kind() == entry.kind());
    if alone { entry.label().to_owned() } else { format!("{}:{}", entry.kind(), entry.label()) }
}
