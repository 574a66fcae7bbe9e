# exit 1
Feature: An element that is not there

  Scenario: What is wrong stands here
    * the extension "panel" from "extensions/panel"
    When the agent clicks "#sav" in the extension "panel"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
