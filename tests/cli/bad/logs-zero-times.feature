# exit 1
Feature: No log at all

  Scenario: What is wrong stands here
    Given the extension "chat" has the secret "4711"
    When the server of "chat" writes 0 logs under the reference "sync"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
