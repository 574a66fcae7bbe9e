use crate::scenario::{Outcome, Scenario};
use cucumber::{given, then, when};

/// The agent at the desk has this profile; an agent of whom nothing is said has the profile "Agent".
///
/// ```gherkin
/// Given the agent's profile is "Support Administrator"
/// ```
#[given(expr = "the agent's profile is {string}")]
fn has_profile(scenario: &mut Scenario, profile: String) -> Outcome {
    scenario.set_profile(&profile)
}

/// Agents with this profile see the extension; others do not, unless it is said of their profile too.
///
/// ```gherkin
/// Given the extension "crm" is visible to the profile "Light Agent"
/// ```
#[given(expr = "the extension {string} is visible to the profile {string}")]
fn visible_to(scenario: &mut Scenario, extension: String, profile: String) -> Outcome {
    scenario.show_to(&extension, &profile)
}

/// An extension that the feature plays declares a config param without which its configuration is not complete.
///
/// ```gherkin
/// Given the extension "crm" has the mandatory param "apikey"
/// ```
#[given(expr = "the extension {string} has the mandatory param {string}")]
fn mandatory_param(scenario: &mut Scenario, extension: String, name: String) -> Outcome {
    scenario.declare_param(&extension, &name, true)
}

/// An extension that the feature plays declares a config param that may stay empty.
///
/// ```gherkin
/// Given the extension "crm" has the optional param "nickname"
/// ```
#[given(expr = "the extension {string} has the optional param {string}")]
fn optional_param(scenario: &mut Scenario, extension: String, name: String) -> Outcome {
    scenario.declare_param(&extension, &name, false)
}

/// An extension that the feature plays declares a secure config param: its value leaves Desk in no pull and no push (CH-20).
///
/// ```gherkin
/// Given the extension "chat" has the secure param "token"
/// ```
#[given(expr = "the extension {string} has the secure param {string}")]
fn secure_param(scenario: &mut Scenario, extension: String, name: String) -> Outcome {
    scenario.declare_secret(&extension, &name)
}

/// The extension's vendor develops it still: its widgets read secure params, too, which production hides (SDK-07).
///
/// ```gherkin
/// Given the extension "crm" is in development
/// ```
#[given(expr = "the extension {string} is in development")]
fn in_development(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.develop(&extension)
}

/// The installation is configured for this agent; for others only where it is said of them, too, and for all where nothing is said (SDK-08).
///
/// ```gherkin
/// Given the extension "crm" is configured for the user "Robin Agent"
/// ```
#[given(expr = "the extension {string} is configured for the user {string}")]
fn configured_for(scenario: &mut Scenario, extension: String, user: String) -> Outcome {
    scenario.configure_for(&extension, &user)
}

/// The agent sets a config param of one installation; an empty value takes it away.
///
/// ```gherkin
/// When the agent sets the param "apikey" of the extension "crm" to "4711"
/// ```
#[when(expr = "the agent sets the param {string} of the extension {string} to {string}")]
fn sets_param(scenario: &mut Scenario, name: String, extension: String, value: String) -> Outcome {
    scenario.set_param(&extension, &name, &value)
}

/// The agent goes to the extension's own page, with its general settings and its configuration tab.
///
/// ```gherkin
/// When the agent opens the page of the extension "crm"
/// ```
#[when(expr = "the agent opens the page of the extension {string}")]
fn opens_page(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.open_extension(&extension)
}

/// A widget is out of the agent's reach: it is not on this page, not visible to the agent's profile, or not enabled yet.
///
/// ```gherkin
/// Then the agent cannot pick "crm" at "desk.extension.preference"
/// ```
#[then(expr = "the agent cannot pick {string} at {string}")]
fn cannot_pick(scenario: &mut Scenario, extension: String, location: String) -> Outcome {
    scenario.expect_out_of_reach(&extension, &location)
}
