# exit 1
Feature: Nothing to leave out

  Scenario: What is wrong stands here
    Given the extension "chat" has a channel
    Given the channel of "chat" answers the pull with "sync/message" without the ticket "c-8"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
