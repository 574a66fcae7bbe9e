# exit 1
Feature: A call that nobody made

  Scenario: What is wrong stands here
    When the call rings at the other end

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
