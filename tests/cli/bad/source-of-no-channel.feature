# exit 1
Feature: A ticket has no source

  Scenario: What is wrong stands here
    Given the ticket "1"
    And the agent has the ticket "1" open
    When the agent opens the source of the ticket

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
