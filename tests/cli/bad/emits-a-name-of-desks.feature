# exit 1
Feature: The name of an event of Desk's

  Scenario: What is wrong stands here
    * the extension "crm" at "desk.background"
    * the extension "crm" at "desk.topband"
    When the agent picks "crm" at "desk.topband"
    And "crm" at "desk.topband" emits "ticket_status.changed" to "desk.background"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
