use super::{StepDoc, vocabulary};
use crate::catalog::{Catalog, Entry, Kind, Platform};

/// The sentences that have to do with an entry of the catalogue, as their own descriptions and examples say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Uses {
    /// Sentences that name it, or lead to it.
    pub own: Vec<&'static StepDoc>,
    /// Sentences that take the name of any entry of its kind.
    pub any: Vec<&'static StepDoc>,
}

/// Which sentences use `entry`.
#[must_use]
pub fn uses(entry: &Entry<'_>, catalog: &Catalog) -> Uses {
    let names = names(entry, catalog);
    let own: Vec<&StepDoc> = vocabulary().iter().filter(|doc| names.iter().any(|name| says(doc, name))).collect();
    let any = vocabulary().iter().filter(|doc| takes(doc, entry, catalog) && !own.contains(doc)).collect();
    Uses { own, any }
}

/// The first sentence whose description names one of these, the first name first; as it stands in a feature about `entry`.
#[must_use]
pub fn sentence_about(entry: &Entry<'_>, catalog: &Catalog, names: &[&str]) -> Option<String> {
    let doc = names.iter().find_map(|name| vocabulary().iter().find(|doc| says(doc, name)))?;
    Some(about(doc, entry, catalog))
}

/// The sentence's example with the entry's name in the place of another one of its kind.
#[must_use]
pub fn about(doc: &StepDoc, entry: &Entry<'_>, catalog: &Catalog) -> String {
    let listed = match entry {
        Entry::Event(event) => event.locations.as_deref(),
        Entry::Hook(hook) => hook.locations.as_deref(),
        Entry::Property(property) => property.locations.as_deref(),
        _ => None,
    };
    let name = match entry {
        Entry::Event(event) => event.example.as_deref().unwrap_or(&event.name),
        _ => entry.label(),
    };
    let line = doc.example.lines().next().unwrap_or_default();
    let quoted = || line.split('"').skip(1).step_by(2);
    // A sentence of both hosts has the example of one.
    let named = |part: &&str| Platform::ALL.into_iter().any(|platform| is_of(part, entry.kind(), platform, catalog));
    let other = quoted().find(named);
    let elsewhere = |at: &&str| catalog.location(at).is_some() && listed.is_some_and(|listed| !listed.iter().any(|it| it == at));
    let line = other.map_or_else(|| line.to_owned(), |other| line.replace(other, name));
    match (quoted().find(elsewhere), listed.and_then(|listed| listed.first())) {
        (Some(at), Some(first)) => line.replace(at, first),
        _ => line,
    }
}

/// What a sentence may call the entry: its name, the rule of its own, and what leads to it.
fn names<'a>(entry: &Entry<'a>, catalog: &'a Catalog) -> Vec<&'a str> {
    match *entry {
        Entry::Event(event) => {
            // Two dialects may tell the same change by two events.
            let same = |next: &String| catalog.event(next).is_some_and(|next| next.follows.is_some() && next.follows == event.follows);
            let hooks = catalog.hooks().filter(|hook| hook.followed_by.iter().any(|next| *next == event.name || same(next)));
            let led = hooks.flat_map(|hook| [hook.name.as_str(), &hook.rule]);
            [event.name.as_str(), &event.rule].into_iter().chain(led).collect()
        }
        Entry::Hook(hook) => vec![&hook.name, &hook.rule],
        Entry::Rule(rule) => {
            // What no page documents has no rule that is its own alone.
            let event = catalog.events().find(|event| event.rule == rule.id && !event.derived).map(Entry::Event);
            let documents = event.or_else(|| catalog.hooks().find(|hook| hook.rule == rule.id).map(Entry::Hook));
            documents.map_or_else(|| vec![rule.id.as_str()], |entry| names(&entry, catalog))
        }
        // A property of a hook's name is named by sentences that mean the hook.
        Entry::Property(property) if catalog.hook(&property.name).is_some() => Vec::new(),
        entry => vec![entry.label()],
    }
}

/// Whether the sentence or its description has `name` as a word.
fn says(doc: &StepDoc, name: &str) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '$' | '{' | '}');
    let mut words = doc.description.split(|c| !part(c)).chain(doc.expression.split(|c| !part(c)));
    words.any(|word| word.trim_end_matches('.') == name)
}

/// Whether the sentence takes a name of the entry's kind and platform: its example has one.
fn takes(doc: &StepDoc, entry: &Entry<'_>, catalog: &Catalog) -> bool {
    let kind = entry.kind();
    let line = doc.example.lines().next().unwrap_or_default();
    let has = |kind| line.split('"').skip(1).step_by(2).any(|quoted| is_of(quoted, kind, entry.platform(), catalog));
    // Nearly every sentence about a hook or an event says at which location, and is not about that.
    has(kind) && (kind != Kind::Location || !has(Kind::Hook) && !has(Kind::Event))
}

fn is_of(name: &str, kind: Kind, platform: Platform, catalog: &Catalog) -> bool {
    let found = |entry: Option<Entry<'_>>| entry.is_some_and(|entry| entry.platform() == platform);
    match kind {
        Kind::Event => found(catalog.event(name).map(Entry::Event)),
        Kind::Hook => found(catalog.hook(name).map(Entry::Hook)),
        Kind::Location => found(catalog.location(name).map(Entry::Location)),
        // A hook may bear a property's name: a sentence that has it means the hook.
        Kind::Property => {
            catalog.hook(name).is_none() && catalog.property(name).is_some() || catalog.property(&format!("ticket.{name}")).is_some()
        }
        Kind::Exchange | Kind::Call | Kind::Rule | Kind::Quirk | Kind::Limit | Kind::Message => false,
    }
}
