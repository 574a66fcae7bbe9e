use crate::scenario::{Brought, Outcome, Scenario};
use cucumber::{given, then, when};

/// What an administrator filled in for an app: its installation parameters, which stand in every payload (FD-01). A table has texts; a doc
/// string has an object, where some are numbers, flags or lists.
///
/// ```gherkin
/// Given the extension "notify" is configured with
///   | channel | #support |
/// ```
#[given(expr = "the extension {string} is configured with")]
fn iparams(scenario: &mut Scenario, app: String) -> Outcome {
    scenario.set_iparams(&app)
}

/// An installation parameter that is secure: no report shows its value.
///
/// ```gherkin
/// Given the extension "notify" has the secure installation parameter "api_key" of "s3cret"
/// ```
#[given(expr = "the extension {string} has the secure installation parameter {string} of {string}")]
fn secure_iparam(scenario: &mut Scenario, app: String, name: String, value: String) -> Outcome {
    scenario.set_secure_iparam(&app, name, value)
}

/// What an app's vendor has set for all its installations: an app setting (config/app_settings.json), which request templates read as
/// `app_settings.host` (FD-16).
///
/// ```gherkin
/// Given the extension "notify" has the app setting "host" of "api.example.com"
/// ```
#[given(expr = "the extension {string} has the app setting {string} of {string}")]
fn app_setting(scenario: &mut Scenario, app: String, name: String, value: String) -> Outcome {
    scenario.set_app_setting(&app, name, value)
}

/// An app that the feature plays has this request template in its config/requests.json: what stands there under `schema` (FD-16).
///
/// ```gherkin
/// Given the extension "notify" has the request template "getOrder" with
///   """json
///   {"method": "GET", "host": "shop.example", "path": "/orders/<%= context.id %>"}
///   """
/// ```
#[given(expr = "the extension {string} has the request template {string} with")]
fn template(scenario: &mut Scenario, app: String, name: String) -> Outcome {
    scenario.set_template(&app, name)
}

/// A recorded payload, a fixture's, reaches all apps that listen to the event as it is, or asks their servers (onAppInstall, onAppUninstall); the installation parameters are added where it has none.
///
/// ```gherkin
/// When the product event "onTicketCreate" comes with the payload "freshdesk/payloads/ticket-create"
/// ```
#[when(expr = "the product event {string} comes with the payload {string}")]
fn product_event(scenario: &mut Scenario, event: String, fixture: String) -> Outcome {
    scenario.replay_event(&event, &fixture)
}

/// A payload of a product event reaches every app that listens to the event, as the doc string says it.
///
/// ```gherkin
/// When the product event "onTicketCreate" comes with
///   """json
///   {"data": {"ticket": {"id": 1, "priority": 4}}}
///   """
/// ```
#[when(expr = "the product event {string} comes with")]
fn product_event_inline(scenario: &mut Scenario, event: String) -> Outcome {
    scenario.replay_event_inline(&event)
}

/// A third party sends the doc string to the URL that the app got from generateTargetUrl: onExternalEvent follows (FD-15).
///
/// ```gherkin
/// When a third party calls the target URL of "notify" with
///   """json
///   {"action": "opened"}
///   """
/// ```
#[when(expr = "a third party calls the target URL of {string} with")]
fn calls_target(scenario: &mut Scenario, app: String) -> Outcome {
    scenario.call_target(&app, Brought::DocString)
}

/// A third party sends what a fixture says to the app's target URL (FD-15).
///
/// ```gherkin
/// When a third party calls the target URL of "notify" with "freshdesk/third-party/just-fits"
/// ```
#[when(expr = "a third party calls the target URL of {string} with {string}")]
fn calls_target_with(scenario: &mut Scenario, app: String, fixture: String) -> Outcome {
    scenario.call_target(&app, Brought::Fixture(&fixture))
}

/// A third party sends the doc string to the app's target URL so often, one after another: so many within a minute are let through (FD-15).
///
/// ```gherkin
/// When a third party calls the target URL of "notify" 250 times with
///   """json
///   {"action": "opened"}
///   """
/// ```
#[when(expr = "a third party calls the target URL of {string} {int} time(s) with")]
fn calls_target_often(scenario: &mut Scenario, app: String, times: i64) -> Outcome {
    scenario.call_target_times(&app, times)
}

/// An app keeps exactly this object under a key of its data store, `$db` (FD-16).
///
/// ```gherkin
/// Then the data store of "notify" holds "ticket:1" with
///   """json
///   {"told": true}
///   """
/// ```
#[then(expr = "the data store of {string} holds {string} with")]
fn keeps(scenario: &mut Scenario, app: String, key: String) -> Outcome {
    scenario.expect_kept(&app, &key)
}

/// An app keeps nothing under a key of its data store, `$db` (FD-16).
///
/// ```gherkin
/// Then the data store of "notify" does not hold "ticket:1"
/// ```
#[then(expr = "the data store of {string} does not hold {string}")]
fn keeps_not(scenario: &mut Scenario, app: String, key: String) -> Outcome {
    scenario.expect_not_kept(&app, &key)
}

/// An app has a schedule of this name, due next at this time (FD-16).
///
/// ```gherkin
/// Then "notify" has scheduled "reminder" for "2026-01-05T10:00:00Z"
/// ```
#[then(expr = "{string} has scheduled {string} for {string}")]
fn has_scheduled(scenario: &mut Scenario, app: String, name: String, at: String) -> Outcome {
    scenario.expect_scheduled(&app, &name, &at)
}

/// An app has no schedule that is yet to come.
///
/// ```gherkin
/// Then "notify" has scheduled nothing
/// ```
#[then(expr = "{string} has scheduled nothing")]
fn has_scheduled_nothing(scenario: &mut Scenario, app: String) -> Outcome {
    scenario.expect_nothing_scheduled(&app)
}
