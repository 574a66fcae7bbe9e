# exit 1
Feature: A slip in a profile

  Scenario: What is wrong stands here
    Given the agent's profile is "Suport Administrator"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
