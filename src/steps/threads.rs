use crate::scenario::{Outcome, Scenario};
use cucumber::{then, when};

/// The agent picks an extension in the menu of the open ticket's thread that says this, and a widget of that thread's own loads (LOC-09).
///
/// ```gherkin
/// When the agent picks "crm" on the thread "It does not charge"
/// ```
#[when(expr = "the agent picks {string} on the thread {string}")]
fn picks(scenario: &mut Scenario, extension: String, thread: String) -> Outcome {
    scenario.pick_on_thread(&extension, &thread)
}

/// The extension's widget on this thread is on its page now.
///
/// ```gherkin
/// Then "crm" on the thread "It does not charge" is alive
/// ```
#[then(expr = "{string} on the thread {string} is alive")]
fn alive(scenario: &mut Scenario, extension: String, thread: String) -> Outcome {
    scenario.expect_alive_on_thread(&extension, &thread, true)
}

/// The extension has no widget on this thread now.
///
/// ```gherkin
/// Then "crm" on the thread "It does not charge" is not alive
/// ```
#[then(expr = "{string} on the thread {string} is not alive")]
fn not_alive(scenario: &mut Scenario, extension: String, thread: String) -> Outcome {
    scenario.expect_alive_on_thread(&extension, &thread, false)
}

/// Since the agent's last action the event reached the extension's widget on this thread once.
///
/// ```gherkin
/// Then "crm" on the thread "It does not charge" receives "ticket_status.changed"
/// ```
#[then(expr = "{string} on the thread {string} receives {string}")]
fn receives(scenario: &mut Scenario, extension: String, thread: String, event: String) -> Outcome {
    scenario.expect_received_on_thread(&extension, &thread, &event)
}

/// Since the agent's last action the hook asked the extension's widget on this thread once.
///
/// ```gherkin
/// Then "crm" on the thread "It does not charge" is asked "ticket.reply"
/// ```
#[then(expr = "{string} on the thread {string} is asked {string}")]
fn asked(scenario: &mut Scenario, extension: String, thread: String, hook: String) -> Outcome {
    scenario.expect_asked_on_thread(&extension, &thread, &hook)
}
