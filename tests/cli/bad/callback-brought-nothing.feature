# exit 1
Feature: A callback that was never called

  Scenario: What is wrong stands here
    Given the extension "chat" has the secret "4711"
    And the extension "chat" declares the callback onUpdate
    When the server of "chat" invokes "GET https://chat.example/users" with what the callback onUpdate brought

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
