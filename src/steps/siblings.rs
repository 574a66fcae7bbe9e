use crate::scenario::{Brought, Outcome, Scenario};
use cucumber::when;

/// A scripted widget emits an event of the extension's own, without data, to another of its widgets: that one alone hears it (EVT-26).
///
/// ```gherkin
/// When "crm" at "desk.ticket.detail.subtab" emits "tab.ready" to "desk.background"
/// ```
#[when(expr = "{string} at {string} emits {string} to {string}")]
fn emits(scenario: &mut Scenario, name: String, from: String, event: String, to: String) -> Outcome {
    scenario.emit(&name, &from, &event, &to, Brought::Nothing)
}

/// A scripted widget emits an event of the extension's own, with what the fixture says, to another of its widgets: that one alone hears it.
///
/// ```gherkin
/// When "crm" at "desk.background" emits "order.picked" to "desk.ticket.detail.subtab" with "orders/first"
/// ```
#[when(expr = "{string} at {string} emits {string} to {string} with {string}")]
fn emits_with(scenario: &mut Scenario, name: String, from: String, event: String, to: String, fixture: String) -> Outcome {
    scenario.emit(&name, &from, &event, &to, Brought::Fixture(&fixture))
}

/// A scripted widget emits an event of the extension's own, with what the doc string says, to another of its widgets: that one alone hears it.
///
/// ```gherkin
/// When "crm" at "desk.ticket.detail.rightpanel" emits "order.picked" to "desk.background" with
///   """json
///   {"order": "7000123", "paid": false}
///   """
/// ```
#[when(expr = "{string} at {string} emits {string} to {string} with")]
fn emits_inline(scenario: &mut Scenario, name: String, from: String, event: String, to: String) -> Outcome {
    scenario.emit(&name, &from, &event, &to, Brought::DocString)
}
