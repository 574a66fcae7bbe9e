# exit 3
Feature: A fixture that there is not, to be imported

  Scenario: What is wrong stands here
    Given the extension "chat" has a channel
    And the extension "chat" has the secret "4711"
    When the server of "chat" imports "sync/mesage"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
