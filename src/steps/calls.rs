use crate::host::desk::Direction;
use crate::scenario::{Outcome, Scenario};
use cucumber::{given, when};

/// A call comes in and rings; the portal looks for a contact with that phone or mobile number; call.ringing follows.
///
/// ```gherkin
/// When a call from "+1 888 900 9646" rings
/// ```
#[when(expr = "a call from {string} rings")]
fn rings(scenario: &mut Scenario, number: String) -> Outcome {
    scenario.ring_here(number)
}

/// What the agent called last rings at the other end: call.ringing follows.
///
/// ```gherkin
/// When the call rings at the other end
/// ```
#[when("the call rings at the other end")]
fn rings_there(scenario: &mut Scenario) -> Outcome {
    scenario.ring_there()
}

/// The agent answers a call that came in: call.answered follows.
///
/// ```gherkin
/// When the agent answers the call
/// ```
#[when("the agent answers the call")]
fn agent_answers(scenario: &mut Scenario) -> Outcome {
    scenario.answer_call(Direction::Inbound)
}

/// The customer answers the agent's call: call.answered follows.
///
/// ```gherkin
/// When the customer answers the call
/// ```
#[when("the customer answers the call")]
fn customer_answers(scenario: &mut Scenario) -> Outcome {
    scenario.answer_call(Direction::Outbound)
}

/// The ringing ends without an answer: a missed call, of which the pages document no event.
///
/// ```gherkin
/// When nobody answers the call
/// ```
#[when("nobody answers the call")]
fn nobody_answers(scenario: &mut Scenario) -> Outcome {
    scenario.miss_call()
}

/// The agent ends the conversation and hangs up: call.completed follows.
///
/// ```gherkin
/// When the agent completes the call
/// ```
#[when("the agent completes the call")]
fn completes(scenario: &mut Scenario) -> Outcome {
    scenario.complete_call()
}

/// The agent says which ticket the call is about, while it rings or from the answer on.
///
/// ```gherkin
/// When the agent associates the call with the ticket "26811000000760569"
/// ```
#[when(expr = "the agent associates the call with the ticket {string}")]
fn associates(scenario: &mut Scenario, ticket: String) -> Outcome {
    scenario.associate_call(&ticket)
}

/// The agent calls a number from the dial pad: click2Call follows.
///
/// ```gherkin
/// When the agent calls "+1 888 900 9646" from the dial pad
/// ```
#[when(expr = "the agent calls {string} from the dial pad")]
fn calls_from_dial_pad(scenario: &mut Scenario, number: String) -> Outcome {
    scenario.dial_number(number)
}

/// The agent calls the phone number of the open ticket, or of its contact: click2Call follows.
///
/// ```gherkin
/// When the agent calls from the ticket
/// ```
#[when("the agent calls from the ticket")]
fn calls_from_ticket(scenario: &mut Scenario) -> Outcome {
    scenario.dial_from("ticket")
}

/// The agent calls the open contact's phone number: click2Call follows.
///
/// ```gherkin
/// When the agent calls from the contact
/// ```
#[when("the agent calls from the contact")]
fn calls_from_contact(scenario: &mut Scenario) -> Outcome {
    scenario.dial_from("contact")
}

/// The agent calls the open account's phone number: click2Call follows.
///
/// ```gherkin
/// When the agent calls from the account
/// ```
#[when("the agent calls from the account")]
fn calls_from_account(scenario: &mut Scenario) -> Outcome {
    scenario.dial_from("account")
}

/// The agent calls whom the open activity is with: click2Call follows.
///
/// ```gherkin
/// When the agent calls from the activity
/// ```
#[when("the agent calls from the activity")]
fn calls_from_activity(scenario: &mut Scenario) -> Outcome {
    scenario.dial_from("activity")
}

/// The agent calls whom an activity is with, from the pop-up that reminds of it, whatever page is open: click2Call follows.
///
/// ```gherkin
/// When the agent calls from the reminder of the activity "26811000000500001"
/// ```
#[when(expr = "the agent calls from the reminder of the activity {string}")]
fn calls_from_reminder(scenario: &mut Scenario, activity: String) -> Outcome {
    scenario.dial_from_reminder(&activity)
}

/// A call is planned, with a contact (`contactId`), about a ticket (`caseId`), or both.
///
/// ```gherkin
/// Given the activity "26811000000500001" with
///   | contactId | 26811000000480001 |
///   | caseId    | 26811000000760569 |
/// ```
#[given(expr = "the activity {string} with")]
fn activity(scenario: &mut Scenario, id: String) -> Outcome {
    scenario.put_activity(&id)
}

/// The agent goes to an activity's detail page; widgets of the page before are gone.
///
/// ```gherkin
/// When the agent opens the activity "26811000000500001"
/// ```
#[when(expr = "the agent opens the activity {string}")]
fn opens_activity(scenario: &mut Scenario, id: String) -> Outcome {
    scenario.open_activity(&id)
}
