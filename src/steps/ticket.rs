use crate::scenario::{Outcome, Scenario};
use cucumber::{given, then};

/// A ticket is there: open, from the channel Email, without a subject.
/// On both hosts.
///
/// ```gherkin
/// Given the ticket "26811000000760569"
/// ```
#[given(expr = "the ticket {string}")]
fn ticket(scenario: &mut Scenario, id: String) -> Outcome {
    scenario.put_ticket(&id)
}

/// A ticket is there with the properties of the table, by their names in `ZOHODESK.get("ticket.…")`; custom fields begin with `cf_`.
/// On both hosts.
///
/// ```gherkin
/// Given the ticket "26811000000760569" with
///   | subject | Faulty phone charging port |
///   | status  | Open                       |
/// ```
#[given(expr = "the ticket {string} with")]
fn ticket_with_table(scenario: &mut Scenario, id: String) -> Outcome {
    scenario.put_ticket_with_table(&id)
}

/// A ticket is there with the properties of a fixture.
/// On both hosts.
///
/// ```gherkin
/// Given the ticket "26811000000760569" as in "tickets/charging-port"
/// ```
#[given(expr = "the ticket {string} as in {string}")]
fn ticket_as_in(scenario: &mut Scenario, id: String, fixture: String) -> Outcome {
    scenario.put_ticket_from(&id, &fixture)
}

/// A property of the open ticket has this value.
/// On both hosts.
///
/// ```gherkin
/// Then the ticket's "status" is "Closed"
/// ```
#[then(expr = "the ticket's {string} is {string}")]
fn property_is(scenario: &mut Scenario, property: String, value: String) -> Outcome {
    scenario.expect_property(&property, &value)
}

/// A property of a ticket, open or not, has this value.
/// On both hosts.
///
/// ```gherkin
/// Then the "status" of the ticket "26811000000760569" is "Closed"
/// ```
#[then(expr = "the {string} of the ticket {string} is {string}")]
fn property_of(scenario: &mut Scenario, property: String, id: String, value: String) -> Outcome {
    scenario.expect_property_of(&id, &property, &value)
}

/// The open ticket, with its comments and threads, contains what the fixture says.
/// On both hosts.
///
/// ```gherkin
/// Then the ticket contains "tickets/closed"
/// ```
#[then(expr = "the ticket contains {string}")]
fn ticket_contains(scenario: &mut Scenario, fixture: String) -> Outcome {
    scenario.expect_ticket(&fixture)
}

/// The open ticket has so many comments.
///
/// ```gherkin
/// Then the ticket has 1 comment
/// ```
#[then(expr = "the ticket has {int} comment(s)")]
fn comments(scenario: &mut Scenario, count: i64) -> Outcome {
    scenario.expect_comments(count)
}

/// The open ticket has no comment.
///
/// ```gherkin
/// Then the ticket has no comment
/// ```
#[then("the ticket has no comment")]
fn no_comment(scenario: &mut Scenario) -> Outcome {
    scenario.expect_comments(0)
}

/// The open ticket's last comment is this HTML, and the customer sees it.
///
/// ```gherkin
/// Then the ticket's last comment is public: "<div>Hello</div>"
/// ```
#[then(expr = "the ticket's last comment is public: {string}")]
fn last_comment_public(scenario: &mut Scenario, content: String) -> Outcome {
    scenario.expect_last_comment(&content, true)
}

/// The open ticket's last comment is this HTML, and only agents see it.
///
/// ```gherkin
/// Then the ticket's last comment is private: "<div>Hello</div>"
/// ```
#[then(expr = "the ticket's last comment is private: {string}")]
fn last_comment_private(scenario: &mut Scenario, content: String) -> Outcome {
    scenario.expect_last_comment(&content, false)
}
