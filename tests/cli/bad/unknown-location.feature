# exit 1
Feature: No such location

  Scenario: What is wrong stands here
    Given the extension "crm" at "desk.backgroud"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
