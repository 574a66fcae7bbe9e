//! A run as JUnit sees it, for XML that is valid against the schema of Jenkins' xUnit plugin (`jenkins-junit-10.xsd`) and against that of
//! Ant's JUnit task (`windyroad-JUnit.xsd`). The second is the narrower one: no attribute on `testsuites`, one ending for each test case,
//! output on the suite alone.

use super::excerpt::{Sources, place};
use super::files::Files;
use super::lists::{finding, warnings};
use super::picture::{name, painting};
use super::reason::{reasons, word, words};
use super::style::Style;
use super::text::one_line;
use super::xml::document;
use crate::record::{Failure, Fault, InputError, RunRecord, ScenarioRecord, Status};
use quick_xml::Writer;
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, SystemTime};

/// The suite of what cannot be read.
const INPUT: &str = "input";
/// The time of a report that is told none.
const NO_TIME: &str = "1970-01-01T00:00:00";

/// The run as JUnit XML: a suite for each feature file, a case for each scenario, and a suite `input` for what cannot be read.
///
/// `started` becomes each suite's timestamp; without it the report has a fixed one, so that equal runs give equal reports.
#[must_use]
pub fn junit(run: &RunRecord, sources: &Sources, started: Option<SystemTime>) -> String {
    let timestamp = started.and_then(stamp).unwrap_or_else(|| NO_TIME.to_owned());
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing to memory does not fail; were it to, what is there is still the best answer.
    let _ = document(&mut writer, &suites(run, &Files::new(sources)), &timestamp);
    let mut text = String::from_utf8_lossy(&writer.into_inner()).into_owned();
    text.push('\n');
    text
}

fn stamp(time: SystemTime) -> Option<String> {
    let time = jiff::Timestamp::try_from(time).ok()?;
    let text = time.strftime("%Y-%m-%dT%H:%M:%S").to_string();
    (text.len() == NO_TIME.len()).then_some(text)
}

pub(super) struct Suite {
    pub(super) name: String,
    pub(super) took: Duration,
    pub(super) cases: Vec<Case>,
    pub(super) output: String,
}

pub(super) struct Case {
    pub(super) class: String,
    pub(super) name: String,
    pub(super) took: Duration,
    pub(super) ending: Option<Ending>,
}

/// The one element inside a test case.
pub(super) struct Ending {
    pub(super) element: &'static str,
    pub(super) kind: Option<&'static str>,
    pub(super) message: String,
    pub(super) text: String,
}

fn suites(run: &RunRecord, sources: &Files) -> Vec<Suite> {
    let mut files: Vec<(&str, Vec<&ScenarioRecord>)> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for scenario in &run.scenarios {
        let index = *known.entry(&scenario.uri).or_insert_with(|| {
            files.push((&scenario.uri, Vec::new()));
            files.len() - 1
        });
        files[index].1.push(scenario);
    }
    let mut out: Vec<_> = files.iter().map(|(uri, scenarios)| suite(uri, scenarios, run, sources)).collect();
    let stray: Vec<_> = run.warnings.iter().filter(|warning| !known.contains_key(warning.file.as_str())).cloned().collect();
    if !run.errors.is_empty() || !stray.is_empty() {
        let cases = run.errors.iter().map(unreadable).collect();
        out.push(Suite { name: INPUT.into(), took: Duration::ZERO, cases, output: output(&warnings(&stray, Style::PLAIN)) });
    }
    out
}

fn suite(uri: &str, scenarios: &[&ScenarioRecord], run: &RunRecord, sources: &Files) -> Suite {
    let mut seen = BTreeSet::new();
    let repeated: BTreeSet<_> = scenarios.iter().map(|scenario| name(scenario)).filter(|name| !seen.insert(name.clone())).collect();
    let own: Vec<_> = run.warnings.iter().filter(|warning| warning.file == uri).cloned().collect();
    let mut told = warnings(&own, Style::PLAIN);
    for scenario in scenarios.iter().filter(|scenario| !scenario.findings.is_empty()) {
        told.push(format!("{}: {}", scenario.line, name(scenario)));
        told.extend(scenario.findings.iter().flat_map(|found| finding(found, Style::PLAIN)));
    }
    let case = |scenario: &&ScenarioRecord| {
        let name = name(scenario);
        let name = if repeated.contains(&name) { format!("{name} (line {})", scenario.line) } else { name };
        let feature = one_line(&scenario.feature);
        let class = if feature.is_empty() { one_line(uri) } else { feature };
        Case { class, name: one_line(&name), took: scenario.took, ending: end(scenario, sources) }
    };
    let took = scenarios.iter().map(|scenario| scenario.took).sum();
    Suite { name: one_line(uri), took, cases: scenarios.iter().map(case).collect(), output: output(&told) }
}

fn unreadable(error: &InputError) -> Case {
    let place = place(&error.file, error.line, error.column);
    let help = error.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
    let message = one_line(&error.message);
    let text = printable(&format!("{place}: {}{help}", error.message));
    let ending = Ending { element: "error", kind: Some("input"), message: message.clone(), text };
    Case { class: INPUT.into(), name: format!("{}: {message}", one_line(&place)), took: Duration::ZERO, ending: Some(ending) }
}

fn end(scenario: &ScenarioRecord, sources: &Files) -> Option<Ending> {
    if scenario.status == Status::Skipped {
        return Some(Ending { element: "skipped", kind: None, message: "it was not run".into(), text: String::new() });
    }
    let failures = reasons(scenario);
    let first = failures.iter().find(|failure| failure.fault == Fault::Model).or(failures.first()).filter(|_| scenario.failed())?;
    let (element, kind) = kind(scenario.status, first);
    let message = one_line(&format!("{}: {}", words(first.fault), first.title));
    let text = painting(&failures.iter().collect::<Vec<_>>(), scenario, sources, Style::PLAIN);
    Some(Ending { element, kind: Some(kind), message, text: printable(&text) })
}

/// A failure is what the run was made to find; an error is what kept it from looking.
fn kind(status: Status, failure: &Failure) -> (&'static str, &'static str) {
    match (status, failure.fault) {
        (_, Fault::Model) => ("error", "model"),
        (Status::Undefined | Status::Ambiguous, _) => ("error", word(status)),
        (_, Fault::Unmet) => ("failure", "unmet"),
        (_, Fault::Extension) => ("failure", "extension"),
        (_, Fault::Feature) => ("error", "feature"),
        (_, Fault::Input) => ("error", "input"),
    }
}

fn output(lines: &[String]) -> String {
    printable(&lines.join("\n")).trim_start().to_owned()
}

fn printable(text: &str) -> String {
    text.lines().map(super::text::clean).collect::<Vec<_>>().join("\n")
}
