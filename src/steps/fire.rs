use crate::scenario::{Brought, Outcome, Scenario};
use cucumber::when;

/// Desk broadcasts a documented event that has no payload, by hand: nothing changed before it.
///
/// ```gherkin
/// When Desk broadcasts the event "modal.closed"
/// ```
#[when(expr = "Desk broadcasts the event {string}")]
fn broadcasts(scenario: &mut Scenario, event: String) -> Outcome {
    scenario.fire_event(&event, Brought::Nothing)
}

/// Desk broadcasts a documented event by hand, with what the fixture says; the payload must be what the event's page documents.
///
/// ```gherkin
/// When Desk broadcasts the event "task_Completed" with "payloads/task_Completed"
/// ```
#[when(expr = "Desk broadcasts the event {string} with {string}")]
fn broadcasts_with(scenario: &mut Scenario, event: String, fixture: String) -> Outcome {
    scenario.fire_event(&event, Brought::Fixture(&fixture))
}

/// Desk broadcasts a documented event by hand, with what the doc string says; the payload must be what the event's page documents.
///
/// ```gherkin
/// When Desk broadcasts the event "contactForm_phone.changed" with
///   """json
///   {"contactForm.phone": {"oldValue": "646 8123", "newValue": "646 81234"}}
///   """
/// ```
#[when(expr = "Desk broadcasts the event {string} with")]
fn broadcasts_inline(scenario: &mut Scenario, event: String) -> Outcome {
    scenario.fire_event(&event, Brought::DocString)
}

/// Desk asks a documented hook that has no payload, by hand: the action is done or stopped, and changes nothing.
///
/// ```gherkin
/// When Desk asks the hook "modal.close"
/// ```
#[when(expr = "Desk asks the hook {string}")]
fn asks(scenario: &mut Scenario, hook: String) -> Outcome {
    scenario.fire_hook(&hook, Brought::Nothing)
}

/// Desk asks a documented hook by hand, with what the fixture says: the action is done or stopped, and changes nothing.
///
/// ```gherkin
/// When Desk asks the hook "ticket.merge" with "payloads/ticket.merge"
/// ```
#[when(expr = "Desk asks the hook {string} with {string}")]
fn asks_with(scenario: &mut Scenario, hook: String, fixture: String) -> Outcome {
    scenario.fire_hook(&hook, Brought::Fixture(&fixture))
}

/// Desk asks a documented hook by hand, with what the doc string says: the action is done or stopped, and changes nothing.
///
/// ```gherkin
/// When Desk asks the hook "ticket.merge" with
///   """json
///   [{"id": "1936620001", "status": "Open"}, {"id": "1342323111", "status": "Closed"}]
///   """
/// ```
#[when(expr = "Desk asks the hook {string} with")]
fn asks_inline(scenario: &mut Scenario, hook: String) -> Outcome {
    scenario.fire_hook(&hook, Brought::DocString)
}
