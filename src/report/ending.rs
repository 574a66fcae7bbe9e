//! What stands at the end of a run: failures, what cannot be read, warnings, findings, undefined steps, and the counts.

use super::files::Files;
use super::lists::{errors, findings, undefined_steps, warnings};
use super::picture::painting;
use super::reason::{STATUSES, reasons, undefined, word};
use super::style::{Ink, Style};
use super::text::{clean, count, hang};
use crate::record::{Failure, RunRecord, ScenarioRecord, Status, Summary};
use std::collections::BTreeMap;

/// How many other scenarios with the same failure are named.
const OTHERS: usize = 5;

/// The whole ending. Nothing is told twice: a failure that several scenarios share is drawn once.
pub(super) fn ending(run: &RunRecord, extra: &[String], sources: &Files, style: Style) -> String {
    let failures: Vec<_> =
        run.scenarios.iter().flat_map(|scenario| reasons(scenario).into_iter().map(move |failure| (scenario, failure))).collect();
    let mut out = String::new();
    section(&mut out, "failures", &pictures(&failures, sources, style), style);
    section(&mut out, "cannot be read", &block(&errors(&run.errors, sources, style)), style);
    if !style.quiet {
        section(&mut out, "warnings", &block(&warnings(&run.warnings, style)), style);
        section(&mut out, "findings for the extensions' vendors", &blocks(findings(run, style)), style);
    }
    section(&mut out, "undefined steps", &blocks(undefined_steps(&failures, style)), style);
    for line in extra {
        out.push_str(&hang("", line, style.columns(), usize::MAX - 1).join("\n"));
        out.push('\n');
    }
    if !extra.is_empty() {
        out.push('\n');
    }
    out.push_str(&counts(run, style));
    out
}

fn section(out: &mut String, title: &str, blocks: &[String], style: Style) {
    if blocks.is_empty() {
        return;
    }
    let line = "─".repeat(style.columns().saturating_sub(title.chars().count() + 4));
    out.push_str(&style.paint(Ink::Faint, &format!("── {title} {line}")));
    out.push_str("\n\n");
    for block in blocks {
        out.push_str(block.trim_end_matches('\n'));
        out.push_str("\n\n");
    }
}

fn block(lines: &[String]) -> Vec<String> {
    if lines.is_empty() { Vec::new() } else { vec![lines.join("\n")] }
}

fn blocks(groups: Vec<Vec<String>>) -> Vec<String> {
    groups.into_iter().map(|lines| lines.join("\n")).collect()
}

/// A picture for each scenario that failed; equal failures are drawn at the first of their scenarios, which then names the others.
fn pictures(failures: &[(&ScenarioRecord, Failure)], sources: &Files, style: Style) -> Vec<String> {
    let drawn: Vec<_> = failures.iter().filter(|(scenario, failure)| !undefined(scenario, failure)).collect();
    let mut firsts: Vec<(&ScenarioRecord, Vec<&Failure>, Vec<String>)> = Vec::new();
    let mut where_drawn: BTreeMap<&Failure, usize> = BTreeMap::new();
    for (scenario, failure) in drawn {
        let known = where_drawn.get(failure).and_then(|index| firsts.get_mut(*index));
        if let Some((_, _, others)) = known.filter(|(first, ..)| !std::ptr::eq(*first, *scenario)) {
            others.push(scenario.place());
            continue;
        }
        match firsts.last_mut() {
            Some((last, known, _)) if std::ptr::eq(*last, *scenario) => known.push(failure),
            _ => firsts.push((scenario, vec![failure], Vec::new())),
        }
        where_drawn.entry(failure).or_insert(firsts.len() - 1);
    }
    let draw = |(scenario, failures, others): (&ScenarioRecord, Vec<&Failure>, Vec<String>)| {
        let picture = painting(&failures, scenario, sources, style);
        if others.is_empty() { picture } else { format!("{picture}\n{}\n", also(&others, style)) }
    };
    firsts.into_iter().map(draw).collect()
}

fn also(others: &[String], style: Style) -> String {
    let more = others.len().saturating_sub(OTHERS);
    let named = others.iter().take(OTHERS).map(|place| clean(place)).collect::<Vec<_>>().join(", ");
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    let text = format!("the same in {}: {named}{more}", count(others.len(), "other scenario"));
    style.paint(Ink::Faint, &hang("  ", &text, style.columns(), OTHERS + 2).join("\n"))
}

/// `42 scenarios (40 passed, 1 failed, 1 undefined)`, the same for steps, and the time.
pub(super) fn counts(run: &RunRecord, style: Style) -> String {
    let summary = run.summary();
    let mut out = format!("{}\n{}\n", tally("scenario", summary.scenarios, style), tally("step", summary.steps, style));
    let files: std::collections::BTreeSet<_> = run.errors.iter().map(|error| &error.file).collect();
    if !files.is_empty() {
        let text = format!("{} cannot be read ({})", count(files.len(), "file"), count(run.errors.len(), "error"));
        out.push_str(&format!("{}\n", style.paint(Ink::Bad, &text)));
    }
    out.push_str(&format!("{:.2} s\n", run.took.as_secs_f64()));
    out
}

fn tally(noun: &str, counts: [u32; 5], style: Style) -> String {
    let total = count(Summary::total(counts) as usize, noun);
    let parts: Vec<_> = STATUSES.iter().filter(|status| counts[**status as usize] > 0).collect();
    if parts.is_empty() {
        return total;
    }
    let part = |status: &&Status| style.paint(ink(**status), &format!("{} {}", counts[**status as usize], word(**status)));
    format!("{total} ({})", parts.iter().map(part).collect::<Vec<_>>().join(", "))
}

/// The colour of an ending.
pub(super) fn ink(status: Status) -> Ink {
    match status {
        Status::Passed => Ink::Good,
        Status::Failed => Ink::Bad,
        Status::Undefined | Status::Ambiguous => Ink::Odd,
        Status::Skipped => Ink::Faint,
    }
}
