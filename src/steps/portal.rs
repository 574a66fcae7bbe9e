use crate::scenario::{Outcome, Scenario, Span};
use cucumber::{given, when};

/// The virtual clock stands at this time; it runs only when time passes.
/// On both hosts.
///
/// ```gherkin
/// Given it is "2026-01-05T09:00:00Z"
/// ```
#[given(expr = "it is {string}")]
fn it_is(scenario: &mut Scenario, time: String) -> Outcome {
    scenario.set_clock(&time)
}

/// The portal is so, by the names in `ZOHODESK.get("portal.…")`; what the table leaves out stays as it is (SDK-05).
///
/// ```gherkin
/// Given the portal with
///   | plan | Professional Edition |
/// ```
#[given(expr = "the portal with")]
fn portal_with(scenario: &mut Scenario) -> Outcome {
    scenario.set_portal()
}

/// Times that people read are written in the portal's time zone; the extension's Date answers in it.
///
/// ```gherkin
/// Given the portal's time zone is "Asia/Kolkata"
/// ```
#[given(expr = "the portal's time zone is {string}")]
fn time_zone(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.set_time_zone(&name)
}

/// The agent reads Desk in this language: widgets that load get `App.locale`, and the texts of app/translations/<code>.json, or of en.json.
///
/// ```gherkin
/// Given the agent's language is "fr"
/// ```
#[given(expr = "the agent's language is {string}")]
fn language(scenario: &mut Scenario, code: String) -> Outcome {
    scenario.set_language(&code)
}

/// The agent at the desk has this full name.
/// On both hosts.
///
/// ```gherkin
/// Given the agent is "Robin Agent"
/// ```
#[given(expr = "the agent is {string}")]
fn agent_is(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.sign_in(&name)
}

/// People call a custom field so; the dialect of 2018 names it by this label (Q-03).
///
/// ```gherkin
/// Given the custom field "cf_single_line_1" has the label "Custom Field 1"
/// ```
#[given(expr = "the custom field {string} has the label {string}")]
fn has_label(scenario: &mut Scenario, field: String, label: String) -> Outcome {
    scenario.label_field(field, label)
}

/// Virtual time passes: timers, promises, services and deadlines that are due in it happen, in their order.
/// On both hosts.
///
/// ```gherkin
/// When 29.999 seconds pass
/// ```
#[when(expr = "{duration} pass(es)")]
fn time_passes(scenario: &mut Scenario, span: Span) -> Outcome {
    scenario.pass(span)
}
