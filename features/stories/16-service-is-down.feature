Feature: Story 16: the service is down for two pushes
  Robin answers Ada in the chat, and the chat is down. The reply is marked failed with the reason and is not lost: Robin sends it again until
  the chat is back, and Ada reads it once.

  Background:
    Given the extension "chat" has a channel
    And the channel of "chat" answers the pull with "sync/first-message"
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"

  @CH-16
  Scenario: Down, down again, and up
    Given the channel of "chat" answers the push twice with the status 503
    And the channel of "chat" then answers the push with "sync/reply-taken"
    When the agent replies "Please send it in"
    Then the reply has failed with "The channel's server answered 503."
    And the ticket contains "sync/ticket-with-a-failed-reply"
    When the agent sends the failed reply again
    Then the channel of "chat" is pushed "sync/push"
    And the reply has failed with "The channel's server answered 503."
    When the agent sends the failed reply again
    Then the channel of "chat" is pushed "sync/push"
    And the reply is sent
    And the ticket contains "sync/ticket-after-the-reply"
    And the ticket's "threadCount" is "2"
    # Nobody reads it twice: what is sent is not sent again.
    When the agent sends the failed reply again
    Then the action changes nothing
    And the channel of "chat" is pushed nothing

  @CH-16
  Scenario: The chat takes longer than thirty seconds, and its answer comes too late
    Given the channel of "chat" answers the push after 31 seconds with "sync/reply-taken"
    When the agent replies "Please send it in"
    And 29.999 seconds pass
    Then the reply is pending
    When 1 millisecond passes
    Then the reply has failed with "The channel's server has not answered for 30 seconds."
    When 1 second passes
    Then the reply has failed with "The channel's server has not answered for 30 seconds."

  @CH-16
  Scenario: The chat never answers
    Given the channel of "chat" never answers the push
    When the agent replies "Please send it in"
    And 30 seconds pass
    Then the reply has failed with "The channel's server has not answered for 30 seconds."
