# exit 1
Feature: Remote Assist without a ticket

  Scenario: What is wrong stands here
    When the agent opens remote assist

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
