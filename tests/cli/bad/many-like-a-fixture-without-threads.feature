# exit 1
Feature: Many threads like one that is not there

  Scenario: What is wrong stands here
    Given the extension "chat" has a channel
    And the channel of "chat" answers the pull with 2 tickets and 2 threads like "sync/message"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
