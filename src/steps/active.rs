use crate::scenario::{Outcome, Scenario};
use cucumber::{then, when};

/// The agent activates an extension that is installed: where a telephony extension is active already, a second one is refused (LOC-03).
///
/// ```gherkin
/// When the agent activates the extension "dialler"
/// ```
#[when(expr = "the agent activates the extension {string}")]
fn activates(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.switch(&extension, true)
}

/// The agent deactivates an extension: its widgets are gone, and stay gone until it is activated again.
///
/// ```gherkin
/// When the agent deactivates the extension "ringer"
/// ```
#[when(expr = "the agent deactivates the extension {string}")]
fn deactivates(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.switch(&extension, false)
}

/// The extension is active: its widgets can be alive.
///
/// ```gherkin
/// Then the extension "ringer" is active
/// ```
#[then(expr = "the extension {string} is active")]
fn active(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.expect_active(&extension, true)
}

/// The extension is installed, and is not active.
///
/// ```gherkin
/// Then the extension "dialler" is not active
/// ```
#[then(expr = "the extension {string} is not active")]
fn not_active(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.expect_active(&extension, false)
}
