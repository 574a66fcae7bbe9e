//! What a line of a `.feature.md` file is: Gherkin in Markdown.
//!
//! Headers are `#` headings, steps are list items, tables are indented by two to five, tags stand in backquotes, all else is prose.

use super::dialect::{Dialect, StepKeyword};
use super::document::Tag;
use super::grammar::Kind;
use super::line::{Line, width};
use super::matched::{Fault, Matched, Matcher, OpenDocString, Prose, Separator, StepLine, Title};
use super::step::Cell;
use std::borrow::Cow;

/// The matcher of `.feature.md` files, which are in English: Markdown has no line for the language.
pub(super) struct Markdown<'t> {
    dialect: &'static Dialect,
    open: Option<OpenDocString<'t>>,
    seen_feature: bool,
}

impl Markdown<'_> {
    pub(super) fn new() -> Self {
        Markdown { dialect: Dialect::english(), open: None, seen_feature: false }
    }
}

impl<'t> Matcher<'t> for Markdown<'t> {
    fn dialect(&self) -> &'static Dialect {
        self.dialect
    }

    fn in_place_of_keyword(&self, line: &Line<'t>) -> Option<Prose<'t>> {
        let item =
            || line.trimmed.strip_prefix(['*', '+', '-'])?.strip_prefix(char::is_whitespace).map(|item| Prose::Item(item.trim_start()));
        heading(line.trimmed).map(Prose::Heading).or_else(item)
    }

    fn matches(&mut self, kind: Kind, line: &Line<'t>) -> Result<Option<Matched<'t>>, Fault> {
        if line.end {
            return Ok((kind == Kind::Eof).then_some(Matched::Eof));
        }
        Ok(match kind {
            Kind::Eof | Kind::Language => None,
            Kind::Comment => is_delimiter_row(line).then_some(Matched::Empty),
            Kind::Empty => self.is_prose(line).then_some(Matched::Empty),
            Kind::TagLine => tags(line).map(Matched::Tags),
            Kind::TableRow => row(line).map(Matched::Row),
            Kind::Separator => self.separator(line).map(Matched::Separator),
            Kind::StepLine => self.step(line).map(Matched::Step),
            Kind::Other => Some(Matched::Other(self.other(line))),
            Kind::FeatureLine => self.feature(line).map(Matched::Title),
            Kind::RuleLine | Kind::BackgroundLine | Kind::ScenarioLine | Kind::ExamplesLine => self.title(kind, line).map(Matched::Title),
        })
    }
}

impl<'t> Markdown<'t> {
    /// Whether the line means nothing to Gherkin.
    fn is_prose(&self, line: &Line<'t>) -> bool {
        let kinds = [Kind::RuleLine, Kind::BackgroundLine, Kind::ScenarioLine, Kind::ExamplesLine];
        let structural = || {
            kinds.into_iter().any(|kind| self.title(kind, line).is_some())
                || self.step(line).is_some()
                || row(line).is_some()
                || fence(line.trimmed).is_some()
                || tags(line).is_some()
        };
        line.trimmed.is_empty() || !structural()
    }

    /// `# Feature: name`; where no such line comes first, the first line of the file is the name.
    fn feature(&mut self, line: &Line<'t>) -> Option<Title<'t>> {
        if self.seen_feature || line.trimmed.is_empty() {
            return None;
        }
        self.seen_feature = true;
        let lone = Title { keyword: "", outline: false, name: line.trimmed.trim_end(), column: line.indent + 1 };
        Some(self.title(Kind::FeatureLine, line).unwrap_or(lone))
    }

    fn title(&self, kind: Kind, line: &Line<'t>) -> Option<Title<'t>> {
        let heading = heading(line.trimmed)?;
        let keywords = self.dialect.titles().iter().filter(|keyword| keyword.kind == kind);
        keywords.into_iter().find_map(|keyword| {
            let name = heading.strip_prefix(keyword.text)?.strip_prefix(':')?.trim();
            Some(Title { keyword: keyword.text, outline: keyword.outline, name, column: line.column_of(heading) })
        })
    }

    fn step(&self, line: &Line<'t>) -> Option<StepLine<'t>> {
        let item = line.trimmed.strip_prefix(['*', '+', '-'])?.trim_start();
        let find = |keyword: &StepKeyword| item.strip_prefix(keyword.text).map(|rest| (*keyword, rest));
        let (keyword, rest) = self.dialect.steps().iter().filter(|keyword| keyword.text != "* ").find_map(find)?;
        let text = rest.trim_start();
        Some(StepLine { keyword, text: text.trim_end(), column: line.column_of(item), text_column: line.column_of(text) })
    }

    fn separator(&mut self, line: &Line<'t>) -> Option<Separator<'t>> {
        if let Some(open) = self.open {
            if line.trimmed.trim_end() != open.fence {
                return None;
            }
            self.open = None;
            return Some(Separator { fence: open.fence, media_type: "" });
        }
        let fence = fence(line.trimmed)?;
        self.open = Some(OpenDocString { fence, indent: line.indent });
        Some(Separator { fence, media_type: line.trimmed[fence.len()..].trim() })
    }

    fn other(&self, line: &Line<'t>) -> Cow<'t, str> {
        Cow::Borrowed(self.open.map_or(line.text, |open| line.without_indent(open.indent)))
    }
}

/// What stands behind one to six `#`.
fn heading(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches('#');
    rest.strip_prefix(char::is_whitespace).filter(|_| (1..=6).contains(&(text.len() - rest.len())))
}

/// Three backquotes or more.
fn fence(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches('`');
    let fence = &text[..text.len() - rest.len()];
    (fence.len() >= 3).then_some(fence)
}

/// Indented by two to five, so that other tables of the document are not taken for a step's.
fn row(line: &Line<'_>) -> Option<Vec<Cell>> {
    let is_row = (2..=5).contains(&line.indent) && line.trimmed.starts_with('|') && !is_delimiter_row(line);
    is_row.then(|| line.cells())
}

/// `| --- | :-: |`, which Markdown wants below a table's first row.
fn is_delimiter_row(line: &Line<'_>) -> bool {
    let is_delimiter = |cell: &Cell| {
        let dashes = cell.value.strip_prefix(':').unwrap_or(&cell.value);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.chars().all(|dash| dash == '-')
    };
    line.trimmed.starts_with('|') && line.cells().iter().any(is_delimiter)
}

/// All words in backquotes that begin with `@`.
fn tags(line: &Line<'_>) -> Option<Vec<Tag>> {
    let mut tags = Vec::new();
    let mut rest = line.trimmed;
    let mut column = line.indent + 1;
    while let Some(start) = rest.find("`@") {
        let tag = &rest[start + 1..];
        let Some(end) = tag.find('`') else { break };
        column += width(&rest[..=start]);
        if end > 1 {
            tags.push(Tag { id: 0, location: line.at(column), name: tag[..end].into() });
        }
        // The backquote that ends nothing may begin the next tag.
        let next = if end > 1 { end + 1 } else { end };
        column += width(&tag[..next]);
        rest = &tag[next..];
    }
    (!tags.is_empty()).then_some(tags)
}
