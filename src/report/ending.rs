//! What stands at the end of a run: failures, what cannot be read, warnings, findings, flaky scenarios, hooks of the whole run, the steps
//! that wait, and the counts. The scenarios are gone through a few times, and never held.

use super::attached::Unshown;
use super::counts::counts;
use super::files::Files;
use super::lists::{Findings, errors, warnings};
use super::picture::{painting, painting_of_run};
use super::reason::reasons;
use super::retries::flaky;
use super::section::{Section, visit};
use super::shared::Shared;
use super::style::Style;
use super::text::hang;
use super::waiting::Waiting;
use crate::record::{RunRecord, ScenarioRecord, Scenarios};
use std::io::{self, Write};

/// What the first look at all scenarios leaves in memory.
#[derive(Default)]
struct Look {
    shared: Shared,
    findings: Findings,
    waiting: Waiting,
    unshown: Unshown,
    flaky: bool,
}

impl Look {
    fn note(&mut self, index: usize, scenario: &ScenarioRecord) {
        let failures = reasons(scenario);
        if !self.shared.note(index, scenario, &failures) {
            self.unshown.note(scenario);
        }
        self.findings.note(scenario);
        self.waiting.note(scenario, &failures);
        self.flaky |= scenario.flaky;
    }
}

/// Writes the whole ending. Nothing is told twice: a failure that several scenarios share is drawn once.
pub(super) fn ending(
    out: &mut dyn Write,
    run: &RunRecord,
    scenarios: &dyn Scenarios,
    extra: &[String],
    sources: &Files,
    style: Style,
) -> io::Result<()> {
    let mut look = Look::default();
    visit(scenarios, &mut |index, scenario| {
        look.note(index, &scenario);
        Ok(())
    })?;
    pictures(out, scenarios, &look.shared, sources, style)?;
    Section::new(out, "cannot be read", style).lines(&errors(&run.errors, sources, style))?;
    if !style.quiet {
        Section::new(out, "warnings", style).lines(&warnings(&run.warnings, style))?;
        look.findings.tell(&mut Section::new(out, "findings for the extensions' vendors", style), style)?;
        if look.flaky {
            told_flaky(out, scenarios, style)?;
        }
    }
    let mut hooks = Section::new(out, "hooks of the whole run", style);
    run.failures.iter().try_for_each(|failure| hooks.block(&painting_of_run(failure, sources, style)))?;
    look.waiting.tell(&mut Section::new(out, &look.waiting.title(), style), style)?;
    for line in extra {
        writeln!(out, "{}", hang("", line, style.columns(), usize::MAX - 1).join("\n"))?;
    }
    if !extra.is_empty() {
        writeln!(out)?;
    }
    let unshown = if style.quiet { None } else { look.unshown.line(style) };
    out.write_all(counts(run, unshown, style).as_bytes())
}

/// A picture for each scenario that failed; equal failures are drawn at the first of their scenarios, which then names the others.
fn pictures(out: &mut dyn Write, scenarios: &dyn Scenarios, shared: &Shared, sources: &Files, style: Style) -> io::Result<()> {
    if shared.is_empty() {
        return Ok(());
    }
    let mut section = Section::new(out, "failures", style);
    visit(scenarios, &mut |index, scenario| {
        let failures = reasons(&scenario);
        let own = shared.own(index, &scenario, &failures);
        if own.is_empty() {
            return Ok(());
        }
        let picture = painting(&own, &scenario, sources, style);
        match shared.also(index, style) {
            Some(also) => section.block(&format!("{picture}\n{also}")),
            None => section.block(&picture),
        }
    })
}

fn told_flaky(out: &mut dyn Write, scenarios: &dyn Scenarios, style: Style) -> io::Result<()> {
    let mut section = Section::new(out, "flaky scenarios", style);
    visit(scenarios, &mut |_, scenario| section.lines(&flaky(&scenario, style)))
}
