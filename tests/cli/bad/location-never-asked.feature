# exit 1
Feature: A location that is never asked

  Scenario: What is wrong stands here
    Given the extension "crm" at "desk.ticket.detail.subtab" allows the hook "ticket.close"
    Then "crm" at "desk.ticket.detail.subtab" is asked "ticket.close"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
