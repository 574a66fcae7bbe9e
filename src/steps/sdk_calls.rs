use crate::scenario::{Outcome, Scenario};
use cucumber::{then, when};

/// A scripted widget makes a call of the client SDK's, named as `deskspec explain` names it, and gives nothing with it (SDK-10).
///
/// ```gherkin
/// When "crm" at "desk.ticket.detail.rightpanel" calls "invoke ROUTE_TO ticket.attachments"
/// ```
#[when(expr = "{string} at {string} calls {string}")]
fn calls(scenario: &mut Scenario, name: String, location: String, call: String) -> Outcome {
    scenario.call_sdk(&name, &location, &call, false)
}

/// A scripted widget makes a call of the client SDK's, named as `deskspec explain` names it, with what the doc string says (SDK-13, SDK-15).
///
/// ```gherkin
/// When "crm" at "desk.background" calls "set database" with
///   """json
///   {"key": "order-7", "queriableValue": "orders", "value": {"state": "paid"}}
///   """
/// ```
#[when(expr = "{string} at {string} calls {string} with")]
fn calls_with(scenario: &mut Scenario, name: String, location: String, call: String) -> Outcome {
    scenario.call_sdk(&name, &location, &call, true)
}

/// Since the last action Desk did what the widget asked for last, and answered with what the doc string says.
///
/// ```gherkin
/// Then "crm" at "desk.background" is answered with
///   """json
///   {"status": "success", "database.get": {"data": []}}
///   """
/// ```
#[then(expr = "{string} at {string} is answered with")]
fn answered(scenario: &mut Scenario, name: String, location: String) -> Outcome {
    scenario.expect_call_answer(&name, &location)
}

/// Since the last action Desk refused what the widget asked for last, with this reason; the extension is reported for it, too.
///
/// ```gherkin
/// Then "crm" at "desk.background" is refused with "Storage not enabled in plugin-manifest.json."
/// ```
#[then(expr = "{string} at {string} is refused with {string}")]
fn refused(scenario: &mut Scenario, name: String, location: String, reason: String) -> Outcome {
    scenario.expect_call_refusal(&name, &location, &reason)
}
