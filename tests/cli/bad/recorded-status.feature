# exit 3
Feature: A recording whose status is a text

  Scenario: What is wrong stands here
    Given the extension "chat" has a channel
    Given the channel of "chat" answers as recorded in "sync/recorded-status"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
