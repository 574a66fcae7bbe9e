use crate::scenario::{Outcome, Scenario};
use cucumber::then;

/// The agent's last action is stopped, and the agent reads exactly this.
///
/// ```gherkin
/// Then the action is stopped with "Issue 7 is not resolved yet"
/// ```
#[then(expr = "the action is stopped with {string}")]
fn stopped_with(scenario: &mut Scenario, reason: String) -> Outcome {
    scenario.expect_stopped(&reason)
}

/// The agent's last action is stopped, and the agent reads the general message of Desk's, because no reason was given.
/// On Desk.
///
/// ```gherkin
/// Then the action is stopped with Desk's general message
/// ```
#[then("the action is stopped with Desk's general message")]
fn stopped_generally(scenario: &mut Scenario) -> Outcome {
    scenario.expect_stopped_generally()
}

/// The agent's last action was allowed, and is done.
///
/// ```gherkin
/// Then the action is done
/// ```
#[then("the action is done")]
fn done(scenario: &mut Scenario) -> Outcome {
    scenario.expect_done()
}

/// The agent's last action had nothing to change.
///
/// ```gherkin
/// Then the action changes nothing
/// ```
#[then("the action changes nothing")]
fn changes_nothing(scenario: &mut Scenario) -> Outcome {
    scenario.expect_unchanged()
}

/// The agent's last action waits for this extension's answer, and for no other.
///
/// ```gherkin
/// Then the action waits for "crm"
/// ```
#[then(expr = "the action waits for {string}")]
fn waits_for(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.expect_waiting(&[extension])
}

/// The agent's last action waits for the answers of these two extensions, and for no other.
///
/// ```gherkin
/// Then the action waits for "crm" and "billing"
/// ```
#[then(expr = "the action waits for {string} and {string}")]
fn waits_for_both(scenario: &mut Scenario, first: String, second: String) -> Outcome {
    scenario.expect_waiting(&[first, second])
}

/// The extension answered when the agent's last action was settled already: the answer changed nothing.
///
/// ```gherkin
/// Then the answer of "crm" comes too late
/// ```
#[then(expr = "the answer of {string} comes too late")]
fn comes_too_late(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.expect_too_late(&extension)
}

/// Since the last action the agent reads no message of Desk's.
///
/// ```gherkin
/// Then the agent reads no message
/// ```
#[then("the agent reads no message")]
fn no_message(scenario: &mut Scenario) -> Outcome {
    scenario.expect_no_message()
}

/// Since the agent's last action exactly one mail left, for this address.
/// On Desk.
///
/// ```gherkin
/// Then a mail leaves for "customer@example.com"
/// ```
#[then(expr = "a mail leaves for {string}")]
fn mail_leaves(scenario: &mut Scenario, address: String) -> Outcome {
    scenario.expect_mail(&address)
}

/// Since the agent's last action exactly one mail left, and it is what the fixture says.
/// On Desk.
///
/// ```gherkin
/// Then a mail leaves as in "mails/send-it-in"
/// ```
#[then(expr = "a mail leaves as in {string}")]
fn mail_leaves_as_in(scenario: &mut Scenario, fixture: String) -> Outcome {
    scenario.expect_mail_matches(&fixture)
}

/// Since the agent's last action no mail left.
/// On Desk.
///
/// ```gherkin
/// Then no mail leaves
/// ```
#[then("no mail leaves")]
fn no_mail(scenario: &mut Scenario) -> Outcome {
    scenario.expect_no_mail()
}
