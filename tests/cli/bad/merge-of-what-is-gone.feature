# exit 1
Feature: A ticket that was merged already

  Scenario: What is wrong stands here
    Given the ticket "26811000000760569"
    And the ticket "26811000000760577"
    And the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
    When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
