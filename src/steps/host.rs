use crate::scenario::{Outcome, Scenario};
use cucumber::given;

/// Which help desk the scenario is about, said before all else; without it, Zoho Desk.
///
/// ```gherkin
/// Given the help desk is Freshdesk
/// ```
#[given(expr = "the help desk is {word}")]
fn help_desk(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.play_on(&name)
}
