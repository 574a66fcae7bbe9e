# exit 1
Feature: No such activity

  Scenario: What is wrong stands here
    Given the ticket "26811000000760569"
    And the activity "26811000000500001" with
      | caseId | 26811000000760569 |
    When the agent opens the activity "26811000000500002"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
