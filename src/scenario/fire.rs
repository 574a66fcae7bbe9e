//! Events and hooks that the feature fires by hand, with payloads of its own.

use super::arguments::label;
use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::catalog::{Entry, Kind, Payload, Variant, Violation, violations};
use crate::fixture::Fixture;
use crate::record::{Failure, Fault};
use serde_json::Value;
use std::sync::Arc;

/// How many of a payload's violations are pointed at in their files.
const LABELS: usize = 4;

/// Where the payload of what is fired stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Brought<'a> {
    /// There is none.
    Nothing,
    /// In a fixture of this name.
    Fixture(&'a str),
    /// In the step's doc string.
    DocString,
}

/// What the pages document of a payload.
struct Documented<'a> {
    entry: Entry<'a>,
    /// As the feature writes it.
    name: &'a str,
    schema: &'a Payload,
    variants: &'a [Variant],
}

impl Scenario {
    /// Desk broadcasts an event: to live, subscribed widgets at its locations (EVT-29).
    pub fn fire_event(&mut self, event: &str, payload: Brought<'_>) -> Outcome {
        let catalog = Arc::clone(&self.catalog);
        let Some(found) = catalog.event(event) else { return self.documented(Kind::Event, event) };
        self.spoken(Kind::Event, event)?;
        let schema = found.payload_for(event);
        let page = Documented { entry: Entry::Event(found), name: event, schema: &schema, variants: &found.variants };
        let payload = self.brought(payload, &page)?;
        self.stage.fire_event(event, payload);
        Ok(())
    }

    /// Desk asks a hook: with the arbitration and the deadline of every hook, and nothing behind it.
    pub fn fire_hook(&mut self, hook: &str, payload: Brought<'_>) -> Outcome {
        self.exact_hook(hook)?;
        let catalog = Arc::clone(&self.catalog);
        let Some(found) = catalog.hook(hook) else { return self.documented(Kind::Hook, hook) };
        self.spoken(Kind::Hook, hook)?;
        let page = Documented { entry: Entry::Hook(found), name: hook, schema: &found.payload, variants: &found.variants };
        let payload = self.brought(payload, &page)?;
        self.stage.fire_hook(hook, payload);
        Ok(())
    }

    /// The author's payload. Where it is not what the pages document, that is the author's mistake.
    fn brought(&mut self, from: Brought<'_>, page: &Documented<'_>) -> Result<Value, Failed> {
        let fixture = match from {
            Brought::Nothing => None,
            Brought::Fixture(name) => Some(self.fixture(name)?),
            Brought::DocString => Some(Arc::new(self.inline()?)),
        };
        let payload = fixture.as_ref().map_or(Ok(Value::Null), |fixture| self.filled(fixture))?;
        match violations(page.schema, &payload) {
            found if found.is_empty() => Ok(payload),
            found => self.breaks(page, &payload, &found, fixture.as_deref()),
        }
    }

    fn breaks(&mut self, page: &Documented<'_>, payload: &Value, found: &[Violation], fixture: Option<&Fixture>) -> Result<Value, Failed> {
        let (kind, name) = (page.entry.kind(), page.name);
        let many = if found.len() == 1 { "one place".to_owned() } else { format!("{} places", found.len()) };
        let section = page.entry.sources().first().copied().unwrap_or_default();
        let title = format!("the payload of the {kind} \"{name}\" is not what \"{section}\" documents, in {many}");
        let mut failure = Failure::new(Fault::Feature, title);
        failure.details = found.iter().map(ToString::to_string).collect();
        let place = |violation: &Violation| Some((violation.path.parse().ok()?, violation.to_string()));
        failure.labels = fixture.map_or_else(Vec::new, |fixture| {
            found.iter().take(LABELS).filter_map(place).filter_map(|(path, text)| label(fixture, &path, text)).collect()
        });
        let older = page.variants.iter().find(|variant| violations(&variant.payload, payload).is_empty());
        let older = older
            .map(|it| format!("this is how the dialect \"{0}\" has it ({1}): tag the scenario @dialect:{0}, or ", it.dialect, it.quirk))
            .unwrap_or_default();
        let mend = match fixture {
            Some(_) => "mend the payload",
            None => "say `with` a fixture's name in quotes, or `with` and the payload in a doc string",
        };
        failure.help = Some(format!("{older}{mend}: `deskspec explain {name}` shows its keys, types and values"));
        self.fail(failure)
    }
}
