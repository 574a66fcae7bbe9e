use crate::scenario::{Outcome, Scenario};
use cucumber::{then, when};

/// An administrator gives a profile a permission that an installation brought (RES-05).
///
/// ```gherkin
/// When the administrator gives the profile "Agent" the permission "export" of the extension "crm"
/// ```
#[when(expr = "the administrator gives the profile {string} the permission {string} of the extension {string}")]
fn gives(scenario: &mut Scenario, profile: String, permission: String, extension: String) -> Outcome {
    scenario.set_permission(&extension, &permission, &profile, true, false)
}

/// An administrator takes a permission that an installation brought from a profile (RES-05).
///
/// ```gherkin
/// When the administrator takes the permission "export" of the extension "crm" from the profile "Agent"
/// ```
#[when(expr = "the administrator takes the permission {string} of the extension {string} from the profile {string}")]
fn takes(scenario: &mut Scenario, permission: String, extension: String, profile: String) -> Outcome {
    scenario.set_permission(&extension, &permission, &profile, false, false)
}

/// The agent at the desk tries to give a profile a permission: only an administrator's does (RES-05).
///
/// ```gherkin
/// When the agent gives the profile "Agent" the permission "export" of the extension "crm"
/// ```
#[when(expr = "the agent gives the profile {string} the permission {string} of the extension {string}")]
fn agent_gives(scenario: &mut Scenario, profile: String, permission: String, extension: String) -> Outcome {
    scenario.set_permission(&extension, &permission, &profile, true, true)
}

/// The profile of the agent at the desk has the permission, in this installation.
///
/// ```gherkin
/// Then the agent has the permission "export" of the extension "crm"
/// ```
#[then(expr = "the agent has the permission {string} of the extension {string}")]
fn has_permission(scenario: &mut Scenario, permission: String, extension: String) -> Outcome {
    scenario.expect_permission(&extension, &permission, true)
}

/// The profile of the agent at the desk does not have the permission, in this installation.
///
/// ```gherkin
/// Then the agent does not have the permission "export" of the extension "crm"
/// ```
#[then(expr = "the agent does not have the permission {string} of the extension {string}")]
fn has_no_permission(scenario: &mut Scenario, permission: String, extension: String) -> Outcome {
    scenario.expect_permission(&extension, &permission, false)
}
