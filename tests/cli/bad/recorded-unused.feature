# exit 1
Feature: An exchange that never takes place

  Scenario: What is wrong stands here
    Given the extension "chat" has a channel
    Given the channel of "chat" answers as recorded in "sync/recorded-unused"
    When 4 minutes pass

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
