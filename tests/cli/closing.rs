//! Features that pass, fail, are undefined and cannot be read.

use crate::support::Project;

/// Lines of it are named in the tests: keep them where they are.
pub(crate) const FEATURE: &str = r#"Feature: Closing

  Background:
    Given the ticket "1"

  @smoke
  Scenario: First
    When the agent opens the ticket "1"
    Then the ticket's "status" is "Open"

  @slow
  Scenario: Second
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"

  Scenario Outline: Third, into <status>
    When the agent opens the ticket "1"
    And the agent sets the status to "<status>"
    Then the ticket's "status" is "<status>"

    Examples:
      | status  |
      | On Hold |
      | Closed  |
"#;

/// One scenario that fails.
pub(crate) const FAILS: &str = "Feature: Fails\n  Scenario: It fails\n    Given the ticket \"1\"\n    When the agent opens the ticket \"1\"\n    Then the ticket's \"status\" is \"Closed\"\n";
/// No Gherkin.
pub(crate) const BROKEN: &str = "Feature: Broken\n  Scenario: s\n    Given the ticket \"1\"\n    Thne it is there\n";
/// One step that nobody defined.
pub(crate) const UNDEFINED: &str = "Feature: Undefined\n  Scenario: It is undefined\n    Given the moon is full\n";

/// A project whose only feature passes.
pub(crate) fn closing() -> Project {
    Project::new().file("features/closing.feature", FEATURE)
}
