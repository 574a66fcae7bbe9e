# exit 1
Feature: Elements of an array that the page does not have

  Scenario: What is wrong stands here
    When Desk asks the hook "ticket.merge" with "payloads/merged"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
