# exit 1
Feature: Shorter than a millisecond

  Scenario: What is wrong stands here
    When 0.0001 seconds pass

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
