# exit 3
Feature: No such package

  Scenario: What is wrong stands here
    Given the extension "bugtracker" from "extensions/bugtraker"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
