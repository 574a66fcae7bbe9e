# exit 1
Feature: A number that nobody can dial

  Scenario: What is wrong stands here
    When the agent calls "Kim Lee" from the dial pad

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
