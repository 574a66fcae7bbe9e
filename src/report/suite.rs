//! A suite of JUnit's report: a feature file with its scenarios.

use super::attached::listed;
use super::files::Files;
use super::lists::finding;
use super::picture::{name, painting};
use super::reason::{reasons, waiting, whose, word};
use super::retries::passed;
use super::style::Style;
use super::text::one_line;
use crate::record::{Failure, Fault, ScenarioRecord, Status};
use std::collections::BTreeMap;
use std::time::Duration;

pub(super) struct Suite {
    pub(super) name: String,
    pub(super) took: Duration,
    pub(super) flaky: usize,
    pub(super) cases: Vec<Case>,
    pub(super) told: Vec<String>,
}

pub(super) struct Case {
    pub(super) class: String,
    pub(super) name: String,
    pub(super) line: u32,
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

impl Suite {
    /// A suite without cases; `told` goes into its output.
    pub(super) fn new(name: &str, told: Vec<String>) -> Self {
        Self { name: one_line(name), took: Duration::ZERO, flaky: 0, cases: Vec::new(), told }
    }

    /// Takes a scenario. Schemas allow output on the suite alone: what a scenario has to say beside its ending stands there, under its name.
    pub(super) fn add(&mut self, scenario: &ScenarioRecord, files: &Files) {
        let flaky = passed(scenario).map(|passed| format!("  flaky: {passed}"));
        self.flaky += usize::from(scenario.flaky);
        let mut told: Vec<_> = flaky.into_iter().collect();
        told.extend(scenario.findings.iter().flat_map(|found| finding(found, Style::PLAIN)));
        // A picture folds long logs; here they are whole.
        told.extend(listed(scenario));
        if !told.is_empty() {
            self.told.push(format!("{}: {}", scenario.line, name(scenario)));
            self.told.append(&mut told);
        }
        let feature = one_line(&scenario.feature);
        let class = if feature.is_empty() { one_line(&scenario.uri) } else { feature };
        self.took += scenario.took;
        let (name, ending) = (one_line(&name(scenario)), end(scenario, files));
        self.cases.push(Case { class, name, line: scenario.line, took: scenario.took, ending });
    }

    /// The same, with lines added to names that come more than once.
    pub(super) fn named(mut self) -> Self {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        self.cases.iter().for_each(|case| *seen.entry(case.name.clone()).or_default() += 1);
        for case in self.cases.iter_mut().filter(|case| seen.get(&case.name).is_some_and(|number| *number > 1)) {
            case.name = format!("{} (line {})", case.name, case.line);
        }
        self
    }
}

fn end(scenario: &ScenarioRecord, files: &Files) -> Option<Ending> {
    if scenario.status == Status::Skipped {
        return Some(Ending { element: "skipped", kind: None, message: "it was not run".into(), text: String::new() });
    }
    let failures = reasons(scenario);
    let first = failures.iter().find(|failure| failure.fault == Fault::Model).or(failures.first()).filter(|_| scenario.failed())?;
    let (element, kind) = kind(waiting(scenario, first), first);
    let message = one_line(&format!("{}: {}", whose(scenario, first), first.title));
    let text = painting(&failures.iter().collect::<Vec<_>>(), scenario, files, Style::PLAIN);
    Some(Ending { element, kind: Some(kind), message, text: printable(&text) })
}

/// A failure is what the run was made to find; an error is what kept it from looking, such as a step that waits for its meaning.
pub(super) fn kind(waiting: Option<Status>, failure: &Failure) -> (&'static str, &'static str) {
    match (waiting, failure.fault) {
        (_, Fault::Model) => ("error", "model"),
        (Some(status), _) => ("error", word(status)),
        (_, Fault::Unmet) => ("failure", "unmet"),
        (_, Fault::Extension) => ("failure", "extension"),
        (_, Fault::Feature) => ("error", "feature"),
        (_, Fault::Input) => ("error", "input"),
    }
}

pub(super) fn output(lines: &[String]) -> String {
    printable(&lines.join("\n")).trim_start().to_owned()
}

/// The text with its lines, fit to print.
pub(super) fn printable(text: &str) -> String {
    text.lines().map(super::text::clean).collect::<Vec<_>>().join("\n")
}
