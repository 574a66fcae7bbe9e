//! Looks for what is odd about scenarios and their examples.

use super::document::{Background, Examples, Feature, FeatureChild, Location, Rule, RuleChild, Scenario};
use super::placeholder::{Use, uses, uses_in};
use super::warning::Warning;
use crate::spelling::nearest_within;
use std::collections::{BTreeMap, BTreeSet};

/// A file that is odd all over is not told line by line to its end.
pub(super) const MOST_WARNINGS: usize = 1000;

/// A table of thousands of columns is not compared with thousands of placeholders.
const MOST_COMPARED: usize = 100;

/// Collects warnings about one document.
pub(super) struct Inspector<'d> {
    uri: &'d str,
    pub(super) found: Vec<Warning>,
}

impl<'d> Inspector<'d> {
    pub(super) fn new(uri: &'d str, found: Vec<Warning>) -> Self {
        Inspector { uri, found }
    }

    pub(super) fn feature(&mut self, feature: &'d Feature) {
        let mut names = BTreeMap::new();
        let mut columns = BTreeSet::new();
        for child in &feature.children {
            match child {
                FeatureChild::Background(_) => {}
                FeatureChild::Scenario(scenario) => self.scenario(&mut names, &mut columns, scenario),
                FeatureChild::Rule(rule) => self.rule(&mut columns, rule),
            }
        }
        for child in &feature.children {
            if let FeatureChild::Background(background) = child {
                self.background(background, &columns);
            }
        }
    }

    fn rule(&mut self, all_columns: &mut BTreeSet<&'d str>, rule: &'d Rule) {
        let mut names = BTreeMap::new();
        let mut columns = BTreeSet::new();
        for child in &rule.children {
            if let RuleChild::Scenario(scenario) = child {
                self.scenario(&mut names, &mut columns, scenario);
            }
        }
        for child in &rule.children {
            if let RuleChild::Background(background) = child {
                self.background(background, &columns);
            }
        }
        all_columns.extend(columns);
    }

    /// The values of examples never reach a background.
    fn background(&mut self, background: &'d Background, columns: &BTreeSet<&str>) {
        for found in uses_in(&background.steps).iter().filter(|found| columns.contains(found.name)) {
            let message = format!("a background is not filled in: `<{}>` stays as it is written", found.name);
            self.warn(found.location, message, "move the step into the scenarios whose examples have the column");
        }
    }

    fn warn(&mut self, at: Location, message: String, help: impl Into<String>) {
        if self.found.len() >= MOST_WARNINGS {
            return;
        }
        self.found.push(Warning { uri: self.uri.to_owned(), line: at.line, column: at.column, message, help: Some(help.into()) });
    }

    fn scenario(&mut self, names: &mut BTreeMap<&'d str, u32>, columns: &mut BTreeSet<&'d str>, scenario: &'d Scenario) {
        if scenario.steps.is_empty() {
            self.warn(scenario.location, "this scenario has no steps".to_owned(), "write its steps, or delete it");
        }
        if !scenario.name.is_empty() {
            if let Some(line) = names.get(scenario.name.as_str()) {
                let message = format!("line {line} has a scenario of the same name, `{}`", scenario.name);
                self.warn(scenario.location, message, "give the two different names, since reports know them by their names");
            } else {
                names.insert(&scenario.name, scenario.location.line);
            }
        }
        if scenario.examples.is_empty() {
            if scenario.outline {
                let message = format!("this {} has no examples and runs once, as it stands", scenario.keyword);
                self.warn(scenario.location, message, "write `Examples:` and a table below its steps");
            }
            return;
        }
        let headers = scenario.examples.iter().filter_map(|examples| examples.header.as_ref());
        columns.extend(headers.flat_map(|header| header.cells.iter()).map(|cell| cell.value.as_str()));
        let uses = uses(scenario);
        let used: BTreeSet<&str> = uses.iter().map(|found| found.name).collect();
        for examples in &scenario.examples {
            self.examples(examples, scenario, &used);
        }
        self.placeholders(scenario, &uses);
    }

    fn examples(&mut self, examples: &'d Examples, scenario: &'d Scenario, used: &BTreeSet<&str>) {
        let Some(header) = examples.header.as_ref().filter(|_| !examples.body.is_empty()) else {
            let message = "these examples have no row of values: nothing is run for them".to_owned();
            return self.warn(examples.location, message, "write a row with a value for each column below the row of the columns' names");
        };
        let columns: BTreeSet<&str> = header.cells.iter().map(|cell| cell.value.as_str()).collect();
        let unknown: Vec<&str> = used.difference(&columns).copied().take(MOST_COMPARED).collect();
        let mut seen = BTreeSet::new();
        for cell in header.cells.iter() {
            if !seen.insert(cell.value.as_str()) {
                let message = format!("the column `{}` stands in this table twice: the first one counts", cell.value);
                self.warn(cell.location, message, "delete one of the two");
            } else if !used.contains(cell.value.as_str()) && !super::placeholder::is_used(scenario, &cell.value) {
                let message = format!("no step uses the column `{}`", cell.value);
                let help = nearest_within(&cell.value, unknown.iter().copied(), 2).map_or_else(
                    || format!("write `<{}>` where its value belongs, or delete the column", cell.value),
                    |near| format!("write `<{}>` where the steps say `<{near}>`", cell.value),
                );
                self.warn(cell.location, message, help);
            }
        }
    }

    fn placeholders(&mut self, scenario: &'d Scenario, uses: &[Use<'d>]) {
        let tables: Vec<(u32, BTreeSet<&str>)> = scenario
            .examples
            .iter()
            .filter_map(|examples| Some((examples.location.line, examples.header.as_ref()?)))
            .map(|(line, header)| (line, header.cells.iter().map(|cell| cell.value.as_str()).collect()))
            .collect();
        for found in uses {
            let Some((line, columns)) = tables.iter().find(|(_, columns)| !columns.contains(found.name)) else { continue };
            let near = nearest_within(found.name, columns.iter().copied().take(MOST_COMPARED), 2);
            if found.literal_likely && near.is_none() {
                continue;
            }
            let message = format!("the examples of line {line} have no column `{}`", found.name);
            let help = near.map_or_else(
                || format!("give them a column `{}`; without it `<{}>` stays as it is written", found.name, found.name),
                |near| format!("did you mean `<{near}>`?"),
            );
            self.warn(found.location, message, help);
        }
    }
}
