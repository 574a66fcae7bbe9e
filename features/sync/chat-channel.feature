Feature: The sample extension chat-channel joins a chat to Desk
  What its server answers is played here. With --endpoint chat=http://127.0.0.1:8080 the server that lies beside the package answers, reads the
  chat's messages through Desk's invoke, and must answer the same.

  Background:
    Given the extension "chat" from "extensions/chat-channel"
    And the service "GET https://chat.example/messages" answers 200 with "chat-channel/first-messages"
    And the channel of "chat" answers the pull with "chat-channel/first-pull"
    And 4 minutes pass

  @CH-02 @CH-11
  Scenario: A customer's message is a ticket, and the customer a contact
    Then Desk has a ticket of the channel "chat" with the external ID "c-7"
    And Desk has 1 contact
    And the channel state of "chat" is "m-1"

  @CH-15 @CH-08
  Scenario: The agent's reply reaches the chat, and the answer to it the same ticket
    Given the service "POST https://chat.example/messages" answers 201 with
      """json
      {"id": "m-3"}
      """
    And the channel of "chat" answers the push with
      """json
      {"extId": "m-3"}
      """
    When the agent opens the ticket "c-7" of the channel "chat"
    And the agent replies "Please send it in"
    Then the reply is sent
    Given the service "GET https://chat.example/messages" answers 200 with "chat-channel/answer-to-the-reply"
    And the channel of "chat" answers the pull with "chat-channel/pull-after-the-reply"
    When 4 minutes pass
    Then the ticket contains "chat-channel/ticket-after-the-answer"
    And Desk has 1 ticket
    And Desk has 1 contact

  @CH-16
  Scenario: The network is down for a push, and the reply goes out later
    Given the service "POST https://chat.example/messages" answers 201 with
      """json
      {"id": "m-3"}
      """
    And the channel of "chat" answers the push with the status 503
    And the channel of "chat" then answers the push with
      """json
      {"extId": "m-3"}
      """
    When the agent opens the ticket "c-7" of the channel "chat"
    And the agent replies "Please send it in"
    Then the reply has failed with "The channel's server answered 503."
    When the agent sends the failed reply again
    Then the reply is sent

  @CH-19
  Scenario: The link of a message leads to its conversation in the chat
    Given the channel of "chat" sends the browser on to "https://chat.example/conversations/c-7"
    When the agent opens the ticket "c-7" of the channel "chat"
    And the agent opens the source of the newest thread
    Then the browser is sent to "https://chat.example/conversations/c-7"

  @PCB-01
  Scenario: The server knows by the HASH that it is Desk who calls back
    When the administrator uninstalls the extension "chat"
    Then the server of "chat" has taken the callback onUninstall
    When the administrator installs the extension "chat" from "extensions/chat-channel"
    Then the server of "chat" has taken the callback onInstall
