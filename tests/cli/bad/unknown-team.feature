# exit 1
Feature: No team is called so

  Scenario: What is wrong stands here
    Given the ticket "1"
    And the agent has the ticket "1" open
    When the agent assigns the ticket to the team "Workshop"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
