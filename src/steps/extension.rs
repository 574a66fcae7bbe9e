use crate::scenario::{Outcome, Scenario};
use cucumber::{given, then};

/// A vendor's real package, from its folder or zip under the fixtures root, is installed, and was before the scenario began: no callback tells of it; `--extension NAME=DIR` puts another in its place.
///
/// ```gherkin
/// Given the extension "bugtracker" from "extensions/bugtracker"
/// ```
#[given(expr = "the extension {string} from {string}")]
fn extension_from(scenario: &mut Scenario, name: String, from: String) -> Outcome {
    scenario.install_package(&name, Some(&from))
}

/// The package under test that `--extension` names so is installed.
///
/// ```gherkin
/// Given the extension "bugtracker"
/// ```
#[given(expr = "the extension {string}")]
fn extension(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.install_package(&name, None)
}

/// An extension that the feature plays is installed at a location. It hears every event there, unless the feature says what it listens to.
///
/// ```gherkin
/// Given the extension "crm" at "desk.background"
/// ```
#[given(expr = "the extension {string} at {string}")]
fn scripted(scenario: &mut Scenario, name: String, location: String) -> Outcome {
    scenario.install_scripted(&name, &location)
}

/// A widget is on its page now.
///
/// ```gherkin
/// Then "crm" at "desk.background" is alive
/// ```
#[then(expr = "{string} at {string} is alive")]
fn alive(scenario: &mut Scenario, name: String, location: String) -> Outcome {
    scenario.expect_alive(&name, &location, true)
}

/// A widget is not on its page now, or has never been opened.
///
/// ```gherkin
/// Then "crm" at "desk.ticket.detail.rightpanel" is not alive
/// ```
#[then(expr = "{string} at {string} is not alive")]
fn not_alive(scenario: &mut Scenario, name: String, location: String) -> Outcome {
    scenario.expect_alive(&name, &location, false)
}

/// Since the agent's last action the extension showed the agent exactly one notification, with this content.
///
/// ```gherkin
/// Then the extension "bugtracker" notifies "The tracker cannot be reached"
/// ```
#[then(expr = "the extension {string} notifies {string}")]
fn notifies(scenario: &mut Scenario, name: String, text: String) -> Outcome {
    scenario.expect_notified(&name, &text)
}

/// In this scenario the extension wrote a line to its console that contains this text.
///
/// ```gherkin
/// Then the extension "bugtracker" logs "asking for issue 7"
/// ```
#[then(expr = "the extension {string} logs {string}")]
fn logs(scenario: &mut Scenario, name: String, text: String) -> Outcome {
    scenario.expect_logged(&name, &text)
}

/// A defect or an oddity of the extension is reported whose text contains this; a defect that no step expects fails the scenario.
///
/// ```gherkin
/// Then the extension "crm" is reported for "threw: no connection"
/// ```
#[then(expr = "the extension {string} is reported for {string}")]
fn reported(scenario: &mut Scenario, name: String, text: String) -> Outcome {
    scenario.expect_reported(&name, &text)
}

/// Neither a defect nor a warning is reported of the extension so far.
///
/// ```gherkin
/// Then nothing is reported of the extension "bugtracker"
/// ```
#[then(expr = "nothing is reported of the extension {string}")]
fn unreported(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.expect_unreported(&name)
}
