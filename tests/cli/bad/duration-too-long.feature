# exit 1
Feature: Longer than time

  Scenario: What is wrong stands here
    When 99999999999999999999 days pass

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
