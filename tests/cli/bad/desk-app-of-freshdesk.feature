# exit 3
Feature: An app of Freshdesk's where the help desk is not said

  Scenario: What is wrong stands here
    Given the extension "notify" from "apps/silent"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
