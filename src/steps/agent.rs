use crate::scenario::{Outcome, Scenario};
use cucumber::{given, when};

/// The agent is on a ticket's detail page.
/// On both hosts.
///
/// ```gherkin
/// Given the agent has the ticket "26811000000760569" open
/// ```
#[given(expr = "the agent has the ticket {string} open")]
fn has_open(scenario: &mut Scenario, id: String) -> Outcome {
    scenario.has_ticket_open(&id)
}

/// The agent goes to a ticket's detail page; widgets of the page before are gone.
/// On both hosts.
///
/// ```gherkin
/// When the agent opens the ticket "26811000000760569"
/// ```
#[when(expr = "the agent opens the ticket {string}")]
fn opens(scenario: &mut Scenario, id: String) -> Outcome {
    scenario.open_ticket(&id)
}

/// The agent goes to the list of tickets.
/// On both hosts.
///
/// ```gherkin
/// When the agent goes to the list of tickets
/// ```
#[when("the agent goes to the list of tickets")]
fn goes_to_list(scenario: &mut Scenario) -> Outcome {
    scenario.open_list()
}

/// The agent picks an extension at a location of the page, and its widget loads (LOC-08).
/// On both hosts.
///
/// ```gherkin
/// When the agent picks "crm" at "desk.ticket.detail.rightpanel"
/// ```
#[when(expr = "the agent picks {string} at {string}")]
fn picks(scenario: &mut Scenario, extension: String, location: String) -> Outcome {
    scenario.pick(&extension, &location)
}

/// The agent closes the open ticket with its button: the hook ticket.close is asked.
/// On both hosts.
///
/// ```gherkin
/// When the agent closes the ticket
/// ```
#[when("the agent closes the ticket")]
fn closes(scenario: &mut Scenario) -> Outcome {
    scenario.close()
}

/// The agent reopens the open ticket with its button: the hook ticket.reOpen is asked.
/// On both hosts.
///
/// ```gherkin
/// When the agent reopens the ticket
/// ```
#[when("the agent reopens the ticket")]
fn reopens(scenario: &mut Scenario) -> Outcome {
    scenario.reopen()
}

/// The agent sets the open ticket's field "Status": the hook ticket.status is asked.
/// On both hosts.
///
/// ```gherkin
/// When the agent sets the status to "On Hold"
/// ```
#[when(expr = "the agent sets the status to {string}")]
fn sets_status(scenario: &mut Scenario, status: String) -> Outcome {
    scenario.set_status(status)
}

/// The agent comments on the open ticket, for the customer to see: the hook ticket.comment is asked.
/// On both hosts.
///
/// ```gherkin
/// When the agent comments publicly "We are on it"
/// ```
#[when(expr = "the agent comments publicly {string}")]
fn comments_publicly(scenario: &mut Scenario, content: String) -> Outcome {
    scenario.comment(content, true)
}

/// The agent comments on the open ticket, for agents only: the hook ticket.comment is asked.
/// On both hosts.
///
/// ```gherkin
/// When the agent comments privately "Ask the workshop"
/// ```
#[when(expr = "the agent comments privately {string}")]
fn comments_privately(scenario: &mut Scenario, content: String) -> Outcome {
    scenario.comment(content, false)
}

/// The agent replies to the open ticket's customer: the hook ticket.reply is asked.
/// On both hosts.
///
/// ```gherkin
/// When the agent replies "Please send it in"
/// ```
#[when(expr = "the agent replies {string}")]
fn replies(scenario: &mut Scenario, content: String) -> Outcome {
    scenario.reply(content, String::new())
}

/// The agent replies to the open ticket's customer, with copies to these addresses (comma-separated).
/// On both hosts.
///
/// ```gherkin
/// When the agent replies "Please send it in" with a copy to "workshop@zylker.example"
/// ```
#[when(expr = "the agent replies {string} with a copy to {string}")]
fn replies_with_copy(scenario: &mut Scenario, content: String, cc: String) -> Outcome {
    scenario.reply(content, cc)
}

/// The agent replies to the open ticket's customer with a longer text, or with HTML.
/// On both hosts.
///
/// ```gherkin
/// When the agent replies with
///   """
///   Please send it in.
///   We pay for the parcel.
///   """
/// ```
#[when("the agent replies with")]
fn replies_with_text(scenario: &mut Scenario) -> Outcome {
    scenario.reply_with_text()
}

/// The agent begins a Remote Assist session from the open ticket's detail view: the event ticket_assist.click follows.
///
/// ```gherkin
/// When the agent opens remote assist
/// ```
#[when("the agent opens remote assist")]
fn opens_assist(scenario: &mut Scenario) -> Outcome {
    scenario.open_assist()
}

/// The agent saves preferences of the user interface (theme, fontFamily, appearance), those of the table: the event user_preference.changed
/// follows.
///
/// ```gherkin
/// When the agent sets the preferences with
///   | theme      | yellow |
///   | fontFamily | Lato   |
/// ```
#[when("the agent sets the preferences with")]
fn sets_preferences(scenario: &mut Scenario) -> Outcome {
    scenario.set_preferences()
}
