# exit 1
Feature: A hook that is broadcast

  Scenario: What is wrong stands here
    When Desk broadcasts the event "ticket.close"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
