# exit 1
Feature: An extension is installed already

  Scenario: What is wrong stands here
    Given the extension "crm" at "desk.background"
    When the administrator installs the extension "crm" at "desk.background"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
