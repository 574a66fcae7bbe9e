//! What a check of a vendor's package found, told.

use super::excerpt::Sources;
use super::excerpt::{line, place};
use super::files::Files;
use super::picture::help;
use super::style::{Ink, Style};
use super::text::{count, hang};
use crate::record::{CheckRecord, Flaw, Label, Severity};

/// How many lines a finding may fill.
const LINES: usize = 8;

/// The findings of a check for a person: each with its place, its line of source and an edit, and how many there are.
#[must_use]
pub fn check(record: &CheckRecord, sources: &Sources, style: Style) -> String {
    let files = Files::new(sources);
    let mut parts: Vec<Vec<String>> = record.findings.iter().map(|flaw| one(flaw, &files, style)).collect();
    parts.push(vec![ending(record, style)]);
    let parts: Vec<_> = parts.iter().map(|part| part.join("\n")).collect();
    format!("{}\n", parts.join("\n\n"))
}

fn one(flaw: &Flaw, sources: &Files, style: Style) -> Vec<String> {
    let (weight, ink) = weight(flaw.severity);
    let mut out = hang(&format!("{weight}: "), &format!("{} ({})", flaw.text, flaw.rule), style.columns(), LINES);
    if let Some(first) = out.first_mut() {
        *first = first.replacen(weight, &style.paint(ink, weight), 1);
    }
    out.push(format!("  {}", style.paint(Ink::Strong, &place(&flaw.at.file, flaw.at.line, flaw.at.column))));
    let label = Label { file: flaw.at.file.clone(), line: flaw.at.line, column: flaw.at.column, length: 0, text: String::new() };
    out.extend(line(&label, sources, style));
    out.extend(help(&flaw.help, 2, style));
    out
}

fn weight(severity: Severity) -> (&'static str, Ink) {
    match severity {
        Severity::Error => ("error", Ink::Bad),
        Severity::Warning => ("warning", Ink::Odd),
        Severity::Note => ("note", Ink::Help),
    }
}

fn ending(record: &CheckRecord, style: Style) -> String {
    let said = [Severity::Error, Severity::Warning, Severity::Note].into_iter().filter_map(|severity| {
        let (word, ink) = weight(severity);
        let many = record.count(severity);
        (many > 0).then(|| style.paint(ink, &count(many, word)))
    });
    let said: Vec<_> = said.collect();
    let made = count(record.checks.len(), "check");
    if said.is_empty() {
        return format!("{}: {}, {made}", record.package, style.paint(Ink::Good, "sound"));
    }
    format!("{}: {}, {made}", record.package, said.join(", "))
}

/// The same as data.
#[must_use]
pub fn check_json(record: &CheckRecord) -> String {
    let count = |severity| record.count(severity);
    let told = serde_json::json!({
        "package": record.package,
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "notes": count(Severity::Note),
        "findings": record.findings,
    });
    format!("{told:#}\n")
}
