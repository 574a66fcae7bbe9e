use crate::scenario::{Exchanging, Outcome, Scenario};
use cucumber::{given, then, when};

/// An extension that the feature plays declares more in its manifest: its secret, its callbackListener, its zohoAuthorisation.
///
/// ```gherkin
/// Given the extension "crm" declares a manifest with
///   """json
///   {"secret": "a secret of ours"}
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

/// A real package breaks a rule of what it declares, as RES-01 … RES-05 have it: it cannot be installed, and its vendor reads this among the reasons.
///
/// ```gherkin
/// Then the package "extensions/unreadable/tracker-eleven-fields" is refused with "11 fields"
/// ```
#[then(expr = "the package {string} is refused with {string}")]
fn refused(scenario: &mut Scenario, from: String, text: String) -> Outcome {
    scenario.expect_refused(&from, &text)
}

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

/// The extension's channel was pulled, or pushed to, without a HASH (REST-11).
///
/// ```gherkin
/// Then the pull of "chat" carries no HASH
/// ```
#[then(expr = "the {exchange} of {string} carries no HASH")]
fn exchange_unsigned(scenario: &mut Scenario, exchange: Exchanging, extension: String) -> Outcome {
    scenario.expect_exchange_unsigned(&extension, &exchange)
}
