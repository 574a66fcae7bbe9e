# exit 1
Feature: No such extension

  Scenario: What is wrong stands here
    Given the extension "bugtracker" at "desk.background"
    Then "bugtraker" at "desk.background" is alive

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
