Feature: Exchanges as they were recorded
  What a channel and Desk said to each other is a file: the server answers as it did then, and Desk must ask as it did then.

  Background:
    Given the extension "chat" has a channel

  @CH-01 @CH-02
  Scenario: Two pulls
    Given the channel of "chat" answers as recorded in "sync/recorded-pull"
    When 4 minutes pass
    Then Desk has a ticket of the channel "chat" with the external ID "c-7"
    And the channel state of "chat" is "page 2"
    When 4 minutes pass
    Then the channel state of "chat" is "page 2"
    When 1.5 seconds pass
    Then the channel state of "chat" is "page 3"

  @CH-13 @CH-26
  Scenario: A reply that is pushed twice
    Given the channel of "chat" answers the pull with "sync/first-message"
    And the channel of "chat" answers as recorded in "sync/recorded-reply"
    When 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    And the agent replies "Please send it in"
    Then the reply has failed with "The channel's server answered 503."
    When the agent sends the failed reply again
    Then the reply is sent
