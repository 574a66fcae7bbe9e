# exit 1
Feature: A real package has its own secret

  Scenario: What is wrong stands here
    Given the extension "chat" at "desk.background"
    And the extension "bugtracker" from "extensions/bugtracker"
    And the extension "bugtracker" has the secret "4711"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
