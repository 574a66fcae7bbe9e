//! Lines of a file, and what is cut out of one.

use super::document::{Location, Tag};
use super::step::Cell;
use std::borrow::Cow;

/// One line, without its ending; or what comes after the last one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    pub(super) number: u32,
    /// The whole line.
    pub(super) text: &'t str,
    /// From its first code point that is no white space.
    pub(super) trimmed: &'t str,
    /// How many code points of white space it begins with.
    pub(super) indent: u32,
    /// Whether there is no such line: the file has ended.
    pub(super) end: bool,
}

/// The lines of a file. A copy of it looks ahead.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lines<'t> {
    rest: &'t str,
    number: u32,
}

/// How many columns a text takes.
pub(super) fn width(text: &str) -> u32 {
    u32::try_from(if text.is_ascii() { text.len() } else { text.chars().count() }).unwrap_or(u32::MAX)
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Lines { rest: text.strip_prefix('\u{feff}').unwrap_or(text), number: 0 }
    }

    pub(super) fn next(&mut self) -> Line<'t> {
        self.number = self.number.saturating_add(1);
        if self.rest.is_empty() {
            return Line { number: self.number, text: "", trimmed: "", indent: 0, end: true };
        }
        let (text, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.rest = rest;
        let text = text.strip_suffix('\r').unwrap_or(text);
        let trimmed = text.trim_start();
        Line { number: self.number, text, trimmed, indent: width(&text[..text.len() - trimmed.len()]), end: false }
    }
}

impl<'t> Line<'t> {
    /// The place of its first code point that is no white space.
    pub(super) fn location(&self) -> Location {
        self.at(self.indent + 1)
    }

    /// A place in this line.
    pub(super) fn at(&self, column: u32) -> Location {
        Location { line: self.number, column }
    }

    /// The column where `part` of this line begins.
    pub(super) fn column_of(&self, part: &str) -> u32 {
        let offset = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.text.get(..offset).map_or(1, |before| width(before) + 1)
    }

    /// The line without `indent` code points of white space; where it has fewer, without all it has.
    pub(super) fn without_indent(&self, indent: u32) -> &'t str {
        if indent > self.indent {
            return self.trimmed;
        }
        let start = self.text.char_indices().nth(indent as usize).map_or(self.text.len(), |(start, _)| start);
        &self.text[start..]
    }

    /// The cells of a table's row. What follows the last `|` is no cell.
    pub(super) fn cells(&self) -> Vec<Cell> {
        let mut cells = Vec::new();
        let mut cell = String::new();
        let (mut column, mut start) = (self.indent, None);
        let mut characters = self.trimmed.trim_end().chars();
        while let Some(character) = characters.next() {
            column += 1;
            match character {
                '|' => {
                    if let Some(start) = start.replace(column + 1) {
                        cells.push(self.cell(start, &cell));
                    }
                    cell.clear();
                }
                '\\' => {
                    let escaped = characters.next();
                    column += 1;
                    match escaped {
                        Some('n') => cell.push('\n'),
                        Some(escaped @ ('|' | '\\')) => cell.push(escaped),
                        other => cell.extend(std::iter::once('\\').chain(other)),
                    }
                }
                other => cell.push(other),
            }
        }
        cells
    }

    fn cell(&self, start: u32, raw: &str) -> Cell {
        // An escaped line break belongs to the value, even at its ends.
        let is_padding = |character: char| character.is_whitespace() && character != '\n';
        let value = raw.trim_start_matches(is_padding);
        let column = start + width(&raw[..raw.len() - value.len()]);
        Cell { location: self.at(column), value: value.trim_end_matches(is_padding).to_owned() }
    }

    /// The tags of a line that begins with `@`; the column of the first that holds white space.
    pub(super) fn tags(&self) -> Result<Vec<Tag>, u32> {
        let mut tags = Vec::new();
        let mut column = self.indent + 1;
        for item in without_comment(self.trimmed).split('@').skip(1) {
            let name = item.trim_end();
            if name.contains(char::is_whitespace) {
                return Err(column);
            }
            if !name.is_empty() {
                tags.push(Tag { id: 0, location: self.at(column), name: format!("@{name}").into() });
            }
            column += width(item) + 1;
        }
        Ok(tags)
    }
}

/// What stands before white space and a `#`.
fn without_comment(text: &str) -> &str {
    let comment = text.match_indices('#').find(|(start, _)| text[..*start].ends_with(char::is_whitespace));
    text[..comment.map_or(text.len(), |(start, _)| start)].trim_end()
}

/// A doc string's line, with its escaped fences undone.
pub(super) fn unescape<'t>(text: &'t str, fence: &str) -> Cow<'t, str> {
    match fence {
        "\"\"\"" if text.contains("\\\"\\\"\\\"") => Cow::Owned(text.replace("\\\"\\\"\\\"", fence)),
        "```" if text.contains("\\`\\`\\`") => Cow::Owned(text.replace("\\`\\`\\`", fence)),
        _ => Cow::Borrowed(text),
    }
}
