use crate::scenario::{Outcome, Scenario};
use cucumber::then;

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
