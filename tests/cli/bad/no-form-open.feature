# exit 1
Feature: No form is open

  Scenario: What is wrong stands here
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent submits the form

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
