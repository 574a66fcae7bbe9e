//! The last lines of a run.

use super::reason::{STATUSES, word};
use super::style::{Ink, Style};
use super::text::count;
use crate::record::{RunRecord, Status, Summary};
use std::collections::BTreeSet;

/// `42 scenarios (39 passed, 1 failed, 1 pending, 1 undefined), 2 of them flaky`, the same for steps, what was not run, what is not shown, and
/// the time.
pub(super) fn counts(run: &RunRecord, unshown: Option<String>, style: Style) -> String {
    let summary = &run.summary;
    let flaky = match summary.flaky {
        0 => String::new(),
        number => format!(", {}", style.paint(Ink::Odd, &format!("{number} of them flaky"))),
    };
    let mut lines = vec![format!("{}{flaky}", tally("scenario", summary.scenarios, style)), tally("step", summary.steps, style)];
    lines.extend(not_run(run).map(|text| style.paint(Ink::Bad, &text)));
    let hooks = run.failures.len();
    if hooks > 0 {
        lines.push(style.paint(Ink::Bad, &format!("{} in hooks of the whole run", count(hooks, "failure"))));
    }
    let files: BTreeSet<_> = run.errors.iter().map(|error| &error.file).collect();
    if !files.is_empty() {
        let text = format!("{} cannot be read ({})", count(files.len(), "file"), count(run.errors.len(), "error"));
        lines.push(style.paint(Ink::Bad, &text));
    }
    lines.extend(unshown);
    lines.push(format!("{:.2} s", run.took.as_secs_f64()));
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// That the run ended before its end.
pub(super) fn not_run(run: &RunRecord) -> Option<String> {
    let number = run.not_run as usize;
    let were = if number == 1 { "was" } else { "were" };
    match (run.interrupted, number) {
        (true, 0) => Some("interrupted".to_owned()),
        (true, _) => Some(format!("interrupted: {} {were} not run", count(number, "scenario"))),
        (false, 0) => None,
        (false, _) => Some(format!("{} {were} not run", count(number, "scenario"))),
    }
}

fn tally(noun: &str, counts: [u32; 6], style: Style) -> String {
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
        Status::Pending | Status::Undefined | Status::Ambiguous => Ink::Odd,
        Status::Skipped => Ink::Faint,
    }
}

/// The mark of an ending.
pub(super) fn sign(status: Status) -> char {
    match status {
        Status::Passed => '✓',
        Status::Failed => '✗',
        Status::Pending => '~',
        Status::Undefined => '?',
        Status::Ambiguous => '!',
        Status::Skipped => '-',
    }
}
