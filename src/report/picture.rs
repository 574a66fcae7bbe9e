use super::attached::told;
use super::excerpt::{Sources, excerpts};
use super::exchange::table;
use super::files::Files;
use super::lists::finding;
use super::reason::{whose, words};
use super::retries::attempts;
use super::style::{Ink, Style, WIDEST};
use super::text::{clean, count, cut, hang, width, wrap};
use super::waiting::snippet;
use crate::record::{Failure, ScenarioRecord};

/// How many lines of side by side are shown.
const PICTURE_LINES: usize = 80;
/// How many mismatches are listed.
const DETAILS: usize = 100;
/// How many lines a title, a detail or a line of help may fill.
const LINES: usize = 8;

/// The picture of one failure of a scenario: where, whose doing, the lines of source, expected and actual, what happened before, and an edit
/// that mends it. No line is wider than 120 columns, but those of a [snippet](Failure::snippet), which stay whole to be pasted.
#[must_use]
pub fn picture(failure: &Failure, scenario: &ScenarioRecord, sources: &Sources, style: Style) -> String {
    picture_of(&[failure], scenario, sources, style)
}

/// The picture of several failures of one scenario: what happened before is told once.
#[must_use]
pub fn picture_of(failures: &[&Failure], scenario: &ScenarioRecord, sources: &Sources, style: Style) -> String {
    painting(failures, scenario, &Files::new(sources), style)
}

/// The same, with the files of the whole report.
pub(super) fn painting(failures: &[&Failure], scenario: &ScenarioRecord, sources: &Files, style: Style) -> String {
    let mut parts = vec![heading(scenario, style), attempts(scenario, failures, style)];
    parts.extend(failures.iter().flat_map(|failure| failure_parts(whose(scenario, failure), failure, sources, style)));
    parts.push(told(scenario, style));
    parts.push(table(&scenario.exchange, style));
    let told = |text: &str| failures.iter().any(|failure| failure.title.contains(text));
    for found in scenario.findings.iter().filter(|found| !told(&found.text)) {
        parts.push(finding(found, style));
    }
    parts.extend(edits(failures, style));
    joined(&parts)
}

/// The picture of a failure that belongs to no scenario.
pub(super) fn painting_of_run(failure: &Failure, sources: &Files, style: Style) -> String {
    let mut parts = failure_parts(words(failure.fault), failure, sources, style);
    parts.extend(edits(&[failure], style));
    joined(&parts)
}

fn joined(parts: &[Vec<String>]) -> String {
    let parts: Vec<_> = parts.iter().filter(|part| !part.is_empty()).map(|part| part.join("\n")).collect();
    format!("{}\n", parts.join("\n\n"))
}

/// What mends the failures, each edit once: in words, then to be pasted.
fn edits(failures: &[&Failure], style: Style) -> Vec<Vec<String>> {
    let once = |text: fn(&Failure) -> Option<&str>| {
        let mut once: Vec<&str> = Vec::new();
        for text in failures.iter().filter_map(|failure| text(failure)) {
            if !once.contains(&text) {
                once.push(text);
            }
        }
        once
    };
    let helps = once(|failure| failure.help.as_deref()).into_iter().flat_map(|text| help(text, 2, style)).collect();
    std::iter::once(helps).chain(once(|failure| failure.snippet.as_deref()).into_iter().map(|text| snippet(text, style))).collect()
}

/// A line of help: an edit.
pub(super) fn help(text: &str, indent: usize, style: Style) -> Vec<String> {
    let lead = format!("{}help: ", " ".repeat(indent));
    hang(&lead, text, style.columns(), LINES).iter().map(|line| style.paint(Ink::Help, line)).collect()
}

fn heading(scenario: &ScenarioRecord, style: Style) -> Vec<String> {
    let columns = style.columns();
    let mut out: Vec<_> = hang("✗ ", &name(scenario), columns, 2).iter().map(|line| style.paint(Ink::Bad, line)).collect();
    let place = format!("  {}", clean(&scenario.place()));
    let rule = scenario.rule.as_ref().map(|rule| format!(" › {}", clean(rule))).unwrap_or_default();
    let feature = format!("{}{rule}", clean(&scenario.feature));
    let room = columns.saturating_sub(width(&place) + 3);
    let around = if feature.is_empty() || room < 12 { String::new() } else { format!(" · {}", cut(&feature, room)) };
    out.push(format!("{}{}", cut(&place, columns), style.paint(Ink::Faint, &around)));
    out
}

/// The scenario's name, or what stands for it.
pub(super) fn name(scenario: &ScenarioRecord) -> String {
    let name = clean(scenario.name.trim());
    if name.is_empty() { format!("the scenario at line {}", scenario.line) } else { name }
}

fn failure_parts(whose: &str, failure: &Failure, sources: &Files, style: Style) -> Vec<Vec<String>> {
    let columns = style.columns();
    let whose = format!("{whose}:");
    let mut title = hang("  ", &format!("{whose} {}", failure.title), columns, LINES);
    if let Some(first) = title.first_mut() {
        *first = first.replacen(&whose, &style.paint(Ink::Bad, &whose), 1);
    }
    let mut labels = failure.labels.clone();
    for label in labels.iter_mut().filter(|label| label.text == failure.title) {
        label.text.clear();
    }
    vec![title, excerpts(&labels, &failure.masked, sources, style), side_by_side(failure, style), details(failure, style)]
}

fn side_by_side(failure: &Failure, style: Style) -> Vec<String> {
    let Some(picture) = &failure.picture else { return Vec::new() };
    let lines: Vec<_> = picture.trim_end().lines().collect();
    let mut out: Vec<_> = lines.iter().take(PICTURE_LINES).map(|line| drawn(line, style)).collect();
    if lines.len() > PICTURE_LINES {
        out.push(style.paint(Ink::Faint, &format!("  … {} more lines", lines.len() - PICTURE_LINES)));
    }
    out
}

/// A line of side by side; one that differs begins with `>`.
fn drawn(line: &str, style: Style) -> String {
    let text = format!("  {}", cut(&clean(line), WIDEST - 2));
    if line.starts_with('>') { style.paint(Ink::Bad, &text) } else { text.trim_end().to_owned() }
}

/// The list of what is wrong, unless every line of it stands at a source line already.
fn details(failure: &Failure, style: Style) -> Vec<String> {
    if failure.details.iter().all(|detail| failure.labels.iter().any(|label| label.text == *detail)) {
        return Vec::new();
    }
    let mut out: Vec<_> = failure.details.iter().take(DETAILS).flat_map(|detail| hang("  • ", detail, style.columns(), LINES)).collect();
    if failure.details.len() > DETAILS {
        out.push(style.paint(Ink::Faint, &format!("  … and {}", count(failure.details.len() - DETAILS, "more line"))));
    }
    out
}

/// Lines of running text at an indent.
pub(super) fn paragraph(text: &str, indent: usize, style: Style) -> Vec<String> {
    wrap(text, style.columns().saturating_sub(indent), LINES)
        .iter()
        .map(|line| format!("{}{line}", " ".repeat(indent)).trim_end().to_owned())
        .collect()
}
