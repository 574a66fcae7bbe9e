# exit 1
Feature: A mail is edited

  Scenario: What is wrong stands here
    Given the ticket "1"
    And the agent has the ticket "1" open
    And the agent replies "Hello"
    When the agent edits the reply "Hello" to "Goodbye"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
