# exit 1
Feature: A config param that is not declared

  Scenario: What is wrong stands here
    Given the extension "crm" at "desk.extension.preference"
    And the extension "crm" has the mandatory param "apikey"
    When the agent sets the param "apiKey" of the extension "crm" to "4711"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
