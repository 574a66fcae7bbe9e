use crate::scenario::{Outcome, Scenario};
use cucumber::when;

/// An administrator installs a vendor's real package, from its folder under the fixtures root: callback.onInstall comes first (PCB-02), and what the
/// package brings is there (RES-02, RES-05).
/// On both hosts.
///
/// ```gherkin
/// When the administrator installs the extension "tracker" from "extensions/tracker"
/// ```
#[when(expr = "the administrator installs the extension {string} from {string}")]
fn installs_from(scenario: &mut Scenario, name: String, from: String) -> Outcome {
    scenario.install_anew(&name, Some(&from))
}

/// An administrator installs an extension of which the feature says what it declares, or the package under test that `--extension` names so.
/// On both hosts.
///
/// ```gherkin
/// When the administrator installs the extension "crm"
/// ```
#[when(expr = "the administrator installs the extension {string}")]
fn installs(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.install_declared(&name)
}

/// An administrator installs an extension that the feature plays, with a widget at a location.
/// On both hosts.
///
/// ```gherkin
/// When the administrator installs the extension "crm" at "desk.background"
/// ```
#[when(expr = "the administrator installs the extension {string} at {string}")]
fn installs_at(scenario: &mut Scenario, name: String, location: String) -> Outcome {
    scenario.install_scripted_anew(&name, &location)
}

/// An administrator allows an extension to act in Desk: its webhook comes (RES-03), then the callback onZohoAuthorise, callback.onZohoAuthorise.
///
/// ```gherkin
/// When the administrator authorises the extension "tracker" in Desk
/// ```
#[when(expr = "the administrator authorises the extension {string} in Desk")]
fn authorises(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.authorise_desk(&name)
}

/// An administrator allows an extension to act in the service that it joins to Desk: callback.onTPAAuthorise follows.
///
/// ```gherkin
/// When the administrator authorises the other service of the extension "tracker"
/// ```
#[when(expr = "the administrator authorises the other service of the extension {string}")]
fn authorises_service(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.authorise_service(&name)
}

/// An administrator takes back what the extension was allowed in the other service: callback.onTPARevoke follows.
///
/// ```gherkin
/// When the administrator revokes the other service of the extension "tracker"
/// ```
#[when(expr = "the administrator revokes the other service of the extension {string}")]
fn revokes_service(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.revoke_service(&name)
}

/// An administrator moves to the version of a real package that lies in another folder; what is set stays set, and callback.onUpdate follows.
/// On both hosts.
///
/// ```gherkin
/// When the administrator updates the extension "tracker" to "extensions/next/tracker"
/// ```
#[when(expr = "the administrator updates the extension {string} to {string}")]
fn updates_to(scenario: &mut Scenario, name: String, from: String) -> Outcome {
    scenario.update_to(&name, &from)
}

/// An administrator moves to another version of an extension, which declares the same: callback.onUpdate follows.
/// On both hosts.
///
/// ```gherkin
/// When the administrator updates the extension "crm"
/// ```
#[when(expr = "the administrator updates the extension {string}")]
fn updates(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.update(&name)
}

/// An administrator deletes what a config param was set to: callback.onConfigParamDelete follows.
///
/// ```gherkin
/// When the administrator deletes the param "domain" of the extension "tracker"
/// ```
#[when(expr = "the administrator deletes the param {string} of the extension {string}")]
fn deletes_param(scenario: &mut Scenario, name: String, extension: String) -> Outcome {
    scenario.delete_param(&name, &extension)
}

/// An administrator chooses a department for an extension, which is for all until then: its fields are in the layouts of the chosen ones (RES-02), and its
/// webhook tells of their tickets alone (RES-04).
///
/// ```gherkin
/// When the administrator chooses the department "26811000000006907" for the extension "tracker"
/// ```
#[when(expr = "the administrator chooses the department {string} for the extension {string}")]
fn chooses_department(scenario: &mut Scenario, department: String, extension: String) -> Outcome {
    scenario.choose_department(&department, &extension)
}

/// An administrator uninstalls an extension: nothing of it is left, its fields go with its last installation (RES-02), and callback.onUninstall is the
/// last that its server gets (PCB-02).
/// On both hosts.
///
/// ```gherkin
/// When the administrator uninstalls the extension "tracker"
/// ```
#[when(expr = "the administrator uninstalls the extension {string}")]
fn uninstalls(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.uninstall(&name)
}
