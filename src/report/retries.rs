//! Scenarios that were tried more than once.

use super::excerpt::place;
use super::picture::name;
use super::style::{Ink, Style};
use super::text::{clean, hang, one_line};
use crate::record::{Failure, ScenarioRecord};

/// How many lines an attempt's failure may fill.
const LINES: usize = 4;
/// How many attempts are told.
const ATTEMPTS: usize = 5;

/// Place, name, and how it came to pass; nothing of a scenario that is not flaky.
pub(super) fn flaky(scenario: &ScenarioRecord, style: Style) -> Vec<String> {
    let Some(passed) = passed(scenario) else { return Vec::new() };
    let at = place(&scenario.uri, scenario.line, 0);
    let mut out = hang("  ", &format!("{at}: {}", name(scenario)), style.columns(), LINES);
    if let Some(first) = out.first_mut() {
        *first = first.replacen(&at, &style.paint(Ink::Odd, &at), 1);
    }
    out.extend(hang("    ", &passed, style.columns(), LINES));
    out
}

/// `passed at attempt 2: first failed with …`, of a flaky scenario.
pub(super) fn passed(scenario: &ScenarioRecord) -> Option<String> {
    let first = scenario.retried.first().map(|first| format!(": first failed with {}", one_line(&first.title))).unwrap_or_default();
    scenario.flaky.then(|| format!("passed at attempt {}{first}", scenario.retried.len().max(1) + 1))
}

/// What the picture of a scenario says of its attempts before.
pub(super) fn attempts(scenario: &ScenarioRecord, drawn: &[&Failure], style: Style) -> Vec<String> {
    let known = |failure: &Failure| drawn.iter().any(|drawn| drawn.title == failure.title);
    if let Some(passed) = passed(scenario) {
        let told = scenario.retried.first().is_some_and(known);
        let short = format!("passed at attempt {}; the first failed with this:", scenario.retried.len().max(1) + 1);
        let lines = hang("  flaky: ", if told { &short } else { &passed }, style.columns(), LINES);
        return lines.iter().map(|line| style.paint(Ink::Odd, line)).collect();
    }
    if scenario.retried.is_empty() {
        return Vec::new();
    }
    let mut out = vec![style.paint(Ink::Faint, &format!("  failed at each of {} attempts", scenario.retried.len() + 1))];
    for (index, failure) in scenario.retried.iter().enumerate().filter(|(_, failure)| !known(failure)).take(ATTEMPTS) {
        out.extend(hang(&format!("  attempt {}: ", index + 1), &clean(&failure.title), style.columns(), LINES));
    }
    out
}
