use crate::scenario::{Callback, Outcome, Scenario, Span};
use cucumber::{given, then};

/// An extension that the feature plays declares a callback in its manifest, at a server of its own (PCB-01).
///
/// ```gherkin
/// Given the extension "crm" declares the callback onInstall
/// ```
#[given(expr = "the extension {string} declares the callback {callback}")]
fn declares(scenario: &mut Scenario, extension: String, callback: Callback) -> Outcome {
    scenario.declare_callback(&extension, &callback)
}

/// From now on the extension's server answers a callback with a status; whatever it answers undoes nothing (PCB-03).
///
/// ```gherkin
/// Given the server of "crm" answers the callback onInstall with the status 503
/// ```
#[given(expr = "the server of {string} answers the callback {callback} with the status {int}")]
fn answers_status(scenario: &mut Scenario, extension: String, callback: Callback, status: i64) -> Outcome {
    scenario.callback_answers_status(&extension, &callback, status)
}

/// From now on the extension's server answers a callback after a while; Desk waits no longer than callback.answer.deadline says.
///
/// ```gherkin
/// Given the server of "crm" answers the callback onInstall after 31 seconds
/// ```
#[given(expr = "the server of {string} answers the callback {callback} after {duration}")]
fn answers_after(scenario: &mut Scenario, extension: String, callback: Callback, span: Span) -> Outcome {
    scenario.callback_answers_after(&extension, &callback, span)
}

/// From now on the extension's server does not answer a callback.
///
/// ```gherkin
/// Given the server of "crm" never answers the callback onInstall
/// ```
#[given(expr = "the server of {string} never answers the callback {callback}")]
fn never_answers(scenario: &mut Scenario, extension: String, callback: Callback) -> Outcome {
    scenario.callback_is_silent(&extension, &callback)
}

/// Since the last action the extension's server was told of it exactly once (PCB-01): callback.onInstall after the installation.
///
/// ```gherkin
/// Then the callback onInstall of "tracker" is called once
/// ```
#[then(expr = "the callback {callback} of {string} is called once")]
fn called_once(scenario: &mut Scenario, callback: Callback, extension: String) -> Outcome {
    scenario.expect_called_back(&extension, &callback, 1)
}

/// Since the last action the extension's server was not told: nothing happened, or the manifest does not declare this callback (PCB-02).
///
/// ```gherkin
/// Then the callback onUpdate of "tracker" is not called
/// ```
#[then(expr = "the callback {callback} of {string} is not called")]
fn not_called(scenario: &mut Scenario, callback: Callback, extension: String) -> Outcome {
    scenario.expect_called_back(&extension, &callback, 0)
}

/// Since the last action the callback was called once, with exactly what the fixture says.
///
/// ```gherkin
/// Then the callback onInstall of "tracker" carries "life/on-install"
/// ```
#[then(expr = "the callback {callback} of {string} carries {string}")]
fn carries(scenario: &mut Scenario, callback: Callback, extension: String, fixture: String) -> Outcome {
    scenario.expect_callback_with(&extension, &callback, &fixture)
}

/// Since the last action the callback was called once, and its HASH is made of its body with the manifest's secret (REST-11).
///
/// ```gherkin
/// Then the callback onInstall of "tracker" is signed with the secret "a secret of ours"
/// ```
#[then(expr = "the callback {callback} of {string} is signed with the secret {string}")]
fn signed(scenario: &mut Scenario, callback: Callback, extension: String, secret: String) -> Outcome {
    scenario.expect_signed(&extension, &callback, &secret)
}

/// In the whole scenario the extension's server was told of exactly this, in this order (PCB-02).
///
/// ```gherkin
/// Then the callbacks of "tracker" come in this order
///   | onInstall       |
///   | onZohoAuthorise |
/// ```
#[then(expr = "the callbacks of {string} come in this order")]
fn in_order(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.expect_callbacks(&extension)
}

/// In the whole scenario this text stood nowhere in what the extension's server was told.
///
/// ```gherkin
/// Then no callback of "tracker" carries "4711"
/// ```
#[then(expr = "no callback of {string} carries {string}")]
fn none_carries(scenario: &mut Scenario, extension: String, text: String) -> Outcome {
    scenario.expect_in_no_callback(&extension, &text)
}

/// The last call of the callback came to nothing for this reason; what it told of stays (PCB-03).
///
/// ```gherkin
/// Then the callback onInstall of "crm" has failed with "The extension's server answered 503."
/// ```
#[then(expr = "the callback {callback} of {string} has failed with {string}")]
fn failed(scenario: &mut Scenario, callback: Callback, extension: String, reason: String) -> Outcome {
    scenario.expect_callback_failed(&extension, &callback, &reason)
}

/// Since the last action the callback was called once, and the extension's server has answered it with a status of success: it has found the
/// HASH right, if it looks (PCB-01).
///
/// ```gherkin
/// Then the server of "chat" has taken the callback onInstall
/// ```
#[then(expr = "the server of {string} has taken the callback {callback}")]
fn taken(scenario: &mut Scenario, extension: String, callback: Callback) -> Outcome {
    scenario.expect_callback_taken(&extension, &callback)
}
