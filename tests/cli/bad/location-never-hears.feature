# exit 1
Feature: A location that cannot receive an event

  Scenario: What is wrong stands here
    Given the extension "crm" at "desk.topband"
    Then "crm" at "desk.topband" receives "ticket_status.changed"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
