# exit 1
Feature: A payload that is left out

  Scenario: What is wrong stands here
    When Desk broadcasts the event "task_Completed"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
