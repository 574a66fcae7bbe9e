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
use std::collections::BTreeSet;
use std::sync::Arc;

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
    pub(super) rule: Option<Box<Rule>>,
    pub(super) background: Option<Box<Background>>,
    pub(super) scenario: Option<Box<Scenario>>,
    pub(super) examples: Option<Examples>,
    pub(super) step: Option<Step>,
    pub(super) tags: Vec<Tag>,
    pub(super) rows: Vec<Row>,
    pub(super) description: Description,
    pub(super) comments: Vec<Comment>,
    pub(super) uneven: Vec<Uneven>,
    pub(super) swallowed: Vec<Warning>,
    /// Keywords that have occurred, each held once.
    keywords: Vec<(&'static str, Arc<str>)>,
    /// Names of tags that have occurred, each held once.
    tag_names: BTreeSet<Arc<str>>,
}

impl Builder {
    /// A builder whose first node gets this id.
    pub(super) fn new(first_id: u32) -> Self {
        Builder { next_id: first_id, ..Builder::default() }
    }

    fn keyword(&mut self, keyword: &'static str) -> Arc<str> {
        // Two keywords of one spelling may stand at two places: then both are kept, which harms nobody.
        if let Some((_, shared)) = self.keywords.iter().find(|(known, _)| std::ptr::eq(*known, keyword)) {
            return Arc::clone(shared);
        }
        let shared: Arc<str> = keyword.into();
        self.keywords.push((keyword, Arc::clone(&shared)));
        shared
    }

    pub(super) fn comment(&mut self, line: &Line<'_>, text: &str) {
        self.comments.push(Comment { location: line.at(1), text: text.to_owned() });
    }

    pub(super) fn tags(&mut self, tags: Vec<Tag>) {
        for mut tag in tags {
            match self.tag_names.get(&tag.name) {
                Some(known) => tag.name = Arc::clone(known),
                None => {
                    self.tag_names.insert(Arc::clone(&tag.name));
                }
            }
            self.tags.push(tag);
        }
    }

    pub(super) fn describe(&mut self, text: &str) {
        self.description.push(text);
    }

    pub(super) fn feature(&mut self, line: &Line<'_>, title: &Title<'_>, dialect: &Dialect) {
        let tags = std::mem::take(&mut self.tags);
        let keyword = self.keyword(title.keyword);
        self.feature = Some(Feature {
            location: line.at(title.column),
            language: dialect.code.into(),
            keyword,
            name: title.name.into(),
            description: String::new(),
            tags,
            children: Vec::new(),
        });
    }

    pub(super) fn rule(&mut self, line: &Line<'_>, title: &Title<'_>) {
        self.end_rule();
        let tags = std::mem::take(&mut self.tags);
        let keyword = self.keyword(title.keyword);
        self.rule = Some(Box::new(Rule {
            id: 0,
            location: line.at(title.column),
            keyword,
            name: title.name.into(),
            description: String::new(),
            tags,
            children: Vec::new(),
        }));
    }

    pub(super) fn background(&mut self, line: &Line<'_>, title: &Title<'_>) {
        self.end_header();
        let keyword = self.keyword(title.keyword);
        self.background = Some(Box::new(Background {
            id: 0,
            location: line.at(title.column),
            keyword,
            name: title.name.to_owned(),
            description: String::new(),
            steps: Vec::new(),
        }));
    }

    pub(super) fn scenario(&mut self, line: &Line<'_>, title: &Title<'_>) {
        self.end_scenario();
        let tags = std::mem::take(&mut self.tags);
        let keyword = self.keyword(title.keyword);
        self.scenario = Some(Box::new(Scenario {
            id: 0,
            location: line.at(title.column),
            keyword,
            outline: title.outline,
            name: title.name.to_owned(),
            description: String::new(),
            tags,
            steps: Vec::new(),
            examples: Vec::new(),
        }));
    }

    pub(super) fn examples(&mut self, line: &Line<'_>, title: &Title<'_>) {
        self.end_examples();
        let tags = std::mem::take(&mut self.tags);
        let keyword = self.keyword(title.keyword);
        self.examples = Some(Examples {
            id: 0,
            location: line.at(title.column),
            keyword,
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
        let keyword = self.keyword(step.keyword.text);
        self.step = Some(Step {
            id: 0,
            location: line.at(step.column),
            keyword,
            kind: step.keyword.kind,
            text: step.text.into(),
            text_column: step.text_column,
            table: None,
            doc_string: None,
        });
    }

    pub(super) fn row(&mut self, line: &Line<'_>, cells: Vec<Cell>) {
        self.end_header();
        self.rows.push(Row { id: 0, location: line.location(), cells: cells.into() });
    }

    pub(super) fn open_doc_string(&mut self, line: &Line<'_>, separator: &Separator<'_>) {
        self.end_table();
        let Some(step) = &mut self.step else { return };
        step.doc_string = Some(Box::new(DocString {
            location: line.location(),
            delimiter: separator.fence.to_owned(),
            media_type: (!separator.media_type.is_empty()).then(|| separator.media_type.to_owned()),
            content: String::new(),
            indent: line.indent,
        }));
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
