use crate::scenario::{Outcome, Scenario, Span};
use cucumber::{given, then};

/// A third party answers requests to this URL with a status and no body. A method before the URL ("POST https://…") narrows it.
///
/// ```gherkin
/// Given the service "https://bugs.example.com/issues/7" answers 404
/// ```
#[given(expr = "the service {string} answers {int}")]
fn answers(scenario: &mut Scenario, url: String, status: i64) -> Outcome {
    scenario.service_answers(&url, status)
}

/// A third party answers requests to this URL with a status and no body, after a while.
///
/// ```gherkin
/// Given the service "https://bugs.example.com/issues/7" answers 503 after 10 seconds
/// ```
#[given(expr = "the service {string} answers {int} after {duration}")]
fn answers_after(scenario: &mut Scenario, url: String, status: i64, span: Span) -> Outcome {
    scenario.service_answers_after(&url, status, span)
}

/// A third party answers requests to this URL with a status and the doc string: JSON, or text.
///
/// ```gherkin
/// Given the service "https://bugs.example.com/issues/7" answers 200 with
///   """json
///   {"state": "open"}
///   """
/// ```
#[given(expr = "the service {string} answers {int} with")]
fn answers_with_text(scenario: &mut Scenario, url: String, status: i64) -> Outcome {
    scenario.service_answers_with_text(&url, status)
}

/// A third party answers requests to this URL with a status and the doc string, after a while.
///
/// ```gherkin
/// Given the service "https://bugs.example.com/issues/7" answers 200 after 29 seconds with
///   """json
///   {"state": "open"}
///   """
/// ```
#[given(expr = "the service {string} answers {int} after {duration} with")]
fn answers_after_with_text(scenario: &mut Scenario, url: String, status: i64, span: Span) -> Outcome {
    scenario.service_answers_after_with_text(&url, status, span)
}

/// A third party answers requests to this URL with a status and a fixture.
///
/// ```gherkin
/// Given the service "https://bugs.example.com/issues/7" answers 200 with "services/issue-open"
/// ```
#[given(expr = "the service {string} answers {int} with {string}")]
fn answers_with(scenario: &mut Scenario, url: String, status: i64, fixture: String) -> Outcome {
    scenario.service_answers_with(&url, status, &fixture)
}

/// A third party never answers requests to this URL.
///
/// ```gherkin
/// Given the service "https://bugs.example.com/issues/7" never answers
/// ```
#[given(expr = "the service {string} never answers")]
fn never_answers(scenario: &mut Scenario, url: String) -> Outcome {
    scenario.service_is_silent(&url)
}

/// Since the agent's last action the extension sent this request once: a method and a whole URL.
///
/// ```gherkin
/// Then the extension "bugtracker" requests "GET https://bugs.example.com/issues/7"
/// ```
#[then(expr = "the extension {string} requests {string}")]
fn requests(scenario: &mut Scenario, name: String, request: String) -> Outcome {
    scenario.expect_requests(&name, &request, 1)
}

/// Since the agent's last action the extension did not send this request.
///
/// ```gherkin
/// Then the extension "bugtracker" does not request "GET https://bugs.example.com/issues/7"
/// ```
#[then(expr = "the extension {string} does not request {string}")]
fn does_not_request(scenario: &mut Scenario, name: String, request: String) -> Outcome {
    scenario.expect_requests(&name, &request, 0)
}

/// Since the agent's last action the extension sent this request once, with a body that is exactly what the fixture says.
///
/// ```gherkin
/// Then the extension "audit" requests "POST https://audit.example.com/entries" with "audit/closed"
/// ```
#[then(expr = "the extension {string} requests {string} with {string}")]
fn requests_with(scenario: &mut Scenario, name: String, request: String, fixture: String) -> Outcome {
    scenario.expect_request_with(&name, &request, &fixture)
}
