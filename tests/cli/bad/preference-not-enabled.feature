# exit 1
Feature: A configuration tab that is not enabled yet

  Scenario: What is wrong stands here
    Given the extension "crm" at "desk.extension.preference"
    And the extension "crm" has the mandatory param "apikey"
    When the agent opens the page of the extension "crm"
    And the agent picks "crm" at "desk.extension.preference"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
