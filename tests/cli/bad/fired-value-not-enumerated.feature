# exit 1
Feature: Values outside their enumerations

  Scenario: What is wrong stands here
    When Desk broadcasts the event "pageChange" with "payloads/page-changed"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
