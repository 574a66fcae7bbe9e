use crate::scenario::{Outcome, Scenario};
use cucumber::{then, when};

/// The agent goes to the form for a new ticket, contact or account.
///
/// ```gherkin
/// When the agent goes to the form for a new ticket
/// ```
#[when(expr = "the agent goes to the form for a new {word}")]
fn goes_to_form(scenario: &mut Scenario, module: String) -> Outcome {
    scenario.open_form(&module)
}

/// The agent goes to the form in which the open ticket is edited.
///
/// ```gherkin
/// When the agent goes to the edit form of the ticket
/// ```
#[when("the agent goes to the edit form of the ticket")]
fn goes_to_edit_form(scenario: &mut Scenario) -> Outcome {
    scenario.open_edit_form()
}

/// The agent clones the open ticket: the form for a new ticket opens, filled with its values.
///
/// ```gherkin
/// When the agent clones the ticket
/// ```
#[when("the agent clones the ticket")]
fn clones(scenario: &mut Scenario) -> Outcome {
    scenario.clone_ticket()
}

/// The agent types into a field of the open form, behind what is there: each letter is a keystroke (EVT-12); custom fields begin with `cf_`.
///
/// ```gherkin
/// When the agent types "kim@zylker.example" into the field "email"
/// ```
#[when(expr = "the agent types {string} into the field {string}")]
fn types(scenario: &mut Scenario, text: String, field: String) -> Outcome {
    scenario.type_into(&field, &text)
}

/// The agent takes away all that a field of the open form holds, at one stroke.
///
/// ```gherkin
/// When the agent clears the field "email"
/// ```
#[when(expr = "the agent clears the field {string}")]
fn clears(scenario: &mut Scenario, field: String) -> Outcome {
    scenario.clear_field(&field)
}

/// The agent picks a value in a field of the open form, at one stroke: from a list, agents and teams by name, `dueDate` from the calendar.
///
/// ```gherkin
/// When the agent picks "High" in the field "priority"
/// ```
#[when(expr = "the agent picks {string} in the field {string}")]
fn picks_in_field(scenario: &mut Scenario, value: String, field: String) -> Outcome {
    scenario.pick_in_field(&field, &value)
}

/// The agent fills in fields of the open form in the table's order: types what is text, in the place of what is there; picks all else.
///
/// ```gherkin
/// When the agent fills in the form with
///   | subject  | Faulty phone charging port |
///   | priority | High                       |
/// ```
#[when("the agent fills in the form with")]
fn fills_in(scenario: &mut Scenario) -> Outcome {
    scenario.fill_in()
}

/// The agent fills in fields of the open form as the fixture has them: types what is text, in the place of what is there; picks all else.
///
/// ```gherkin
/// When the agent fills in the form as in "tickets/form"
/// ```
#[when(expr = "the agent fills in the form as in {string}")]
fn fills_in_as(scenario: &mut Scenario, fixture: String) -> Outcome {
    scenario.fill_in_from(&fixture)
}

/// The agent submits the open form: the hooks ticket.add and then ticket.createAfter are asked for a new ticket, ticket.update for an edited one.
///
/// ```gherkin
/// When the agent submits the form
/// ```
#[when("the agent submits the form")]
fn submits(scenario: &mut Scenario) -> Outcome {
    scenario.submit_form()
}

/// A field of the open form holds this.
///
/// ```gherkin
/// Then the form's "subject" is "Faulty phone charging port"
/// ```
#[then(expr = "the form's {string} is {string}")]
fn form_field_is(scenario: &mut Scenario, field: String, value: String) -> Outcome {
    scenario.expect_form_field(&field, &value)
}

/// Since the agent's last action the panel of a form heard exactly these changes of a field, in this order: old value, new value.
///
/// ```gherkin
/// Then "crm" at "desk.contact.form.rightpanel" hears the field "email" change in this order
///   |   | k  |
///   | k | ki |
/// ```
#[then(expr = "{string} at {string} hears the field {string} change in this order")]
fn hears_changes(scenario: &mut Scenario, name: String, location: String, field: String) -> Outcome {
    scenario.expect_field_changes(&name, &location, &field)
}

/// Since the agent's last action one ticket, contact or account was created on its form.
///
/// ```gherkin
/// Then a ticket is created
/// ```
#[then(expr = "a(n) {word} is created")]
fn is_created(scenario: &mut Scenario, module: String) -> Outcome {
    scenario.expect_created(&module)
}

/// Since the agent's last action no ticket, contact or account was created on its form.
///
/// ```gherkin
/// Then no ticket is created
/// ```
#[then(expr = "no {word} is created")]
fn none_is_created(scenario: &mut Scenario, module: String) -> Outcome {
    scenario.expect_none_created(&module)
}

/// A property of the ticket, contact or account that was created last on its form has this value, whether its page is open or not.
///
/// ```gherkin
/// Then the new ticket's "status" is "Open"
/// ```
#[then(expr = "the new {word}'s {string} is {string}")]
fn new_property_is(scenario: &mut Scenario, module: String, property: String, value: String) -> Outcome {
    scenario.expect_new_property(&module, &property, &value)
}

/// The ticket that was created last on a form contains what the fixture says, whether its page is open or not.
///
/// ```gherkin
/// Then the new ticket contains "tickets/created"
/// ```
#[then(expr = "the new ticket contains {string}")]
fn new_ticket_contains(scenario: &mut Scenario, fixture: String) -> Outcome {
    scenario.expect_new_ticket(&fixture)
}

/// The agent is on the form for a new ticket, contact or account.
///
/// ```gherkin
/// Then the agent is on the form for a new ticket
/// ```
#[then(expr = "the agent is on the form for a new {word}")]
fn is_on_form(scenario: &mut Scenario, module: String) -> Outcome {
    scenario.expect_on_form(&module)
}

/// The agent is on the form in which this record is edited: a ticket, or another one to which a widget has sent him (SDK-10).
///
/// ```gherkin
/// Then the agent is on the edit form of the ticket "26811000000760569"
/// ```
#[then(expr = "the agent is on the edit form of the {word} {string}")]
fn is_on_edit_form(scenario: &mut Scenario, module: String, id: String) -> Outcome {
    scenario.expect_on_edit_form(&module, &id)
}

/// The agent is on the detail page of the ticket, contact or account that was created last on its form.
///
/// ```gherkin
/// Then the agent is on the page of the new ticket
/// ```
#[then(expr = "the agent is on the page of the new {word}")]
fn is_on_new(scenario: &mut Scenario, module: String) -> Outcome {
    scenario.expect_on_new(&module)
}

/// The agent is on this ticket's detail page.
///
/// ```gherkin
/// Then the agent is on the page of the ticket "26811000000760569"
/// ```
#[then(expr = "the agent is on the page of the ticket {string}")]
fn is_on_ticket(scenario: &mut Scenario, id: String) -> Outcome {
    scenario.expect_on_ticket(&id)
}
