Feature: What the answer to a push says of a reply

  Background:
    Given the extension "chat" has a channel
    And the channel of "chat" answers the pull with "sync/first-message"
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"

  @CH-15
  Scenario: From whom, to whom, and whether it may be answered
    Given the channel of "chat" answers the push with "sync/reply-taken-with-more"
    When the agent replies "Please send it in"
    Then the ticket contains "sync/ticket-with-what-the-answer-says"

  @CH-15 @CH-16
  Scenario: What another message is called, a reply is not
    Given the channel of "chat" answers the push with
      """json
      {"extId": "m-1"}
      """
    When the agent replies "Please send it in"
    Then the reply has failed with "The channel's server gave the reply the external ID m-1, which another thread has."
    And the ticket's "threadCount" is "2"

  @CH-15
  Scenario: A reply is the channel's where the answer names no sender
    Given the channel of "chat" answers the push with "sync/reply-taken"
    When the agent replies "Please send it in"
    Then the ticket contains "sync/ticket-with-a-reply-of-the-channel"
