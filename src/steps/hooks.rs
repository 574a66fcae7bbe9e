use crate::extension::Answering;
use crate::scenario::{Outcome, Scenario, Span};
use cucumber::{given, then};

/// When the hook asks it, the extension returns true (HOOK-01); of several subscribers all must allow the action (HOOK-03).
///
/// ```gherkin
/// Given the extension "crm" at "desk.background" allows the hook "ticket.close"
/// ```
#[given(expr = "the extension {string} at {string} allows the hook {string}")]
fn allows(scenario: &mut Scenario, name: String, location: String, hook: String) -> Outcome {
    scenario.script_hook(&name, &location, &hook, Answering::allow())
}

/// When the hook asks it, the extension returns true, after a while.
///
/// ```gherkin
/// Given the extension "crm" at "desk.background" allows the hook "ticket.close" after 2 seconds
/// ```
#[given(expr = "the extension {string} at {string} allows the hook {string} after {duration}")]
fn allows_after(scenario: &mut Scenario, name: String, location: String, hook: String, span: Span) -> Outcome {
    scenario.script_hook_after(&name, &location, &hook, Answering::allow(), span)
}

/// When the hook asks it, the extension rejects its promise with {msg}, which the agent reads (HOOK-02).
///
/// ```gherkin
/// Given the extension "crm" at "desk.background" rejects the hook "ticket.close" with "The order is unpaid"
/// ```
#[given(expr = "the extension {string} at {string} rejects the hook {string} with {string}")]
fn rejects(scenario: &mut Scenario, name: String, location: String, hook: String, reason: String) -> Outcome {
    scenario.script_hook(&name, &location, &hook, Answering::reject(&reason))
}

/// When the hook asks it, the extension rejects its promise with {msg}, after a while.
///
/// ```gherkin
/// Given the extension "crm" at "desk.background" rejects the hook "ticket.close" with "The order is unpaid" after 29 seconds
/// ```
#[given(expr = "the extension {string} at {string} rejects the hook {string} with {string} after {duration}")]
fn rejects_after(scenario: &mut Scenario, name: String, location: String, hook: String, reason: String, span: Span) -> Outcome {
    scenario.script_hook_after(&name, &location, &hook, Answering::reject(&reason), span)
}

/// When the hook asks it, the extension rejects its promise and says nothing.
///
/// ```gherkin
/// Given the extension "crm" at "desk.background" rejects the hook "ticket.close" without a reason
/// ```
#[given(expr = "the extension {string} at {string} rejects the hook {string} without a reason")]
fn rejects_without_reason(scenario: &mut Scenario, name: String, location: String, hook: String) -> Outcome {
    scenario.script_hook(&name, &location, &hook, Answering::reject_without_reason())
}

/// When the hook asks it, the extension returns a plain false.
///
/// ```gherkin
/// Given the extension "crm" at "desk.background" answers false to the hook "ticket.close"
/// ```
#[given(expr = "the extension {string} at {string} answers false to the hook {string}")]
fn answers_false(scenario: &mut Scenario, name: String, location: String, hook: String) -> Outcome {
    scenario.script_hook(&name, &location, &hook, Answering::plain_false())
}

/// When the hook asks it, the extension returns a plain false, after a while.
///
/// ```gherkin
/// Given the extension "crm" at "desk.background" answers false to the hook "ticket.close" after 30 seconds
/// ```
#[given(expr = "the extension {string} at {string} answers false to the hook {string} after {duration}")]
fn answers_false_after(scenario: &mut Scenario, name: String, location: String, hook: String, span: Span) -> Outcome {
    scenario.script_hook_after(&name, &location, &hook, Answering::plain_false(), span)
}

/// When the hook asks it, the extension stays silent: after 30 seconds it loses control (HOOK-04).
///
/// ```gherkin
/// Given the extension "crm" at "desk.background" never answers the hook "ticket.close"
/// ```
#[given(expr = "the extension {string} at {string} never answers the hook {string}")]
fn never_answers(scenario: &mut Scenario, name: String, location: String, hook: String) -> Outcome {
    scenario.script_hook(&name, &location, &hook, Answering::never())
}

/// When the hook asks it, the extension's handler throws an error with this message (HOOK-09).
///
/// ```gherkin
/// Given the extension "crm" at "desk.background" throws "no connection" in the hook "ticket.close"
/// ```
#[given(expr = "the extension {string} at {string} throws {string} in the hook {string}")]
fn throws(scenario: &mut Scenario, name: String, location: String, message: String, hook: String) -> Outcome {
    scenario.script_hook(&name, &location, &hook, Answering::throw(&message))
}

/// When the hook asks it, the extension's handler returns nothing at all.
///
/// ```gherkin
/// Given the extension "crm" at "desk.background" answers undefined to the hook "ticket.close"
/// ```
#[given(expr = "the extension {string} at {string} answers undefined to the hook {string}")]
fn answers_undefined(scenario: &mut Scenario, name: String, location: String, hook: String) -> Outcome {
    scenario.script_hook(&name, &location, &hook, Answering::value(None))
}

/// When the hook asks it, the extension's promise is resolved with the value of the doc string.
///
/// ```gherkin
/// Given the extension "crm" at "desk.background" resolves the hook "ticket.close" with
///   """json
///   {"result": false}
///   """
/// ```
#[given(expr = "the extension {string} at {string} resolves the hook {string} with")]
fn resolves_with(scenario: &mut Scenario, name: String, location: String, hook: String) -> Outcome {
    scenario.script_resolution(&name, &location, &hook)
}

/// Since the agent's last action the hook asked the widget once.
///
/// ```gherkin
/// Then "crm" at "desk.background" is asked "ticket.close"
/// ```
#[then(expr = "{string} at {string} is asked {string}")]
fn asked(scenario: &mut Scenario, name: String, location: String, hook: String) -> Outcome {
    scenario.expect_asked(&name, &location, &hook, 1)
}

/// Since the agent's last action the hook did not ask the widget.
///
/// ```gherkin
/// Then "crm" at "desk.topband" is not asked "ticket.close"
/// ```
#[then(expr = "{string} at {string} is not asked {string}")]
fn not_asked(scenario: &mut Scenario, name: String, location: String, hook: String) -> Outcome {
    scenario.expect_asked(&name, &location, &hook, 0)
}

/// Since the agent's last action the hook asked the widget once, with exactly what the fixture says.
///
/// ```gherkin
/// Then "crm" at "desk.background" is asked "ticket.status" with "payloads/ticket.status.on-hold"
/// ```
#[then(expr = "{string} at {string} is asked {string} with {string}")]
fn asked_with(scenario: &mut Scenario, name: String, location: String, hook: String, fixture: String) -> Outcome {
    scenario.expect_asked_with(&name, &location, &hook, &fixture)
}

/// Since the agent's last action the hook asked the widget once, with exactly what the doc string says.
///
/// ```gherkin
/// Then "crm" at "desk.background" is asked "ticket.comment" with
///   """json
///   {"ticketId": "#id", "content": "<div>Hello</div>", "isPublic": false}
///   """
/// ```
#[then(expr = "{string} at {string} is asked {string} with")]
fn asked_inline(scenario: &mut Scenario, name: String, location: String, hook: String) -> Outcome {
    scenario.expect_asked_inline(&name, &location, &hook)
}
