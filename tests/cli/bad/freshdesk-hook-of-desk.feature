# exit 1
Feature: A hook of Desk's

  Scenario: What is wrong stands here
    Given the help desk is Freshdesk
    And the extension "orders" at "ticket_background" rejects the hook "ticket.close" with "Not yet"

  Scenario: Another scenario goes on
    Given the help desk is Freshdesk
    And the ticket "1"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the ticket's "status" is "Close"
