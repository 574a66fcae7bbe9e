# exit 1
Feature: There is a draft already

  Scenario: What is wrong stands here
    Given the ticket "1"
    And the customer wrote "It does not charge" to the ticket "1"
    And the agent has the ticket "1" open
    And the agent opens the reply editor
    And the agent saves the draft "Please wait"
    When the agent saves the draft "Please send it in"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
