# exit 1
Feature: Two comments say so

  Scenario: What is wrong stands here
    Given the ticket "1"
    And the agent has the ticket "1" open
    And the agent comments privately "Ask the workshop"
    And the agent comments publicly "Ask the workshop"
    When the agent edits the comment "Ask the workshop" to "Done"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
