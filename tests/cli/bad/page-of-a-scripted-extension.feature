# exit 1
Feature: The page of an extension that the feature plays

  Scenario: What is wrong stands here
    * the extension "crm" at "desk.background"
    When the agent clicks "#save" in the extension "crm"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
