Feature: Story 14: what a customer writes in the chat comes to Desk
  Ada writes in the shop's chat that her phone does not charge, and later asks for news. Desk looks every four minutes: her first message
  becomes a ticket and a contact, the second one a thread on the same ticket, and the third look brings nothing new.

  Background:
    Given the extension "chat" has a channel
    And the channel of "chat" answers the pull with "sync/first-message"
    And the channel of "chat" then answers the pull with "sync/second-message"
    And the channel of "chat" then answers the pull with "sync/nothing-new"

  @CH-01 @CH-07
  Scenario: A message, one more, and nothing new
    Given Desk has 0 tickets
    When 4 minutes pass
    Then Desk has 1 ticket
    And Desk has 1 contact
    When the agent opens the ticket "c-7" of the channel "chat"
    Then the ticket's "subject" is "My phone does not charge"
    And the ticket's "contactName" is "Ada Smith"
    And the ticket's "threadCount" is "1"
    When 4 minutes pass
    Then the ticket's "threadCount" is "2"
    And the ticket contains "sync/ticket-after-two-messages"
    But Desk has 1 ticket
    And Desk has 1 contact
    When 4 minutes pass
    Then the pull of "chat" brings nothing new
    And the channel of "chat" has been pulled 3 times

  @CH-01 @CH-02
  Scenario: Each look begins where the one before ended
    When 239.999 seconds pass
    Then the channel of "chat" has been pulled 0 times
    When 1 millisecond passes
    Then the channel of "chat" has been pulled 1 time
    And the channel of "chat" is pulled with
      """json
      {"channelState": ""}
      """
    And the channel state of "chat" is "message 1"
    When 4 minutes pass
    Then the channel of "chat" is pulled with
      """json
      {"channelState": "message 1"}
      """
    And the channel state of "chat" is "message 2"
