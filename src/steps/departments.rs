use crate::scenario::{Outcome, Scenario};
use cucumber::{given, when};

/// The portal has one more department, with the keys of the table, by their names in `ZOHODESK.get("department.list")` (SDK-18).
///
/// ```gherkin
/// Given the department "26811000000006912" with
///   | name      | Returns |
///   | isPrivate | true    |
/// ```
#[given(expr = "the department {string} with")]
fn department(scenario: &mut Scenario, id: String) -> Outcome {
    scenario.put_department(&id)
}

/// An agent works in a department, and others only where it is said of them, too.
///
/// ```gherkin
/// Given the agent "Kim Lee" works in the department "26811000000006912"
/// ```
#[given(expr = "the agent {string} works in the department {string}")]
fn works_in(scenario: &mut Scenario, agent: String, department: String) -> Outcome {
    scenario.put_into_department(&agent, &department)
}

/// The agent selects a department; until then it is the portal's first one.
///
/// ```gherkin
/// When the agent selects the department "26811000000006912"
/// ```
#[when(expr = "the agent selects the department {string}")]
fn selects(scenario: &mut Scenario, department: String) -> Outcome {
    scenario.select_department(&department)
}
