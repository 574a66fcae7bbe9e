Feature: Story 15: an agent answers on a channel's ticket
  The reply waits, is pushed, comes back with an ID, and the customer's answer to that ID lands on the same ticket.

  Background:
    Given the extension "chat" has a channel
    And the channel of "chat" answers the pull with "sync/first-message"
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"

  @CH-13 @CH-15
  Scenario: The reply waits, is sent, and is answered
    Given the channel of "chat" answers the push after 10 seconds with "sync/reply-taken"
    When the agent replies "Please send it in"
    Then the reply is pending
    And the channel of "chat" is pushed "sync/push"
    And no mail leaves
    When 9.999 seconds pass
    Then the reply is pending
    When 1 millisecond passes
    Then the reply is sent
    And the ticket contains "sync/ticket-after-the-reply"
    Given the channel of "chat" answers the pull with "sync/answer-to-the-reply"
    When 4 minutes pass
    Then the ticket contains "sync/ticket-after-the-answer"
    And Desk has 1 ticket
    And Desk has 1 contact

  @CH-14 @CH-26
  Scenario: What the channel is pushed
    When the agent replies "Please send it in"
    Then the channel of "chat" is pushed "sync/push"

  @CH-24
  Scenario: The reply is pulled back before its push is answered, and is there once
    Given the channel of "chat" answers the push after 10 seconds with "sync/reply-taken"
    And the channel of "chat" answers the pull with "sync/reply-pulled-back"
    When 3 minutes pass
    And 55 seconds pass
    And the agent replies "Please send it in"
    And 5 seconds pass
    Then the ticket's "threadCount" is "3"
    When 5 seconds pass
    Then the reply is sent
    And the ticket contains "sync/ticket-after-the-reply"
    And the ticket's "threadCount" is "2"

  @CH-24
  Scenario: The reply is pulled back, and is there once
    Given the channel of "chat" answers the push with "sync/reply-taken"
    And the channel of "chat" answers the pull with "sync/reply-pulled-back"
    When the agent replies "Please send it in"
    And 4 minutes pass
    Then the ticket's "threadCount" is "2"
    And the ticket contains "sync/ticket-after-the-reply"
