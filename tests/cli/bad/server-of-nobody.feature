# exit 1
Feature: The server of an extension that is not there

  Scenario: What is wrong stands here
    Given the extension "chat" has a channel
    When the server of "chatt" reads the storage

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
