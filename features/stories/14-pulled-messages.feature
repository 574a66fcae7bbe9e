Feature: Story 14: what a customer writes in the chat comes to Desk
  Desk pulls every four minutes: a customer's message becomes a ticket and a contact, the second message a thread on the same ticket, the
  third pull brings nothing new.

  Background:
    Given the extension "chat" has a channel
    And the channel of "chat" answers the pull with "sync/first-message"
    And the channel of "chat" then answers the pull with "sync/second-message"
    And the channel of "chat" then answers the pull with "sync/nothing-new"

  @CH-01 @CH-07
  Scenario: A message, one more, and nothing new
    When 4 minutes pass
    Then the channel of "chat" has been pulled 1 time
    And Desk has a ticket of the channel "chat" with the external ID "c-7"
    And Desk has 1 contact
    When 4 minutes pass
    Then Desk has 1 ticket
    And Desk has 1 contact
    When 4 minutes pass
    Then the channel of "chat" has been pulled 3 times
    And the pull of "chat" brings nothing new
    When the agent opens the ticket "c-7" of the channel "chat"
    Then the ticket contains "sync/ticket-after-two-messages"

  @CH-01 @CH-02
  Scenario: Each pull tells the state that the one before left
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
