# exit 1
Feature: A task that the ticket does not have

  Scenario: What is wrong stands here
    Given the ticket "26811000000760569"
    And the ticket "26811000000760569" has the task "Order a spare part"
    And the agent has the ticket "26811000000760569" open
    When the agent marks the task "Order a spare port" as completed

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
