# exit 1
Feature: The extension has no widget for threads

  Scenario: What is wrong stands here
    Given the ticket "1"
    And the customer wrote "It does not charge" to the ticket "1"
    And the extension "crm" at "desk.background"
    And the agent has the ticket "1" open
    When the agent picks "crm" on the thread "It does not charge"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
