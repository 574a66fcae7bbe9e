//! A run as JUnit sees it, for XML that is valid against the schema of Jenkins' xUnit plugin (`jenkins-junit-10.xsd`) and against that of
//! Ant's JUnit task (`windyroad-JUnit.xsd`). The second is the narrower one: no attribute on `testsuites`, one ending for each test case,
//! output on the suite alone.

use super::counts::not_run;
use super::excerpt::{Sources, place};
use super::files::Files;
use super::lists::warnings;
use super::picture::painting_of_run;
use super::reason::words;
use super::section::visit;
use super::style::Style;
use super::suite::{Case, Ending, Suite, kind, output, printable};
use super::text::one_line;
use super::xml::Document;
use crate::record::{Failure, InputError, RunRecord, ScenarioRecord, Scenarios};
use std::collections::BTreeSet;
use std::io::{self, BufWriter, Write};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// The suite of what cannot be read.
const INPUT: &str = "input";
/// The suite of what concerns the whole run.
const RUN: &str = "run";
/// The time of a report that is told none.
const NO_TIME: &str = "1970-01-01T00:00:00";

/// Writes the run as JUnit XML: a suite for each feature file, a case for each scenario, a suite `input` for what cannot be read, and a suite
/// `run` for hooks of the whole run that failed and for an end before the end. One file's suite is in memory at a time.
///
/// `started` becomes each suite's timestamp; without it the report has a fixed one, so that equal runs give equal reports.
///
/// # Errors
/// The scenarios cannot be read back, or `out` cannot be written.
pub fn junit(
    run: &RunRecord,
    scenarios: &dyn Scenarios,
    sources: &Sources,
    started: Option<SystemTime>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let timestamp = started.and_then(stamp).unwrap_or_else(|| NO_TIME.to_owned());
    let files = Files::new(sources);
    let xml = Document::begin(BufWriter::new(out), timestamp)?;
    let mut report = Report { run, files: &files, xml, open: None, told: BTreeSet::new() };
    visit(scenarios, &mut |_, scenario| report.scenario(&scenario))?;
    report.end()
}

fn stamp(time: SystemTime) -> Option<String> {
    let time = jiff::Timestamp::try_from(time).ok()?;
    let text = time.strftime("%Y-%m-%dT%H:%M:%S").to_string();
    (text.len() == NO_TIME.len()).then_some(text)
}

struct Report<'a, W: Write> {
    run: &'a RunRecord,
    files: &'a Files<'a>,
    xml: Document<W>,
    /// The suite of the file whose scenarios are coming.
    open: Option<(Arc<str>, Suite)>,
    /// Files of which warnings are told in their own suite.
    told: BTreeSet<Arc<str>>,
}

impl<W: Write> Report<'_, W> {
    fn scenario(&mut self, scenario: &ScenarioRecord) -> io::Result<()> {
        if self.open.as_ref().is_some_and(|(uri, _)| *uri != scenario.uri) {
            self.close()?;
        }
        let (_, suite) = self.open.get_or_insert_with(|| {
            let own: Vec<_> = self.run.warnings.iter().filter(|warning| *warning.file == *scenario.uri).cloned().collect();
            if !own.is_empty() {
                self.told.insert(Arc::clone(&scenario.uri));
            }
            (Arc::clone(&scenario.uri), Suite::new(&scenario.uri, warnings(&own, Style::PLAIN)))
        });
        suite.add(scenario, self.files);
        Ok(())
    }

    fn close(&mut self) -> io::Result<()> {
        self.open.take().map_or(Ok(()), |(_, suite)| self.xml.suite(&suite.named()))
    }

    fn end(mut self) -> io::Result<()> {
        self.close()?;
        let stray: Vec<_> = self.run.warnings.iter().filter(|warning| !self.told.contains(warning.file.as_str())).cloned().collect();
        let cases: Vec<_> = self.run.errors.iter().map(unreadable).collect();
        if !cases.is_empty() || !stray.is_empty() {
            self.xml.suite(&Suite { cases, ..Suite::new(INPUT, warnings(&stray, Style::PLAIN)) })?;
        }
        let failed = self.run.failures.iter().enumerate().map(|(index, failure)| run_failure(index, failure, self.files));
        let cases: Vec<_> = failed.chain(ended_early(self.run)).collect();
        if !cases.is_empty() {
            self.xml.suite(&Suite { cases, ..Suite::new(RUN, Vec::new()) })?;
        }
        self.xml.end()
    }
}

fn unreadable(error: &InputError) -> Case {
    let place = place(&error.file, error.line, error.column);
    let help = error.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
    let message = one_line(&error.message);
    let text = printable(&format!("{place}: {}{help}", error.message));
    let name = format!("{}: {message}", one_line(&place));
    case(INPUT, name, Ending { element: "error", kind: Some("input"), message, text })
}

fn run_failure(index: usize, failure: &Failure, files: &Files) -> Case {
    let (element, kind) = kind(None, failure);
    let message = one_line(&format!("{}: {}", words(failure.fault), failure.title));
    let text = output(&[painting_of_run(failure, files, Style::PLAIN)]);
    let name = format!("{}: {}", index + 1, one_line(&failure.title));
    case(RUN, name, Ending { element, kind: Some(kind), message, text })
}

/// An interrupted run is no good news for whoever reads only this report; one that was to end early is none of its own.
fn ended_early(run: &RunRecord) -> Option<Case> {
    let message = not_run(run)?;
    let (element, kind) = if run.interrupted { ("error", Some("interrupted")) } else { ("skipped", None) };
    Some(case(RUN, message.clone(), Ending { element, kind, message, text: String::new() }))
}

fn case(class: &str, name: String, ending: Ending) -> Case {
    Case { class: class.to_owned(), name, line: 0, took: Duration::ZERO, ending: Some(ending) }
}
