# exit 1
Feature: No answer at all

  Scenario: What is wrong stands here
    Given the extension "chat" has a channel
    Given the channel of "chat" answers the pull 0 times with garbage

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
