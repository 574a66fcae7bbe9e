# exit 1
Feature: No ticket is open

  Scenario: What is wrong stands here
    Given the ticket "1"
    When the agent moves to the ticket "1" in the All Tickets list

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
