use crate::scenario::{Outcome, Scenario};
use cucumber::when;

/// A ticket comes, with these attributes, by their names in onTicketCreate; names such as Urgent stand for their numbers (FD-04, FD-12).
///
/// ```gherkin
/// When a ticket is created with
///   | subject  | Support Needed... |
///   | priority | Urgent            |
/// ```
#[when("a ticket is created with")]
fn created(scenario: &mut Scenario) -> Outcome {
    scenario.create_ticket()
}

/// A ticket comes, with the attributes of a fixture.
///
/// ```gherkin
/// When a ticket is created as in "freshdesk/tickets/support-needed"
/// ```
#[when(expr = "a ticket is created as in {string}")]
fn created_as_in(scenario: &mut Scenario, fixture: String) -> Outcome {
    scenario.create_ticket_from(&fixture)
}

/// The agent changes several properties of the open ticket and saves them together: one onTicketUpdate tells of all (FD-05).
///
/// ```gherkin
/// When the agent updates the ticket with
///   | source   | Phone  |
///   | priority | Medium |
/// ```
#[when("the agent updates the ticket with")]
fn updates(scenario: &mut Scenario) -> Outcome {
    scenario.update_ticket()
}

/// The agent marks the open ticket as resolved.
///
/// ```gherkin
/// When the agent resolves the ticket
/// ```
#[when("the agent resolves the ticket")]
fn resolves(scenario: &mut Scenario) -> Outcome {
    scenario.resolve()
}

/// The open ticket gets one more tag, which is no update of the ticket (FD-06).
///
/// ```gherkin
/// When the agent adds the tag "vip" to the ticket
/// ```
#[when(expr = "the agent adds the tag {string} to the ticket")]
fn adds_tag(scenario: &mut Scenario, tag: String) -> Outcome {
    scenario.add_tag(&tag)
}

/// The open ticket goes to a group.
///
/// ```gherkin
/// When the agent assigns the ticket to the group "Billing"
/// ```
#[when(expr = "the agent assigns the ticket to the group {string}")]
fn assigns_to_group(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.assign_to_group(&name)
}

/// The agent deletes the open ticket: ticket.deleteTicketClick may keep him from it, onTicketUpdate tells of it (FD-07).
///
/// ```gherkin
/// When the agent deletes the ticket
/// ```
#[when("the agent deletes the ticket")]
fn deletes(scenario: &mut Scenario) -> Outcome {
    scenario.delete_ticket()
}

/// The agent takes the open ticket out of the bin.
///
/// ```gherkin
/// When the agent restores the ticket
/// ```
#[when("the agent restores the ticket")]
fn restores(scenario: &mut Scenario) -> Outcome {
    scenario.restore_ticket()
}

/// The requester of a ticket writes: a conversation that is incoming (FD-08).
///
/// ```gherkin
/// When the customer replies "Still angry" to the ticket "1"
/// ```
#[when(expr = "the customer replies {string} to the ticket {string}")]
fn customer_replies(scenario: &mut Scenario, body: String, ticket: String) -> Outcome {
    scenario.customer_replies(body, &ticket)
}
