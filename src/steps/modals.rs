use crate::scenario::{Outcome, Scenario};
use cucumber::{then, when};

/// A scripted widget opens a modal box: the event modal.opened follows. The box is a widget of the extension, too, at its title: "crm" at
/// "Is it paid?" (SDK-12).
///
/// ```gherkin
/// When "crm" at "desk.background" opens the modal box "Is it paid?"
/// ```
#[when(expr = "{string} at {string} opens the modal box {string}")]
fn opens(scenario: &mut Scenario, name: String, location: String, title: String) -> Outcome {
    scenario.open_modal(&name, &location, &title)
}

/// A scripted widget, the modal box among them, closes the modal box of its extension: the hook modal.close is asked.
///
/// ```gherkin
/// When "crm" at "Is it paid?" closes the modal box
/// ```
#[when(expr = "{string} at {string} closes the modal box")]
fn closes_its_own(scenario: &mut Scenario, name: String, location: String) -> Outcome {
    scenario.close_own_modal(&name, &location)
}

/// The agent closes the modal box that is open: the hook modal.close is asked.
///
/// ```gherkin
/// When the agent closes the modal box
/// ```
#[when("the agent closes the modal box")]
fn closes(scenario: &mut Scenario) -> Outcome {
    scenario.close_modal()
}

/// The modal box with this title is open, and keeps the agent from the main window.
///
/// ```gherkin
/// Then the modal box "Is it paid?" is open
/// ```
#[then(expr = "the modal box {string} is open")]
fn is_open(scenario: &mut Scenario, title: String) -> Outcome {
    scenario.expect_modal(&title)
}

/// No modal box is open.
///
/// ```gherkin
/// Then no modal box is open
/// ```
#[then("no modal box is open")]
fn none_is_open(scenario: &mut Scenario) -> Outcome {
    scenario.expect_no_modal()
}
