//! What a run's end lists once: what cannot be read, warnings, findings.

use super::excerpt::{line, place};
use super::files::Files;
use super::picture::help;
use super::section::Section;
use super::style::{Ink, Style};
use super::text::{clean, count, cut, hang};
use crate::record::{Finding, InputError, Label, ScenarioRecord, Severity};
use std::collections::BTreeMap;
use std::io;

/// How many findings are listed.
const FINDINGS: usize = 1000;
/// How many lines a message may fill.
const LINES: usize = 8;
/// Of how many errors the line of source is shown.
const EXCERPTS: usize = 20;

/// What cannot be read: place, message, the line itself, help.
pub(super) fn errors(errors: &[InputError], sources: &Files, style: Style) -> Vec<String> {
    let mut out = Vec::new();
    for (index, error) in errors.iter().enumerate() {
        if index > 0 {
            out.push(String::new());
        }
        out.extend(message(error, Ink::Bad, style));
        let label = Label { file: error.file.clone(), line: error.line, column: error.column, length: 0, text: String::new() };
        if index < EXCERPTS {
            out.extend(line(&label, sources, style));
        }
        out.extend(error.help.iter().flat_map(|text| help(text, 4, style)));
    }
    out
}

/// What the features' authors should know: place, message, help.
pub(super) fn warnings(warnings: &[InputError], style: Style) -> Vec<String> {
    let help = |warning: &InputError| warning.help.iter().flat_map(|text| help(text, 4, style)).collect::<Vec<_>>();
    warnings.iter().flat_map(|warning| [message(warning, Ink::Odd, style), help(warning)].concat()).collect()
}

fn message(error: &InputError, ink: Ink, style: Style) -> Vec<String> {
    let place = place(&error.file, error.line, error.column);
    let mut lines = hang("  ", &format!("{place}: {}", error.message), style.columns(), LINES);
    if let Some(first) = lines.first_mut() {
        *first = first.replacen(&place, &style.paint(ink, &place), 1);
    }
    lines
}

/// A finding: how much it weighs, whose it is, what, the rule, where, and what to do.
pub(super) fn finding(found: &Finding, style: Style) -> Vec<String> {
    let (weight, ink) = match found.severity {
        Severity::Error => ("error", Ink::Bad),
        Severity::Warning => ("warning", Ink::Odd),
        Severity::Note => ("note", Ink::Help),
    };
    let rule = found.rule.as_ref().map(|rule| format!(" ({rule})")).unwrap_or_default();
    let lead = format!("  {weight}: ");
    let mut out = hang(&lead, &format!("{} at {}: {}{rule}", found.extension, found.location, found.text), style.columns(), LINES);
    if let Some(first) = out.first_mut() {
        *first = first.replacen(weight, &style.paint(ink, weight), 1);
    }
    out.extend(found.at.iter().map(|at| style.paint(Ink::Faint, &cut(&format!("    {}", clean(&at.to_string())), style.columns()))));
    out.extend(found.help.iter().flat_map(|text| help(text, 4, style)));
    out
}

/// Every finding that failed no scenario once, with the number of scenarios that made it.
#[derive(Default)]
pub(super) struct Findings {
    known: BTreeMap<Finding, Seen>,
    left_off: usize,
    scenarios: usize,
}

struct Seen {
    number: usize,
    last: usize,
    first: String,
}

impl Findings {
    /// Takes the next scenario.
    pub(super) fn note(&mut self, scenario: &ScenarioRecord) {
        self.scenarios += 1;
        let full = self.known.len() >= FINDINGS;
        // A defect has failed its scenario, and stands among the failures.
        for one in scenario.findings.iter().filter(|one| one.severity < Severity::Error) {
            match self.known.get_mut(one) {
                Some(seen) if seen.last == self.scenarios => {}
                Some(seen) => (seen.number, seen.last) = (seen.number + 1, self.scenarios),
                None if full => self.left_off += 1,
                None => {
                    self.known.insert(one.clone(), Seen { number: 1, last: self.scenarios, first: clean(&scenario.place()) });
                }
            }
        }
    }

    /// Writes them, the gravest first.
    pub(super) fn tell(&self, section: &mut Section, style: Style) -> io::Result<()> {
        let mut found: Vec<_> = self.known.iter().collect();
        let key =
            |found: &Finding| (found.extension.clone(), found.location.clone(), found.rule.clone(), found.text.clone(), found.at.clone());
        found.sort_by_cached_key(|(found, _)| (std::cmp::Reverse(found.severity), key(found)));
        found.into_iter().try_for_each(|(found, seen)| section.lines(&[finding(found, style), vec![seen.line(style)]].concat()))?;
        let more = (self.left_off > 0)
            .then(|| style.paint(Ink::Faint, &format!("  … and other findings, {} in all", count(self.left_off, "time"))));
        section.lines(more.as_slice())
    }
}

impl Seen {
    fn line(&self, style: Style) -> String {
        let seen = match self.number {
            1 => format!("seen in {}", self.first),
            number => format!("seen in {}, first in {}", count(number, "scenario"), self.first),
        };
        style.paint(Ink::Faint, &cut(&format!("    {seen}"), style.columns()))
    }
}
