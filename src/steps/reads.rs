use crate::scenario::{Outcome, Scenario};
use cucumber::{then, when};

/// A scripted widget reads a property of Desk's, or a whole object: `ZOHODESK.get` (SDK-02, SDK-03, SDK-04, SDK-05, SDK-07, SDK-08).
///
/// ```gherkin
/// When "crm" at "desk.ticket.detail.rightpanel" reads "ticket.subject"
/// ```
#[when(expr = "{string} at {string} reads {string}")]
fn reads(scenario: &mut Scenario, name: String, location: String, property: String) -> Outcome {
    scenario.read(&name, &location, &property)
}

/// A scripted widget reads a property of Desk's, and says in the call which one it means (SDK-09).
///
/// ```gherkin
/// When "tracker" at "desk.background" reads "extension.resource" with
///   | resourceName | bug-count |
///   | resourceType | fields    |
/// ```
#[when(expr = "{string} at {string} reads {string} with")]
fn reads_with(scenario: &mut Scenario, name: String, location: String, property: String) -> Outcome {
    scenario.read_with_table(&name, &location, &property)
}

/// Since the last action the widget, scripted or of a package, read this property, and Desk answered with this text, or this JSON (SDK-16, SDK-17).
///
/// ```gherkin
/// Then "crm" at "desk.ticket.detail.rightpanel" is told that "ticket.subject" is "Faulty phone charging port"
/// ```
#[then(expr = "{string} at {string} is told that {string} is {string}")]
fn is_told(scenario: &mut Scenario, name: String, location: String, property: String, value: String) -> Outcome {
    scenario.expect_read(&name, &location, &property, &value)
}

/// Since the last action the widget read this property, and Desk answered with what the doc string says (SDK-18, SDK-19, SDK-20, SDK-21).
///
/// ```gherkin
/// Then "crm" at "desk.background" is told "extension.departments" with
///   """json
///   [{"name": "Support", "id": "26811000000006907"}]
///   """
/// ```
#[then(expr = "{string} at {string} is told {string} with")]
fn is_told_inline(scenario: &mut Scenario, name: String, location: String, property: String) -> Outcome {
    scenario.expect_read_inline(&name, &location, &property)
}

/// Since the last action the widget read this property, and Desk answered with what the fixture says.
///
/// ```gherkin
/// Then "crm" at "desk.contact.detail.rightpanel" is told "contact" as in "reads/contact"
/// ```
#[then(expr = "{string} at {string} is told {string} as in {string}")]
fn is_told_as_in(scenario: &mut Scenario, name: String, location: String, property: String, fixture: String) -> Outcome {
    scenario.expect_read_as_in(&name, &location, &property, &fixture)
}

/// Since the last action the widget wanted to read this, and Desk refused it with this reason (SDK-06).
///
/// ```gherkin
/// Then "crm" at "desk.background" is refused "ticket.subject" with "ticket.subject cannot be read from desk.background."
/// ```
#[then(expr = "{string} at {string} is refused {string} with {string}")]
fn is_refused(scenario: &mut Scenario, name: String, location: String, property: String, reason: String) -> Outcome {
    scenario.expect_read_refused(&name, &location, &property, &reason)
}
