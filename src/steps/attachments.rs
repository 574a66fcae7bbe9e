use crate::scenario::{Outcome, Scenario};
use cucumber::then;

/// The open ticket's newest thread has a file of this name, which is there (CH-10).
///
/// ```gherkin
/// Then the newest thread has the attachment "photo.png"
/// ```
#[then(expr = "the newest thread has the attachment {string}")]
fn has_attachment(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.expect_attachment(&name)
}

/// The open ticket's newest thread has no file that is there, whatever is on its way (CH-10).
///
/// ```gherkin
/// Then the newest thread has no attachment
/// ```
#[then("the newest thread has no attachment")]
fn has_no_attachment(scenario: &mut Scenario) -> Outcome {
    scenario.expect_no_attachment()
}

/// A file of the open ticket's newest thread could not be fetched for this reason; the thread is there all the same (CH-10).
///
/// ```gherkin
/// Then the attachment "photo.png" could not be fetched: "The service answered 404."
/// ```
#[then(expr = "the attachment {string} could not be fetched: {string}")]
fn could_not_be_fetched(scenario: &mut Scenario, name: String, reason: String) -> Outcome {
    scenario.expect_not_fetched(&name, &reason)
}
