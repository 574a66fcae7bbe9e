use crate::scenario::{Outcome, Scenario};
use cucumber::{given, then, when};

/// The extension's webhook is there: from its authorisation until its end (RES-03).
///
/// ```gherkin
/// Then the extension "tracker" has a webhook
/// ```
#[then(expr = "the extension {string} has a webhook")]
fn has_webhook(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.expect_webhook(&extension, true)
}

/// The extension has no webhook now: it declares none, or is not authorised in Desk.
///
/// ```gherkin
/// Then the extension "tracker" has no webhook
/// ```
#[then(expr = "the extension {string} has no webhook")]
fn has_no_webhook(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.expect_webhook(&extension, false)
}

/// An administrator wants an extension's webhook to go elsewhere, which no user can have (RES-07).
///
/// ```gherkin
/// When the administrator changes the URL of the webhook of "tracker" to "https://elsewhere.example/events"
/// ```
#[when(expr = "the administrator changes the URL of the webhook of {string} to {string}")]
fn changes_webhook(scenario: &mut Scenario, extension: String, url: String) -> Outcome {
    scenario.change_webhook(&extension, &url)
}

/// Whatever comes through Desk's API from now on comes from the client with this ID: a webhook whose ignoreSourceId it is does not tell of it.
///
/// ```gherkin
/// Given the client of the API is "2df92c1a-973a-48f5-95b7-5792c68b9c36"
/// ```
#[given(expr = "the client of the API is {string}")]
fn client_is(scenario: &mut Scenario, client: String) -> Outcome {
    scenario.set_client(&client)
}

/// Since the last action the extension's webhook was told of this event exactly once (RES-04).
///
/// ```gherkin
/// Then the webhook of "tracker" is told "Ticket_Update"
/// ```
#[then(expr = "the webhook of {string} is told {string}")]
fn told(scenario: &mut Scenario, extension: String, event: String) -> Outcome {
    scenario.expect_told(&extension, &event, 1)
}

/// Since the last action the extension's webhook was not told of this event.
///
/// ```gherkin
/// Then the webhook of "tracker" is not told "Ticket_Update"
/// ```
#[then(expr = "the webhook of {string} is not told {string}")]
fn not_told(scenario: &mut Scenario, extension: String, event: String) -> Outcome {
    scenario.expect_told(&extension, &event, 0)
}

/// Since the last action the extension's webhook was told of this event once, exactly as the fixture says.
///
/// ```gherkin
/// Then the webhook of "tracker" is told "Ticket_Update" with "life/update"
/// ```
#[then(expr = "the webhook of {string} is told {string} with {string}")]
fn told_with(scenario: &mut Scenario, extension: String, event: String, fixture: String) -> Outcome {
    scenario.expect_told_with(&extension, &event, &fixture)
}

/// Since the last action the extension's webhook was called at this URL, with the orgId and the securityContext of its installation behind it (RES-04).
///
/// ```gherkin
/// Then the webhook of "tracker" is called at "https://tracker.example/events"
/// ```
#[then(expr = "the webhook of {string} is called at {string}")]
fn called_at(scenario: &mut Scenario, extension: String, url: String) -> Outcome {
    scenario.expect_webhook_at(&extension, &url)
}

/// Since the last action the extension's webhook was called without a HASH (REST-11).
///
/// ```gherkin
/// Then the webhook of "tracker" carries no HASH
/// ```
#[then(expr = "the webhook of {string} carries no HASH")]
fn webhook_unsigned(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.expect_webhook_unsigned(&extension)
}
