# exit 1
Feature: No such hook to ask

  Scenario: What is wrong stands here
    When Desk asks the hook "ticket.comment.edits"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
