use crate::scenario::{Outcome, Scenario};
use cucumber::{given, when};

/// One more agent works in the portal, and tickets can be assigned to this full name.
/// On both hosts.
///
/// ```gherkin
/// Given the agent "Kim Lee"
/// ```
#[given(expr = "the agent {string}")]
fn agent(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.put_agent(&name)
}

/// One more agent works in the portal, with the table's ID (a string of digits), first name, last name or e-mail address.
/// On both hosts.
///
/// ```gherkin
/// Given the agent "Kim Lee" with
///   | id    | 26811000000000012     |
///   | email | kim.lee@zylker.example |
/// ```
#[given(expr = "the agent {string} with")]
fn agent_with(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.put_agent_with_table(&name)
}

/// One more team works in the portal's first department, and tickets can be assigned to it.
///
/// ```gherkin
/// Given the team "Workshop"
/// ```
#[given(expr = "the team {string}")]
fn team(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.put_team(&name)
}

/// One more team works in the portal, with the table's ID (a string of digits), description or department.
///
/// ```gherkin
/// Given the team "Workshop" with
///   | id           | 26811000000000042 |
///   | departmentId | 26811000000006912 |
/// ```
#[given(expr = "the team {string} with")]
fn team_with(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.put_team_with_table(&name)
}

/// An agent is one of a team, so that tickets can be assigned to both.
///
/// ```gherkin
/// Given the agent "Kim Lee" belongs to the team "Workshop"
/// ```
#[given(expr = "the agent {string} belongs to the team {string}")]
fn belongs(scenario: &mut Scenario, agent: String, team: String) -> Outcome {
    scenario.join_team(&agent, &team)
}

/// The agent assigns the open ticket to an agent: the hook ticket_assignee.change is asked.
/// On both hosts.
///
/// ```gherkin
/// When the agent assigns the ticket to "Kim Lee"
/// ```
#[when(expr = "the agent assigns the ticket to {string}")]
fn assigns_to_agent(scenario: &mut Scenario, agent: String) -> Outcome {
    scenario.assign_to_agent(&agent)
}

/// The agent assigns the open ticket to a team: the hook ticket_assignee.change is asked.
///
/// ```gherkin
/// When the agent assigns the ticket to the team "Workshop"
/// ```
#[when(expr = "the agent assigns the ticket to the team {string}")]
fn assigns_to_team(scenario: &mut Scenario, team: String) -> Outcome {
    scenario.assign_to_team(&team)
}

/// The agent assigns the open ticket to an agent of a team: the hook ticket_assignee.change is asked.
///
/// ```gherkin
/// When the agent assigns the ticket to "Kim Lee" of the team "Workshop"
/// ```
#[when(expr = "the agent assigns the ticket to {string} of the team {string}")]
fn assigns_to_team_agent(scenario: &mut Scenario, agent: String, team: String) -> Outcome {
    scenario.assign_to_team_agent(&agent, &team)
}

/// The agent takes the open ticket from whom it is assigned to: the hook ticket_assignee.change is asked.
/// On both hosts.
///
/// ```gherkin
/// When the agent assigns the ticket to nobody
/// ```
#[when("the agent assigns the ticket to nobody")]
fn assigns_to_nobody(scenario: &mut Scenario) -> Outcome {
    scenario.assign_to_nobody()
}
