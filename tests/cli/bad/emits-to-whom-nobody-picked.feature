# exit 1
Feature: A sibling that is not there

  Scenario: What is wrong stands here
    * the extension "crm" at "desk.background"
    * the extension "crm" at "desk.topband"
    When "crm" at "desk.background" emits "order.picked" to "desk.topband"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
