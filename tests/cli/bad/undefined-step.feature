# exit 1
Feature: No such sentence

  Scenario: What is wrong stands here
    Given the ticket "26811000000760569"
    When the agent close the ticket
    Then the ticket status is "Closed"
    And the moon is full

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
