use crate::scenario::{Outcome, Scenario};
use cucumber::when;

/// The agent goes to a page of a module, both by their names in the event pageChange: eight types of page, sixteen modules.
///
/// ```gherkin
/// When the agent goes to the page "dashboard" of the module "report"
/// ```
#[when(expr = "the agent goes to the page {string} of the module {string}")]
fn goes_to_page(scenario: &mut Scenario, page: String, module: String) -> Outcome {
    scenario.open_page(&page, &module)
}

/// The agent goes to a page of a module that shows this record, both by their names in the event pageChange.
///
/// ```gherkin
/// When the agent goes to the page "detail" of the module "contact" with the record "271540000000358001"
/// ```
#[when(expr = "the agent goes to the page {string} of the module {string} with the record {string}")]
fn goes_to_record(scenario: &mut Scenario, page: String, module: String, record: String) -> Outcome {
    scenario.open_record(&page, &module, &record)
}

/// The agent clicks a different ticket in the All Tickets list beside the open one: ticket_Shift, then pageChange (EVT-10).
///
/// ```gherkin
/// When the agent moves to the ticket "26811000000760577" in the All Tickets list
/// ```
#[when(expr = "the agent moves to the ticket {string} in the All Tickets list")]
fn moves_to_ticket(scenario: &mut Scenario, id: String) -> Outcome {
    scenario.shift_ticket(&id)
}
