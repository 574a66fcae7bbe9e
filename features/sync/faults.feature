Feature: What a channel's server does wrong
  An answer that counts for nothing changes nothing: what it would have brought comes with the next one.

  Background:
    Given the extension "chat" has a channel

  @CH-01 @CH-02
  Scenario Outline: A server that answers <status> is asked again with the next pull, and no sooner
    Given the channel of "chat" answers the pull with the status <status> and the header "<header>" of "<value>"
    And the channel of "chat" then answers the pull with "sync/first-message"
    When 4 minutes pass
    Then the pull of "chat" fails with "The channel's server answered <status>."
    And Desk has 0 tickets
    And the channel state of "chat" is ""
    When 239.999 seconds pass
    Then the channel of "chat" has been pulled 1 time
    When 1 millisecond passes
    Then the channel of "chat" has been pulled 2 times
    And the channel of "chat" is pulled with
      """json
      {"channelState": ""}
      """
    And Desk has 1 ticket

    Examples:
      | status | header      | value                         |
      | 429    | Retry-After | 60                            |
      | 500    | Connection  | close                         |
      | 302    | Location    | https://chat.example/pull-new |

  @CH-03 @CH-02
  Scenario: An error that brings messages with it brings nothing
    Given the channel of "chat" answers the pull twice with the status 500 and "sync/first-message"
    And the channel of "chat" then answers the pull with "sync/first-message"
    When 8 minutes pass
    Then Desk has 0 tickets
    And Desk has 0 contacts
    And the channel state of "chat" is ""
    When 4 minutes pass
    Then Desk has 1 ticket
    And the channel state of "chat" is "message 1"

  @CH-03
  Scenario Outline: An answer of <garbage> counts for nothing
    Given the channel of "chat" answers the pull with <garbage>
    When 4 minutes pass
    Then the pull of "chat" fails with "The answer of the channel's server counts for nothing: $: <fault>, where the documents have an object."
    And Desk has 0 tickets

    Examples:
      | garbage       | fault                                                      |
      | garbage       | the string \"ok, here you are\"                            |
      | an HTML page  | the string \"<!DOCTYPE html><title>Bad Gateway</title…\"   |
      | an empty body | null                                                       |
      | a list        | an array of 0                                              |

  @CH-03
  Scenario: An answer that is too large counts for nothing
    Given the channel of "chat" answers the pull with too large a body
    When 4 minutes pass
    Then the pull of "chat" fails with "The answer of the channel's server is larger than 10000 kilobytes."
    And the channel state of "chat" is ""

  @CH-16
  Scenario: An answer that says of itself that it is no JSON counts for nothing
    Given the channel of "chat" answers the pull with "sync/first-message" and the header "Content-Type" of "text/html; charset=utf-8"
    And the channel of "chat" then answers the pull with "sync/first-message" and the header "content-type" of "application/json;charset=utf-8"
    When 4 minutes pass
    Then the pull of "chat" fails with "The channel's server answered with text/html, where the documents have application/json."
    And Desk has 0 tickets
    When 4 minutes pass
    Then Desk has 1 ticket

  @CH-16
  Scenario Outline: An answer after <seconds> seconds: <tickets> ticket(s)
    Given the channel of "chat" answers the pull after <seconds> seconds with "sync/first-message"
    When 4 minutes pass
    And 31 seconds pass
    Then Desk has <tickets> tickets

    Examples:
      | seconds | tickets |
      | 29.999  | 1       |
      | 30.001  | 0       |

  @CH-03 @CH-02
  Scenario Outline: What arrives in half is not imported in half
    Given the channel of "chat" answers the pull with "sync/three-messages" <how>
    And the channel of "chat" then answers the pull with "sync/three-messages"
    When 4 minutes pass
    Then the pull of "chat" fails with "<reason>"
    And Desk has 0 tickets
    And Desk has 0 contacts
    And the channel state of "chat" is ""
    When 4 minutes pass
    Then Desk has 1 ticket
    And the channel state of "chat" is "message 3"

    Examples:
      | how                                     | reason |
      | cut in the middle                       | The answer of the channel's server counts for nothing: $: the string \"{\"channelState\":\"message 3\",\"data\":{\"tic…\", where the documents have an object. |
      | and drops the connection in the middle  | the connection was dropped in the middle of the answer |

  @CH-02
  Scenario: A connection that drops twice
    Given the channel of "chat" drops the connection of the pull twice
    And the channel of "chat" then answers the pull with "sync/first-message"
    When 8 minutes pass
    Then the pull of "chat" fails with "the connection was dropped before the answer"
    And the channel state of "chat" is ""
    When 4 minutes pass
    Then Desk has 1 ticket
    And the channel state of "chat" is "message 1"

  @CH-07
  Scenario: What an answer repeats is imported once
    Given the channel of "chat" answers the pull with "sync/three-messages" repeated
    When 8 minutes pass
    Then Desk has 1 ticket
    And Desk has 1 contact
    When the agent opens the ticket "c-7" of the channel "chat"
    Then the ticket contains "sync/ticket-with-three-messages"
    And the ticket's "threadCount" is "3"

  @CH-07 @CH-09
  Scenario: The order of an answer does not matter
    Given the channel of "chat" answers the pull with "sync/three-messages" reordered
    When 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    Then the ticket contains "sync/ticket-with-three-messages"

  @CH-07 @CH-08
  Scenario: What an answer leaves out comes with the next one
    Given the channel of "chat" answers the pull with "sync/three-messages" without the ticket "c-7"
    And the channel of "chat" then answers the pull with "sync/three-messages" without the thread "m-2"
    And the channel of "chat" then answers the pull with "sync/three-messages"
    When 4 minutes pass
    Then Desk has 0 tickets
    When 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    Then the ticket's "threadCount" is "2"
    When 4 minutes pass
    Then the ticket contains "sync/ticket-with-three-messages"

  @CH-02
  Scenario: Desk crashes while it waits, and asks again for what it never heard
    Given the channel of "chat" answers the pull with "sync/first-message"
    And the channel of "chat" then answers the pull after 10 seconds with "sync/second-message"
    When 8 minutes pass
    And Desk crashes and starts again
    And 10 seconds pass
    Then the pull of "chat" fails with "Desk was started again before the channel's server had answered."
    And Desk has 1 ticket
    And the channel state of "chat" is "message 1"
    When 4 minutes pass
    Then the channel of "chat" is pulled with
      """json
      {"channelState": "message 1"}
      """
    When 10 seconds pass
    Then the channel state of "chat" is "message 2"
    And Desk has 1 ticket

  Rule: A reply is not lost

    Background:
      Given the channel of "chat" answers the pull with "sync/first-message"
      And 4 minutes pass
      And the agent opens the ticket "c-7" of the channel "chat"

    @CH-16 @CH-13
    Scenario: Three times badly, then well
      Given the channel of "chat" answers the push 3 times with the status 500
      And the channel of "chat" then answers the push with "sync/reply-taken"
      When the agent replies "Please send it in"
      And the agent sends the failed reply again
      And the agent sends the failed reply again
      Then the reply has failed with "The channel's server answered 500."
      When the agent sends the failed reply again
      Then the channel of "chat" is pushed "sync/push"
      And the reply is sent
      And the ticket's "threadCount" is "2"

    @CH-16
    Scenario: A connection that drops
      Given the channel of "chat" drops the connection of the push
      And the channel of "chat" then drops the connection of the push
      And the channel of "chat" then answers the push with "sync/reply-taken"
      When the agent replies "Please send it in"
      Then the reply has failed with "the connection was dropped before the answer"
      When the agent sends the failed reply again
      Then the reply has failed with "the connection was dropped before the answer"
      When the agent sends the failed reply again
      Then the reply is sent

    @CH-16
    Scenario: Desk crashes while a reply waits
      Given the channel of "chat" answers the push after 10 seconds with "sync/reply-taken"
      When the agent replies "Please send it in"
      Then the reply is pending
      When Desk crashes and starts again
      Then the reply has failed with "Desk was started again before the channel's server had answered."
      When 30 seconds pass
      Then the reply has failed with "Desk was started again before the channel's server had answered."
      When the agent sends the failed reply again
      And 10 seconds pass
      Then the reply is sent

    @CH-15
    Scenario: A reply cannot have the external ID of the customer's message
      Given the channel of "chat" answers the push with
        """json
        {"extId": "m-1"}
        """
      When the agent replies "Please send it in"
      Then the reply has failed with "The channel's server gave the reply the external ID m-1, which another thread has."

    @CH-24
    Scenario: A reply that comes back before its push is answered is there once
      Given the channel of "chat" answers the push after 10 seconds with "sync/reply-taken"
      And the channel of "chat" answers the pull with "sync/reply-pulled-back"
      When 235 seconds pass
      And the agent replies "Please send it in"
      And 5 seconds pass
      Then the ticket's "threadCount" is "3"
      When 5 seconds pass
      Then the reply is sent
      And the ticket's "threadCount" is "2"
      When 4 minutes pass
      Then the ticket's "threadCount" is "2"
