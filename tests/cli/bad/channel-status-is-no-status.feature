# exit 1
Feature: A status that HTTP does not have

  Scenario: What is wrong stands here
    Given the extension "chat" has a channel
    And the channel of "chat" answers the pull with the status 700

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
