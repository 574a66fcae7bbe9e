use crate::scenario::{Fate, Outcome, Scenario};
use cucumber::when;

/// A contact comes, with these attributes, by their names in onContactCreate (FD-09).
///
/// ```gherkin
/// When a contact is created with
///   | name  | Sherlock Holmes        |
///   | email | superman@freshdesk.com |
/// ```
#[when("a contact is created with")]
fn created(scenario: &mut Scenario) -> Outcome {
    scenario.create_contact()
}

/// The agent changes a contact, by its name, e-mail address or ID, and saves it: details and tags (FD-10).
///
/// ```gherkin
/// When the agent updates the contact "Sherlock Holmes" with
///   | phone | 987653151 |
/// ```
#[when(expr = "the agent updates the contact {string} with")]
fn updates(scenario: &mut Scenario, called: String) -> Outcome {
    scenario.update_contact(&called)
}

/// The agent deletes a contact: onContactUpdate tells of it (FD-10).
///
/// ```gherkin
/// When the agent deletes the contact "Sherlock Holmes"
/// ```
#[when(expr = "the agent deletes the contact {string}")]
fn deletes(scenario: &mut Scenario, called: String) -> Outcome {
    scenario.decide_on_contact(&called, Fate::Deleted)
}

/// The agent blocks a contact (FD-10).
///
/// ```gherkin
/// When the agent blocks the contact "Sherlock Holmes"
/// ```
#[when(expr = "the agent blocks the contact {string}")]
fn blocks(scenario: &mut Scenario, called: String) -> Outcome {
    scenario.decide_on_contact(&called, Fate::Blocked)
}

/// The agent whitelists a contact (FD-10).
///
/// ```gherkin
/// When the agent whitelists the contact "Sherlock Holmes"
/// ```
#[when(expr = "the agent whitelists the contact {string}")]
fn whitelists(scenario: &mut Scenario, called: String) -> Outcome {
    scenario.decide_on_contact(&called, Fate::Whitelisted)
}

/// A contact is activated: it is verified from now on (FD-10).
///
/// ```gherkin
/// When the contact "Sherlock Holmes" is activated
/// ```
#[when(expr = "the contact {string} is activated")]
fn activated(scenario: &mut Scenario, called: String) -> Outcome {
    scenario.decide_on_contact(&called, Fate::Activated)
}

/// The agent makes an agent of a contact, which is no update of the contact (FD-10).
///
/// ```gherkin
/// When the agent makes the contact "Sherlock Holmes" an agent
/// ```
#[when(expr = "the agent makes the contact {string} an agent")]
fn makes_agent(scenario: &mut Scenario, called: String) -> Outcome {
    scenario.decide_on_contact(&called, Fate::Agent)
}
