# exit 1
Feature: An event that nobody emitted

  Scenario: What is wrong stands here
    * the extension "crm" at "desk.background"
    * the extension "crm" at "desk.topband"
    When the agent picks "crm" at "desk.topband"
    And "crm" at "desk.topband" emits "order.picked" to "desk.background"
    Then "crm" at "desk.background" receives "order.piked"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
