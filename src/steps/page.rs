use crate::scenario::{Outcome, Scenario};
use cucumber::{then, when};

/// The agent clicks the one element of a real package's page that a CSS selector means: pages of its widgets that are open are looked at.
///
/// ```gherkin
/// When the agent clicks "#send" in the extension "survey"
/// ```
#[when(expr = "the agent clicks {string} in the extension {string}")]
fn clicks(scenario: &mut Scenario, selector: String, name: String) -> Outcome {
    scenario.click_on_page(&name, &selector)
}

/// The agent types a text into a field of a real package's page, in the place of what it held, and leaves the field.
///
/// ```gherkin
/// When the agent types "Ann" into "#name" in the extension "survey"
/// ```
#[when(expr = "the agent types {string} into {string} in the extension {string}")]
fn types(scenario: &mut Scenario, text: String, selector: String, name: String) -> Outcome {
    scenario.type_on_page(&name, &selector, &text)
}

/// The agent chooses an option, by what it shows or by its value, in a list of a real package's page.
///
/// ```gherkin
/// When the agent chooses "bad" in "#mood" in the extension "survey"
/// ```
#[when(expr = "the agent chooses {string} in {string} in the extension {string}")]
fn chooses(scenario: &mut Scenario, option: String, selector: String, name: String) -> Outcome {
    scenario.choose_on_page(&name, &selector, &option)
}

/// A real package's page shows exactly this text in an element that a CSS selector means; a field shows what it holds, a box "on" or "off".
///
/// ```gherkin
/// Then the page of the extension "survey" shows "Sent" in "#status"
/// ```
#[then(expr = "the page of the extension {string} shows {string} in {string}")]
fn shows_in(scenario: &mut Scenario, name: String, text: String, selector: String) -> Outcome {
    scenario.expect_shown(&name, &text, Some(&selector))
}

/// A real package's page shows this text somewhere; what is hidden is not shown, and style sheets are not read.
///
/// ```gherkin
/// Then the page of the extension "survey" shows "Sent"
/// ```
#[then(expr = "the page of the extension {string} shows {string}")]
fn shows(scenario: &mut Scenario, name: String, text: String) -> Outcome {
    scenario.expect_shown(&name, &text, None)
}

/// No page of a real package shows this text anywhere.
///
/// ```gherkin
/// Then the page of the extension "survey" does not show "Sent"
/// ```
#[then(expr = "the page of the extension {string} does not show {string}")]
fn does_not_show(scenario: &mut Scenario, name: String, text: String) -> Outcome {
    scenario.expect_not_shown(&name, &text)
}
