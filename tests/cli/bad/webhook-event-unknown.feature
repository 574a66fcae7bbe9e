# exit 1
Feature: An event that no webhook tells

  Scenario: What is wrong stands here
    Given the extension "crm" at "desk.background"
    Then the webhook of "crm" is told "Ticket_Updated"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
