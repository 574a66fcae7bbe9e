use crate::host::desk::Module;
use crate::scenario::{Outcome, Scenario};
use cucumber::{given, then, when};

/// A contact is there, of whom nothing is known.
/// On both hosts.
///
/// ```gherkin
/// Given the contact "26811000000480001"
/// ```
#[given(expr = "the contact {string}")]
fn contact(scenario: &mut Scenario, id: String) -> Outcome {
    scenario.put_customer(Module::Contact, &id)
}

/// A contact is there with the properties of the table, by their names in `ZOHODESK.get("contact.…")`; custom fields begin with `cf_`.
/// On both hosts.
///
/// ```gherkin
/// Given the contact "26811000000480001" with
///   | lastName | Lee            |
///   | phone    | 1 888 900 9646 |
/// ```
#[given(expr = "the contact {string} with")]
fn contact_with_table(scenario: &mut Scenario, id: String) -> Outcome {
    scenario.put_customer_with_table(Module::Contact, &id)
}

/// A contact is there with the properties of a fixture.
/// On both hosts.
///
/// ```gherkin
/// Given the contact "26811000000480001" as in "contacts/lee"
/// ```
#[given(expr = "the contact {string} as in {string}")]
fn contact_as_in(scenario: &mut Scenario, id: String, fixture: String) -> Outcome {
    scenario.put_customer_from(Module::Contact, &id, &fixture)
}

/// An account is there, of which nothing is known.
///
/// ```gherkin
/// Given the account "26811000000490001"
/// ```
#[given(expr = "the account {string}")]
fn account(scenario: &mut Scenario, id: String) -> Outcome {
    scenario.put_customer(Module::Account, &id)
}

/// An account is there with the properties of the table, by their names in `ZOHODESK.get("account.…")`; custom fields begin with `cf_`.
///
/// ```gherkin
/// Given the account "26811000000490001" with
///   | website | https://www.zylker.example |
/// ```
#[given(expr = "the account {string} with")]
fn account_with_table(scenario: &mut Scenario, id: String) -> Outcome {
    scenario.put_customer_with_table(Module::Account, &id)
}

/// An account is there with the properties of a fixture.
///
/// ```gherkin
/// Given the account "26811000000490001" as in "accounts/zylker"
/// ```
#[given(expr = "the account {string} as in {string}")]
fn account_as_in(scenario: &mut Scenario, id: String, fixture: String) -> Outcome {
    scenario.put_customer_from(Module::Account, &id, &fixture)
}

/// The agent goes to a contact's detail page; widgets of the page before are gone.
///
/// ```gherkin
/// When the agent opens the contact "26811000000480001"
/// ```
#[when(expr = "the agent opens the contact {string}")]
fn opens_contact(scenario: &mut Scenario, id: String) -> Outcome {
    scenario.open_customer(Module::Contact, &id)
}

/// The agent goes to an account's detail page; widgets of the page before are gone.
///
/// ```gherkin
/// When the agent opens the account "26811000000490001"
/// ```
#[when(expr = "the agent opens the account {string}")]
fn opens_account(scenario: &mut Scenario, id: String) -> Outcome {
    scenario.open_customer(Module::Account, &id)
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

/// Desk has so many contacts: who writes through a channel joins one, or is a new one (CH-11).
///
/// ```gherkin
/// Then Desk has 1 contact
/// ```
#[then(expr = "Desk has {int} contact(s)")]
fn contacts(scenario: &mut Scenario, count: i64) -> Outcome {
    scenario.expect_contacts(count)
}
