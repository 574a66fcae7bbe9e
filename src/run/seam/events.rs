//! What became of a feature's scenarios as cucumber's events.

use super::pickle::background_steps;
use super::scenario_events::{Telling, at};
use crate::run::played::Played;
use cucumber::Event;
use cucumber::event::{Cucumber, Retries, Source};
use cucumber::feature::Ext as _;
use cucumber::gherkin::{Feature, Rule, Step};
use std::time::{Duration, SystemTime};

/// The events of one feature, in cucumber's order, whatever the order in which its scenarios are told: a feature and a rule start before
/// their first scenario and finish after their last, and one without a scenario is not told at all. The feature, and each rule, scenario
/// and step is one [`Source`] in all its events.
pub(crate) struct FeatureEvents {
    feature: Source<Feature>,
    rules: Vec<OpenRule>,
    started: bool,
}

/// A rule, and how many of its scenarios were told.
#[derive(Clone)]
struct OpenRule {
    source: Option<Source<Rule>>,
    told: usize,
}

impl FeatureEvents {
    /// Nothing of the feature is told yet.
    pub(crate) fn new(feature: Feature) -> Self {
        let rules = vec![OpenRule { source: None, told: 0 }; feature.rules.len()];
        Self { feature: Source::new(feature), rules, started: false }
    }

    /// What became of the feature's scenario with this number: those outside of rules come first. It ended at `ended`; everything else is
    /// placed in time by how long the records say that it took.
    pub(crate) fn scenario<W>(&mut self, index: usize, played: &Played, ended: SystemTime) -> Vec<Event<Cucumber<W>>> {
        let feature = self.feature.clone();
        let Some((rule_index, number)) = place(&feature, index).filter(|_| !played.attempts.is_empty()) else { return Vec::new() };
        let rule = rule_index.map(|index| &feature.rules[index]);
        let scenario = &rule.map_or(&feature.scenarios, |rule| &rule.scenarios)[number];
        let took: Duration = played.attempts.iter().map(|attempt| attempt.record.took).sum();
        let mut started = ended.checked_sub(took).unwrap_or(ended);

        let mut events = self.opened(rule_index, started);
        let rule_source = rule_index.and_then(|index| self.rules[index].source.clone());
        let steps: Vec<&Step> = background_steps(&feature, rule).chain(&scenario.steps).collect();
        let source = Source::new(scenario.clone());
        for (current, attempt) in played.attempts.iter().enumerate() {
            let left = played.attempts.len() - 1 - current;
            let retries = (played.attempts.len() > 1).then_some(Retries { current, left });
            let told = Telling::tell(attempt, &steps, retries, started);
            let whole = |event| Cucumber::scenario(feature.clone(), rule_source.clone(), source.clone(), event);
            events.extend(told.into_iter().map(|event| event.map(whole)));
            started = started.checked_add(attempt.record.took).unwrap_or(started);
        }
        events.extend(rule_index.and_then(|index| self.closed(index)).map(|event| at(ended).wrap(event)));
        events
    }

    /// Nothing more is told of the feature: its end, and that of the rules of which not all scenarios were told.
    pub(crate) fn finish<W>(self, ended: SystemTime) -> Vec<Event<Cucumber<W>>> {
        if !self.started {
            return Vec::new();
        }
        let rules = self.rules.into_iter().filter_map(|rule| rule.source);
        let rules = rules.map(|rule| Cucumber::rule_finished(self.feature.clone(), rule));
        let events: Vec<_> = rules.chain([Cucumber::feature_finished(self.feature.clone())]).collect();
        events.into_iter().map(|event| at(ended).wrap(event)).collect()
    }

    /// The starts that were not told yet.
    fn opened<W>(&mut self, rule: Option<usize>, started: SystemTime) -> Vec<Event<Cucumber<W>>> {
        let mut events = Vec::new();
        if !std::mem::replace(&mut self.started, true) {
            events.push(at(started).wrap(Cucumber::feature_started(self.feature.clone())));
        }
        if let Some(index) = rule {
            let open = &mut self.rules[index];
            if open.source.is_none() {
                let source = Source::new(self.feature.rules[index].clone());
                events.push(at(started).wrap(Cucumber::rule_started(self.feature.clone(), source.clone())));
                open.source = Some(source);
            }
        }
        events
    }

    /// The end of a rule of which one more scenario was told, if it was the last one.
    fn closed<W>(&mut self, index: usize) -> Option<Cucumber<W>> {
        let open = &mut self.rules[index];
        open.told += 1;
        let is_last = open.told == self.feature.rules[index].scenarios.len();
        let source = if is_last { open.source.take() } else { None };
        source.map(|source| Cucumber::rule_finished(self.feature.clone(), source))
    }
}

/// The rule of the scenario with this number, and its number there.
fn place(feature: &Feature, index: usize) -> Option<(Option<usize>, usize)> {
    let Some(mut index) = index.checked_sub(feature.scenarios.len()) else { return Some((None, index)) };
    for (number, rule) in feature.rules.iter().enumerate() {
        match index.checked_sub(rule.scenarios.len()) {
            None => return Some((Some(number), index)),
            Some(rest) => index = rest,
        }
    }
    None
}

/// What a parser gave, counted for [`Cucumber::ParsingFinished`], which some Writers wait for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Parsed {
    features: usize,
    rules: usize,
    scenarios: usize,
    steps: usize,
    parser_errors: usize,
}

impl Parsed {
    /// Counts a feature. As with cucumber's own runner, steps of backgrounds do not count.
    pub(crate) fn feature(&mut self, feature: &Feature) {
        self.features += 1;
        self.rules += feature.rules.len();
        self.scenarios += feature.count_scenarios();
        self.steps += feature.count_steps();
    }

    /// Counts an error.
    pub(crate) fn error(&mut self) {
        self.parser_errors += 1;
    }

    /// Everything is parsed.
    pub(crate) fn finished<W>(self) -> Cucumber<W> {
        let Self { features, rules, scenarios, steps, parser_errors } = self;
        Cucumber::ParsingFinished { features, rules, scenarios, steps, parser_errors }
    }
}
