use crate::scenario::{Brought, Outcome, Scenario};
use cucumber::then;

/// What the server asked for last was answered with this status: by Desk, or by the service that Desk called for it.
///
/// ```gherkin
/// Then Desk answers 200
/// ```
#[then(expr = "Desk answers {int}")]
fn answers(scenario: &mut Scenario, status: i64) -> Outcome {
    scenario.expect_answer(status, Brought::Nothing)
}

/// What the server asked for last was answered with this status and exactly what the fixture says.
///
/// ```gherkin
/// Then Desk answers 200 with "rest/likes"
/// ```
#[then(expr = "Desk answers {int} with {string}")]
fn answers_with(scenario: &mut Scenario, status: i64, fixture: String) -> Outcome {
    scenario.expect_answer(status, Brought::Fixture(&fixture))
}

/// What the server asked for last was answered with this status and exactly what the doc string says.
///
/// ```gherkin
/// Then Desk answers 200 with
///   """json
///   {"data": []}
///   """
/// ```
#[then(expr = "Desk answers {int} with")]
fn answers_inline(scenario: &mut Scenario, status: i64) -> Outcome {
    scenario.expect_answer(status, Brought::DocString)
}

/// What the server asked for last was answered with this status and this message.
///
/// ```gherkin
/// Then Desk answers 404 and says "The extension has no channel, declare one in resources.json."
/// ```
#[then(expr = "Desk answers {int} and says {string}")]
fn answers_saying(scenario: &mut Scenario, status: i64, message: String) -> Outcome {
    scenario.expect_answer_says(status, &message)
}

/// Desk refused the server's last call itself, with this status and this message: it called nobody for it.
///
/// ```gherkin
/// Then Desk refuses the call with 403 and says "orgId is not this portal's, send the one that came with the securityContext."
/// ```
#[then(expr = "Desk refuses the call with {int} and says {string}")]
fn refuses(scenario: &mut Scenario, status: i64, message: String) -> Outcome {
    scenario.expect_refusal(status, &message)
}

/// The whole answer to the server's last call is exactly what the doc string says: of invoke, statusCode, response and responseHeaders (REST-01).
///
/// ```gherkin
/// Then Desk answers invoke with
///   """json
///   {"statusCode": 204, "response": "", "responseHeaders": "{}"}
///   """
/// ```
#[then("Desk answers invoke with")]
fn whole_answer(scenario: &mut Scenario) -> Outcome {
    scenario.expect_whole_answer()
}

/// Since the last action Desk sent this request to a service, once, because an extension's server had it do so.
/// On both hosts.
///
/// ```gherkin
/// Then the service gets "GET https://chat.example/users"
/// ```
#[then(expr = "the service gets {string}")]
fn service_gets(scenario: &mut Scenario, request: String) -> Outcome {
    scenario.expect_service_gets(&request, false)
}

/// Since the last action Desk sent this request to a service, once, with at least what the doc string has of its headers and body (REST-04).
/// On both hosts.
///
/// ```gherkin
/// Then the service gets "POST https://chat.example/messages" with
///   """json
///   {"headers": {"X-Key": "4711"}, "body": {"text": "Hello"}}
///   """
/// ```
#[then(expr = "the service gets {string} with")]
fn service_gets_with(scenario: &mut Scenario, request: String) -> Outcome {
    scenario.expect_service_gets(&request, true)
}

/// Since the last action Desk sent nothing to a service for an extension's server.
/// On both hosts.
///
/// ```gherkin
/// Then no service gets anything
/// ```
#[then("no service gets anything")]
fn no_service(scenario: &mut Scenario) -> Outcome {
    scenario.expect_no_service()
}

/// The extension's storage has exactly the objects of the fixture, in the order in which they came (REST-06).
///
/// ```gherkin
/// Then the storage of "chat" holds "rest/two-objects"
/// ```
#[then(expr = "the storage of {string} holds {string}")]
fn storage_holds(scenario: &mut Scenario, extension: String, fixture: String) -> Outcome {
    scenario.expect_storage(&extension, &fixture)
}

/// So many of the extension's logs have not expired (REST-08).
///
/// ```gherkin
/// Then "chat" has 10 logs
/// ```
#[then(expr = "{string} has {int} log(s)")]
fn has_logs(scenario: &mut Scenario, extension: String, count: i64) -> Outcome {
    scenario.expect_logs(&extension, count)
}
