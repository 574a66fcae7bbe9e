# exit 1
Feature: A package for an extension that has none

  Scenario: What is wrong stands here
    Given the extension "crm" at "desk.background"
    When the administrator updates the extension "crm" to "extensions/next/crm"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
