//! The ends of the document's nodes: each is numbered and put where it belongs.

use super::builder::{Builder, Uneven};
use super::document::{Document, FeatureChild, RuleChild, Tag};
use super::step::Table;

impl Builder {
    /// The lines below the header that was opened last have come to their end.
    pub(super) fn end_header(&mut self) {
        let text = self.description.take();
        if text.is_empty() {
            return;
        }
        let owner = if let Some(examples) = &mut self.examples {
            &mut examples.description
        } else if let Some(scenario) = &mut self.scenario {
            &mut scenario.description
        } else if let Some(background) = &mut self.background {
            &mut background.description
        } else if let Some(rule) = &mut self.rule {
            &mut rule.description
        } else if let Some(feature) = &mut self.feature {
            &mut feature.description
        } else {
            return;
        };
        *owner = text;
    }

    /// A step's table has come to its end, and where there is no step, that of examples.
    pub(super) fn end_table(&mut self) {
        let mut rows = std::mem::take(&mut self.rows);
        let Some(first) = rows.first() else { return };
        let (location, expected) = (first.location, first.cells.len());
        // One error a table, as the official parsers give: what follows a lost `|` is often uneven to the end.
        if let Some(row) = rows.iter().find(|row| row.cells.len() != expected) {
            self.uneven.push(Uneven { location: row.location, cells: row.cells.len(), expected });
        }
        rows.iter_mut().for_each(|row| row.id = self.id());
        if let Some(step) = &mut self.step {
            rows.shrink_to_fit();
            step.table = Some(Box::new(Table { location, rows }));
        } else if let Some(examples) = &mut self.examples {
            let mut rows = rows.into_iter();
            examples.header = rows.next();
            examples.body = rows.collect();
        }
    }

    pub(super) fn end_step(&mut self) {
        self.end_table();
        let Some(mut step) = self.step.take() else { return };
        step.id = self.id();
        if let Some(text) = &mut step.doc_string {
            text.content.shrink_to_fit();
        }
        if let Some(scenario) = &mut self.scenario {
            scenario.steps.push(step);
        } else if let Some(background) = &mut self.background {
            background.steps.push(step);
        }
    }

    /// The last examples have come to their end, and the steps above them.
    pub(super) fn end_examples(&mut self) {
        self.end_header();
        self.end_step();
        let Some(mut examples) = self.examples.take() else { return };
        self.number(&mut examples.tags);
        examples.id = self.id();
        if let Some(scenario) = &mut self.scenario {
            scenario.examples.push(examples);
        }
    }

    /// The last scenario or background has come to its end.
    pub(super) fn end_scenario(&mut self) {
        self.end_examples();
        if let Some(mut background) = self.background.take() {
            background.id = self.id();
            background.steps.shrink_to_fit();
            match (&mut self.rule, &mut self.feature) {
                (Some(rule), _) => rule.children.push(RuleChild::Background(background)),
                (None, Some(feature)) => feature.children.push(FeatureChild::Background(background)),
                (None, None) => {}
            }
        }
        if let Some(mut scenario) = self.scenario.take() {
            self.number(&mut scenario.tags);
            scenario.id = self.id();
            scenario.steps.shrink_to_fit();
            scenario.examples.shrink_to_fit();
            match (&mut self.rule, &mut self.feature) {
                (Some(rule), _) => rule.children.push(RuleChild::Scenario(scenario)),
                (None, Some(feature)) => feature.children.push(FeatureChild::Scenario(scenario)),
                (None, None) => {}
            }
        }
    }

    pub(super) fn end_rule(&mut self) {
        self.end_scenario();
        let Some(mut rule) = self.rule.take() else { return };
        self.number(&mut rule.tags);
        rule.id = self.id();
        if let Some(feature) = &mut self.feature {
            feature.children.push(FeatureChild::Rule(rule));
        }
    }

    /// The file has come to its end.
    pub(super) fn finish(mut self, uri: &str) -> Document {
        self.end_rule();
        if let Some(mut feature) = self.feature.take() {
            self.number(&mut feature.tags);
            self.feature = Some(feature);
        }
        Document { uri: uri.into(), feature: self.feature, comments: self.comments, next_id: self.next_id, swallowed: self.swallowed }
    }

    fn number(&mut self, tags: &mut [Tag]) {
        tags.iter_mut().for_each(|tag| tag.id = self.id());
    }

    fn id(&mut self) -> u32 {
        let id = self.next_id;
        self.next_id = self.next_id.saturating_add(1);
        id
    }
}
