use crate::scenario::{Outcome, Scenario};
use cucumber::{given, then};

/// From now on the channel's server answers every pull with a fixture whose first ticket and first thread stand there so often, under IDs such as c-7, c-7-2, c-7-3.
///
/// ```gherkin
/// Given the channel of "chat" answers the pull with 1001 tickets and 1 thread like "sync/first-message"
/// ```
#[given(expr = "the channel of {string} answers the pull with {int} ticket(s) and {int} thread(s) like {string}")]
fn answers_with_many(scenario: &mut Scenario, extension: String, tickets: usize, threads: usize, fixture: String) -> Outcome {
    scenario.channel_answers_with_many(&extension, tickets, threads, &fixture)
}

/// The extension's storage holds an object under this key, whose value is exactly what the doc string says (CH-12).
///
/// ```gherkin
/// Then the storage of "chat" holds "chat_26811000000900003" with
///   """json
///   {"likes": 3}
///   """
/// ```
#[then(expr = "the storage of {string} holds {string} with")]
fn holds_inline(scenario: &mut Scenario, extension: String, key: String) -> Outcome {
    scenario.expect_stored_inline(&extension, &key)
}

/// The extension's storage holds an object under this key, whose value is exactly what the fixture says (CH-12).
///
/// ```gherkin
/// Then the storage of "chat" holds "chat_26811000000900003" with "sync/likes"
/// ```
#[then(expr = "the storage of {string} holds {string} with {string}")]
fn holds(scenario: &mut Scenario, extension: String, key: String, fixture: String) -> Outcome {
    scenario.expect_stored(&extension, &key, &fixture)
}

/// The extension's storage has so many objects in all.
///
/// ```gherkin
/// Then the storage of "chat" has 2 objects
/// ```
#[then(expr = "the storage of {string} has {int} object(s)")]
fn has_objects(scenario: &mut Scenario, extension: String, count: i64) -> Outcome {
    scenario.expect_objects(&extension, count)
}

/// The extension's storage has so many objects with this queriableValue.
///
/// ```gherkin
/// Then the storage of "chat" has 2 objects in the group "chats"
/// ```
#[then(expr = "the storage of {string} has {int} object(s) in the group {string}")]
fn has_objects_in_group(scenario: &mut Scenario, extension: String, count: i64, group: String) -> Outcome {
    scenario.expect_objects_in_group(&extension, count, &group)
}

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

/// Desk has one contact of this name, with this property (CH-11).
///
/// ```gherkin
/// Then the contact "Ada Smith" has the "photoURL" "https://chat.example/ada.png"
/// ```
#[then(expr = "the contact {string} has the {string} {string}")]
fn contact_has(scenario: &mut Scenario, name: String, property: String, value: String) -> Outcome {
    scenario.expect_contact(&name, &property, &value)
}
