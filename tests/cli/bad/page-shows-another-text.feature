# exit 1
Feature: Another text than expected

  Scenario: What is wrong stands here
    * the extension "panel" from "extensions/panel"
    Then the page of the extension "panel" shows "three" in ".line"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
