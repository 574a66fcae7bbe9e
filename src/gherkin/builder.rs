//! Puts lines together into the document.
//!
//! Nodes end in the order in which the official parsers end them, and are numbered then.

use super::description::Description;
use super::dialect::Dialect;
use super::document::{Background, Comment, Examples, Feature, Location, Rule, Scenario, Tag};
use super::line::Line;
use super::matched::{Separator, StepLine, Title};
use super::step::{Cell, DocString, Row, Step};
use super::warning::Warning;

/// A table with a row that is longer or shorter than its first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Uneven {
    pub(super) location: Location,
    pub(super) cells: usize,
    pub(super) expected: usize,
}

/// What of the document is still open.
#[derive(Default)]
pub(super) struct Builder {
    pub(super) next_id: u32,
    pub(super) feature: Option<Feature>,
    pub(super) rule: Option<Rule>,
    pub(super) background: Option<Background>,
    pub(super) scenario: Option<Scenario>,
    pub(super) examples: Option<Examples>,
    pub(super) step: Option<Step>,
    pub(super) tags: Vec<Tag>,
    pub(super) rows: Vec<Row>,
    pub(super) description: Description,
    pub(super) comments: Vec<Comment>,
    pub(super) uneven: Vec<Uneven>,
    pub(super) swallowed: Vec<Warning>,
}

impl Builder {
    pub(super) fn comment(&mut self, line: &Line<'_>, text: &str) {
        self.comments.push(Comment { location: line.at(1), text: text.to_owned() });
    }

    pub(super) fn tags(&mut self, tags: Vec<Tag>) {
        self.tags.extend(tags);
    }

    pub(super) fn describe(&mut self, text: &str) {
        self.description.push(text);
    }

    pub(super) fn feature(&mut self, line: &Line<'_>, title: &Title<'_>, dialect: &Dialect) {
        let tags = std::mem::take(&mut self.tags);
        self.feature = Some(Feature {
            location: line.at(title.column),
            language: dialect.code.to_owned(),
            keyword: title.keyword.to_owned(),
            name: title.name.to_owned(),
            description: String::new(),
            tags,
            children: Vec::new(),
        });
    }

    pub(super) fn rule(&mut self, line: &Line<'_>, title: &Title<'_>) {
        self.end_rule();
        let tags = std::mem::take(&mut self.tags);
        self.rule = Some(Rule {
            id: 0,
            location: line.at(title.column),
            keyword: title.keyword.to_owned(),
            name: title.name.to_owned(),
            description: String::new(),
            tags,
            children: Vec::new(),
        });
    }

    pub(super) fn background(&mut self, line: &Line<'_>, title: &Title<'_>) {
        self.end_header();
        self.background = Some(Background {
            id: 0,
            location: line.at(title.column),
            keyword: title.keyword.to_owned(),
            name: title.name.to_owned(),
            description: String::new(),
            steps: Vec::new(),
        });
    }

    pub(super) fn scenario(&mut self, line: &Line<'_>, title: &Title<'_>) {
        self.end_scenario();
        let tags = std::mem::take(&mut self.tags);
        self.scenario = Some(Scenario {
            id: 0,
            location: line.at(title.column),
            keyword: title.keyword.to_owned(),
            outline: title.outline,
            name: title.name.to_owned(),
            description: String::new(),
            tags,
            steps: Vec::new(),
            examples: Vec::new(),
        });
    }

    pub(super) fn examples(&mut self, line: &Line<'_>, title: &Title<'_>) {
        self.end_examples();
        let tags = std::mem::take(&mut self.tags);
        self.examples = Some(Examples {
            id: 0,
            location: line.at(title.column),
            keyword: title.keyword.to_owned(),
            name: title.name.to_owned(),
            description: String::new(),
            tags,
            header: None,
            body: Vec::new(),
        });
    }

    pub(super) fn step(&mut self, line: &Line<'_>, step: &StepLine<'_>) {
        self.end_header();
        self.end_step();
        self.step = Some(Step {
            id: 0,
            location: line.at(step.column),
            keyword: step.keyword.text.to_owned(),
            kind: step.keyword.kind,
            text: step.text.to_owned(),
            text_column: step.text_column,
            table: None,
            doc_string: None,
        });
    }

    pub(super) fn row(&mut self, line: &Line<'_>, cells: Vec<Cell>) {
        self.end_header();
        self.rows.push(Row { id: 0, location: line.location(), cells });
    }

    pub(super) fn open_doc_string(&mut self, line: &Line<'_>, separator: &Separator<'_>) {
        self.end_table();
        let Some(step) = &mut self.step else { return };
        step.doc_string = Some(DocString {
            location: line.location(),
            delimiter: separator.fence.to_owned(),
            media_type: (!separator.media_type.is_empty()).then(|| separator.media_type.to_owned()),
            content: String::new(),
            indent: line.indent,
        });
    }

    pub(super) fn doc_string_line(&mut self, line: &Line<'_>, text: &str) {
        let Some(doc_string) = self.step.as_mut().and_then(|step| step.doc_string.as_mut()) else { return };
        if line.number > doc_string.location.line + 1 {
            doc_string.content.push('\n');
        }
        doc_string.content.push_str(text);
    }

    /// Where the doc string that is open begins, and its fence.
    pub(super) fn doc_string(&self) -> Option<(Location, &str)> {
        self.step.as_ref()?.doc_string.as_ref().map(|doc_string| (doc_string.location, doc_string.delimiter.as_str()))
    }

    /// Whether a scenario has begun.
    pub(super) fn in_scenario(&self) -> bool {
        self.scenario.is_some()
    }
}
