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

/// A company is there, to which contacts and tickets may belong.
///
/// ```gherkin
/// Given the company "Acme" with the ID 40
/// ```
#[given(expr = "the company {string} with the ID {int}")]
fn company(scenario: &mut Scenario, name: String, id: i64) -> Outcome {
    scenario.put_belonging(Kind::Company, name, id)
}

/// A product is there, which tickets may be about.
///
/// ```gherkin
/// Given the product "Chargers" with the ID 7
/// ```
#[given(expr = "the product {string} with the ID {int}")]
fn product(scenario: &mut Scenario, name: String, id: i64) -> Outcome {
    scenario.put_belonging(Kind::Product, name, id)
}
