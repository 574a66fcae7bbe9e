use crate::scenario::{Brought, Outcome, Scenario};
use cucumber::{then, when};

/// A scripted widget makes a call of the client SDK's, named as `deskspec explain` names it, and gives nothing with it (SDK-10).
/// On both hosts.
///
/// ```gherkin
/// When "crm" at "desk.ticket.detail.rightpanel" calls "invoke ROUTE_TO ticket.attachments"
/// ```
#[when(expr = "{string} at {string} calls {string}")]
fn calls(scenario: &mut Scenario, name: String, location: String, call: String) -> Outcome {
    scenario.call_sdk(&name, &location, &call, Brought::Nothing)
}

/// A scripted widget makes a call of the client SDK's, named as `deskspec explain` names it, with what the doc string says (SDK-13, SDK-15).
/// On both hosts.
///
/// ```gherkin
/// When "crm" at "desk.background" calls "set database" with
///   """json
///   {"key": "order-7", "queriableValue": "orders", "value": {"state": "paid"}}
///   """
/// ```
#[when(expr = "{string} at {string} calls {string} with")]
fn calls_with(scenario: &mut Scenario, name: String, location: String, call: String) -> Outcome {
    scenario.call_sdk(&name, &location, &call, Brought::DocString)
}

/// A scripted widget makes a call of the host's with what a fixture says (SDK-15, FD-16).
/// On both hosts.
///
/// ```gherkin
/// When "crm" at "desk.background" calls "set database" with "sdk/order"
/// ```
#[when(expr = "{string} at {string} calls {string} with {string}")]
fn calls_with_fixture(scenario: &mut Scenario, name: String, location: String, call: String, fixture: String) -> Outcome {
    scenario.call_sdk(&name, &location, &call, Brought::Fixture(&fixture))
}

/// A scripted widget makes the same call so often, one after another, each time with what the doc string says (FD-16).
/// On both hosts.
///
/// ```gherkin
/// When "notify" at "server" calls "$request.get" 50 times with
///   """json
///   ["https://shop.example/orders"]
///   """
/// ```
#[when(expr = "{string} at {string} calls {string} {int} time(s) with")]
fn calls_often(scenario: &mut Scenario, name: String, location: String, call: String, times: i64) -> Outcome {
    scenario.call_sdk_times(&name, &location, &call, times)
}

/// Since the last action Desk did what the widget asked for last, and answered with what the doc string says.
/// On both hosts.
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
/// On both hosts.
///
/// ```gherkin
/// Then "crm" at "desk.background" is refused with "Storage not enabled in plugin-manifest.json."
/// ```
#[then(expr = "{string} at {string} is refused with {string}")]
fn refused(scenario: &mut Scenario, name: String, location: String, reason: String) -> Outcome {
    scenario.expect_call_refusal(&name, &location, &reason)
}

/// Since the last action the host refused what the widget asked for last, and the widget reads what the doc string says: on Freshdesk a status and a
/// message (FD-16).
/// On both hosts.
///
/// ```gherkin
/// Then "notify" at "server" is refused with
///   """json
///   {"status": 404, "message": "Record not found"}
///   """
/// ```
#[then(expr = "{string} at {string} is refused with")]
fn refused_inline(scenario: &mut Scenario, name: String, location: String) -> Outcome {
    scenario.expect_call_refusal_inline(&name, &location)
}

/// The agent clicks the button of a popup that confirms, and the widget whose popup it is hears of it: `ZOHODESK.showpopup` resolves with {result: true} (SDK-15).
/// On both hosts.
///
/// ```gherkin
/// When the agent confirms the popup "Delete the order?"
/// ```
#[when(expr = "the agent confirms the popup {string}")]
fn confirms(scenario: &mut Scenario, title: String) -> Outcome {
    scenario.click_popup(&title, true)
}

/// The agent clicks the button of a popup that cancels: `ZOHODESK.showpopup` resolves with {result: false} (SDK-15).
/// On both hosts.
///
/// ```gherkin
/// When the agent cancels the popup "Delete the order?"
/// ```
#[when(expr = "the agent cancels the popup {string}")]
fn cancels(scenario: &mut Scenario, title: String) -> Outcome {
    scenario.click_popup(&title, false)
}

/// Since the agent's last action the extension showed the agent exactly one popup, with this title and this content.
/// On both hosts.
///
/// ```gherkin
/// Then the extension "clerk" shows the popup "Delete the order?" that says "It cannot be undone"
/// ```
#[then(expr = "the extension {string} shows the popup {string} that says {string}")]
fn shows_popup(scenario: &mut Scenario, name: String, title: String, text: String) -> Outcome {
    scenario.expect_popup(&name, &title, &text)
}

/// No popup waits for the agent.
/// On both hosts.
///
/// ```gherkin
/// Then no popup is open
/// ```
#[then("no popup is open")]
fn no_popup(scenario: &mut Scenario) -> Outcome {
    scenario.expect_no_popup()
}

/// A widget has sent the agent to this sub-tab of the open ticket (SDK-10).
///
/// ```gherkin
/// Then the ticket's sub-tab "attachments" is in front
/// ```
#[then(expr = "the ticket's sub-tab {string} is in front")]
fn in_front(scenario: &mut Scenario, tab: String) -> Outcome {
    scenario.expect_tab(&tab)
}

/// The widget has made itself so wide and so high (SDK-22).
/// On both hosts.
///
/// ```gherkin
/// Then "crm" at "desk.bottomband" is "40%" wide and "50%" high
/// ```
#[then(expr = "{string} at {string} is {string} wide and {string} high")]
fn has_size(scenario: &mut Scenario, name: String, location: String, width: String, height: String) -> Outcome {
    scenario.expect_size(&name, &location, Some((width, height)))
}

/// The widget is as large as its own document (SDK-22).
///
/// ```gherkin
/// Then "crm" at "desk.bottomband" is as large as its document
/// ```
#[then(expr = "{string} at {string} is as large as its document")]
fn has_own_size(scenario: &mut Scenario, name: String, location: String) -> Outcome {
    scenario.expect_size(&name, &location, None)
}

/// The widget has hidden itself, and lives on (SDK-10).
///
/// ```gherkin
/// Then "crm" at "desk.bottomband" is hidden
/// ```
#[then(expr = "{string} at {string} is hidden")]
fn is_hidden(scenario: &mut Scenario, name: String, location: String) -> Outcome {
    scenario.expect_hidden(&name, &location, true)
}

/// The agent sees the widget: it has not hidden itself, or he has picked it since (SDK-10).
///
/// ```gherkin
/// Then "crm" at "desk.bottomband" is not hidden
/// ```
#[then(expr = "{string} at {string} is not hidden")]
fn is_not_hidden(scenario: &mut Scenario, name: String, location: String) -> Outcome {
    scenario.expect_hidden(&name, &location, false)
}

/// The open reply goes to these addresses, with copies and hidden copies to these.
///
/// ```gherkin
/// Then the reply goes to "lee@customer.example" with copies to "kim@customer.example" and "audit@zylker.example"
/// ```
#[then(expr = "the reply goes to {string} with copies to {string} and {string}")]
fn goes_to(scenario: &mut Scenario, to: String, cc: String, bcc: String) -> Outcome {
    scenario.expect_recipients(&to, &cc, &bcc)
}
