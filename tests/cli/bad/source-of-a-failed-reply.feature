# exit 1
Feature: The service does not know the reply

  Scenario: What is wrong stands here
    Given the extension "chat" has a channel with
      | redirectUrl | https://chat.example/source |
    And the channel of "chat" answers the pull with
      """json
      {"data": {"tickets": [{"extId": "c-7", "subject": "Hello", "actor": {"extId": "u-1", "name": "Ada"}, "extra": {"key": "k", "queriableValue": "q", "value": {}}}]}}
      """
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    And the agent replies "Hello"
    When the agent opens the source of the newest thread

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
