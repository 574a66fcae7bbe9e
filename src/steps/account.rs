use crate::host::freshdesk::Kind;
use crate::scenario::{Outcome, Scenario};
use cucumber::given;

/// The account has these values, of `account_id`, `domain`, `region` and `support_email` (FD-01).
///
/// ```gherkin
/// Given the account with
///   | account_id | 13                   |
///   | domain     | sample.freshdesk.com |
/// ```
#[given("the account with")]
fn account_with(scenario: &mut Scenario) -> Outcome {
    scenario.set_account()
}

/// A group of agents is there, to which tickets may be assigned.
///
/// ```gherkin
/// Given the group "Billing" with the ID 351
/// ```
#[given(expr = "the group {string} with the ID {int}")]
fn group(scenario: &mut Scenario, name: String, id: i64) -> Outcome {
    scenario.put_belonging(Kind::Group, name, id)
}
