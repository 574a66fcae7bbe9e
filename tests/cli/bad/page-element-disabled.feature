# exit 1
Feature: A click on what is disabled

  Scenario: What is wrong stands here
    * the extension "panel" from "extensions/panel"
    When the agent clicks "#later" in the extension "panel"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
