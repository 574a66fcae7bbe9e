use crate::scenario::{Outcome, Scenario};
use cucumber::{given, then};

/// What no sentence of its own says of the manifest of an extension that the feature plays, and what it declares before it is installed.
///
/// ```gherkin
/// Given the extension "crm" declares a manifest with
///   """json
///   {"zohoAuthorisation": {"scope": ["Desk.events.ALL"]}}
///   """
/// ```
#[given(expr = "the extension {string} declares a manifest with")]
fn declares_in_manifest(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.declare_manifest(&extension)
}

/// An extension that the feature plays declares resources, as in a resources.json: fields, a webhook, permissions. What breaks a rule is refused, a name
/// that two of them have for one (RES-01).
///
/// ```gherkin
/// Given the extension "crm" declares resources with
///   """json
///   {"permissions": [{"apiName": "export", "displayName": "Export", "defaultState": true}]}
///   """
/// ```
#[given(expr = "the extension {string} declares resources with")]
fn declares_resources(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.declare_resources(&extension)
}

/// An extension that the feature plays declares the resources of a fixture; resource.fields says how many fields they may be.
///
/// ```gherkin
/// Given the extension "crm" declares the resources of "life/resources"
/// ```
#[given(expr = "the extension {string} declares the resources of {string}")]
fn declares_resources_of(scenario: &mut Scenario, extension: String, fixture: String) -> Outcome {
    scenario.declare_resources_of(&extension, &fixture)
}

/// A real package breaks a rule of what it declares, as RES-01 … RES-06 have it: it cannot be installed, and its vendor reads this among the reasons.
///
/// ```gherkin
/// Then the package "extensions/unreadable/tracker-eleven-fields" is refused with "11 fields"
/// ```
#[then(expr = "the package {string} is refused with {string}")]
fn refused(scenario: &mut Scenario, from: String, text: String) -> Outcome {
    scenario.expect_refused(&from, &text)
}

/// The portal has one custom field of this label that an extension brought, however often it is installed (RES-02).
///
/// ```gherkin
/// Then the portal has the field "Bug count"
/// ```
#[then(expr = "the portal has the field {string}")]
fn has_field(scenario: &mut Scenario, label: String) -> Outcome {
    scenario.expect_field(&label)
}

/// The portal has no custom field of this label that an extension brought.
///
/// ```gherkin
/// Then the portal does not have the field "Bug count"
/// ```
#[then(expr = "the portal does not have the field {string}")]
fn has_no_field(scenario: &mut Scenario, label: String) -> Outcome {
    scenario.expect_no_field(&label)
}

/// A field that an extension brought is in the default layout of a department that was chosen for it (RES-02).
///
/// ```gherkin
/// Then the field "Bug count" is in the layout of the department "26811000000006907"
/// ```
#[then(expr = "the field {string} is in the layout of the department {string}")]
fn in_layout(scenario: &mut Scenario, label: String, department: String) -> Outcome {
    scenario.expect_in_layout(&label, &department, true)
}

/// A field that an extension brought is not in the layout of a department that was not chosen for it.
///
/// ```gherkin
/// Then the field "Bug count" is not in the layout of the department "26811000000006912"
/// ```
#[then(expr = "the field {string} is not in the layout of the department {string}")]
fn not_in_layout(scenario: &mut Scenario, label: String, department: String) -> Outcome {
    scenario.expect_in_layout(&label, &department, false)
}
