# exit 1
Feature: A forum topic that there is not

  Scenario: What is wrong stands here
    Given the forum topic "How to reset a phone"
    When the agent opens the forum topic "How to reset the phone"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
