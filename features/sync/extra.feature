Feature: What an extension keeps about tickets and threads
  The service sends along what the extension wants to find again: under a key that names the ticket or the thread as Desk knows it.

  Background:
    Given the extension "chat" has a channel

  @CH-12
  Scenario: Placeholders are filled in, and the objects are stored
    Given the channel of "chat" answers the pull with "sync/message-with-extras"
    When 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    And I keep the ticket's "id" as "ticket"
    Then the storage of "chat" has 2 objects
    And the storage of "chat" has 2 objects in the group "chats of ada@example.com"
    And the storage of "chat" holds "chat_${ticket}" with
      """json
      {"likes": 3, "about": {"subject": "My phone does not charge", "others": ["chat", ""]}}
      """
    And the storage of "chat" holds "message_m-1" with "sync/where-it-is"

  @CH-12 @Q-66
  Scenario: What comes again under the same key takes the place of what was there
    Given the channel of "chat" answers the pull with "sync/first-message"
    And the channel of "chat" then answers the pull with "sync/first-message-liked"
    When 8 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    And I keep the ticket's "id" as "ticket"
    Then the storage of "chat" has 1 object
    And the storage of "chat" holds "chat_${ticket}" with
      """json
      {"likes": 4}
      """

  @CH-12
  Scenario: One extension stores nothing for another
    Given the extension "forum" has a channel
    And the channel of "chat" answers the pull with "sync/first-message"
    When 4 minutes pass
    Then the storage of "chat" has 1 object
    And the storage of "forum" has 0 objects

  @CH-12
  Scenario: The answer to a push has an extra, too
    Given the channel of "chat" answers the pull with "sync/first-message"
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    And I keep the ticket's "id" as "ticket"
    And the channel of "chat" answers the push with "sync/reply-taken-with-more"
    When the agent replies "Please send it in"
    Then the storage of "chat" has 2 objects
    And the storage of "chat" holds "reply_m-3" with
      """json
      {"ticket": "${ticket}", "read": false}
      """

  @CH-12
  Scenario Outline: {{<placeholder>}} stands for nothing in a ticket's extra
    Given the channel of "chat" answers the pull with
      """json
      {
        "channelState": "message 1",
        "data": {
          "tickets": [
            {
              "extId": "c-7",
              "subject": "My phone does not charge",
              "actor": {"extId": "u-12", "name": "Ada Smith", "email": "ada@example.com"},
              "extra": {"key": "chat", "queriableValue": "chats", "value": {"of": ["{{<placeholder>}}"]}}
            }
          ]
        }
      }
      """
    When 4 minutes pass
    Then the extension "chat" is reported for "An extra is not stored: its placeholder {{<placeholder>}} stands for nothing here."
    And the storage of "chat" has 0 objects
    But Desk has a ticket of the channel "chat" with the external ID "c-7"
    And the channel state of "chat" is "message 1"

    Examples:
      | placeholder   |
      | ticket.nummer |
      | thread.id     |
      | customer.name |
      | ticket        |
