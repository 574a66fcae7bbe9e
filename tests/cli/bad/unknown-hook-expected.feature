# exit 1
Feature: No such hook, in an expectation

  Scenario: What is wrong stands here
    Given the extension "crm" at "desk.background"
    Then "crm" at "desk.background" is not asked "ticket.colse"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
