# exit 1
Feature: A channel has no link to its source

  Scenario: What is wrong stands here
    Given the extension "chat" has a channel
    And the channel of "chat" answers the pull with
      """json
      {"data": {"tickets": [{"extId": "c-7", "subject": "Hello", "actor": {"extId": "u-1", "name": "Ada"}, "extra": {"key": "k", "queriableValue": "q", "value": {}}}]}}
      """
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    When the agent opens the source of the ticket

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
