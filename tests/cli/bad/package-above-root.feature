# exit 3
Feature: A package above the root

  Scenario: What is wrong stands here
    Given the extension "bugtracker" from "../bugtracker"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
