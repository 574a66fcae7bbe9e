Feature: A package under test

  Background:
    Given the ticket "26811000000760569" with
      | cf_issue | 7 |

  Scenario: The package is installed
    Given the extension "guard"
    When the agent opens the ticket "26811000000760569"
    Then the ticket's "status" is "Open"

  Scenario: Another scenario goes on
    When the agent opens the ticket "26811000000760569"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
