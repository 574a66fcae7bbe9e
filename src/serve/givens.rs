use crate::gherkin::{Pickle, StepKind, parse, pickles};

/// The scenario up to its first action or expectation.
#[must_use]
pub fn givens(scenario: &Pickle) -> Pickle {
    let mut scenario = scenario.clone();
    let until = scenario.steps.iter().position(|step| matches!(step.kind, StepKind::Action | StepKind::Outcome));
    scenario.steps.truncate(until.unwrap_or(usize::MAX));
    scenario
}

/// The scenario of a Desk on which nothing is but these extensions, which are under test. A name that Gherkin cannot say gives none.
#[must_use]
pub fn bare<'a>(extensions: impl Iterator<Item = &'a str>) -> Option<Pickle> {
    let given = |extension: &str| format!("    Given the extension {}\n", quoted(extension));
    let steps: String = extensions.map(given).collect();
    let text = format!(
        "Feature: A bare Desk\n  Scenario: Nothing but the extensions under test\n    Given the portal's time zone is \"UTC\"\n{steps}"
    );
    pickles(&parse("(command line)", &text).ok()?).into_iter().next()
}

/// A name as a sentence says it.
fn quoted(name: &str) -> String {
    if name.contains('"') { format!("'{name}'") } else { format!("\"{name}\"") }
}
