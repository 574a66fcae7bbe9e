# exit 1
Feature: Another channel

  Scenario: What is wrong stands here
    Given the extension "chat" has a channel
    Given the channel of "chad" answers the pull with garbage

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
