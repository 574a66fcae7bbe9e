use super::style::{Ink, Style};
use crate::record::{ScenarioRecord, Scenarios};
use std::io::{self, Write};

/// A titled part of the console's ending; without a block it has no title either.
pub(super) struct Section<'a> {
    out: &'a mut dyn Write,
    title: &'a str,
    style: Style,
    begun: bool,
}

impl<'a> Section<'a> {
    pub(super) fn new(out: &'a mut dyn Write, title: &'a str, style: Style) -> Self {
        Self { out, title, style, begun: false }
    }

    /// Writes a block of lines, and a blank line behind it.
    pub(super) fn block(&mut self, block: &str) -> io::Result<()> {
        if !self.begun {
            self.begun = true;
            let line = "─".repeat(self.style.columns().saturating_sub(self.title.chars().count() + 4));
            writeln!(self.out, "{}\n", self.style.paint(Ink::Faint, &format!("── {} {line}", self.title)))?;
        }
        writeln!(self.out, "{}\n", block.trim_end_matches('\n'))
    }

    /// Writes the lines as one block, if there are any.
    pub(super) fn lines(&mut self, lines: &[String]) -> io::Result<()> {
        if lines.is_empty() { Ok(()) } else { self.block(&lines.join("\n")) }
    }
}

/// Shows every scenario with its number until one cannot be told.
pub(super) fn visit(scenarios: &dyn Scenarios, tell: &mut dyn FnMut(usize, ScenarioRecord) -> io::Result<()>) -> io::Result<()> {
    let (mut index, mut outcome) = (0, Ok(()));
    scenarios.each(&mut |scenario| {
        if outcome.is_ok() {
            outcome = tell(index, scenario);
        }
        index += 1;
    })?;
    outcome
}
