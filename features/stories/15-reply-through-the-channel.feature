Feature: Story 15: an agent answers in the chat, from Desk
  Ada's message is a ticket, and Robin answers it as any other. The reply waits until the chat has it, comes back with the chat's own ID, and
  what Ada answers to that ID lands on the same ticket.

  Background:
    Given the extension "chat" has a channel
    And the channel of "chat" answers the pull with "sync/first-message"
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"

  @CH-13 @CH-15
  Scenario: The reply waits, is sent, and is answered
    Given the channel of "chat" answers the push after 10 seconds with "sync/reply-taken"
    When the agent replies "Please send it in"
    Then the channel of "chat" is pushed "sync/push"
    And no mail leaves
    And the reply is pending
    When 9.999 seconds pass
    Then the reply is pending
    When 1 millisecond passes
    Then the reply is sent
    And the ticket contains "sync/ticket-after-the-reply"
    Given the channel of "chat" answers the pull with "sync/answer-to-the-reply"
    When 4 minutes pass
    Then the ticket's "threadCount" is "3"
    And the ticket contains "sync/ticket-after-the-answer"
    But Desk has 1 ticket
    And Desk has 1 contact

  @CH-14 @CH-26
  Scenario: The chat is told what was said, by whom, and what it answers
    When the agent replies "Please send it in"
    Then the channel of "chat" is pushed "sync/push"

  @CH-24
  Scenario: The chat has the reply among its news before it has answered the push, and is there once
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
  Scenario: The chat has the reply among its news, and it is there once
    Given the channel of "chat" answers the push with "sync/reply-taken"
    And the channel of "chat" answers the pull with "sync/reply-pulled-back"
    When the agent replies "Please send it in"
    And 4 minutes pass
    Then the ticket's "threadCount" is "2"
    And the ticket contains "sync/ticket-after-the-reply"
