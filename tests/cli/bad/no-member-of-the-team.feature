# exit 1
Feature: An agent of another team

  Scenario: What is wrong stands here
    Given the agent "Kim Lee"
    And the agent "Sam Park"
    And the team "Workshop"
    And the agent "Kim Lee" belongs to the team "Workshop"
    And the ticket "26811000000760569"
    And the agent has the ticket "26811000000760569" open
    When the agent assigns the ticket to "Sam Park" of the team "Workshop"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
