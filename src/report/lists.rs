//! What a run's end lists once: what cannot be read, warnings, findings, undefined steps.

use super::excerpt::{line, place};
use super::files::Files;
use super::picture::{help, paragraph};
use super::reason::undefined;
use super::style::{Ink, Style};
use super::text::{clean, count, cut, hang};
use crate::record::{Failure, Finding, InputError, Label, RunRecord, ScenarioRecord, Severity};
use std::collections::BTreeMap;

/// How many places of one thing are named.
const PLACES: usize = 5;
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

/// Every finding that failed no scenario once, the gravest first, with the number of scenarios that made it where there are several.
pub(super) fn findings(run: &RunRecord, style: Style) -> Vec<Vec<String>> {
    let mut known: BTreeMap<&Finding, Vec<&ScenarioRecord>> = BTreeMap::new();
    for scenario in &run.scenarios {
        // A defect has failed its scenario, and stands among the failures.
        for one in scenario.findings.iter().filter(|one| one.severity < Severity::Error) {
            known.entry(one).or_default().push(scenario);
        }
    }
    let mut found: Vec<_> = known.into_iter().collect();
    let key = |found: &Finding| (found.extension.clone(), found.location.clone(), found.rule.clone(), found.text.clone(), found.at.clone());
    found.sort_by_cached_key(|(found, _)| (std::cmp::Reverse(found.severity), key(found)));
    found.into_iter().map(|(found, scenarios)| [finding(found, style), seen_in(&scenarios, style)].concat()).collect()
}

fn seen_in(scenarios: &[&ScenarioRecord], style: Style) -> Vec<String> {
    let seen = match scenarios {
        [] => return Vec::new(),
        [one] => format!("seen in {}", clean(&one.place())),
        [first, ..] => format!("seen in {}, first in {}", count(scenarios.len(), "scenario"), clean(&first.place())),
    };
    vec![style.paint(Ink::Faint, &cut(&format!("    {seen}"), style.columns()))]
}

/// Every undefined sentence once: where it stands, which sentences are near, and what to write.
pub(super) fn undefined_steps(failures: &[(&ScenarioRecord, Failure)], style: Style) -> Vec<Vec<String>> {
    let mut groups: Vec<(&Failure, Vec<String>)> = Vec::new();
    for (scenario, failure) in failures.iter().filter(|(scenario, failure)| undefined(scenario, failure)) {
        let at = failure.labels.first().map_or_else(|| clean(&scenario.place()), |label| place(&label.file, label.line, label.column));
        let same = |known: &Failure| (&known.title, &known.details, &known.help) == (&failure.title, &failure.details, &failure.help);
        match groups.iter_mut().find(|(known, _)| same(known)) {
            Some((_, places)) if places.contains(&at) => {}
            Some((_, places)) => places.push(at),
            None => groups.push((failure, vec![at])),
        }
    }
    groups.into_iter().map(|(failure, places)| undefined_step(failure, &places, style)).collect()
}

fn undefined_step(failure: &Failure, places: &[String], style: Style) -> Vec<String> {
    let mut out: Vec<_> = hang("  ? ", &failure.title, style.columns(), LINES).iter().map(|line| style.paint(Ink::Odd, line)).collect();
    out.extend(places.iter().take(PLACES).map(|place| cut(&format!("    {place}"), style.columns())));
    if places.len() > PLACES {
        out.push(style.paint(Ink::Faint, &format!("    … and {}", count(places.len() - PLACES, "more place"))));
    }
    out.extend(failure.details.iter().flat_map(|detail| paragraph(detail, 4, style)));
    out.extend(failure.help.iter().flat_map(|text| help(text, 4, style)));
    out
}
