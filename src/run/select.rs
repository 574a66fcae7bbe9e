//! What of all the features is to be run.

use super::{Loaded, Target};
use crate::gherkin::{FeatureChild, Pickle, RuleChild, TagExpression};
use regex::Regex;
use std::collections::BTreeMap;

/// Which scenarios of the files are to be run.
#[derive(Debug, Default)]
pub struct Selection {
    /// By their tags.
    pub tags: Option<TagExpression>,
    /// By their names.
    pub name: Option<Regex>,
}

impl Selection {
    /// Which of a file's scenarios are to be run.
    #[must_use]
    pub fn pick(&self, target: &Target, loaded: &Loaded) -> Vec<bool> {
        let blocks = blocks(loaded);
        let begins =
            |pickle: &Pickle| [Some(pickle.location), pickle.row].into_iter().flatten().any(|at| target.columns.contains(&at.line));
        let wanted = |pickle: &Pickle| {
            target.lines.is_empty()
                || begins(pickle)
                || target.lines.iter().any(|line| (1..=loaded.lines).contains(line) && at_line(*line, pickle, &loaded.pickles, &blocks))
        };
        loaded.pickles.iter().map(|pickle| wanted(pickle) && self.wants(pickle)).collect()
    }

    fn wants(&self, pickle: &Pickle) -> bool {
        let tagged = self.tags.as_ref().is_none_or(|tags| tags.matches(pickle.tags.iter().map(|tag| &*tag.name)));
        tagged && self.name.as_ref().is_none_or(|name| name.is_match(&pickle.name))
    }
}

/// Where each block of a file begins, with the lines of the scenarios that it stands for.
type Blocks = BTreeMap<u32, Vec<u32>>;

fn at_line(line: u32, pickle: &Pickle, all: &[Pickle], blocks: &Blocks) -> bool {
    let is_row = |pickle: &Pickle| pickle.row.is_some_and(|row| row.line == line);
    if all.iter().any(is_row) {
        return is_row(pickle);
    }
    blocks.range(..=line).next_back().is_some_and(|(_, scenarios)| scenarios.contains(&pickle.location.line))
}

fn blocks(loaded: &Loaded) -> Blocks {
    let mut blocks = Blocks::new();
    let Some(feature) = &loaded.document.feature else { return blocks };
    let all: Vec<_> = loaded.pickles.iter().map(|pickle| pickle.location.line).collect();
    blocks.insert(0, all.clone());
    let scenario = |blocks: &mut Blocks, scenario: &crate::gherkin::Scenario| {
        let first = scenario.tags.first().map_or(scenario.location.line, |tag| tag.location.line);
        blocks.insert(first, vec![scenario.location.line]);
    };
    for child in &feature.children {
        match child {
            FeatureChild::Background(background) => {
                blocks.insert(background.location.line, all.clone());
            }
            FeatureChild::Scenario(it) => scenario(&mut blocks, it),
            FeatureChild::Rule(rule) => {
                let lines = |child: &RuleChild| match child {
                    RuleChild::Scenario(scenario) => Some(scenario.location.line),
                    RuleChild::Background(_) => None,
                };
                let own: Vec<_> = rule.children.iter().filter_map(lines).collect();
                let first = rule.tags.first().map_or(rule.location.line, |tag| tag.location.line);
                blocks.insert(first, own.clone());
                for child in &rule.children {
                    match child {
                        RuleChild::Background(background) => {
                            blocks.insert(background.location.line, own.clone());
                        }
                        RuleChild::Scenario(it) => scenario(&mut blocks, it),
                    }
                }
            }
        }
    }
    blocks
}
