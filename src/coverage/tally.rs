use super::{Scope, gap};
use crate::catalog::{Catalog, Entry, Kind, Platform};
use crate::record::{CoverageRecord, EntryCoverage, Exercise, HookEnd, KindCoverage, ScenarioRecord, Status};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The kinds in the order in which they are told.
const KINDS: [Kind; 10] = [
    Kind::Event,
    Kind::Hook,
    Kind::Location,
    Kind::Exchange,
    Kind::Call,
    Kind::Rule,
    Kind::Quirk,
    Kind::Property,
    Kind::Limit,
    Kind::Message,
];

/// Sums up what scenarios exercised. It grows with the catalogue, not with the run.
#[derive(Debug, Clone)]
pub struct Coverage {
    catalog: Arc<Catalog>,
    scope: Scope,
    counts: BTreeMap<Exercise, u32>,
    scenarios: u32,
    uncounted: u32,
}

impl Coverage {
    /// Nothing is exercised yet.
    #[must_use]
    pub fn new(catalog: Arc<Catalog>, scope: Scope) -> Self {
        Self { catalog, scope, counts: BTreeMap::new(), scenarios: 0, uncounted: 0 }
    }

    /// Counts one more scenario. What one exercised that did not pass was checked by nobody, and does not count.
    pub fn add(&mut self, scenario: &ScenarioRecord) {
        if scenario.status != Status::Passed {
            self.uncounted += 1;
            return;
        }
        self.scenarios += 1;
        for exercise in &scenario.exercised {
            match self.counts.get_mut(exercise) {
                Some(count) => *count += 1,
                None => drop(self.counts.insert(exercise.clone(), 1)),
            }
        }
    }

    /// What was exercised so far, and what not.
    #[must_use]
    pub fn record(&self) -> CoverageRecord {
        let platforms = self.platforms();
        let kinds = KINDS.into_iter().map(|kind| self.kind(kind, &platforms));
        let kinds: Vec<_> = kinds.filter(|kind| !kind.entries.is_empty()).collect();
        CoverageRecord {
            scenarios: self.scenarios,
            uncounted: self.uncounted,
            covered: kinds.iter().map(|kind| kind.covered).sum(),
            entries: kinds.iter().map(|kind| u32::try_from(kind.entries.len()).unwrap_or(u32::MAX)).sum(),
            kinds,
        }
    }

    /// In how many scenarios this was seen.
    pub(super) fn count(&self, what: &Exercise) -> u32 {
        self.counts.get(what).copied().unwrap_or(0)
    }

    /// Whose entries are told: those of the help desks that the scenarios were about, or Desk's where they were about none. Whoever asks for a part
    /// of the catalogue says himself whose.
    fn platforms(&self) -> Vec<Platform> {
        if !self.scope.is_everything() {
            return Platform::ALL.to_vec();
        }
        let all = || KINDS.into_iter().flat_map(|kind| self.catalog.all(kind));
        let about = |platform: &Platform| all().any(|entry| entry.platform() == *platform && self.scenarios(&entry, &main(&entry)) > 0);
        let told: Vec<_> = Platform::ALL.into_iter().filter(about).collect();
        if told.is_empty() { vec![Platform::Desk] } else { told }
    }

    fn kind(&self, kind: Kind, platforms: &[Platform]) -> KindCoverage {
        let told = self.catalog.all(kind).into_iter().filter(|entry| platforms.contains(&entry.platform()));
        let asked = told.filter(|entry| self.scope.takes(entry));
        let entries: Vec<_> = asked.map(|entry| self.entry(&entry)).collect();
        let covered = u32::try_from(entries.iter().filter(|entry| entry.covered).count()).unwrap_or(u32::MAX);
        let columns = match kind {
            Kind::Event => &["by hand"][..],
            Kind::Hook => &["allowed", "refused", "timed out", "several", "by hand"],
            Kind::Location => &["alive"],
            _ => &[],
        };
        let plural = if kind == Kind::Property { "properties".to_owned() } else { format!("{kind}s") };
        KindCoverage { kind: plural, covered, columns: columns.iter().map(|it| (*it).to_owned()).collect(), entries }
    }

    /// In how many scenarios an entry was exercised. What cites a rule that is not played, such as a hint, plays it no more for that; an event or
    /// hook may be fired by hand.
    fn scenarios(&self, entry: &Entry<'_>, main: &Exercise) -> u32 {
        let plays = entry.played() || matches!(entry, Entry::Event(_) | Entry::Hook(_));
        if plays { self.count(main) } else { 0 }
    }

    fn entry(&self, entry: &Entry<'_>) -> EntryCoverage {
        let name = || entry.label().to_owned();
        let ended = |end| Exercise::Ended(name(), end);
        let beside: Vec<_> = match entry {
            Entry::Event(_) => vec![Exercise::ByHand(name())],
            Entry::Hook(_) => {
                let ends = [HookEnd::Allowed, HookEnd::Refused, HookEnd::TimedOut].map(ended);
                ends.into_iter().chain([Exercise::AskedSeveral(name()), Exercise::ByHand(name())]).collect()
            }
            Entry::Location(_) => vec![Exercise::Alive(name())],
            _ => Vec::new(),
        };
        let scenarios = self.scenarios(entry, &main(entry));
        EntryCoverage {
            name: name(),
            title: entry.title().to_owned(),
            rule: matches!(
                entry,
                Entry::Event(_) | Entry::Hook(_) | Entry::Exchange(_) | Entry::Call(_) | Entry::Limit(_) | Entry::Message(_)
            )
            .then(|| entry.rules().first().map(|rule| (*rule).to_owned()))
            .flatten(),
            covered: scenarios > 0,
            scenarios,
            counts: beside.iter().map(|it| self.count(it)).collect(),
            gap: gap::of(self, &self.catalog, entry, scenarios),
        }
    }
}

/// What exercises an entry.
fn main(entry: &Entry<'_>) -> Exercise {
    let name = entry.label().to_owned();
    match entry {
        Entry::Event(_) => Exercise::Heard(name),
        Entry::Hook(_) => Exercise::Asked(name),
        Entry::Location(_) => Exercise::Reached(name),
        Entry::Property(_) => Exercise::Read(name),
        Entry::Exchange(_) => Exercise::Exchanged(name),
        Entry::Call(_) => Exercise::Called(name),
        Entry::Rule(_) | Entry::Quirk(_) => Exercise::Decided(name),
        Entry::Limit(limit) => Exercise::Decided(limit.rule.clone()),
        Entry::Message(_) => Exercise::Told(name),
    }
}
