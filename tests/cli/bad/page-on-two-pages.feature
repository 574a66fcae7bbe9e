# exit 1
Feature: An element of two open pages

  Scenario: What is wrong stands here
    * the extension "panel" from "extensions/panel"
    When the agent picks "panel" at "desk.topband"
    And the agent clicks "#save" in the extension "panel"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
