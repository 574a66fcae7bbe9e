# exit 1
Feature: No such kept value

  Scenario: What is wrong stands here
    When I keep "7" as "issue"
    Then the action is stopped with "Issue ${isue} is open"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
