//! How many pickles a document has, and how many ids they take.

use super::document::{Document, FeatureChild, RuleChild, Scenario};

impl Document {
    /// The first number that is the id of nothing here: neither of a node nor of a pickle or one of its steps. The next file's ids may
    /// begin with it: see [`parse_from`](super::parse_from).
    #[must_use]
    pub fn next_id(&self) -> u32 {
        let (pickles, steps) = self.counts();
        let ids = u32::try_from(pickles.saturating_add(steps)).unwrap_or(u32::MAX);
        self.next_id.saturating_add(ids)
    }

    /// How many pickles there are, and how many steps they have.
    pub(super) fn counts(&self) -> (usize, usize) {
        let mut count = Count::default();
        let mut background = 0;
        for child in self.feature.iter().flat_map(|feature| &feature.children) {
            match child {
                FeatureChild::Background(of) => background += of.steps.len(),
                FeatureChild::Scenario(scenario) => count.scenario(scenario, background),
                FeatureChild::Rule(rule) => {
                    let mut background = background;
                    for child in &rule.children {
                        match child {
                            RuleChild::Background(of) => background += of.steps.len(),
                            RuleChild::Scenario(scenario) => count.scenario(scenario, background),
                        }
                    }
                }
            }
        }
        (count.pickles, count.steps)
    }
}

#[derive(Default)]
struct Count {
    pickles: usize,
    steps: usize,
}

impl Count {
    fn scenario(&mut self, scenario: &Scenario, background: usize) {
        let rows: usize = scenario.examples.iter().filter(|examples| examples.header.is_some()).map(|examples| examples.body.len()).sum();
        let pickles = if scenario.examples.is_empty() { 1 } else { rows };
        let steps = if scenario.steps.is_empty() { 0 } else { background.saturating_add(scenario.steps.len()) };
        self.pickles = self.pickles.saturating_add(pickles);
        self.steps = self.steps.saturating_add(pickles.saturating_mul(steps));
    }
}
