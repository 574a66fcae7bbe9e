# exit 1
Feature: No thread says so

  Scenario: What is wrong stands here
    Given the ticket "1"
    And the customer wrote "It does not charge" to the ticket "1"
    And the agent has the ticket "1" open
    When the agent opens the reply editor of the thread "It does not change"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
