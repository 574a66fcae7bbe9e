//! Rule tags stand on scenarios, at most two each, and name entries of the catalogue; every rule that the model plays has a scenario.

use deskspec::catalog::{Catalog, Kind};
use deskspec::gherkin::{Document, Feature, FeatureChild, RuleChild, Scenario, Tag, parse};
use deskspec::run::targets;
use std::collections::BTreeSet;
use std::fs;

fn documents() -> Vec<Document> {
    let (targets, errors) = targets(&["features".to_owned()]);
    assert!(errors.is_empty(), "{errors:?}");
    let read = |file: &std::path::PathBuf| {
        parse(&file.display().to_string(), &fs::read_to_string(file).expect("a feature")).expect("a sound feature")
    };
    targets.keys().map(read).collect()
}

fn scenarios(feature: &Feature) -> Vec<&Scenario> {
    feature.children.iter().flat_map(of_child).collect()
}

fn of_child(child: &FeatureChild) -> Vec<&Scenario> {
    match child {
        FeatureChild::Scenario(scenario) => vec![scenario],
        FeatureChild::Rule(rule) => rule.children.iter().filter_map(of_rule).collect(),
        FeatureChild::Background(_) => Vec::new(),
    }
}

fn of_rule(child: &RuleChild) -> Option<&Scenario> {
    match child {
        RuleChild::Scenario(scenario) => Some(scenario),
        RuleChild::Background(_) => None,
    }
}

/// The ID in a tag that looks like one: `@HOOK-04`, `@Q-20`.
fn id(tag: &Tag) -> Option<&str> {
    let id = tag.name.strip_prefix('@')?;
    let (family, number) = id.split_once('-')?;
    (family.chars().all(|c| c.is_ascii_uppercase()) && number.starts_with(|c: char| c.is_ascii_digit())).then_some(id)
}

#[test]
fn rule_tags_stand_on_scenarios_at_most_two_each_and_are_known() {
    let catalog = Catalog::documented();
    let mut wrong = Vec::new();
    for document in documents() {
        let Some(feature) = &document.feature else { continue };
        let rules = feature.children.iter().filter_map(|child| match child {
            FeatureChild::Rule(rule) => Some(&rule.tags),
            _ => None,
        });
        for tag in std::iter::once(&feature.tags).chain(rules).flatten().filter(|tag| id(tag).is_some()) {
            wrong.push(format!("{}:{}: {} stands above scenarios", document.uri, tag.location.line, tag.name));
        }
        for scenario in scenarios(feature) {
            let ids: Vec<_> = scenario.tags.iter().filter_map(id).collect();
            let place = format!("{}:{}", document.uri, scenario.location.line);
            if ids.len() > 2 {
                wrong.push(format!("{place}: more than two rules: {ids:?}"));
            }
            wrong
                .extend(ids.iter().filter(|id| catalog.entry(id).is_none()).map(|id| format!("{place}: nothing is documented under {id}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_that_the_model_plays_has_a_scenario() {
    let documents = documents();
    let features = documents.iter().filter_map(|document| document.feature.as_ref());
    let tagged: BTreeSet<_> = features.flat_map(scenarios).flat_map(|scenario| &scenario.tags).filter_map(id).collect();
    let catalog = Catalog::documented();
    let played = [Kind::Rule, Kind::Quirk].into_iter().flat_map(|kind| catalog.all(kind)).filter(|entry| entry.played());
    let untold: Vec<_> = played.map(|entry| entry.label()).filter(|id| !tagged.contains(id)).collect();
    assert!(untold.is_empty(), "no scenario is tagged with {untold:?}");
}
