# exit 1
Feature: No modal box is open

  Scenario: What is wrong stands here
    When the agent closes the modal box

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
