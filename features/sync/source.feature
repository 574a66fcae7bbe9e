Feature: From Desk to where it came from
  A ticket, a message or a customer of a channel has a link to its source: the channel's server knows where that is.

  Background:
    Given the extension "chat" has a channel with
      | redirectUrl | https://chat.example/source |
    And the channel of "chat" answers the pull with "sync/first-message"
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    And the channel of "chat" sends the browser on to "https://chat.example/rooms/7"

  @CH-19 @CH-25
  Scenario: The source of the ticket
    When the agent opens the source of the ticket
    Then the channel of "chat" is asked for the source with
      | entity | ticket |
      | id     | c-7    |
    And the browser is sent to "https://chat.example/rooms/7"

  @CH-19 @CH-25
  Scenario: The source of a message, and of the reply to it
    Given the channel of "chat" answers the push with "sync/reply-taken"
    And the agent replies "Please send it in"
    When the agent opens the source of the newest thread
    Then the channel of "chat" is asked for the source with
      | entity   | thread |
      | id       | m-3    |
      | parentId | c-7    |
    And the browser is sent to "https://chat.example/rooms/7"
    When the agent opens the source of the thread "It does not charge"
    Then the channel of "chat" is asked for the source with
      | entity   | thread |
      | id       | m-1    |
      | parentId | c-7    |

  @CH-19 @CH-25
  Scenario: The source of the customer
    When the agent opens the source of the customer
    Then the channel of "chat" is asked for the source with
      | entity | user_profile |
      | id     | u-12         |
    And the browser is sent to "https://chat.example/rooms/7"

  @CH-19
  Scenario: The service has lost it
    Given the channel of "chat" answers the redirect with the status 404
    When the agent opens the source of the ticket
    Then the redirect of "chat" fails with "The channel's server answered 404."

  @CH-19
  Scenario: The server answers, and sends the browser nowhere
    Given the channel of "chat" answers the redirect with the status 200
    When the agent opens the source of the ticket
    Then the redirect of "chat" fails with "The channel's server answered 200, and sends the browser nowhere."

  @CH-19
  Scenario: The server says nothing
    Given the channel of "chat" never answers the redirect
    When the agent opens the source of the ticket
    And 30 seconds pass
    Then the redirect of "chat" fails with "The channel's server has not answered for 30 seconds."
