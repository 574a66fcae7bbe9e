# exit 1
Feature: Another spelling of a hook to ask

  Scenario: What is wrong stands here
    When Desk asks the hook "tickets.merge" with "payloads/merged"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
