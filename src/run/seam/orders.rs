//! The order of our events, whatever the order in which scenarios are told.

use super::events::FeatureEvents;
use super::writers::{Nobody, attempt, played};
use crate::run::played::Played;
use cucumber::Event;
use cucumber::event::{Cucumber, Feature, Rule, Scenario, Source};
use cucumber::gherkin;
use std::time::SystemTime;

const FEATURE: &str = "\
Feature: Five
  Scenario: One
    * a
  Scenario: Two
    * b
  Rule: First
    Scenario: Three
      * c
    Scenario: Four
      * d
  Rule: Second
    Scenario: Five
      * e
  Rule: Third
";

fn told(order: &[usize]) -> Vec<Cucumber<Nobody>> {
    let (feature, records) = played(FEATURE);
    let mut telling = FeatureEvents::new(feature);
    let mut events: Vec<Event<Cucumber<Nobody>>> = Vec::new();
    for index in order {
        let attempts = vec![attempt(records[*index].clone()); 2];
        events.extend(telling.scenario(*index, &Played { attempts, player: 0 }, SystemTime::UNIX_EPOCH));
    }
    events.extend(telling.finish(SystemTime::UNIX_EPOCH));
    events.into_iter().map(Event::into_inner).collect()
}

/// Whether cucumber's guarantees hold: all between a start and an end, each told once, and one source for one thing.
fn check(events: &[Cucumber<Nobody>]) -> Result<Vec<String>, String> {
    let mut features: Vec<(Source<gherkin::Feature>, bool)> = Vec::new();
    let mut rules: Vec<(Source<gherkin::Rule>, bool)> = Vec::new();
    let mut scenarios: Vec<(Source<gherkin::Scenario>, String, bool)> = Vec::new();
    for event in events {
        let Cucumber::Feature(feature, event) = event else { return Err(format!("{event:?}")) };
        match event {
            Feature::Started if features.is_empty() => features.push((feature.clone(), true)),
            _ if features.iter().all(|(known, open)| known != feature || !open) => return Err("a feature that is not open".to_owned()),
            Feature::Started => return Err("a second feature".to_owned()),
            Feature::Finished if rules.iter().any(|(_, open)| *open) => return Err("an open rule".to_owned()),
            Feature::Finished => features[0].1 = false,
            Feature::Rule(rule, Rule::Started) if rules.iter().any(|(known, _)| known.name == rule.name) => {
                return Err("a rule twice".to_owned());
            }
            Feature::Rule(rule, Rule::Started) => rules.push((rule.clone(), true)),
            Feature::Rule(rule, Rule::Finished) => {
                rules.iter_mut().find(|(known, open)| known == rule && *open).ok_or("no such rule")?.1 = false;
            }
            Feature::Rule(rule, Rule::Scenario(of, event)) => {
                rules.iter().find(|(known, open)| known == rule && *open).ok_or("no such rule")?;
                scenario(&mut scenarios, of, &event.event)?;
            }
            Feature::Scenario(of, event) => scenario(&mut scenarios, of, &event.event)?,
        }
    }
    let open = features.iter().any(|(_, open)| *open) || scenarios.iter().any(|(_, _, open)| *open);
    if open { Err("something is open".to_owned()) } else { Ok(scenarios.into_iter().map(|(_, name, _)| name).collect()) }
}

fn scenario(
    known: &mut Vec<(Source<gherkin::Scenario>, String, bool)>,
    of: &Source<gherkin::Scenario>,
    event: &Scenario<Nobody>,
) -> Result<(), String> {
    let at = known.iter().position(|(source, ..)| source == of);
    match (event, at) {
        (Scenario::Started, None) if known.iter().all(|(_, name, _)| *name != of.name) => known.push((of.clone(), of.name.clone(), true)),
        // A further attempt.
        (Scenario::Started, Some(at)) if !known[at].2 => known[at].2 = true,
        (Scenario::Finished, Some(at)) if known[at].2 => known[at].2 = false,
        (Scenario::Step(..), Some(at)) if known[at].2 => {}
        _ => return Err(format!("{} is told out of order: {event:?}", of.name)),
    }
    Ok(())
}

fn permutations(of: &[usize]) -> Vec<Vec<usize>> {
    if of.is_empty() {
        return vec![Vec::new()];
    }
    let with_first = |at: usize| {
        let rest: Vec<_> = of.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, value)| *value).collect();
        permutations(&rest).into_iter().map(move |mut order| {
            order.insert(0, of[at]);
            order
        })
    };
    (0..of.len()).flat_map(with_first).collect()
}

#[test]
fn every_order_of_telling_keeps_cucumbers_guarantees() {
    let names = ["One", "Two", "Three", "Four", "Five"];
    let orders = permutations(&[0, 1, 2, 3, 4]);
    assert_eq!(orders.len(), 120);
    for order in orders {
        // A run that ends early tells only some of them.
        for many in 0..=order.len() {
            let told = check(&told(&order[..many])).unwrap_or_else(|error| panic!("{:?}: {error}", &order[..many]));
            assert_eq!(told, order[..many].iter().map(|index| names[*index]).collect::<Vec<_>>());
        }
    }
}

/// A Writer that puts events in order keeps back all that follows a rule until the rule ends.
#[test]
fn a_rule_ends_with_its_last_scenario() {
    let (feature, records) = played(FEATURE);
    let mut telling = FeatureEvents::new(feature);
    for (index, is_end) in [(0, false), (3, false), (2, true), (4, true)] {
        let attempts = vec![attempt(records[index].clone())];
        let events = telling.scenario::<Nobody>(index, &Played { attempts, player: 0 }, SystemTime::UNIX_EPOCH);
        let last = events.last().map(|event| &event.value);
        assert_eq!(matches!(last, Some(Cucumber::Feature(_, Feature::Rule(_, Rule::Finished)))), is_end, "{index}");
    }
}

#[test]
fn what_the_feature_does_not_have_is_not_told() {
    let (feature, records) = played(FEATURE);
    let mut telling = FeatureEvents::new(feature);
    let attempts = vec![attempt(records[0].clone())];
    assert!(telling.scenario::<Nobody>(5, &Played { attempts, player: 0 }, SystemTime::UNIX_EPOCH).is_empty());
    assert!(telling.scenario::<Nobody>(0, &Played { attempts: Vec::new(), player: 0 }, SystemTime::UNIX_EPOCH).is_empty());
    assert!(telling.finish::<Nobody>(SystemTime::UNIX_EPOCH).is_empty());
}
