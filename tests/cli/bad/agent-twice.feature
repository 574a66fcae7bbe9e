# exit 1
Feature: An agent is there twice

  Scenario: What is wrong stands here
    Given the agent "Kim Lee"
    And the agent "Kim Lee"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
