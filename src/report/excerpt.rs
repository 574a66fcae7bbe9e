//! Lines of source with what matters underlined.

use super::files::{Files, Text};
use super::source_line::SourceLine;
use super::style::{Ink, Style};
use super::text::{clean, cut, width, wrap};
use crate::record::{Label, MaskedLine};
use std::rc::Rc;

/// Gives a file's text by its name in a label; `None` where there is none to show.
pub type Sources<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// How many lines around a label are shown.
const CONTEXT: u32 = 1;
/// How many lines a label's text may fill.
const TEXT_LINES: usize = 4;

/// Every file that the labels point at, in the order of the labels; a file that has no text to show is only named.
pub(super) fn excerpts(labels: &[Label], masked: &[MaskedLine], sources: &Files, style: Style) -> Vec<String> {
    let mut files: Vec<&str> = Vec::new();
    for label in labels {
        if !files.contains(&label.file.as_str()) {
            files.push(&label.file);
        }
    }
    let digits = digits(labels);
    let mut out = Vec::new();
    for file in files {
        let masked = masked.iter().filter(|line| line.file == file).collect();
        let excerpt = Excerpt { text: sources.text(file), masked, digits, style };
        let (mut seen, unseen): (Vec<&Label>, Vec<_>) =
            labels.iter().filter(|label| label.file == file).partition(|label| excerpt.line(label.line).is_some());
        out.extend(unseen.into_iter().flat_map(|label| excerpt.named(label)));
        if !seen.is_empty() {
            let first = seen[0];
            seen.sort_by_key(|label| (label.line, label.column));
            out.extend(excerpt.draw(first, &seen));
        }
    }
    out
}

/// A label's line alone, underlined; nothing where the file has no such line.
pub(super) fn line(label: &Label, sources: &Files, style: Style) -> Vec<String> {
    let text = if label.line == 0 { None } else { sources.text(&label.file) };
    let excerpt = Excerpt { text, masked: Vec::new(), digits: digits(std::slice::from_ref(label)), style };
    excerpt.body(&[label], 0)
}

/// How wide the column of line numbers is.
fn digits(labels: &[Label]) -> usize {
    labels.iter().map(|label| (label.line.saturating_add(CONTEXT)).to_string().len()).max().unwrap_or(0).max(3)
}

/// `features/close.feature:18:5`, without what is not known.
pub(super) fn place(file: &str, line: u32, column: u32) -> String {
    clean(&crate::record::Place { file: file.to_owned(), line, column }.to_string())
}

struct Excerpt<'m> {
    text: Option<Rc<Text>>,
    /// What is shown in the place of lines of the text.
    masked: Vec<&'m MaskedLine>,
    digits: usize,
    style: Style,
}

impl Excerpt<'_> {
    fn line(&self, number: u32) -> Option<&str> {
        let masked = self.masked.iter().find(|masked| masked.line == number).map(|masked| masked.text.as_str());
        masked.or_else(|| self.text.as_ref()?.line(number))
    }

    fn columns(&self) -> usize {
        self.style.columns().saturating_sub(self.digits + 5)
    }

    fn gutter(&self, number: &str, rail: char, rest: &str) -> String {
        let lead = format!("  {number:>width$} {rail}", width = self.digits);
        let gap = if rail == '╭' || rail == '╰' { "" } else { " " };
        format!("{}{gap}{rest}", self.style.paint(Ink::Faint, &lead)).trim_end().to_owned()
    }

    fn place(&self, label: &Label, indent: usize) -> String {
        cut(&place(&label.file, label.line, label.column), self.columns() - indent)
    }

    fn named(&self, label: &Label) -> Vec<String> {
        let mut out = vec![self.gutter("", '→', &self.place(label, 0))];
        if !label.text.is_empty() {
            out.extend(
                wrap(&label.text, self.columns(), TEXT_LINES).iter().map(|line| self.gutter("", ' ', &self.style.paint(Ink::Bad, line))),
            );
        }
        out
    }

    fn draw(&self, first: &Label, labels: &[&Label]) -> Vec<String> {
        let mut out = vec![self.gutter("", '╭', &format!("─ {}", self.place(first, 2)))];
        out.extend(self.body(labels, CONTEXT));
        out.push(self.gutter("", '╰', "─"));
        out
    }

    fn body(&self, labels: &[&Label], context: u32) -> Vec<String> {
        let mut out = Vec::new();
        let mut last = 0;
        for number in self.shown(labels, context) {
            let Some(text) = self.line(number) else { continue };
            if last != 0 && number > last + 1 {
                out.push(self.gutter("⋮", '│', ""));
            }
            last = number;
            let here: Vec<_> = labels.iter().filter(|label| label.line == number).collect();
            let line = SourceLine::of(text, here.first().map_or(1, |label| label.column), self.columns());
            out.push(self.gutter(&number.to_string(), '│', &line.text()));
            out.extend(here.into_iter().flat_map(|label| self.underline(&line, label)));
        }
        out
    }

    /// The labels' lines with their neighbours, blank ones at the edges left out.
    fn shown(&self, labels: &[&Label], context: u32) -> Vec<u32> {
        let around = labels.iter().flat_map(|label| label.line.saturating_sub(context)..=label.line.saturating_add(context));
        let wanted = |number: &u32| {
            let blank = self.line(*number).is_none_or(|line| line.trim().is_empty());
            !blank || labels.iter().any(|label| label.line == *number)
        };
        around.filter(wanted).collect::<std::collections::BTreeSet<_>>().into_iter().collect()
    }

    fn underline(&self, line: &SourceLine, label: &Label) -> Vec<String> {
        let (offset, length) = line.span(label.column, label.length);
        let bad = |text: &str| self.style.paint(Ink::Bad, text);
        let mark = format!("{}{}", " ".repeat(offset), bad(&"━".repeat(length)));
        if label.text.is_empty() {
            return vec![self.gutter("", '·', &mark)];
        }
        let beside = clean(&label.text);
        if !label.text.contains('\n') && offset + length + 1 + width(&beside) <= self.columns() {
            return vec![self.gutter("", '·', &format!("{mark} {}", bad(&beside)))];
        }
        let indent = offset.min(self.columns() / 3);
        let below = wrap(&label.text, self.columns() - indent, TEXT_LINES);
        let below = below.iter().map(|text| self.gutter("", '·', &format!("{}{}", " ".repeat(indent), bad(text))));
        std::iter::once(self.gutter("", '·', &mark)).chain(below).collect()
    }
}
