# exit 1
Feature: A number that does not fit

  Scenario: What is wrong stands here
    Given the service "https://bugs.example.com/issues/7" answers -200

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
