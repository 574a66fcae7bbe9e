use crate::scenario::{Outcome, Scenario};
use cucumber::when;

/// The agent sets a field of the open ticket's left panel and saves it: the hook ticket.update is asked; custom fields begin with `cf_`.
/// On both hosts.
///
/// ```gherkin
/// When the agent sets the field "priority" to "High"
/// ```
#[when(expr = "the agent sets the field {string} to {string}")]
fn sets_field(scenario: &mut Scenario, field: String, value: String) -> Outcome {
    scenario.set_field(field, &value)
}

/// The agent sets the open ticket's due date, in the portal's time zone, and saves it: the hook ticket.update is asked.
///
/// ```gherkin
/// When the agent sets the due date to "2026-02-21 12:00"
/// ```
#[when(expr = "the agent sets the due date to {string}")]
fn sets_due_date(scenario: &mut Scenario, due: String) -> Outcome {
    scenario.set_due_date(&due)
}

/// The agent marks the open ticket as spam: the pages document no hook that is asked; ticket_isSpam.changed follows.
/// On both hosts.
///
/// ```gherkin
/// When the agent marks the ticket as spam
/// ```
#[when("the agent marks the ticket as spam")]
fn marks_spam(scenario: &mut Scenario) -> Outcome {
    scenario.mark_spam(true)
}

/// The agent takes the mark as spam away from the open ticket: ticket_isSpam.changed follows.
/// On both hosts.
///
/// ```gherkin
/// When the agent marks the ticket as no spam
/// ```
#[when("the agent marks the ticket as no spam")]
fn marks_no_spam(scenario: &mut Scenario) -> Outcome {
    scenario.mark_spam(false)
}
