# exit 1
Feature: No such property, in an expectation

  Scenario: What is wrong stands here
    Given the ticket "26811000000760569"
    When the agent opens the ticket "26811000000760569"
    Then the ticket's "statsu" is "Open"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
