use crate::scenario::{How, Outcome, Scenario};
use cucumber::{given, then};

/// The extension listens to this event, and to no other but those that are said so: it hears what its location may hear (EVT-29).
///
/// ```gherkin
/// Given the extension "crm" at "desk.background" listens to the event "ticket_status.changed"
/// ```
#[given(expr = "the extension {string} at {string} listens to the event {string}")]
fn listens(scenario: &mut Scenario, name: String, location: String, event: String) -> Outcome {
    scenario.script_event(&name, &location, &event, None)
}

/// The extension's handler of this event throws an error with this message.
///
/// ```gherkin
/// Given the extension "crm" at "desk.background" throws "no memory" on the event "ticket_status.changed"
/// ```
#[given(expr = "the extension {string} at {string} throws {string} on the event {string}")]
fn throws_on(scenario: &mut Scenario, name: String, location: String, message: String, event: String) -> Outcome {
    scenario.script_event(&name, &location, &event, Some(message))
}

/// Since the agent's last action the event reached the widget once.
///
/// ```gherkin
/// Then "crm" at "desk.background" receives "ticket_status.changed"
/// ```
#[then(expr = "{string} at {string} receives {string}")]
fn receives(scenario: &mut Scenario, name: String, location: String, event: String) -> Outcome {
    scenario.expect_received(&name, &location, &event, 1)
}

/// Since the agent's last action the event did not reach the widget.
///
/// ```gherkin
/// Then "crm" at "desk.topband" does not receive "ticket_status.changed"
/// ```
#[then(expr = "{string} at {string} does not receive {string}")]
fn does_not_receive(scenario: &mut Scenario, name: String, location: String, event: String) -> Outcome {
    scenario.expect_received(&name, &location, &event, 0)
}

/// Since the agent's last action the event reached the widget once, with exactly what the fixture says.
///
/// ```gherkin
/// Then "crm" at "desk.background" receives "ticket_status.changed" with "payloads/ticket_status.changed.closed"
/// ```
#[then(expr = "{string} at {string} receives {string} with {string}")]
fn receives_with(scenario: &mut Scenario, name: String, location: String, event: String, fixture: String) -> Outcome {
    scenario.expect_received_with(&name, &location, &event, &fixture, How::Strictly)
}

/// Since the agent's last action the event reached the widget once, with what the fixture says and perhaps more keys.
///
/// ```gherkin
/// Then "crm" at "desk.background" receives "ticket_comment.add" containing "payloads/ticket_comment.add.hello"
/// ```
#[then(expr = "{string} at {string} receives {string} containing {string}")]
fn receives_containing(scenario: &mut Scenario, name: String, location: String, event: String, fixture: String) -> Outcome {
    scenario.expect_received_with(&name, &location, &event, &fixture, How::Containing)
}

/// Since the agent's last action the event reached the widget once, with exactly what the doc string says.
///
/// ```gherkin
/// Then "crm" at "desk.background" receives "ticket_status.changed" with
///   """json
///   {"ticket.status": "Closed"}
///   """
/// ```
#[then(expr = "{string} at {string} receives {string} with")]
fn receives_inline(scenario: &mut Scenario, name: String, location: String, event: String) -> Outcome {
    scenario.expect_received_inline(&name, &location, &event)
}

/// Since the agent's last action exactly these events reached the widget, in this order.
///
/// ```gherkin
/// Then "crm" at "desk.background" receives in this order
///   | ticket_status.changed |
/// ```
#[then(expr = "{string} at {string} receives in this order")]
fn receives_in_order(scenario: &mut Scenario, name: String, location: String) -> Outcome {
    scenario.expect_received_in_order(&name, &location)
}

/// In the whole scenario exactly these events reached the widget, in this order.
///
/// ```gherkin
/// Then "crm" at "desk.background" has received in all
///   | ticket_comment.add    |
///   | ticket_status.changed |
/// ```
#[then(expr = "{string} at {string} has received in all")]
fn received_in_all(scenario: &mut Scenario, name: String, location: String) -> Outcome {
    scenario.expect_received_in_all(&name, &location)
}

/// Since the agent's last action no event reached the widget.
///
/// ```gherkin
/// Then "crm" at "desk.background" receives nothing
/// ```
#[then(expr = "{string} at {string} receives nothing")]
fn receives_nothing(scenario: &mut Scenario, name: String, location: String) -> Outcome {
    scenario.expect_received_nothing(&name, &location)
}

/// Since the agent's last action the event happened once, whoever listens.
///
/// ```gherkin
/// Then the event "ticket_status.changed" is broadcast
/// ```
#[then(expr = "the event {string} is broadcast")]
fn broadcast(scenario: &mut Scenario, event: String) -> Outcome {
    scenario.expect_event(&event)
}

/// Since the agent's last action no event happened at all.
///
/// ```gherkin
/// Then no event is broadcast
/// ```
#[then("no event is broadcast")]
fn no_event(scenario: &mut Scenario) -> Outcome {
    scenario.expect_no_event()
}
