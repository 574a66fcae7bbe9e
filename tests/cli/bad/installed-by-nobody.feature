# exit 1
Feature: An extension that is not there

  Scenario: What is wrong stands here
    When the administrator uninstalls the extension "crm"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
